"""The lines of a file as a table: what each becomes, or why it is left out."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from bostoette.models.citizen_import import CitizenDraft, GrantDraft, ImportPreview, LineProblem
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.wording import duration
from bostoette.ui import icons
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_FATE_HEADING = "Hvad sker der"
HEADINGS = ("Linje", "Borger", _FATE_HEADING, "Adresse", "Medarbejder", "Bevilling")


class LineFate(Enum):
    """What becomes of a line, in the word the table shows."""

    STORED = "Ny borger"
    KNOWN = "Findes"
    BROKEN = "Fejl"


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One line of the file."""

    line: int
    fate: LineFate
    cells: tuple[str, ...]
    """Citizen, address, worker, grant."""
    remark: str = ""

    @property
    def said(self) -> str:
        """Say what happens, and why."""
        return (
            f"{self.fate.value}. {self.remark}".rstrip(". ") + "."
            if self.remark
            else self.fate.value
        )


_FIRST = (LineFate.BROKEN, LineFate.KNOWN, LineFate.STORED)


def rows_of(found: ImportPreview, naming: Naming) -> tuple[ImportRow, ...]:
    """Make one row of every line: what is wrong first, each kind in the file's order."""
    notices: dict[int, list[LineProblem]] = defaultdict(list)
    problems: dict[int, list[LineProblem]] = defaultdict(list)
    for notice in found.notices:
        notices[notice.line].append(notice)
    for problem in found.problems:
        problems[problem.line].append(problem)
    rows = [
        ImportRow(one.line, LineFate.STORED, _cells(one, naming), _said(notices[one.line]))
        for one in found.drafts
    ]
    rows += [
        ImportRow(one.line, LineFate.KNOWN, _cells(one.draft, naming), one.sentence)
        for one in found.duplicates
    ]
    rows += [
        ImportRow(line, LineFate.BROKEN, ("", "", "", ""), _said(wrong))
        for line, wrong in problems.items()
    ]
    return tuple(sorted(rows, key=lambda row: (_FIRST.index(row.fate), row.line)))


class ImportRows(QAbstractTableModel):
    """Adapts one tuple of rows."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[ImportRow, ...] = ()

    def replace(self, rows: tuple[ImportRow, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def is_broken(self, row: int) -> bool:
        """Tell whether a line has nothing but what is wrong in it."""
        return self._rows[row].fate is LineFate.BROKEN

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Name the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return HEADINGS[section] if 0 <= section < len(HEADINGS) else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer with a cell's text; a long one is also told while the pointer rests on it."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._mark(row, index.column(), role)
        return (str(row.line), row.cells[0], row.said, *row.cells[1:])[index.column()]

    def _mark(self, row: ImportRow, column: int, role: int) -> object:
        """Mark a line that is left out: its ground, and a sign beside the word."""
        if row.fate is LineFate.STORED:
            return None
        tokens = self._theme.tokens
        wrong = row.fate is LineFate.BROKEN
        if role == Qt.ItemDataRole.BackgroundRole:
            return QColor(tokens.warn_tint if wrong else tokens.ground)
        if role == Qt.ItemDataRole.DecorationRole and wrong and HEADINGS[column] == _FATE_HEADING:
            return icons.icon("warning", tokens.warn, self._theme.pixels(16))
        return None


def _cells(draft: CitizenDraft, naming: Naming) -> tuple[str, ...]:
    town = " ".join(part for part in (draft.postal_code, draft.town) if part)
    status = "" if draft.status is CitizenStatus.ACTIVE else f" ({draft.status.danish.lower()})"
    return (
        f"{naming.name_of(draft.name, draft.initials)}{status}",
        ", ".join(part for part in (draft.address, town) if part),
        ", ".join(part for part in (draft.primary_worker, draft.secondary_worker) if part),
        "; ".join(_grant(grant) for grant in draft.grants),
    )


def _grant(grant: GrantDraft) -> str:
    if grant.minutes_from is None or grant.minutes_to is None:
        return grant.paragraph
    low, high = duration(grant.minutes_from), duration(grant.minutes_to)
    time = low if low == high else f"{low}–{high}"
    return f"{grant.paragraph} {time} {grant.period.danish}".strip()


def _said(problems: Sequence[LineProblem]) -> str:
    return " ".join(_one(problem) for problem in problems)


def _one(problem: LineProblem) -> str:
    value = f" »{problem.value}«" if problem.value else ""
    return f"{problem.column}{value}: {problem.sentence}" if problem.column else problem.sentence
