"""Which citizens the list shows: whose they are, where they stand, who has nothing planned."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bostoette.models.citizen_fields import ListedCitizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.key import Key
from bostoette.planning.citizen_search import narrowed


@dataclass(frozen=True, slots=True)
class CitizenFilter:
    """What the person wants to see; nothing chosen shows all who receive support."""

    worker: Key | None = None
    """Only citizens whose primary or secondary worker this is."""
    status: CitizenStatus | None = None
    """Only this status; None shows those who receive support."""
    ended_too: bool = False
    """With no status chosen, also those whose support has ended."""
    nothing_planned: bool = False
    not_heard_from: bool = False
    """Only citizens nobody has heard from for the rule's days (P43)."""
    mostly_alone: bool = False
    """Only citizens with a goal that is mostly done alone (P44)."""

    def fits(self, citizen: ListedCitizen, today: date) -> bool:
        """Tell whether a citizen is shown."""
        if self.worker is not None and self.worker not in (
            citizen.primary_worker_id,
            citizen.secondary_worker_id,
        ):
            return False
        if self.nothing_planned and citizen.next_day is not None:
            return False
        if self.not_heard_from and not citizen.silent:
            return False
        if self.mostly_alone and not citizen.mostly_alone:
            return False
        if self.status is not None:
            return citizen.status is self.status
        return self.ended_too or citizen.is_current(today)


@dataclass(frozen=True, slots=True)
class FoundCitizens:
    """Whom the list shows, and how many the search would find without the filter."""

    shown: tuple[ListedCitizen, ...]
    outside: int


def find(
    citizens: Iterable[ListedCitizen],
    texts: Mapping[Key, str],
    query: str,
    wanted: CitizenFilter,
    today: date,
) -> FoundCitizens:
    """Return whom search and filter show; ``texts`` are from `citizens_texts`."""
    every = narrowed(citizens, texts, query) if query.strip() else tuple(citizens)
    shown = tuple(one for one in every if wanted.fits(one, today))
    return FoundCitizens(shown, len(every) - len(shown))
