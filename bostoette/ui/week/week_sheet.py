"""Turns a Week of values into the sheet that the grid shows."""

from collections.abc import Callable, Iterable
from datetime import date

from bostoette.models.key import Key
from bostoette.models.timespan import DAY_MINUTES, TimeSpan
from bostoette.models.week_contact import WeekAppointment, WeekContact
from bostoette.planning.day_travel import DayTravel, TravelLeg
from bostoette.planning.week_check import WeekSentence
from bostoette.services.week import Week
from bostoette.ui.naming import Naming
from bostoette.ui.week.week_card import TravelBlock, WeekCard, WeekSheet

PurposeTitles = dict[str, str]


def sheet_of(
    week: Week,
    *,
    said: Iterable[WeekSentence],
    purposes: PurposeTitles,
    naming: Naming,
    today: date,
    day_name: Callable[[date], str | None] | None,
) -> WeekSheet:
    """Return the sheet; holidays are left out until ``day_name`` is at hand."""
    warnings: dict[Key, str] = {}
    for sentence in said:
        for key in sentence.contacts:
            warnings.setdefault(key, sentence.text)
    several = len(week.workers) > 1
    initials = {worker.id: worker.initials for worker in week.workers}
    cards = [
        _contact_card(
            contact, warnings.get(contact.id), purposes, naming, initials, several=several
        )
        for contact in week.contacts
    ]
    cards.extend(
        _appointment_card(other, initials[other.worker_id] if several else "")
        for other in week.appointments
        if not other.all_day
    )
    return WeekSheet(
        week.week,
        tuple(cards),
        () if several else tuple(_blocks(week)),
        _day_names(week, day_name),
        today,
    )


def _contact_card(
    contact: WeekContact,
    warning: str | None,
    purposes: PurposeTitles,
    naming: Naming,
    initials: dict[Key, str],
    *,
    several: bool,
) -> WeekCard:
    names = " og ".join(
        naming.name_of(citizen.name, citizen.initials) for citizen in contact.citizens
    )
    return WeekCard(
        contact.id,
        contact.span,
        contact.initials or "Hotline",
        form=contact.form,
        detail=purposes.get(contact.purpose_id, ""),
        status=contact.status,
        worker=initials.get(contact.workers[0], "") if several else "",
        series=contact.series_id is not None,
        warning=warning,
        spoken=names or "hotline",
        movable=contact.status.takes_time and contact.status.value == "planned",
    )


def _appointment_card(other: WeekAppointment, worker: str) -> WeekCard:
    return WeekCard(
        other.id,
        other.span,
        other.title or other.kind.danish,
        worker=worker,
        movable=other.kind.value != "imported",
    )


def _blocks(week: Week) -> Iterable[TravelBlock]:
    for (_worker, day), travel in week.travel.items():
        yield from _blocks_of_day(day, travel)


def _blocks_of_day(day: date, travel: DayTravel) -> Iterable[TravelBlock]:
    for leg in travel.legs:
        span = _leg_span(day, leg)
        if span is not None:
            yield TravelBlock(span, leg.estimate.said(), leg.to_stop)


def _leg_span(day: date, leg: TravelLeg) -> TimeSpan | None:
    departs, arrives = max(leg.departs, 0), min(leg.arrives, DAY_MINUTES)
    return TimeSpan(day, departs, arrives - departs) if arrives > departs else None


def _day_names(week: Week, day_name: Callable[[date], str | None] | None) -> dict[date, str]:
    if day_name is None:
        return {}
    named = ((day, day_name(day)) for day in week.week.days)
    names = {day: name for day, name in named if name}
    for other in week.appointments:
        if other.all_day:
            title = other.title or other.kind.danish
            names[other.day] = f"{names[other.day]} · {title}" if other.day in names else title
    for away in week.absences:
        for day in week.week.days:
            if away.covers(day):
                said = f"væk: {away.kind.danish.lower()}"
                names[day] = f"{names[day]} · {said}" if day in names else said
    return names
