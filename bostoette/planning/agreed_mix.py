"""The agreed mix against what was planned and held (P02), each line counted in its own period.

Periods, and which agreement counts for a week, are those of the tray (`planning.tray`). From the
day on which support stops nothing is missing, and after the week of that day nothing is agreed.
A contact fills one line at most: one with a single form before a flexible one, then the one whose
length is nearest. Planned and held contacts fill a line; one that came instead of another fills
the line, and the period, of the one it came instead of, and a video that went over to the phone
that of the video (P65). What was called off, what nobody came to, and what nobody had planned fills
none.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bostoette.models.citizen_contact import CitizenContact, Exchanged
from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.planning.tray import Period, agreement_for, period_of

_COUNTED = (ContactStatus.PLANNED, ContactStatus.HELD)


@dataclass(frozen=True, slots=True)
class LineCount:
    """One line of an agreement in one of its periods: contacts, and their minutes."""

    line: AgreementLineFields
    period: Period
    planned: int = 0
    """Contacts that are planned and not held yet."""
    held: int = 0
    held_minutes: int = 0
    stops: bool = False
    """Support stops before the period is over: what is left of it is not missing."""

    @property
    def missing(self) -> int:
        """Contacts agreed that are neither held nor planned."""
        return 0 if self.stops else max(0, self.line.number - self.planned - self.held)


@dataclass(frozen=True, slots=True)
class WeekMix:
    """One week of a citizen: each agreed line in the period that holds the week, and the rest."""

    week: IsoWeek
    lines: tuple[LineCount, ...]
    """Empty where nothing was agreed."""
    beside: tuple[CitizenContact, ...]
    """The week's planned and held contacts that fill no line."""
    on_demand: bool = False

    @property
    def agreed(self) -> bool:
        """Tell whether an agreement held in the week."""
        return bool(self.lines) or self.on_demand

    @property
    def deviates(self) -> bool:
        """Tell whether something was added, or is missing in a period that the week ends."""
        over = (one for one in self.lines if one.period.last <= self.week.sunday)
        return bool(self.beside) or any(one.missing for one in over)


def mix_of_weeks(
    agreements: Iterable[AgreementFields],
    contacts: Iterable[CitizenContact],
    weeks: Sequence[IsoWeek],
    stops_on: date = date.max,
) -> tuple[WeekMix, ...]:
    """Count each week's agreed lines; ``contacts`` are hers, at least in the whole periods.

    ``stops_on`` is the day from which she gets no support, where there is one.
    """
    known, every = tuple(agreements), tuple(contacts)
    counted = [one for one in every if one.status in _COUNTED]
    filled = _filled(known, counted, {one.id: one.came_from for one in every})
    used = {one.id for found in filled.values() for one in found}
    beside = [one for one in counted if one.id not in used]

    def holding(week: IsoWeek) -> AgreementFields | None:
        return agreement_for(known, week) if week.monday < stops_on else None

    return tuple(_week_mix(week, holding(week), filled, beside, stops_on) for week in weeks)


def minutes_by_form(
    contacts: Iterable[CitizenContact], first: date, last: date
) -> dict[ContactForm, int]:
    """Return the minutes planned and held in each form, in the forms' own order."""
    minutes: dict[ContactForm, int] = defaultdict(int)
    for one in contacts:
        if first <= one.day <= last and one.status in _COUNTED:
            held = one.status is ContactStatus.HELD
            minutes[one.form] += one.held_minutes if held else one.minutes
    return {form: minutes[form] for form in ContactForm if minutes[form]}


_Place = tuple[date, int, Period]
"""A line in a period: the day its agreement holds from, its place in it, and the period."""


def _filled(
    agreements: Sequence[AgreementFields],
    contacts: list[CitizenContact],
    origins: Mapping[Key, Exchanged | None],
) -> dict[_Place, list[CitizenContact]]:
    """Let each contact, in order of time, fill the best line that has room."""
    filled: dict[_Place, list[CitizenContact]] = defaultdict(list)
    for contact in sorted(contacts, key=lambda one: (one.day, one.start)):
        if contact.unplanned and contact.came_from is None:
            continue
        form, day = _meant(contact, origins)
        agreement = agreement_for(agreements, IsoWeek.of(day))
        for number in _fitting(agreement, form, contact.minutes):
            assert agreement is not None  # noqa: S101 - without one nothing fits
            line = agreement.lines[number]
            place = (agreement.valid_from, number, _period_on(line, agreement.valid_from, day))
            if len(filled[place]) < line.number:
                filled[place].append(contact)
                break
    return filled


def _meant(
    contact: CitizenContact, origins: Mapping[Key, Exchanged | None]
) -> tuple[ContactForm, date]:
    """Return the form and day that were agreed: those of the first one it came instead of."""
    form, day, origin = contact.went_over or contact.form, contact.day, contact.came_from
    while origin is not None:
        form, day, origin = origin.form, origin.day, origins.get(origin.id)
    return form, day


def _fitting(agreement: AgreementFields | None, form: ContactForm, minutes: int) -> list[int]:
    """Return the places of the lines a form can fill, the best first."""
    lines = agreement.lines if agreement else ()

    def rank(number: int) -> tuple[bool, int]:
        return lines[number].flexible, abs(lines[number].minutes - minutes)

    return sorted((n for n, line in enumerate(lines) if form in line.forms), key=rank)


def _week_mix(
    week: IsoWeek,
    agreement: AgreementFields | None,
    filled: dict[_Place, list[CitizenContact]],
    beside: list[CitizenContact],
    stops_on: date,
) -> WeekMix:
    added = tuple(one for one in beside if IsoWeek.of(one.day) == week)
    if agreement is None:
        return WeekMix(week, (), added)
    counts = []
    for number, line in enumerate(agreement.lines):
        period = period_of(line, agreement.valid_from, week)
        found = filled.get((agreement.valid_from, number, period), [])
        counts.append(_count(line, period, found, stops_on))
    return WeekMix(week, tuple(counts), added, agreement.on_demand)


def _count(
    line: AgreementLineFields, period: Period, found: list[CitizenContact], stops_on: date
) -> LineCount:
    held = [one for one in found if one.status is ContactStatus.HELD]
    planned = [one for one in found if one.status is ContactStatus.PLANNED]
    return LineCount(
        line,
        period,
        len(planned),
        len(held),
        sum(one.held_minutes for one in held),
        stops=stops_on <= period.last,
    )


def _period_on(line: AgreementLineFields, valid_from: date, day: date) -> Period:
    """Return the period that holds a day; a week may belong to the month beside the day's own."""
    week = IsoWeek.of(day)
    near = (period_of(line, valid_from, week.plus(away)) for away in (0, -1, 1))
    return next(one for one in near if one.first <= day <= one.last)
