"""What becomes of a template week (skabelonuge) that is laid: as a copy, week by week of the rule.

A rotation of several weeks begins anew when it is through. Laying merges as a copy does: nothing
that stands is changed or doubled, and what may be wanted all the same is asked about.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import CitizenName, WeekAppointment, WeekContact
from bostoette.planning.copying import (
    CopyFate,
    CopyGround,
    CopyLine,
    CopyWish,
    lines_of_copy,
)

MOST_WEEKS_LAID = 26
"""So many weeks ahead at once: half a year."""
_NOWHEN = date(1, 1, 1)
"""The Monday that a template's lines are thought to lie after; no week is laid on it."""


def last_day(first: date, weeks: int) -> date:
    """Return the last day of so many weeks from a Monday."""
    return first + timedelta(weeks=weeks, days=-1)


def weeks_said(first: date, weeks: int) -> str:
    """Say so many weeks from a Monday: ``uge 50``, ``uge 50–57``."""
    begin, end = IsoWeek.of(first).number, IsoWeek.of(last_day(first, weeks)).number
    return f"uge {begin}" if weeks == 1 else f"uge {begin}–{end}"


@dataclass(frozen=True, slots=True)
class TemplatePart:
    """One contact, or stretch of own time, of a template."""

    key: Key
    week: int
    """0 is the rotation's first week."""
    weekday: int
    start: int
    minutes: int
    form: ContactForm | None
    """None for own time."""
    citizens: tuple[CitizenName, ...] = ()
    workers: tuple[Key, ...] = ()
    kind: AppointmentKind = AppointmentKind.OTHER
    title: str = ""
    all_day: bool = False
    series_id: Key | None = None
    variant: ContactVariant = ContactVariant.ORDINARY

    @property
    def span(self) -> TimeSpan:
        """When it is, in weeks that are nowhere."""
        return TimeSpan(_NOWHEN + timedelta(days=self.weekday), self.start, self.minutes)


@dataclass(frozen=True, slots=True)
class LayWish:
    """Which template is laid for whom, from which Monday, and for how many weeks.

    Raises PlanError where the number of weeks cannot be.
    """

    template_id: Key
    worker_id: Key
    first: date
    weeks: int
    begin_with: int = 0
    """Which week of the rotation comes first; 0 is its first."""
    own_time: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.weeks <= MOST_WEEKS_LAID:
            raise PlanError(f"Vælg mellem 1 og {MOST_WEEKS_LAID} uger. Intet er ændret.")

    @property
    def last(self) -> date:
        """The last day of the weeks that are laid."""
        return last_day(self.first, self.weeks)

    @property
    def said(self) -> str:
        """Say the weeks: ``uge 50``, ``uge 50–57``."""
        return weeks_said(self.first, self.weeks)

    def mondays_of(self, week: int, rotation: int) -> tuple[date, ...]:
        """Return the Mondays on which a week of the rotation falls."""
        return tuple(
            self.first + timedelta(weeks=ahead)
            for ahead in range(self.weeks)
            if (self.begin_with + ahead) % rotation == week
        )


def lines_of_laying(
    wish: LayWish,
    rotation: int,
    parts: Sequence[TemplatePart],
    stopped: Mapping[Key, str],
    ground: CopyGround,
) -> tuple[CopyLine, ...]:
    """Return what becomes of every part in every week, in order of time.

    ``stopped`` says of parts that nobody can hold any more why.
    """
    lines = [
        _refused(line, stopped.get(line.original, ""))
        for week in range(rotation)
        for line in _lines_of_week(wish, week, rotation, parts, ground)
    ]
    return tuple(sorted(lines, key=lambda one: (one.to, one.title, one.original)))


def contacts_of(parts: Sequence[TemplatePart]) -> list[WeekContact]:
    """Return the parts that are contacts, as contacts of a week that is nowhere."""
    return [_as_contact(part, part.form) for part in parts if part.form is not None]


def _lines_of_week(
    wish: LayWish,
    week: int,
    rotation: int,
    parts: Sequence[TemplatePart],
    ground: CopyGround,
) -> Iterator[CopyLine]:
    mondays = wish.mondays_of(week, rotation)
    if not mondays:
        return
    mine = [part for part in parts if part.week == week]
    copied = CopyWish((wish.worker_id,), _NOWHEN, mondays, own_time=wish.own_time)
    own_time = [_as_appointment(part, wish.worker_id) for part in mine if part.form is None]
    yield from lines_of_copy(
        copied, replace(ground, originals=contacts_of(mine), own_time=own_time)
    )


def _refused(line: CopyLine, why: str) -> CopyLine:
    if not why or line.fate is CopyFate.SKIPPED:
        return line
    return replace(line, fate=CopyFate.SKIPPED, why=why)


def _as_contact(part: TemplatePart, form: ContactForm) -> WeekContact:
    span = part.span
    return WeekContact(
        part.key,
        0,
        span.day,
        span.start,
        span.minutes,
        form,
        ContactStatus.PLANNED,
        "",
        ContactPlace.HOME,
        False,  # noqa: FBT003 - not agreed with the citizen
        part.series_id,
        part.workers,
        part.citizens,
        variant=part.variant,
    )


def _as_appointment(part: TemplatePart, worker_id: Key) -> WeekAppointment:
    span = part.span
    return WeekAppointment(
        part.key,
        0,
        worker_id,
        part.kind,
        part.title,
        span.day,
        span.start,
        span.minutes,
        part.all_day,
    )
