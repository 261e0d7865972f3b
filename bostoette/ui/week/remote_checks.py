"""The checklist before a contact at a distance: its count, and behind a fold its points."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bostoette.models.key import Key
from bostoette.models.remote_contact import RemoteContact
from bostoette.models.remote_kinds import CheckPoint
from bostoette.ui import icons
from bostoette.ui.check_line import CheckLine
from bostoette.ui.theme import Theme


class RemoteChecks(QWidget):
    """Stands open for the first contact in a form, and stays as it was put for the same one."""

    ticked = Signal(object, bool)
    """A CheckPoint, and whether it is done."""
    folded = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._contact: Key | None = None
        self.lines: dict[CheckPoint, CheckLine] = {}
        self.head = QPushButton(self)
        self.head.setObjectName("foldHead")
        self.head.setCheckable(True)
        self.head.setAutoDefault(False)
        self._body = QWidget(self)
        self._points = QVBoxLayout(self._body)
        self._points.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.head)
        column.addWidget(self._body)
        for point in CheckPoint:
            line = CheckLine(theme, self._body)
            line.asked.connect(partial(self.ticked.emit, point))
            self.lines[point] = line
            self._points.addWidget(line)
        self.head.toggled.connect(self._turn)
        theme.changed.connect(self._dress)
        self._dress()

    def show_contact(self, shown: RemoteContact) -> None:
        """Show a contact's points."""
        for line in self.lines.values():
            line.hide()
        for one in shown.points:
            line = self.lines[one.point]
            line.show_point(one.text, one.said, one.why, done=one.done, by_hand=one.by_hand)
            line.show()
        said = f"{shown.done} af {len(shown.points)} er på plads"
        self.head.setText(f"Tjekliste: {said}")
        self.head.setAccessibleName(f"Tjekliste før samtalen, {said}")
        if shown.id != self._contact:
            self._contact = shown.id
            self.head.setChecked(shown.first)
        self._turn()

    def stops(self) -> list[QWidget]:
        """Return what the arrows reach."""
        lines = [line.box for line in self.lines.values() if not line.isHidden()]
        return [self.head, *(lines if self.head.isChecked() else [])]

    def _turn(self) -> None:
        self._body.setVisible(self.head.isChecked())
        self._dress()
        self.folded.emit()

    def _dress(self) -> None:
        theme, tokens = self._theme, self._theme.tokens
        name = "chevron-down" if self.head.isChecked() else "chevron-right"
        side = theme.pixels(16)
        self.head.setIcon(icons.icon(name, tokens.muted, side))
        self.head.setIconSize(QSize(side, side))
        self.head.setCursor(Qt.CursorShape.PointingHandCursor)
        self.head.setStyleSheet(
            "QPushButton#foldHead { background: transparent; border: 2px solid transparent;"
            f" border-radius: {theme.pixels(8)}px; padding: {theme.pixels(2)}px;"
            " text-align: left; font-weight: 600; }"
            f"QPushButton#foldHead:hover {{ background: {tokens.ground}; }}"
            f"QPushButton#foldHead:focus {{ border-color: {tokens.focus}; }}"
        )
        self._points.setSpacing(theme.pixels(4))
