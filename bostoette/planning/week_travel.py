"""WeekWays is what is known of the ways in a week: from it follows where everybody drives."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.coordinates import Coordinates
from bostoette.models.key import Key
from bostoette.models.week_contact import WeekAppointment, WeekContact
from bostoette.models.whereabouts import Whereabouts
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.day_travel import DayStop, DayTravel, Saved, saved_by, travel_of_day
from bostoette.planning.travel import PlacePair, TravelKnowledge, TravelPlace


@dataclass(frozen=True, slots=True)
class WeekWays:
    """Where the citizens are found, and what is known of travel."""

    found: Mapping[Key, Whereabouts] = field(default_factory=dict)
    typed: Mapping[PlacePair, int] = field(default_factory=dict)
    centres: Mapping[str, Coordinates] = field(default_factory=dict)
    _places: dict[Key, TravelPlace] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def of_day(
        self,
        worker: WeekWorker,
        contacts: Iterable[WeekContact],
        appointments: Iterable[WeekAppointment],
    ) -> DayTravel:
        """Return a worker's trips on one day, from what she has on it; nothing called off."""
        return self._day(self._ways_of(worker), contacts, appointments)

    def _ways_of(self, worker: WeekWorker) -> tuple[TravelPlace, TravelKnowledge]:
        base = _place(f"base:{worker.id.hex()}", worker.base, is_base=True)
        return base, TravelKnowledge(worker.travel_mode, self.typed, postal_centres=self.centres)

    def _day(
        self,
        ways: tuple[TravelPlace, TravelKnowledge],
        contacts: Iterable[WeekContact],
        appointments: Iterable[WeekAppointment],
    ) -> DayTravel:
        base, known = ways
        stops = [self._stop(contact, base) for contact in contacts]
        stops += [
            DayStop(other.id, other.span, None, travels=False)
            for other in appointments
            if not other.all_day
        ]
        return travel_of_day(stops, base, known)

    def of_week(
        self,
        workers: Iterable[WeekWorker],
        contacts: Iterable[WeekContact],
        appointments: Iterable[WeekAppointment],
    ) -> dict[tuple[Key, date], DayTravel]:
        """Return the workers' trips on every day on which they have a contact that stands."""
        theirs: dict[tuple[Key, date], list[WeekContact]] = defaultdict(list)
        for contact in contacts:
            if contact.status.takes_time:
                for key in contact.workers:
                    theirs[key, contact.day].append(contact)
        others: dict[tuple[Key, date], list[WeekAppointment]] = defaultdict(list)
        for other in appointments:
            others[other.worker_id, other.day].append(other)
        by_key = {worker.id: self._ways_of(worker) for worker in workers}
        return {
            (key, day): self._day(by_key[key], stops, others.get((key, day), ()))
            for (key, day), stops in theirs.items()
            if key in by_key
        }

    def there_and_back(self, worker: WeekWorker, citizens: Iterable[Key]) -> dict[Key, Saved]:
        """Return by citizen the way between her and the worker's base, there and back."""
        base, known = self._ways_of(worker)
        return {citizen: saved_by(self._at(citizen), base, known) for citizen in citizens}

    def _stop(self, contact: WeekContact, base: TravelPlace) -> DayStop:
        """Say where a contact is held: with the first citizen, or at the centre, the base."""
        place = self._at(contact.citizens[0].id) if contact.citizens else None
        if contact.form.travels and contact.place is ContactPlace.CENTRE:
            place = base
        return DayStop(contact.id, contact.span, place, travels=contact.form.travels)

    def _at(self, citizen: Key) -> TravelPlace | None:
        """Return where a citizen is found, made once."""
        place = self._places.get(citizen)
        where = self.found.get(citizen)
        if place is None and where is not None:
            place = self._places[citizen] = _place(citizen.hex(), where)
        return place


def _place(key: str, whereabouts: Whereabouts, *, is_base: bool = False) -> TravelPlace:
    return TravelPlace(
        key,
        whereabouts.coordinates,
        whereabouts.postal_code,
        whereabouts.minutes_from_base,
        is_base,
    )
