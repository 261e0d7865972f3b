"""The week to look at: one sheet, laid out, drawn and scrolled.

What a person does with it is in ``week_board`` (keys) and ``week_grid`` (mouse).
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QWidget

from bostoette.models.key import Key
from bostoette.models.wording import long_day, week_title
from bostoette.ui.theme import Theme
from bostoette.ui.week.laid_out_list import LaidOutList
from bostoette.ui.week.team_layout import lay_out_team
from bostoette.ui.week.week_card import WeekCard, WeekSheet
from bostoette.ui.week.week_header import WeekHeader
from bostoette.ui.week.week_layout import Measures, lay_out
from bostoette.ui.week.week_model import AnyIndex, WeekModel
from bostoette.ui.week.week_painter import Scene, WeekPainter

HOUR_HEIGHT = 40
"""Smallest height of an hour at 100 % text, so that 07–18 fits in 1280 × 720."""
CARD_HEIGHT = 24
CORNER = 6
"""What is left free at the foot, so that the card's round corners are seen."""
LANE_WIDTH = 48
HOUR_ROOM = "00"
NAME_ROOM = "Margrethe M."
"""The longest that has to fit into the column at the left."""
LARGEST_ZOOM = 4.0
MOST_PASSES = 4
"""With a scroll bar, with both, and back."""
ZOOM_STEP = 1.25


class WeekView(LaidOutList):
    """Shows one WeekSheet."""

    zoom_changed = Signal(float)
    """The person zoomed; 1.0 is as small as fits."""

    # Qt asks for these while the view is being made.
    _scene: Scene | None = None
    _picture: QPixmap | None = None
    _laying_out = False
    _once_more = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet: WeekSheet | None = None
        self._weekend = False
        self._zoom = 1.0
        self._now: int | None = None
        self._originals: dict[Key, Key] = {}
        self._lost: tuple[Key, Key] = (b"", b"")
        """The card that was chosen and went, and the one chosen in its place."""
        self._painter = WeekPainter(theme, self.font())
        self._header = WeekHeader(theme, self)
        self._model = WeekModel(self)
        self.setObjectName("week")
        self.setAccessibleName("Uge")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setModel(self._model)
        theme.changed.connect(self._dress)

    # What is shown

    def show_sheet(self, sheet: WeekSheet) -> None:
        """Show a week; the chosen card stays chosen, or its original, or what took its place."""
        chosen, row = self.chosen_card(), self.currentIndex().row()
        other_week = self._sheet is None or self._sheet.week != sheet.week
        self._sheet = sheet
        self.setAccessibleName(_name_of(sheet))
        self._model.replace(sheet.cards, sheet.people)
        self.lay_out_again()
        if chosen is None:
            self.choose(None)
        else:
            self._choose_again(chosen, row, other_week=other_week)
        if other_week and self._scene is not None:
            layout = self._scene.layout
            self.verticalScrollBar().setValue(round(layout.y_of(7 * 60)) - layout.measures.card)

    def _choose_again(self, chosen: WeekCard, row: int, *, other_week: bool) -> None:
        """Choose what was chosen, or its original, or what stands in its place now.

        What comes back while another stands in for it is chosen again: a deletion was undone.
        """
        lost, stands_in = self._lost
        back = chosen.key == stands_in and self.index_of(lost).isValid()
        self.choose(lost if back else chosen.key, b"" if back else chosen.worker_id)
        if not self.currentIndex().isValid() and chosen.key in self._originals:
            self.choose(self._originals[chosen.key], chosen.worker_id)
        last = self._model.rowCount() - 1
        if not (other_week or self.currentIndex().isValid()) and last >= 0:
            self.setCurrentIndex(self._model.index(min(row, last)))
            self._lost = (chosen.key, self.chosen_key() or b"")

    def show_now(self, minutes: int | None) -> None:
        """Draw the line for now at a time of the sheet's today, or not at all."""
        self._now = minutes
        self.viewport().update()

    def show_weekend(self, shown: bool) -> None:  # noqa: FBT001 – meant for toggled(bool)
        """Show Saturday and Sunday even when nothing lies there."""
        self._weekend = shown
        self.lay_out_again()

    def zoom_to(self, zoom: float) -> None:
        """Make the hours higher; 1.0 is as small as fits."""
        zoom = min(max(zoom, 1.0), LARGEST_ZOOM)
        if zoom != self._zoom:
            self._zoom = zoom
            self.lay_out_again()
            self.zoom_changed.emit(zoom)

    @property
    def header(self) -> WeekHeader:
        """The days above the grid."""
        return self._header

    @property
    def zoom(self) -> float:
        """How far the hours are stretched."""
        return self._zoom

    # What is chosen

    def choose(self, key: Key | None, worker: Key = b"") -> None:
        """Choose a card by its key, in a worker's day if named; none where there is none."""
        index = self._model.index_of(key, worker)
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.selectionModel().clear()

    def choose_copy(self, key: Key, original: Key) -> None:
        """Choose a copy; once it is taken back, its original is chosen again."""
        self._originals[key] = original
        self.choose(key)

    def index_of(self, key: Key) -> QModelIndex:
        """Return the index of a card; an invalid one where it is not in the week."""
        return self._model.index_of(key)

    def chosen_key(self) -> Key | None:
        """Return the chosen card's key."""
        card = self.chosen_card()
        return None if card is None else card.key

    def chosen_card(self) -> WeekCard | None:
        """Return the chosen card."""
        row = self.currentIndex().row()
        return self._model.cards[row] if 0 <= row < len(self._model.cards) else None

    # How Qt is followed

    def updateGeometries(self) -> None:
        """Set how far the week can be scrolled, and keep the head above it."""
        super().updateGeometries()
        if self._layout is not None:
            frame, height = self.viewport().geometry(), self._header.height()
            self._header.setGeometry(frame.left(), frame.top() - height, frame.width(), height)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw another part of the week."""
        super().scrollContentsBy(dx, dy)
        self._picture = None
        self._header.scroll_to(self.horizontalOffset())

    def dataChanged(self, top: AnyIndex, bottom: AnyIndex, roles: Sequence[int] = ()) -> None:
        """Tell Qt that cards changed, and draw them anew."""
        QAbstractItemView.dataChanged(self, top, bottom, roles)
        self._picture = None

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._dress()

    # How it is drawn

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what stands still from a kept picture, and what moves on top of it."""
        painter = QPainter(self.viewport())
        if self._scene is None:
            painter.fillRect(self.viewport().rect(), QColor(self._theme.tokens.surface))
            painter.end()
            return
        painter.drawPixmap(0, 0, self._kept_picture(self._scene))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(
            self.viewport().rect().adjusted(self._scene.layout.measures.gutter, 0, 0, 0)
        )
        painter.translate(-self.horizontalOffset(), -self.verticalOffset())
        self.draw_moving(painter, self._scene)
        painter.end()

    def draw_moving(self, painter: QPainter, scene: Scene) -> None:
        """Draw what lies on top: rings around the chosen card and its twins, the line for now."""
        for row in self._model.rows_of(self.chosen_key()):
            twin = self.box_of(row)
            if twin is not None and row != self.currentIndex().row():
                self._painter.draw_twin_ring(painter, twin)
        box = self.box_of(self.currentIndex().row())
        if box is not None:
            self._painter.draw_ring(painter, box, focused=self.hasFocus())
        if self._now is not None:
            self._painter.draw_now(painter, scene, self._now)

    def _kept_picture(self, scene: Scene) -> QPixmap:
        ratio = self.viewport().devicePixelRatioF()
        if self._picture is not None and self._picture.devicePixelRatio() == ratio:
            return self._picture
        view = self.viewport().rect()
        picture = QPixmap(QSize(round(view.width() * ratio), round(view.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self._theme.tokens.surface))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalOffset(), -self.verticalOffset())
        top = self.verticalOffset()
        self._painter.draw_ground(painter, scene)
        self._painter.draw_travel(painter, scene, ratio)
        self._painter.draw_cards(painter, scene, top, top + view.height(), ratio)
        self._painter.draw_gutter(painter, scene, self.horizontalOffset())
        painter.end()
        self._picture = picture
        return picture

    def forget_picture(self) -> None:
        """Draw everything anew the next time."""
        self._picture = None

    def _dress(self) -> None:
        self._painter = WeekPainter(self._theme, self.font())
        self._header.setFont(self.font())
        self.lay_out_again()

    def lay_out_again(self) -> None:
        """Compute the layout anew for the cards, the view's size and the text's.

        A scroll bar that comes or goes changes the size it is computed for: then it is done once
        more, and not for ever where a bar makes itself needless.
        """
        if self._laying_out:
            self._once_more = True
            return
        self._laying_out = True
        for _ in range(MOST_PASSES):
            self._once_more = False
            self._lay_out_once()
            if not self._once_more:
                break
        self._laying_out = False

    def _lay_out_once(self) -> None:
        self._picture = None
        if self._sheet is None:
            return
        head = self._header.wanted_height(self._sheet)
        self._header.resize(self._header.width(), head)
        self.setViewportMargins(0, head, 0, CORNER)
        arrange = lay_out_team if _is_team_week(self._sheet) else lay_out
        layout = arrange(self._sheet, self._model.cards, self._measures(), weekend=self._weekend)
        self._layout = layout
        self._scene = Scene(self._sheet, self._model.cards, layout)
        self._header.show_days(self._sheet, layout)
        self.updateGeometries()
        self.viewport().update()

    def _measures(self) -> Measures:
        theme, line = self._theme, self._painter.line
        view = self.viewport().size()
        team = self._sheet is not None and _is_team_week(self._sheet)
        widest = NAME_ROOM if team else HOUR_ROOM
        return Measures(
            width=view.width(),
            height=view.height(),
            gutter=self.fontMetrics().horizontalAdvance(widest) + 20,
            hour=theme.pixels(HOUR_HEIGHT),
            card=max(CARD_HEIGHT, line + 4),
            lane=theme.pixels(LANE_WIDTH),
            zoom=self._zoom,
        )


def _is_team_week(sheet: WeekSheet) -> bool:
    """Tell whether workers stand below one another, each with her whole week."""
    return bool(sheet.people) and sheet.day is None


def _name_of(sheet: WeekSheet) -> str:
    """Name what is shown, as it is read aloud."""
    week = week_title(sheet.week).capitalize()
    if sheet.day is not None:
        return f"{week}, teamet, {long_day(sheet.day)}"
    return f"{week}, teamet" if sheet.people else week
