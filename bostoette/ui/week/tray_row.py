"""How a line without a time is drawn: who, how many of what, and a tile for each form."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bostoette.models.contact_form import ContactForm
from bostoette.services.tray import TrayItem
from bostoette.ui import icons
from bostoette.ui.form_look import look_of
from bostoette.ui.theme import Theme
from bostoette.ui.week.tray_model import TrayRole

AnyIndex = QModelIndex | QPersistentModelIndex
MOST_TILES = 3
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class TrayRow(QStyledItemDelegate):
    """Paints one row; a citizen's rows lie on one card."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._list = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Take the room of the words, broken where they must be, or of the tiles."""
        width = self._list.viewport().width()
        inside = QRect(0, 0, width, 0)
        words = self._words(inside, index)
        metrics = QFontMetrics(option.font)
        text = metrics.boundingRect(words, int(_WRAPPED), _text(index)).height()
        name = QFontMetrics(_bold(option.font)).lineSpacing() if index.data(TrayRole.NAME) else 0
        below = self._theme.pixels(8 if index.data(TrayRole.LAST) else 4)
        return QSize(width, words.top() + max(name + text, self._tile()) + below)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row."""
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._card(painter, area, index)
        self._marked(painter, area, option.state, index)
        words = self._words(area, index)
        name = str(index.data(TrayRole.NAME))
        if name:
            painter.setFont(_bold(option.font))
            painter.setPen(self._theme.colour("ink"))
            metrics = QFontMetrics(painter.font())
            short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words.left(), words.top() + metrics.ascent(), short)
            words.setTop(words.top() + metrics.lineSpacing())
        painter.setFont(option.font)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(words, int(_WRAPPED), _text(index))
        for form, place in self._tiles(area, index):
            self._draw_tile(painter, form, place)
        painter.restore()

    def form_at(self, area: QRect, index: AnyIndex, at: QPoint) -> ContactForm | None:
        """Return the form whose tile lies at a place; None beside the tiles."""
        return next((form for form, tile in self._tiles(area, index) if tile.contains(at)), None)

    def _words(self, area: QRect, index: AnyIndex) -> QRect:
        """Return where the words go."""
        pad, gap = self._theme.pixels(10), self._theme.pixels(4)
        tiles = len(tile_forms(index)) * (self._tile() + gap)
        top = area.top() + self._above(index)
        room = max(area.width() - 2 * pad - tiles, self._theme.pixels(60))
        return QRect(area.left() + pad, top, room, max(area.bottom() - top, 2000))

    def _above(self, index: AnyIndex) -> int:
        """Return the room over a row's words; the first row of a card has its edge there too."""
        return self._theme.pixels(16 if index.data(TrayRole.NAME) else 4)

    def _tile(self) -> int:
        return self._theme.pixels(24)

    def _tiles(self, area: QRect, index: AnyIndex) -> list[tuple[ContactForm, QRect]]:
        side, gap = self._tile(), self._theme.pixels(4)
        right = area.right() - self._theme.pixels(8)
        top = area.top() + self._above(index)
        forms = tile_forms(index)
        first = right - len(forms) * (side + gap) + gap
        return [
            (form, QRect(first + place * (side + gap), top, side, side))
            for place, form in enumerate(forms)
        ]

    def _draw_tile(self, painter: QPainter, form: ContactForm, place: QRect) -> None:
        look, tokens = look_of(form), self._theme.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(look.tint))
        painter.drawRoundedRect(place, self._theme.pixels(6), self._theme.pixels(6))
        side = self._theme.pixels(14)
        ratio = painter.device().devicePixelRatio()
        mark = icons.pixmap(look.icon, look.ink_of(tokens), side, ratio)
        away = (place.width() - side) // 2
        painter.drawPixmap(place.left() + away, place.top() + away, mark)

    def _card(self, painter: QPainter, area: QRect, index: AnyIndex) -> None:
        """Draw the part of the citizen's card that lies behind the row."""
        first, last = bool(index.data(TrayRole.NAME)), bool(index.data(TrayRole.LAST))
        corner = self._theme.pixels(10)
        box = area.adjusted(1, self._theme.pixels(8) if first else -corner, -2, 0)
        box.setBottom(area.bottom() - 1 if last else area.bottom() + corner)
        painter.setClipRect(area)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(box, corner, corner)
        painter.setClipping(False)

    def _marked(
        self, painter: QPainter, area: QRect, state: QStyle.StateFlag, index: AnyIndex
    ) -> None:
        """Show which row is chosen, pointed at, or has the keyboard: one edge, the card's own."""
        selected = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        top = self._theme.pixels(8) if index.data(TrayRole.NAME) else 0
        box = area.adjusted(1, top, -2, -1)
        corner = self._theme.pixels(10)
        if selected or over:
            ground = QPainterPath()
            ground.addRoundedRect(box, corner, corner)
            painter.fillPath(ground, self._theme.colour("accent_tint" if selected else "ground"))
        if state & QStyle.StateFlag.State_HasFocus and self._list.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, corner, corner)


def tile_forms(index: AnyIndex) -> tuple[ContactForm, ...]:
    """Return a row's tiles: every form it may have, or one form as often as it is missing."""
    item = index.data(TrayRole.ITEM)
    if not isinstance(item, TrayItem):
        return ()
    return (item.forms if len(item.forms) > 1 else item.forms * item.number)[:MOST_TILES]


def _text(index: AnyIndex) -> str:
    until = str(index.data(TrayRole.UNTIL))
    return "\n".join(filter(None, (str(index.data()), until)))


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
