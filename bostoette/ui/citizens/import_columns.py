"""Which column of the file is what: matched by itself, and changeable by hand."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from bostoette.models.citizen_import import ColumnMatch, ImportField, ReadTable
from bostoette.ui.choice_box import ChoiceBox
from bostoette.ui.emptied import emptied
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_EXAMPLES = 2
_LONGEST_EXAMPLE = 40
_FIELDS: list[tuple[ImportField | None, str]] = [
    (None, "Brug ikke"),
    *((field, field.danish) for field in ImportField),
]


class ImportColumns(QWidget):
    """One row for each column: its heading, the first values, and what it is taken as."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matches: tuple[ColumnMatch, ...] = ()
        self.boxes: list[ChoiceBox[ImportField | None]] = []
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(theme.pixels(16))
        self._grid.setVerticalSpacing(theme.pixels(6))
        for column, stretch in enumerate((3, 3, 5)):
            self._grid.setColumnStretch(column, stretch)

    def show_table(self, table: ReadTable, matches: Sequence[ColumnMatch]) -> None:
        """Show a table's columns as they were matched."""
        self._empty()
        self._matches = tuple(matches)
        for column, words in enumerate(("Kolonne i filen", "Fx", "Bruges som")):
            title = QLabel(words, self)
            title.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
            self._grid.addWidget(title, 0, column)
        for row, match in enumerate(self._matches, start=1):
            self._add(row, match, _examples(table, match.index))
        self._grid.setRowStretch(len(self._matches) + 1, 1)

    def matches(self) -> tuple[ColumnMatch, ...]:
        """Return the columns as they are chosen."""
        return tuple(
            match if match.field is box.value else replace(match, field=box.value, certain=True)
            for match, box in zip(self._matches, self.boxes, strict=True)
        )

    def _add(self, row: int, match: ColumnMatch, examples: str) -> None:
        box = ChoiceBox[ImportField | None](f"»{match.heading}« bruges som", _FIELDS, self)
        box.choose(match.field)
        self.boxes.append(box)
        heading = Words(match.heading, self)
        self._grid.addWidget(heading, row, 0)
        self._grid.addWidget(quiet(examples, self), row, 1)
        self._grid.addWidget(box.box, row, 2)
        guessed = match.field is not None and not match.certain
        if guessed:
            heading.setText(f"{match.heading} (et gæt – se på det)")

    def _empty(self) -> None:
        self.boxes = []
        emptied(self._grid)


def _examples(table: ReadTable, place: int) -> str:
    cells = [row.cells[place] for row in table.rows if place < len(row.cells) and row.cells[place]]
    said = " · ".join(dict.fromkeys(cells[: _EXAMPLES * 2]))
    return said if len(said) <= _LONGEST_EXAMPLE else f"{said[:_LONGEST_EXAMPLE]}…"
