"""A SidePane stands beside a page's middle; PanesBeside shows as many as there is room for."""

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bostoette.ui.one_stop import tab_stops
from bostoette.ui.theme import Theme

EDGE = 12
NARROWEST_MIDDLE = 480
"""A week's five days can be read down to here, at 100 % text."""
NARROWEST_BESIDE_ONE = 240


class SidePane(QFrame):
    """A card of fixed width at a page's side, filled by whoever it is for."""

    toggled = Signal(bool)
    """It is shown or put away."""

    def __init__(self, theme: Theme, name: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = width
        self._open = True
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName(name)
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def name(self) -> str:
        """What stands in it."""
        return self.accessibleName()

    @property
    def is_open(self) -> bool:
        """Whether it is shown; one that is empty or put away is not."""
        return self._open

    def hold(self, widget: QWidget, stretch: int = 1) -> None:
        """Show a widget below those that are there; without stretch it keeps its own height.

        At the start it may stand alone for a moment.
        """
        if stretch:
            self._inside.addWidget(widget, stretch)
        else:
            self._inside.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def set_open(self, shown: bool) -> None:  # noqa: FBT001 - meant for toggled(bool)
        """Show it or put it away."""
        if shown != self._open:
            self._open = shown
            self.setVisible(shown)
            self.toggled.emit(shown)

    def _dress(self) -> None:
        self.setFixedWidth(self._theme.pixels(self._width))


class PanesBeside(QWidget):
    """A middle with a pane at each side.

    Panes go by themselves where there is no room, and come back with the room; a pane the person
    opens herself stays, and the other gives way where both do not fit.
    """

    def __init__(
        self, theme: Theme, left: SidePane, middle: QWidget, right: SidePane, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._panes = (left, right)
        self._middle = middle
        self._wanted = {left: True, right: True}
        row = QHBoxLayout(self)
        edge = theme.pixels(EDGE)
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(edge)
        row.addWidget(left)
        row.addWidget(middle, 1)
        row.addWidget(right)
        theme.changed.connect(self._fit)

    def want(self, pane: SidePane, wanted: bool) -> None:  # noqa: FBT001 - meant for clicked(bool)
        """Show a pane or put it away because the person says so."""
        self._wanted[pane] = wanted
        if wanted and not self._both_fit():
            for other in self._panes:
                if other is not pane:
                    other.set_open(False)
            pane.set_open(True)
        else:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Need no room for the panes, which go where there is none."""
        alone = self._middle.minimumSizeHint().expandedTo(self._middle.minimumSize())
        width = alone.width() + 2 * self._theme.pixels(EDGE)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many panes as there is room for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        wanted = [pane for pane in self._panes if self._wanted[pane]]
        if len(wanted) > 1 and not self._both_fit():
            wanted = [pane for pane in wanted if pane.is_open][:1] if self._one_fits() else []
        elif wanted and not self._one_fits():
            wanted = []
        for pane in self._panes:
            pane.set_open(pane in wanted)

    def _both_fit(self) -> bool:
        return self._room_beside(*self._panes) >= self._theme.pixels(NARROWEST_MIDDLE)

    def _one_fits(self) -> bool:
        widest = max(self._panes, key=SidePane.minimumWidth)
        return self._room_beside(widest) >= self._theme.pixels(NARROWEST_BESIDE_ONE)

    def _room_beside(self, *panes: SidePane) -> int:
        edge = self._theme.pixels(EDGE)
        taken = sum(pane.minimumWidth() + edge for pane in panes)
        return self.width() - taken - 2 * edge


class PaneWalk(QObject):
    """Goes with F6 from pane to pane, and back with Shift+F6; each keeps its place."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._last: dict[QWidget, QWidget] = {}

    def step(self, panes: tuple[QWidget, ...], focus: QWidget | None, by: int) -> None:
        """Give the focus to the next pane that can take it."""
        here = next((i for i, pane in enumerate(panes) if _holds(pane, focus)), None)
        if here is not None and focus is not None:
            self._last[panes[here]] = focus
        order = range(1, len(panes) + 1)
        start = here if here is not None else (-1 if by > 0 else 0)
        for away in order:
            pane = panes[(start + away * by) % len(panes)]
            target = self._target(pane)
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _target(self, pane: QWidget) -> QWidget | None:
        if not pane.isVisible():
            return None
        last = self._last.get(pane)
        if last is not None and _takes_focus(last) and _holds(pane, last):
            return last
        if _takes_focus(pane):
            return pane
        inside = (*tab_stops(pane), *pane.findChildren(QWidget))
        return next((child for child in inside if _takes_focus(child)), None)


def _takes_focus(widget: QWidget) -> bool:
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return reached and widget.isVisible() and widget.isEnabled()


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (pane is widget or pane.isAncestorOf(widget))
