"""Historik: who did what, newest first, by initials."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer

from bostoette.models.base import Base
from bostoette.models.wording import clock, short_day
from bostoette.models.worker import Worker
from bostoette.services import history, workers
from bostoette.services.history import HistoryLine
from bostoette.ui.form_parts import Choice, labelled
from bostoette.ui.plain_table import PlainTable
from bostoette.ui.settings.ground import Ground
from bostoette.ui.settings.section import Section

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
HEADS = ("Hvornår", "Hvem", "Hvad")
_EVERYBODY = "Alle"
_HEIGHT = 420
"""Of the table at 100 % text."""


class HistorySection(Section):
    """The newest steps of the journal; one person's alone on wish."""

    title = "Historik"
    lead = (
        f"De seneste {history.MOST} ændringer og handlinger. Alt, hvad der ændres, bliver noteret "
        "med, hvem der var logget ind. Hvad der er ændret hos en borger, står i borgerens indsigt."
    )
    kinds: tuple[type[Base], ...] = (Worker,)

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self.who = Choice([(None, _EVERYBODY)])
        self.table = PlainTable("Historik", HEADS, self)
        self.table.setWordWrap(True)
        self.add(labelled(self.theme, "Hvem", self.who))
        self.add(self.table)
        self.add(self.notice)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show)
        self.theme.changed.connect(self._later.start)
        self.who.currentIndexChanged.connect(self._show)
        self.finish_column()
        self.refresh()

    def refresh(self) -> None:
        """Read the names and the steps anew; whoever is chosen stays chosen."""
        chosen = self.who.value
        known = self.ground.desk.read(workers.listed)
        self.who.offer([(None, _EVERYBODY), *((one.id, one.initials) for one in known)])
        self.who.choose(chosen)
        self._show()

    def dress(self) -> None:
        """Give the table its height."""
        super().dress()
        self.table.setFixedHeight(self.theme.pixels(_HEIGHT))

    def _show(self) -> None:
        lines = self.ground.desk.read(history.latest, self.who.value)
        year = self.ground.today.year
        self.table.show_rows(tuple(_row(line, year) for line in lines))
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.resizeRowsToContents()


def _row(line: HistoryLine, this_year: int) -> tuple[str, str, str]:
    local = line.at.astimezone(COPENHAGEN)
    year = "" if local.year == this_year else f" {local.year}"
    when = f"{short_day(local.date())}{year} {clock(local.hour * 60 + local.minute)}"
    return (when, line.who, line.what)
