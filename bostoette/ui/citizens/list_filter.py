"""The list's filter as one button with a menu: whose, which status, and what they share."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from bostoette.models.citizen_fields import WorkerName
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.key import Key
from bostoette.planning.citizen_filter import CitizenFilter
from bostoette.ui.naming import Naming


class ListFilter(QPushButton):
    """Says what is shown, and lets it be chosen."""

    changed = Signal()

    def __init__(self, me: Key, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._me = me
        self._workers: tuple[WorkerName, ...] = ()
        self._naming = Naming()
        self._value = CitizenFilter()
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self._say()

    @property
    def value(self) -> CitizenFilter:
        """What is chosen."""
        return self._value

    def choose(self, value: CitizenFilter) -> None:
        """Choose."""
        if value != self._value:
            self._value = value
            self._say()
            self.changed.emit()

    def offer(self, workers: Sequence[WorkerName], naming: Naming) -> None:
        """Offer these workers to choose between."""
        self._workers = tuple(workers)
        self._naming = naming
        self._say()

    def _fill(self) -> None:
        """Make the menu anew, with what is chosen ticked."""
        self._menu.clear()
        now = self._value
        whose: list[tuple[str, Key | None]] = [("Mine borgere", self._me), ("Alle borgere", None)]
        whose += [(self._named(one), one.id) for one in self._workers if one.id != self._me]
        self._group(
            "Hvis borgere",
            [(words, replace(now, worker=key), now.worker == key) for words, key in whose],
        )
        self._group("Status", [(words, one, one == now) for words, one in _statuses(now)])
        self._menu.addSeparator()
        for words, chosen, turned in _ticks(now):
            tick = self._menu.addAction(words)
            tick.setCheckable(True)
            tick.setChecked(chosen)
            tick.triggered.connect(partial(self._choose, turned))

    def _choose(self, value: CitizenFilter, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's value
        self.choose(value)

    def _group(self, title: str, entries: list[tuple[str, CitizenFilter, bool]]) -> None:
        self._menu.addSection(title)
        group = QActionGroup(self._menu)
        for words, value, chosen in entries:
            action = QAction(words, self._menu)
            action.setCheckable(True)
            action.setChecked(chosen)
            action.triggered.connect(lambda _checked=False, value=value: self.choose(value))
            group.addAction(action)
            self._menu.addAction(action)

    def _named(self, worker: WorkerName) -> str:
        return self._naming.name_of(f"{worker.initials} · {worker.name}", worker.initials)

    def _say(self) -> None:
        said = filter_words(self._value, self._me, self._workers)
        self.setText(said)
        self.setAccessibleName(f"Vis: {said}")
        self.setToolTip("Vælg, hvilke borgere der vises")


def filter_words(value: CitizenFilter, me: Key, workers: Sequence[WorkerName]) -> str:
    """Say a filter in a line: ``Mine · aktive og på pause``."""
    if value.worker is None:
        whose = "Alle borgere"
    elif value.worker == me:
        whose = "Mine"
    else:
        whose = next((one.initials for one in workers if one.id == value.worker), "En kollegas")
    parts = [whose]
    if value.status is not None:
        parts.append(value.status.danish.lower())
    elif value.ended_too:
        parts.append("alle statusser")
    if value.nothing_planned:
        parts.append("intet planlagt")
    if value.not_heard_from:
        parts.append("ikke hørt fra")
    if value.mostly_alone:
        parts.append("klarer mest alene")
    return " · ".join(parts)


def _ticks(now: CitizenFilter) -> list[tuple[str, bool, CitizenFilter]]:
    """Return what can be ticked besides: words, whether it is, and the filter once it is turned."""
    planned, silent, alone = now.nothing_planned, now.not_heard_from, now.mostly_alone
    return [
        ("Kun uden planlagt kontakt", planned, replace(now, nothing_planned=not planned)),
        ("Kun ikke hørt fra", silent, replace(now, not_heard_from=not silent)),
        ("Kun dem, der klarer et delmål mest alene", alone, replace(now, mostly_alone=not alone)),
    ]


def _statuses(now: CitizenFilter) -> list[tuple[str, CitizenFilter]]:
    plain = replace(now, status=None, ended_too=False)
    return [
        ("Aktive og på pause", plain),
        *((one.danish, replace(plain, status=one)) for one in CitizenStatus),
        ("Alle statusser", replace(plain, ended_too=True)),
    ]
