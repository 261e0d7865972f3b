"""Turns a Week of values into the sheet that the grid shows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.key import Key
from bostoette.models.timespan import DAY_MINUTES, TimeSpan
from bostoette.models.week_contact import WeekAppointment, WeekContact
from bostoette.models.wording import listed
from bostoette.planning.day_travel import DayTravel, TravelLeg
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services.week import Week
from bostoette.ui.naming import Naming
from bostoette.ui.week.week_card import Person, TravelBlock, WeekCard, WeekSheet

PurposeTitles = dict[str, str]


@dataclass(frozen=True, slots=True)
class Around:
    """What a sheet tells beside the week itself."""

    said: Iterable[WeekSentence]
    purposes: PurposeTitles
    naming: Naming
    today: date
    day_name: Callable[[date], str | None] | None
    """None until the calendar's holidays are at hand."""
    colleagues: Mapping[Key, str] = field(default_factory=dict)
    """Initials of the workers whose weeks are not shown."""
    uninformed: frozenset[Key] = frozenset()
    """The contacts whose citizen has not been told of a change yet (P49)."""
    team: bool = False
    """Workers stand beside one another, even where there is only one."""
    day: date | None = None
    """The one day that is shown of a team."""


def sheet_around(week: Week, around: Around) -> WeekSheet:
    """Return the sheet: an appearance for each worker who takes part, and what lies around."""
    return WeekSheet(
        week.week,
        tuple(_cards(week, around)),
        tuple(_blocks(week, around.day)) if around.day or not around.team else (),
        _day_names(week, around),
        around.today,
        tuple(_people(week)) if around.team else (),
        around.day if around.team else None,
    )


def _cards(week: Week, around: Around) -> Iterator[WeekCard]:
    warnings: dict[Key, str] = {}
    for sentence in around.said:
        for key in sentence.contacts:
            warnings.setdefault(key, sentence.text)
    initials = {**around.colleagues, **{one.id: one.initials for one in week.workers}}
    shown = {worker.id for worker in week.workers}
    for contact in week.contacts:
        if around.day in {None, contact.day}:
            card = _contact_card(contact, warnings.get(contact.id), around)
            for worker in contact.workers:
                if worker in shown:
                    yield replace(
                        card,
                        worker_id=worker,
                        worker=initials[worker] if around.team else "",
                        together=_others(contact.workers, worker, initials),
                    )
    for other in week.appointments:
        if not other.all_day and around.day in {None, other.day}:
            yield _appointment_card(
                other, initials[other.worker_id] if around.team else "", around.naming
            )


def _others(workers: tuple[Key, ...], worker: Key, initials: Mapping[Key, str]) -> str:
    if len(workers) == 1:
        return ""
    return listed([initials.get(key, "en kollega") for key in workers if key != worker])


def _people(week: Week) -> Iterator[Person]:
    for worker in week.workers:
        away = {
            day
            for absence in week.absences
            if absence.worker_id == worker.id
            for day in week.week.days
            if absence.covers(day)
        }
        yield Person(worker.id, worker.initials, worker.name, frozenset(away))


def _contact_card(contact: WeekContact, warning: str | None, around: Around) -> WeekCard:
    names = listed(
        around.naming.name_of(citizen.name, citizen.initials) for citizen in contact.citizens
    )
    return WeekCard(
        contact.id,
        contact.span,
        contact.initials or contact.variant.alone,
        form=contact.form,
        detail=_detail(contact, around),
        status=contact.status,
        series=contact.series_id is not None,
        warning=warning,
        spoken=names or contact.variant.alone.lower(),
        movable=contact.status is ContactStatus.PLANNED,
        uninformed=contact.id in around.uninformed,
        unplanned=contact.unplanned,
        alone=not contact.citizens,
    )


def _detail(contact: WeekContact, around: Around) -> str:
    """Say what it is for; a delivery, a webinar or a meeting by its own word."""
    if contact.variant is not ContactVariant.ORDINARY:
        return contact.variant.danish
    return around.purposes.get(contact.purpose_id, "")


def _appointment_card(other: WeekAppointment, worker: str, naming: Naming) -> WeekCard:
    return WeekCard(
        other.id,
        other.span,
        naming.title_of(other.title, other.kind.danish),
        worker=worker,
        movable=other.kind is not AppointmentKind.IMPORTED,
        worker_id=other.worker_id,
    )


def _blocks(week: Week, only: date | None) -> Iterable[TravelBlock]:
    for (worker, day), travel in week.travel.items():
        if only in {None, day}:
            yield from blocks_of_day(worker, day, travel)


def blocks_of_day(worker: Key, day: date, travel: DayTravel) -> Iterable[TravelBlock]:
    """Give a worker's trips of a day as they are drawn."""
    for leg in travel.legs:
        span = _leg_span(day, leg)
        if span is not None:
            yield TravelBlock(span, leg.estimate.said(), leg.to_stop, worker)


def _leg_span(day: date, leg: TravelLeg) -> TimeSpan | None:
    departs, arrives = max(leg.departs, 0), min(leg.arrives, DAY_MINUTES)
    return TimeSpan(day, departs, arrives - departs) if arrives > departs else None


def _day_names(week: Week, around: Around) -> dict[date, str]:
    """Name the days: holidays, and in one worker's week also her all-day time and absences."""
    if around.day_name is None:
        return {}
    named = ((day, around.day_name(day)) for day in week.week.days)
    names = {day: name for day, name in named if name}
    for day, said in () if around.team else _own_days(week, around.naming):
        names[day] = f"{names[day]} · {said}" if day in names else said
    return names


def _own_days(week: Week, naming: Naming) -> Iterator[tuple[date, str]]:
    for other in week.appointments:
        if other.all_day:
            yield other.day, naming.title_of(other.title, other.kind.danish)
    for away in week.absences:
        for day in week.week.days:
            if away.covers(day):
                yield day, f"væk: {away.kind.danish.lower()}"
