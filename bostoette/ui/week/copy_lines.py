"""The list before a copy: what is copied, what is asked about, and what is left out and why.

Template weeks are saved and laid by the same list, in words of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem, QWidget

from bostoette.models.wording import from_to, listed, short_day
from bostoette.planning.copying import CopyFate, CopyKey, CopyLine, counted
from bostoette.ui.naming import Naming
from bostoette.ui.week.roomy_table import RoomyTable

_WHAT, _TOLD = range(2)
_ORDER = (CopyFate.ASKED, CopyFate.SKIPPED, CopyFate.COPIED)
"""What needs to be looked at comes first."""


@dataclass(frozen=True, slots=True)
class LineWords:
    """What a list calls itself, its lines, and what becomes of them."""

    name: str
    head: str
    taken: str
    only: str
    """Before the reason why a line is taken with a tick only."""
    nothing: str
    """What is said where there is no line."""
    verb: str
    """What the button does, with so many lines at {}."""

    def summed(self, lines: Sequence[CopyLine]) -> str:
        """Say how many lines are taken, asked about and left out; that there is none, where so."""
        if not lines:
            return self.nothing
        taken, asked, left = (
            counted(lines, fate) for fate in (CopyFate.COPIED, CopyFate.ASKED, CopyFate.SKIPPED)
        )
        does = self.taken.lower()
        parts = [f"{taken} {does}"] if taken else [f"Ingen {does} af sig selv"]
        parts += [f"{asked} skal du tage stilling til"] if asked else []
        parts += [f"{left} springes over"] if left else []
        return ", ".join(parts) + "."


COPYING = LineWords(
    "Hvad der kopieres",
    "Kopi",
    "Kopieres",
    "Kopieres kun med flueben",
    "Der står ikke noget at kopiere. Vælg en anden uge, dag eller medarbejder.",
    "Kopiér {}",
)


class CopyLines(RoomyTable):
    """A line a copy; a tick says that it is made. What is left out has none."""

    changed = Signal()

    def __init__(self, naming: Naming, parent: QWidget, words: LineWords) -> None:
        super().__init__(words.name, [words.head, "Hvad der sker"], parent)
        self._naming, self._words = naming, words
        self._lines: tuple[CopyLine, ...] = ()
        self._taken: dict[CopyKey, bool] = {}
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(self._take_tick)

    def show_lines(self, lines: Sequence[CopyLine]) -> None:
        """Show other lines; what was ticked or not by hand stays so."""
        self._lines = tuple(sorted(lines, key=lambda one: _ORDER.index(one.fate)))
        self.blockSignals(True)  # noqa: FBT003 – Qt's signature
        self.setRowCount(0)
        self.setRowCount(len(self._lines))
        for place, line in enumerate(self._lines):
            self._fill(place, line)
        self.blockSignals(False)  # noqa: FBT003 – Qt's signature
        self.resizeRowsToContents()

    def chosen(self) -> tuple[CopyKey, ...]:
        """Return what is to be copied."""
        return tuple(line.key for line in self._lines if self._is_taken(line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each line the height its words have."""
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def _is_taken(self, line: CopyLine) -> bool:
        if line.fate is CopyFate.SKIPPED:
            return False
        return self._taken.get(line.key, line.fate is CopyFate.COPIED)

    def _fill(self, place: int, line: CopyLine) -> None:
        what = QTableWidgetItem(self._said(line))
        told = QTableWidgetItem(self._told(line))
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        told.setFlags(flags)
        if line.fate is CopyFate.SKIPPED:
            what.setFlags(flags)
        else:
            what.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
            on = self._is_taken(line)
            what.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            what.setToolTip("Sæt eller fjern fluebenet (mellemrum)")
        self.setItem(place, _WHAT, what)
        self.setItem(place, _TOLD, told)

    def _said(self, line: CopyLine) -> str:
        day = short_day(line.to.day).replace(" ", "\u00a0")
        when = f"{day} {from_to(line.to)}"
        if line.form is None:
            return f"{when} · {self._naming.title_of(line.title, 'egen tid')}"
        who = listed(self._naming.name_of(one.name, one.initials) for one in line.citizens)
        return " · ".join(part for part in (when, line.form.short_name, who) if part)

    def _take_tick(self, item: QTableWidgetItem) -> None:
        if item.column() == _WHAT:
            line = self._lines[item.row()]
            self._taken[line.key] = item.checkState() is Qt.CheckState.Checked
            self.changed.emit()

    def _told(self, line: CopyLine) -> str:
        match line.fate:
            case CopyFate.SKIPPED:
                return f"Springes over: {line.why}"
            case CopyFate.ASKED:
                return f"{self._words.only}: {line.why}"
            case _:
                return f"{self._words.taken}, {line.why}" if line.why else self._words.taken
