"""The rail on the left: the pages that exist, and Lås at the foot.

It is one Tab stop; arrows go up and down inside it, Enter and Space choose.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from bostoette.ui import icons
from bostoette.ui.theme import Theme

ICON_SIZES = (20, 16, 12, 10)
"""The largest is drawn with which every page has room for its word."""
LOCK = "lock"
EXAMPLE = "example"
MOST_COUNTED = 99


@dataclass(frozen=True, slots=True)
class RailPage:
    """One page on the rail: its key, its word, its icon, and its shortcut in words if any."""

    key: str
    word: str
    icon: str
    shortcut: str = ""
    at_foot: bool = False


class RailButton(QToolButton):
    """A page's button, with a number at its icon where something waits there."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.count = 0

    def show_count(self, count: int) -> None:
        """Show how many things wait; no number where it is 0."""
        if count != self.count:
            self.count = count
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and the number over the corner of its icon."""
        super().paintEvent(event)
        if not self.count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        text = str(self.count) if self.count <= MOST_COUNTED else f"{MOST_COUNTED}+"
        height = metrics.height()
        width = max(height, metrics.horizontalAdvance(text) + height // 2)
        left = min(self.width() // 2 + height // 3, self.width() - width - 2)
        area = QRect(left, 3, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("warn_tint"))
        painter.drawRoundedRect(area, height / 2, height / 2)
        painter.setPen(self._theme.colour("warn"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


class Rail(QFrame):
    """Navigation between pages."""

    page_chosen = Signal(str)
    """A page's key."""
    lock_asked = Signal()
    leave_example_asked = Signal()
    example_as_asked = Signal(bool)
    """See the example as its team leader, or as its worker."""
    entered = Signal()
    """The keyboard has come to the rail."""

    def __init__(
        self,
        theme: Theme,
        pages: tuple[RailPage, ...],
        parent: QWidget | None = None,
        *,
        example: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName("Sider")
        self._theme = theme
        lock = RailPage(LOCK, "Lås", "lock", "Ctrl+L", at_foot=True)
        top = [page for page in pages if not page.at_foot]
        mark = RailPage(EXAMPLE, "Eksempel", "", at_foot=True)
        foot = [*([mark] if example else []), lock, *(page for page in pages if page.at_foot)]
        self._pages = (*top, *foot)
        self._buttons = {page.key: self._make_button(page) for page in self._pages}
        if example:
            self._mark_example(self._buttons[EXAMPLE])
        self._lay_out(top, foot)
        self._let_tab_reach(self._pages[0].key)
        theme.changed.connect(self._dress)
        self._dress()

    def show_current(self, key: str) -> None:
        """Mark the page that is shown."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)
        self._let_tab_reach(key)

    def show_count(self, key: str, count: int, words: str) -> None:
        """Show a number at a page's icon, read aloud with ``words``; none where it is 0."""
        button = self._buttons[key]
        button.show_count(count)
        word = next(page.word for page in self._pages if page.key == key)
        button.setAccessibleName(f"{word}, {words}" if count else word)

    def say_who(self, initials: str) -> None:
        """Say at the lock who is signed in: whoever comes next locks first."""
        button = self._buttons[LOCK]
        button.setToolTip(f"Lås (Ctrl+L) – logget ind som {initials}")
        button.setAccessibleDescription(f"Logget ind som {initials}")

    def button(self, key: str) -> QToolButton:
        """Return a page's button."""
        return self._buttons[key]

    def borrow(self, actions: list[QAction]) -> None:
        """Let these keys of the page shown hold here as well, and no other page's."""
        for action in self.actions():
            self.removeAction(action)
        self.addActions(actions)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go up and down with the arrows."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            buttons = list(self._buttons.values())
            here = next((i for i, button in enumerate(buttons) if button is watched), None)
            target = None if here is None else _target(event.key(), here, len(buttons))
            if target is not None:
                self._let_tab_reach(self._pages[target].key)
                buttons[target].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _make_button(self, page: RailPage) -> RailButton:
        button = RailButton(self._theme, self)
        button.setText(page.word)
        button.setAccessibleName(page.word)
        button.setToolTip(f"{page.word} ({page.shortcut})" if page.shortcut else page.word)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setCheckable(page.key not in {LOCK, EXAMPLE})
        button.clicked.connect(lambda: self._choose(page.key))
        button.installEventFilter(self)
        return button

    def _mark_example(self, mark: QToolButton) -> None:
        """Let the mark of the example offer the way out of it."""
        mark.setProperty("example", True)  # noqa: FBT003 - Qt's signature
        mark.setToolTip("Eksemplet er åbent: alle personer er opdigtede")
        mark.setAccessibleDescription(mark.toolTip())
        mark.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        mark.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(mark)
        menu.addAction("Forlad eksemplet").triggered.connect(
            lambda _checked=False: self.leave_example_asked.emit()
        )
        menu.addSeparator()
        for who, leads in (("teamleder", True), ("medarbejder", False)):
            menu.addAction(f"Se eksemplet som {who}").triggered.connect(
                lambda _checked=False, leads=leads: self.example_as_asked.emit(leads)
            )
        mark.setMenu(menu)

    def _lay_out(self, top: list[RailPage], foot: list[RailPage]) -> None:
        column = self.column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 4, 12)
        column.setSpacing(4)
        for page in top:
            column.addWidget(self._buttons[page.key])
        column.addStretch(1)
        for page in foot:
            column.addWidget(self._buttons[page.key])

    def _choose(self, key: str) -> None:
        if key == LOCK:
            self.lock_asked.emit()
            return
        if key == EXAMPLE:
            return  # its menu asks
        self.show_current(key)
        self.page_chosen.emit(key)

    def _let_tab_reach(self, key: str) -> None:
        for name, button in self._buttons.items():
            reached = name == key
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the icons smaller where the words would be cut otherwise."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._dress()

    def _dress(self) -> None:
        for size in ICON_SIZES:
            self._draw_icons(self._theme.pixels(size))
            if self.column.sizeHint().height() <= self.height():
                break
        self.setFixedWidth(self._fitting_width())

    def _draw_icons(self, size: int) -> None:
        for page in self._pages:
            button = self._buttons[page.key]
            if not page.icon:
                continue
            button.setIcon(icons.icon(page.icon, self._theme.tokens.rail_ink, size))
            button.setIconSize(QSize(size, size))
        self.column.invalidate()

    def _fitting_width(self) -> int:
        font = self.font()
        font.setBold(True)
        metrics = QFontMetrics(font)
        widest = max(metrics.horizontalAdvance(page.word) for page in self._pages)
        return max(self._theme.pixels(72), widest + self._theme.pixels(20))


def _target(key: int, here: int, count: int) -> int | None:
    targets: dict[int, int] = {
        Qt.Key.Key_Up: max(here - 1, 0),
        Qt.Key.Key_Down: min(here + 1, count - 1),
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: count - 1,
    }
    return targets.get(key)
