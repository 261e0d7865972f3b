"""Looks ahead while something is dragged: its trips, and the sentences it would raise."""

from collections.abc import Iterator
from itertools import pairwise

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import CitizenName, WeekContact
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.day_travel import DayTravel, TravelLeg
from bostoette.planning.what_if import NEW, new_contact, what_if
from bostoette.ui.week.foresight import Foresight, Ghost
from bostoette.ui.week.week_card import WeekCard
from bostoette.ui.week.week_page import WeekPage
from bostoette.ui.week.week_sheet import blocks_of_day


class LookAhead:
    """Knows the week that is shown; nothing is known of other weeks and other time."""

    def __init__(self, page: WeekPage) -> None:
        self._page = page

    def __call__(self, card: WeekCard, ghost: Ghost) -> Foresight:
        """Say what letting go would bring."""
        week = self._page.checked
        held = next((one for one in self._page.shown.contacts if one.id == card.key), None)
        if week is None or held is None or ghost.span.day not in self._page.week.days:
            return Foresight()
        contact = _as_wanted(held, card, ghost)
        if (contact, ghost.span) == (held, card.span):
            return Foresight()
        return _foreseen(week, contact, ghost)


def foresight_of(
    page: WeekPage, citizen: CitizenName, form: ContactForm, span: TimeSpan, worker: Key
) -> Foresight:
    """Say what a contact that is not stored yet would bring at a time of the week shown."""
    week = page.checked
    if week is None or worker not in week.workers or span.day not in page.week.days:
        return Foresight()
    contact = new_contact(span, form, "", (worker,), (citizen,))
    return _foreseen(week, contact, Ghost(span, worker))


def _foreseen(week: CheckedWeek, contact: WeekContact, ghost: Ghost) -> Foresight:
    said = what_if(week, contact, ghost.span, contact.form)
    travel = _travel(week, contact, ghost)
    legs = tuple(blocks_of_day(ghost.worker, ghost.span.day, travel))
    return Foresight(legs, tuple(sentence.text for sentence in said))


def _as_wanted(held: WeekContact, card: WeekCard, ghost: Ghost) -> WeekContact:
    """Return the contact with the colleague who would take over; a copy is a new one."""
    if ghost.copy:
        return held._replace(id=NEW, version=0, agreed_with_citizen=False, series_id=None)
    if ghost.worker == card.worker_id:
        return held
    workers = tuple(ghost.worker if key == card.worker_id else key for key in held.workers)
    return held._replace(workers=workers)


def _travel(week: CheckedWeek, contact: WeekContact, ghost: Ghost) -> DayTravel:
    """Return the trips to the contact and on from it."""
    span = ghost.span
    moved = contact._replace(day=span.day, start=span.start, minutes=span.minutes)
    own = [
        one
        for one in week.standing
        if ghost.worker in one.workers and one.day == span.day and one.id != contact.id
    ]
    busy = [
        one for one in week.appointments if one.worker_id == ghost.worker and one.day == span.day
    ]
    whole = week.ways.of_day(week.workers[ghost.worker], [*own, moved], busy)
    return DayTravel(tuple(_around(whole, contact.id)), whole.saved)


def _around(travel: DayTravel, contact: Key) -> Iterator[TravelLeg]:
    """Give the trip to a contact and the one after it."""
    yield from travel.legs[:1] if travel.legs and travel.legs[0].to_stop == contact else ()
    for leg, after in pairwise(travel.legs):
        if contact in {leg.to_stop, after.to_stop}:
            yield after
