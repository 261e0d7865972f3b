"""How a contact is drawn in the timeline: form by icon, edge and word, then when and what."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bostoette.models.citizen_contact import CitizenContact
from bostoette.models.contact_kinds import ContactStatus
from bostoette.ui.citizens.timeline_model import TimelineRole, second_line, third_line
from bostoette.ui.form_tile import draw_form_tile
from bostoette.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_TILE, _GAP, _PAD, _LINE_GAP = 32, 12, 10, 3


@dataclass(frozen=True, slots=True)
class _Look:
    """What is written in a row, and how wide the row is."""

    section: str
    second: str
    third: str
    fourth: str
    width: int


class TimelineRow(QStyledItemDelegate):
    """Paints one contact; what did not take place is struck through and says so."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Take the room that the wrapped text asks for at the view's width."""
        look = self._look(index)
        metrics = QFontMetrics(option.font)
        height = metrics.lineSpacing() + self._px(_PAD) * 2 + self._px(_LINE_GAP)
        height += self._height(metrics, look.second, look.width)
        for words in filter(None, (look.third, look.fourth)):
            height += self._height(metrics, words, look.width) + self._px(_LINE_GAP)
        height = max(height, self._px(_TILE + _PAD * 2))
        return QSize(self._px(200), height + self._heading_height(metrics, look.section))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row."""
        contact = index.data(TimelineRole.CONTACT)
        look = self._look(index)
        metrics = QFontMetrics(option.font)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heading = self._heading_height(metrics, look.section)
        if look.section:
            self._section(painter, area, look.section, option.font, heading)
        area = area.adjusted(0, heading, 0, 0)
        self._ground(painter, area, option.state)
        self._tile(painter, area, contact)
        self._words(painter, area, index, look, option.font)
        painter.restore()

    def _look(self, index: AnyIndex) -> _Look:
        taken = self._px(_TILE + _GAP + _PAD * 2)
        contact = index.data(TimelineRole.CONTACT)  # its words told here: asking for each is dear
        return _Look(
            str(index.data(TimelineRole.SECTION)),
            second_line(contact),
            third_line(contact),
            contact.note_answers,
            max(self._px(80), self._view.viewport().width() - taken),
        )

    def _section(
        self, painter: QPainter, area: QRect, words: str, font: QFont, height: int
    ) -> None:
        painter.setFont(_bold(font))
        painter.setPen(self._theme.colour("muted"))
        place = QRect(area.left() + self._px(_PAD), area.top(), area.width(), height)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        inner, corner = area.adjusted(2, 2, -2, -2), self._px(8)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(
            area.left() + self._px(_PAD),
            area.bottom(),
            area.right() - self._px(_PAD),
            area.bottom(),
        )
        if over or (selected and self._view.hasFocus()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent_tint" if selected else "ground"))
            painter.drawRoundedRect(inner, corner, corner)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, corner, corner)

    def _tile(self, painter: QPainter, area: QRect, contact: CitizenContact) -> None:
        side = self._px(_TILE)
        tile = QRect(area.left() + self._px(_PAD), area.top() + self._px(_PAD), side, side)
        draw_form_tile(painter, self._theme, tile, contact.form)

    def _words(
        self, painter: QPainter, area: QRect, index: AnyIndex, look: _Look, font: QFont
    ) -> None:
        metrics = QFontMetrics(font)
        left = area.left() + self._px(_PAD + _TILE + _GAP)
        line = QRect(left, area.top() + self._px(_PAD), look.width, metrics.lineSpacing())
        self._first(painter, line, index, font)
        gone = index.data(TimelineRole.CONTACT).status.called_off
        for words, token in (
            (look.second, "muted"),
            (look.third, "ink"),
            (look.fourth, "muted"),
        ):
            if not words:
                continue
            height = self._height(metrics, words, look.width)
            line = QRect(left, line.bottom() + 1 + self._px(_LINE_GAP), look.width, height)
            painter.setFont(_struck(font) if gone and token == "muted" else font)  # noqa: S105 - a colour's name
            painter.setPen(self._theme.colour(token))
            painter.drawText(line, _WRAPPED, words)

    def _first(self, painter: QPainter, line: QRect, index: AnyIndex, font: QFont) -> None:
        when = str(index.data())
        contact: CitizenContact = index.data(TimelineRole.CONTACT)
        painter.setFont(_bold(font))
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(line, _LEFT, when)
        taken = QFontMetrics(_bold(font)).horizontalAdvance(when)
        rest = line.adjusted(taken, 0, 0, 0)
        painter.setFont(font)
        painter.setPen(self._theme.colour(_status_token(contact)))
        said = QFontMetrics(font).elidedText(
            f" · {index.data(TimelineRole.STATUS)}", Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, _LEFT, said)

    def _height(self, metrics: QFontMetrics, words: str, width: int) -> int:
        if metrics.horizontalAdvance(words) <= width:
            return metrics.lineSpacing()
        return metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, words).height()

    def _heading_height(self, metrics: QFontMetrics, section: str) -> int:
        return metrics.lineSpacing() + self._px(12) if section else 0

    def _px(self, length: float) -> int:
        return self._theme.pixels(length)


def _status_token(contact: CitizenContact) -> str:
    missed = contact.status is ContactStatus.NO_SHOW or contact.stayed_away
    gone = contact.status.called_off or missed
    return "warn" if gone else "muted"


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _struck(font: QFont) -> QFont:
    struck = QFont(font)
    struck.setStrikeOut(True)
    return struck
