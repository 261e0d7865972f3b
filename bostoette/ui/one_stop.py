"""A part of a page that is one Tab stop, with arrows inside: the week's bar, its strip, the tray.

Tab comes back to what was used there last. What shows and hides inside needs no telling: it is
looked at when a key is pressed.
"""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLayout,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

_COUNTED = "countedAbove"
"""Property of a pane whose stops count at the pane above it."""
_ON = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Right})
_BACK = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Left})
_ACROSS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})
_UP_DOWN = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})


class OneStop(QObject):
    """Makes a pane one Tab stop, together with the panes that go ``on`` below it.

    Of ``first`` one is reached before anything was used.
    """

    def __init__(
        self, pane: QWidget, first: tuple[QWidget, ...] = (), on: tuple[QWidget, ...] = ()
    ) -> None:
        super().__init__(pane)
        self._panes = (pane, *on)
        for each in on:
            each.setProperty(_COUNTED, True)  # noqa: FBT003 - Qt's signature
        self._first = first
        self._last: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    @property
    def reached(self) -> QWidget | None:
        """What Tab goes to."""
        inside = self._inside()
        wanted = (self._last, *self._first)
        return next((one for one in wanted if one in inside), next(iter(inside), None))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with the arrows that what has the focus does not need itself."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if not held and key in _ON | _BACK and not _needs(watched, key):
                return self._go(watched, 1 if key in _ON else -1)
        return super().eventFilter(watched, event)

    def _inside(self) -> list[QWidget]:
        return [one for pane in self._panes for one in _laid_out(pane, grouped=False)]

    def _go(self, watched: QObject, by: int) -> bool:
        inside = self._inside()
        here = next((place for place, one in enumerate(inside) if one is watched), None)
        if here is None:
            return False
        there = min(max(here + by, 0), len(inside) - 1)
        inside[there].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and any(pane.isAncestorOf(new) for pane in self._panes):
            self._last = new
            new.installEventFilter(self)


def tab_stops(*parts: QWidget) -> list[QWidget]:
    """Return where Tab goes in these parts, as they are laid out; a OneStop counts once."""
    return [stop for part in parts for stop in _laid_out(part, grouped=True)]


def go_on(order: list[QWidget], here: QWidget | None, *, onward: bool) -> bool:
    """Give the focus to the next of these stops, round at the end; False where none has it."""
    place = next((place for place, one in enumerate(order) if one is here), None)
    if place is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
    order[(place + (1 if onward else -1)) % len(order)].setFocus(reason)
    return True


def _laid_out(widget: QWidget | None, *, grouped: bool) -> Iterator[QWidget]:
    if widget is None or not (widget.isVisible() and widget.isEnabled()):
        return
    if grouped and widget.property(_COUNTED):
        return
    group = _group_of(widget) if grouped else None
    if group is not None:
        if group.reached is not None:
            yield group.reached
    elif _takes_focus(widget, by_tab=grouped):
        yield widget
    elif isinstance(widget, QScrollArea):
        yield from _laid_out(widget.widget(), grouped=grouped)
    else:
        layout = widget.layout()
        if layout is not None:
            yield from _in_layout(layout, widget, grouped=grouped)


def _in_layout(layout: QLayout, pane: QWidget, *, grouped: bool) -> Iterator[QWidget]:
    """Walk through it without asking for its items: Python would hold them when Qt frees them."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    widgets = pane.findChildren(QWidget, options=direct)
    layouts = [one for one in layout.children() if isinstance(one, QLayout)]
    placed: list[tuple[int, QWidget | QLayout]] = [
        *((layout.indexOf(one), one) for one in widgets),
        *((layout.indexOf(one), one) for one in layouts),
    ]
    for place, one in sorted(placed, key=lambda found: found[0]):
        if place < 0:
            continue
        if isinstance(one, QLayout):
            yield from _in_layout(one, pane, grouped=grouped)
        else:
            yield from _laid_out(one, grouped=grouped)


def _takes_focus(widget: QWidget, *, by_tab: bool) -> bool:
    """Tell whether it can be reached; arrows also reach what Qt leaves out of the Tab order.

    Those are the unchecked buttons of an exclusive group.
    """
    if by_tab:
        return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def _group_of(widget: QWidget) -> OneStop | None:
    found = widget.findChild(OneStop, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, OneStop) else None


def _needs(watched: QObject, key: Qt.Key) -> bool:
    """Tell whether what has the focus uses the arrow itself: a list up to its ends."""
    if isinstance(watched, QAbstractItemView):
        row = watched.currentIndex().row()
        last = watched.model().rowCount() - 1
        at_end = row <= 0 if key == Qt.Key.Key_Up else row >= last
        return key in _ACROSS or not at_end
    if isinstance(watched, QLineEdit | QTabBar):
        return key in _ACROSS
    return isinstance(watched, QComboBox) and key in _UP_DOWN
