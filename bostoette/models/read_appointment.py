"""What was read from somebody else's calendar file: busy time, and what was left out and why."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import listed


@dataclass(frozen=True, slots=True)
class ReadAppointment:
    """A stretch of one day on which the calendar's owner is busy; Danish local time.

    ``uid`` and ``occurrence`` together are the same each time the same calendar is read, so that
    reading again updates instead of doubling. An appointment over midnight has one part a day.
    """

    uid: str
    occurrence: str
    """Empty for a single event; else the start the rule gave; ``#1`` … for the days after."""
    title: str
    day: date
    start: int
    """Minutes after midnight."""
    minutes: int
    all_day: bool = False

    @property
    def span(self) -> TimeSpan:
        """When it is."""
        return TimeSpan(self.day, self.start, self.minutes)


@dataclass(frozen=True, slots=True)
class ReadAppointments:
    """All that a file gave for a period.

    ``read`` and the numbers in ``skipped`` count the file's entries and add up to all of them.
    """

    appointments: tuple[ReadAppointment, ...]
    cancelled_uids: tuple[str, ...]
    """Events that the file says are cancelled as a whole."""
    read: int
    skipped: tuple[tuple[str, int], ...]
    """Why entries were left out, in Danish, with how many; the most frequent first."""
    seen_uids: tuple[str, ...] = ()
    """Every event the file tells about as a whole, also those without time in the period: what
    was read of them before no longer counts."""
    cancelled_occurrences: tuple[tuple[str, str], ...] = ()
    """Single occurrences (uid, occurrence) that the file says are cancelled."""

    def said(self) -> str:
        """Say it: ``12 aftaler læst. Sprunget over: 3 aflyst og 1 uden for perioden.``."""
        word = "aftale" if self.read == 1 else "aftaler"
        said = f"{self.read} {word} læst."
        if not self.skipped:
            return said
        return f"{said} Sprunget over: {listed([f'{n} {why}' for why, n in self.skipped])}."
