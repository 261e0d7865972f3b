"""F1: every shortcut by place, made from the commands themselves and the grid's own table."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bostoette.ui.palette.command import Command
from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet

Line = tuple[str, str]
"""What it does, and its keys."""
Sections = tuple[tuple[str, tuple[Line, ...]], ...]

_GRID_PAGE = "Uge"
_GRID = "I ugens felt"
_SIZE = QSize(560, 620)
_LINE = 28
_SCREEN_SHARE = 0.92


def sections(commands: Sequence[Command], grid: Sequence[Line]) -> Sections:
    """Return the shortcuts by place; a command without keys is left to the palette.

    The keys of the week's grid follow those of the page it stands on.
    """
    places: dict[str, list[Line]] = {}
    for command in commands:
        if command.keys and not command.told:
            places.setdefault(command.place, []).append((_words(command), command.keys_said))
        if command.place == _GRID_PAGE:
            places.setdefault(_GRID, list(grid))
    places.setdefault(_GRID, list(grid))
    return tuple((place, tuple(dict.fromkeys(lines))) for place, lines in places.items())


def _words(command: Command) -> str:
    """Say a command under its place: without the place again, and without what it undoes."""
    head, colon, rest = command.words.partition(": ")
    return rest[:1].upper() + rest[1:] if colon and head == command.place else head


class ShortcutList(QDialog):
    """Shows the shortcuts; every line is read with its keys."""

    def __init__(self, theme: Theme, shown: Sections, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Genveje")
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName("Genveje")
        self.tree.setHeaderLabels(["Det gør du", "Taster"])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setWordWrap(True)
        self.tree.setAllColumnsShowFocus(True)
        for place, lines in shown:
            self.tree.addTopLevelItem(_section(place, lines, QSize(0, theme.pixels(_LINE))))
        self.tree.expandAll()
        header = self.tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        self.tree.setCurrentIndex(self.tree.model().index(0, 0))
        buttons = QDialogButtonBox(self)
        buttons.addButton("Luk", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.tree, 1)
        column.addWidget(
            quiet("Alt andet findes med Ctrl+K. Et bogstav alene er aldrig en genvej.", self)
        )
        column.addWidget(buttons)
        room = parent.window().size() * _SCREEN_SHARE
        wanted = QSize(theme.pixels(_SIZE.width()), theme.pixels(_SIZE.height()))
        self.resize(wanted.boundedTo(room))


def _section(place: str, lines: tuple[Line, ...], size: QSize) -> QTreeWidgetItem:
    head = QTreeWidgetItem([place, ""])
    head.setSizeHint(0, size)
    font = head.font(0)
    font.setBold(True)
    head.setFont(0, font)
    head.setFirstColumnSpanned(True)
    for words, keys in lines:
        item = QTreeWidgetItem([words, keys])
        item.setSizeHint(0, size)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{words}: {keys}")
        head.addChild(item)
    return head
