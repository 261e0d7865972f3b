"""What has no time yet: the lines of a contact agreement (P02) that a week does not fill.

A line counts contacts in its own period: the ISO week; N weeks, counted from the ISO week in which
the agreement begins; or the calendar month. What counts:

* A contact that is planned or held fills a line; one that was called off or missed does not, nor
  does one that nobody had planned (``unplanned``).
* One that was converted counts once, on its own day and in its own form, by what came instead: a
  visit that became a phone call fills the line of visits. If what came instead is called off too,
  the line is open again.
* Each contact fills one line, wherever there is a way to fill them all; where there is none, lines
  with a single form come before flexible ones, and short periods before long ones.

A line per several weeks is asked for in its period's last week, one per month from the month's
last whole week on; before that it can wait. A week belongs to the month of its Thursday.

Where the agreement changes in the middle of a week, the one that holds on Monday counts for the
whole week; where none does, the first that begins in the week.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.citizen_kinds import AgreementRhythm, CitizenStatus
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.tray_contact import Origin, TrayContact

WEEK_DAYS = 7
THURSDAY = 3
REMEMBERED = 1024
"""Periods that are kept: the citizens of a team share most of them."""
TAKES_PLACE = frozenset({ContactStatus.PLANNED, ContactStatus.HELD})


@dataclass(frozen=True, slots=True)
class Period:
    """The days in which a line counts, and the first week in which it is asked for."""

    first: date
    last: date
    asked_from: IsoWeek


@dataclass(frozen=True, slots=True)
class MissingLine:
    """A line that is not filled: how many contacts lack a time, and until when there is room."""

    place: int
    """Which line of the agreement."""
    line: AgreementLineFields
    number: int
    until: date
    waits: bool
    """It may still wait for a later week of its period."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """One contact that a line asks for in one of its periods."""

    place: int
    """Which line of the agreement."""
    forms: tuple[ContactForm, ...]
    period: Period


def agreement_for(agreements: Iterable[AgreementFields], week: IsoWeek) -> AgreementFields | None:
    """Return the agreement that counts for a week: Monday's, else the first begun in the week."""
    holding = [
        one
        for one in agreements
        if one.valid_from <= week.sunday and (one.valid_to is None or week.monday <= one.valid_to)
    ]
    return min(holding, key=lambda one: one.valid_from, default=None)


def receives_support(status: CitizenStatus, since: date | None, week: IsoWeek) -> bool:
    """Tell whether a week is planned for a citizen; not from the week on in which it stops."""
    if status is CitizenStatus.ACTIVE:
        return True
    return since is not None and since > week.sunday


def period_of(line: AgreementLineFields, valid_from: date, week: IsoWeek) -> Period:
    """Return the period of a line that a week lies in."""
    if line.rhythm is AgreementRhythm.MONTH:
        return _month((week.monday + timedelta(days=THURSDAY)).replace(day=1))
    weeks = line.every_weeks if line.rhythm is AgreementRhythm.N_WEEKS else 1
    return _weeks(weeks, IsoWeek.of(valid_from), week)


def days_needed(agreement: AgreementFields, week: IsoWeek) -> tuple[date, date]:
    """Return the first and last day whose contacts decide what a week lacks."""
    within = week.monday, week.sunday
    if not any(_is_long(line) for line in agreement.lines):
        return within
    for _ in range(2):  # what shares a period with the week, and what may take its contacts
        periods = [
            period
            for line in agreement.lines
            for period in _periods(line, agreement.valid_from, *within)
        ]
        within = min(one.first for one in periods), max(one.last for one in periods)
    return within


def missing_lines(
    agreement: AgreementFields | None, contacts: Sequence[TrayContact], week: IsoWeek
) -> tuple[MissingLine, ...]:
    """Return what a citizen's week lacks of what was agreed, in the order of the agreement.

    ``contacts`` are all of hers on the `days_needed`. Nothing is asked for on demand (P77).
    """
    if agreement is None or not agreement.asks_for_times:
        return ()
    openings = _openings(agreement, week)
    open_ones = _left_open(openings, list(_fillings(contacts)))
    found: list[MissingLine] = []
    for place, line in enumerate(agreement.lines):
        period = period_of(line, agreement.valid_from, week)
        lacking = sum(one.place == place and one.period == period for one in open_ones)
        if lacking:
            waits = week < period.asked_from
            found.append(MissingLine(place, line, lacking, period.last, waits))
    return tuple(found)


def _is_long(line: AgreementLineFields) -> bool:
    if line.rhythm is AgreementRhythm.N_WEEKS:
        return line.every_weeks > 1
    return line.rhythm is AgreementRhythm.MONTH


@lru_cache(REMEMBERED)
def _weeks(weeks: int, begin: IsoWeek, week: IsoWeek) -> Period:
    gone = (week.monday - begin.monday).days // WEEK_DAYS
    first = begin.plus(gone // weeks * weeks)
    last = first.plus(weeks - 1)
    return Period(first.monday, last.sunday, last)


@lru_cache(REMEMBERED)
def _month(first: date) -> Period:
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    last_sunday = last - timedelta(days=last.isoweekday() % WEEK_DAYS)
    return Period(first, last, IsoWeek.of(last_sunday))


def _periods(
    line: AgreementLineFields, valid_from: date, first: date, last: date
) -> Iterator[Period]:
    """Give every period of a line that the weeks between two days lie in."""
    week = max(IsoWeek.of(first), IsoWeek.of(valid_from))
    while week.monday <= last:
        period = period_of(line, valid_from, week)
        yield period
        back_to_thursday = timedelta(days=(period.last.weekday() - THURSDAY) % WEEK_DAYS)
        week = IsoWeek.of(period.last - back_to_thursday).plus(1)


def _openings(agreement: AgreementFields, week: IsoWeek) -> list[_Opening]:
    """List all that is asked for around the week, the most particular first."""
    first, last = days_needed(agreement, week)
    found: list[_Opening] = []
    for place, line in enumerate(agreement.lines):
        for period in _periods(line, agreement.valid_from, first, last):
            if first <= period.first and period.last <= last:
                found += [_Opening(place, line.forms, period)] * line.number
    return sorted(found, key=_priority)


def _priority(opening: _Opening) -> tuple[bool, timedelta, int]:
    period = opening.period
    return len(opening.forms) > 1, period.last - period.first, len(opening.forms)


def _left_open(
    openings: Sequence[_Opening], fillings: Sequence[tuple[date, ContactForm]]
) -> list[_Opening]:
    """Return the openings that stay open when the contacts fill as many as they can.

    Each opening in turn takes a contact, moving others on where they have another one. What was
    filled once stays filled, so the first ones asked for come first.
    """
    offers = [
        [
            place
            for place, (day, form) in enumerate(fillings)
            if form in one.forms and one.period.first <= day <= one.period.last
        ]
        for one in openings
    ]
    taken: dict[int, int] = {}
    return [one for place, one in enumerate(openings) if not _find_room(place, offers, taken)]


def _find_room(opening: int, offers: Sequence[Sequence[int]], taken: dict[int, int]) -> bool:
    """Let an opening take a contact, along a path of others that move on; tell whether it did."""
    came_by: dict[int, int] = {}
    waiting = deque([opening])
    while waiting:
        asking = waiting.popleft()
        for filling in offers[asking]:
            if filling in came_by:
                continue
            came_by[filling] = asking
            if filling in taken:
                waiting.append(taken[filling])
                continue
            _move_along(filling, opening, came_by, taken)
            return True
    return False


def _move_along(free: int, opening: int, came_by: Mapping[int, int], taken: dict[int, int]) -> None:
    filling, asking = free, came_by[free]
    while True:
        before = next((one for one, by in taken.items() if by == asking), None)
        taken[filling] = asking
        if asking == opening or before is None:
            return
        filling, asking = before, came_by[before]


def _fillings(contacts: Iterable[TrayContact]) -> Iterable[tuple[date, ContactForm]]:
    """Give the day and form of everything that fills a line; a converted contact once."""
    planned = {one.id: one for one in contacts if not one.unplanned}
    came_instead: dict[Key, list[TrayContact]] = defaultdict(list)
    beginnings: dict[Key, Origin] = {}
    for one in planned.values():
        if one.origin is None:
            beginnings[one.id] = Origin(one.id, one.day, one.form)
        else:
            came_instead[one.origin.id].append(one)
            if one.origin.id not in planned:
                beginnings[one.origin.id] = one.origin

    def takes_place(key: Key) -> bool:
        itself, later = planned.get(key), came_instead.get(key, [])
        if itself is not None and itself.status in TAKES_PLACE:
            return True
        if not later:
            return itself is not None and itself.status is ContactStatus.CONVERTED
        return any(takes_place(one.id) for one in later)

    for begun in beginnings.values():
        if takes_place(begun.id):
            yield begun.day, begun.form
