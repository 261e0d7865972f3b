"""What becomes of a week or a day that is copied: each contact is copied, asked about or left out.

Nothing is stored before a person has seen the list. A copy merges: what stands in the target
already stays, and is not doubled. What may be wanted all the same (a holiday, an absence, a day
that has passed) is asked about; what would be wrong is left out, and both say why.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.promised import Promised
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import CitizenName, WeekAppointment, WeekContact
from bostoette.models.wording import from_to, listed, short_day, week_title
from bostoette.models.worker_day import Away
from bostoette.planning.recurrence import occurrences

WEEK_DAYS = 7
CopyKey = tuple[Key, date]
"""One copy: the original's key and the day that it is copied to."""
_ORIGINALS = frozenset({ContactStatus.PLANNED, ContactStatus.HELD})
_GONE = {
    CitizenStatus.PAUSED: "på pause",
    CitizenStatus.ENDED: "afsluttet",
    CitizenStatus.DEAD: "død",
    CitizenStatus.MOVED_AWAY: "flyttet",
}


@dataclass(frozen=True, slots=True)
class CopyWish:
    """Whose week or day is copied to where; ``days`` is 7 for a week and 1 for a day.

    Raises PlanError where there is nowhere to copy to, or where it would be copied onto itself.
    """

    workers: tuple[Key, ...]
    source: date
    """The first day that is copied."""
    targets: tuple[date, ...]
    """The first days that it is copied to."""
    days: int = WEEK_DAYS
    own_time: bool = False
    """Meetings and other own time are copied too."""

    def __post_init__(self) -> None:
        what = "uge" if self.is_week else "dag"
        if not self.targets:
            raise PlanError(f"Vælg mindst én {what} at kopiere til. Intet er ændret.")
        if self.source in self.targets:
            raise PlanError(
                f"En {what} kan ikke kopieres oven i sig selv. Intet er ændret; "
                f"vælg en anden {what}."
            )
        if not self.workers:
            raise PlanError("Vælg mindst én medarbejder. Intet er ændret.")

    @property
    def is_week(self) -> bool:
        """Tell whether whole weeks are copied."""
        return self.days == WEEK_DAYS

    @property
    def label(self) -> str:
        """The step's name: ``Kopiér uge 48 til uge 50 og 51``."""
        if self.is_week:
            numbers = [str(IsoWeek.of(day).number) for day in self.targets]
            return f"Kopiér {week_title(IsoWeek.of(self.source))} til uge {listed(numbers)}"
        return f"Kopiér {short_day(self.source)} til {listed([*map(short_day, self.targets)])}"

    @property
    def last_source(self) -> date:
        """The last day that is copied."""
        return self.source + timedelta(days=self.days - 1)

    def target_of(self, day: date) -> date:
        """Return the first day of the target that a day lies in."""
        return max(first for first in self.targets if first <= day)


class CopyFate(StrEnum):
    """What becomes of one copy."""

    COPIED = "copied"
    ASKED = "asked"
    """Left out unless the person takes it along."""
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One contact, or stretch of own time, on its way to one target."""

    original: Key
    to: TimeSpan
    form: ContactForm | None
    """None for own time."""
    citizens: tuple[CitizenName, ...]
    """Who is copied along; of a group only those who are still supported."""
    title: str
    """Own time's words; empty for a contact."""
    fate: CopyFate
    why: str = ""
    """Why it is left out or asked about, or what it stands beside, in a few Danish words."""

    @property
    def key(self) -> CopyKey:
        """What tells this copy from all others."""
        return self.original, self.to.day


@dataclass(frozen=True, slots=True)
class CopiedSeries:
    """A series that an original belongs to: its rule, and to which day its contacts exist."""

    rule: SeriesRule
    made_until: date


@dataclass(frozen=True)
class CopyGround:
    """All that a copy looks at, in the source and in the targets."""

    originals: Sequence[WeekContact]
    own_time: Sequence[WeekAppointment]
    unplanned: frozenset[Key]
    """Originals that came up on the day."""
    standing: Sequence[WeekContact]
    """Contacts in the targets, of the workers and of the citizens."""
    appointments: Sequence[WeekAppointment]
    absences: Sequence[Away]
    workers: Mapping[Key, str]
    """Initials."""
    citizens: Mapping[Key, tuple[CitizenStatus, date | None]]
    """Where each citizen's support stands, and since when."""
    series: Mapping[Key, CopiedSeries]
    holiday: Callable[[date], str | None]
    today: date
    promises: Mapping[Key, Sequence[Promised]] = field(default_factory=dict)
    """The citizens' grants and agreements, old ones too."""
    refused: Mapping[Key, frozenset[ContactForm]] = field(default_factory=dict)
    """The forms that each citizen says no to (P04)."""
    asks_about_clashes: bool = False
    """What takes the same time as something else is asked about, instead of only told."""

    @cached_property
    def by_day(self) -> dict[date, list[WeekContact]]:
        """The targets' contacts, day by day."""
        found: dict[date, list[WeekContact]] = {}
        for contact in self.standing:
            found.setdefault(contact.day, []).append(contact)
        return found


def lines_of_copy(wish: CopyWish, ground: CopyGround) -> tuple[CopyLine, ...]:
    """Return what becomes of every contact in every target, in order of time."""
    lines = [
        line
        for target in wish.targets
        for line in (*_contacts(wish, ground, target), *_own_time(wish, ground, target))
    ]
    return tuple(sorted(lines, key=lambda one: (one.to, one.title, one.original)))


def _contacts(wish: CopyWish, ground: CopyGround, target: date) -> Iterator[CopyLine]:
    shift = (target - wish.source).days
    for contact in ground.originals:
        to = contact.span.moved(days=shift)
        staying = tuple(one for one in contact.citizens if not _gone(one.id, to.day, ground))
        skipped = _must_stay(contact, to, wish, ground)
        beside = list(_clashes(contact, staying, to, ground))
        doubts = [*_doubts(contact, to, wish, ground), *_lapsed(staying, to.day, ground)]
        doubts += _refusing(contact, staying, ground)
        asked = listed([*doubts, *(beside if ground.asks_about_clashes else [])])
        if skipped:
            fate, why = CopyFate.SKIPPED, skipped
        elif asked:
            fate, why = CopyFate.ASKED, asked
        else:
            left = _left_out(contact, staying, to, ground)
            fate, why = CopyFate.COPIED, ", ".join([*left, *beside])
        people = contact.citizens if fate is CopyFate.SKIPPED else staying
        yield CopyLine(contact.id, to, contact.form, people, "", fate, why)


def _must_stay(contact: WeekContact, to: TimeSpan, wish: CopyWish, ground: CopyGround) -> str:
    """Say why a contact cannot be copied; empty where it can."""
    if contact.status not in _ORIGINALS:
        return f"var {contact.status.danish}"
    gone = [_gone(one.id, to.day, ground) for one in contact.citizens]
    if gone and all(gone):
        return listed(gone)
    if _stands_already(contact, to, ground):
        return "står der allerede"
    return _series_stands(contact, to, wish, ground)


def _gone(citizen: Key, day: date, ground: CopyGround) -> str:
    status, since = ground.citizens[citizen]
    if status not in _GONE or (since is not None and day < since):
        return ""
    initials = next(
        one.initials
        for contact in ground.originals
        for one in contact.citizens
        if one.id == citizen
    )
    return f"{initials} er {_GONE[status]}"


def _stands_already(contact: WeekContact, to: TimeSpan, ground: CopyGround) -> bool:
    return any(
        there.start == to.start and there.status.takes_time and _alike(contact, there)
        for there in ground.by_day.get(to.day, ())
    )


def _alike(one: WeekContact, other: WeekContact) -> bool:
    """Tell whether it is the same citizens in the same form; without citizens, the same workers."""
    people = {citizen.id for citizen in one.citizens}
    if one.form is not other.form or people != {citizen.id for citizen in other.citizens}:
        return False
    return bool(people) or set(one.workers) == set(other.workers)


def _window(to: TimeSpan, wish: CopyWish) -> tuple[date, date]:
    first = wish.target_of(to.day)
    return first, first + timedelta(days=wish.days - 1)


def _series_stands(contact: WeekContact, to: TimeSpan, wish: CopyWish, ground: CopyGround) -> str:
    if contact.series_id is None:
        return ""
    first, last = _window(to, wish)
    if any(
        there.series_id == contact.series_id and first <= there.day <= last
        for there in ground.standing
    ):
        return "serien har sin egen kontakt der"
    series = ground.series.get(contact.series_id)
    coming = series is not None and any(
        series.made_until < day for day in _dates(series.rule, first, last)
    )
    return "serien lægger selv kontakten ind, når ugen nærmer sig" if coming else ""


def _dates(rule: SeriesRule, first: date, last: date) -> list[date]:
    return [day for day in occurrences(rule, last) if day >= first]


def _doubts(
    contact: WeekContact, to: TimeSpan, wish: CopyWish, ground: CopyGround
) -> Iterator[str]:
    """Give what speaks against a copy that may be wanted all the same."""
    if to.day < ground.today:
        yield "dagen er gået"
    if name := ground.holiday(to.day):
        yield name
    for key in contact.workers:
        yield from _away(key, to.day, ground)
    if contact.id in ground.unplanned:
        yield "opstod på dagen"
    if any(
        there.start == to.start and there.status.called_off and _alike(contact, there)
        for there in ground.by_day.get(to.day, ())
    ):
        yield "er aflyst dér"
    if contact.series_id is not None and wish.is_week:
        yield from _series_elsewhere(contact.series_id, to, wish, ground)


def _away(worker: Key, day: date, ground: CopyGround) -> Iterator[str]:
    for one in ground.absences:
        if one.worker_id == worker and one.covers(day) and worker in ground.workers:
            yield f"{ground.workers[worker]} {one.kind.said}"


def _series_elsewhere(
    series_id: Key, to: TimeSpan, wish: CopyWish, ground: CopyGround
) -> Iterator[str]:
    series = ground.series.get(series_id)
    if series is not None:
        taken_out = _dates(series.rule, *_window(to, wish))
        yield "er taget ud af serien i den uge" if taken_out else "serien falder ikke i den uge"


def _lapsed(staying: Sequence[CitizenName], day: date, ground: CopyGround) -> Iterator[str]:
    """Say whose grant or agreement does not hold on the day, where there ever was one."""
    for one in staying:
        promises = ground.promises.get(one.id, ())
        for what in sorted({promise.what for promise in promises}):
            alike = [promise for promise in promises if promise.what == what]
            if not any(promise.holds(day) for promise in alike):
                over = all(promise.first <= day for promise in alike)
                yield f"{one.initials}s {what} {'er udløbet' if over else 'gælder ikke den dag'}"


def _refusing(
    contact: WeekContact, staying: Sequence[CitizenName], ground: CopyGround
) -> Iterator[str]:
    """Say who has said no to the form since (P04)."""
    for one in staying:
        if contact.form in ground.refused.get(one.id, ()):
            yield f"{one.initials} siger nej til {contact.form.short_name}"


def _left_out(
    contact: WeekContact, staying: Sequence[CitizenName], to: TimeSpan, ground: CopyGround
) -> list[str]:
    """Say who of a group is not copied along."""
    left = [_gone(one.id, to.day, ground) for one in contact.citizens if one not in staying]
    return [f"{listed(left)} og kommer ikke med"] if left else []


def _clashes(
    contact: WeekContact, staying: Sequence[CitizenName], to: TimeSpan, ground: CopyGround
) -> Iterator[str]:
    """Say what takes the same time as the copy."""
    people, workers = {one.id for one in staying}, set(contact.workers)
    for there in ground.by_day.get(to.day, ()):
        shared = workers & set(there.workers) or people & {one.id for one in there.citizens}
        if shared and there.status.takes_time and there.span.overlaps(to):
            yield f"samtidig med {there.form.short_name} {there.initials} {from_to(there.span)}"
    for other in ground.appointments:
        if other.worker_id in workers and not other.all_day and other.span.overlaps(to):
            yield f"samtidig med »{other.title or other.kind.danish}«"


def _own_time(wish: CopyWish, ground: CopyGround, target: date) -> Iterator[CopyLine]:
    if not wish.own_time:
        return
    shift = (target - wish.source).days
    for other in ground.own_time:
        to = other.span.moved(days=shift)
        fate, why = _own_fate(other, to, ground)
        yield CopyLine(other.id, to, None, (), other.title or other.kind.danish, fate, why)


def _own_fate(other: WeekAppointment, to: TimeSpan, ground: CopyGround) -> tuple[CopyFate, str]:
    if other.kind is AppointmentKind.IMPORTED:
        return CopyFate.SKIPPED, "er læst fra en kalender"
    there = (one for one in ground.appointments if one.worker_id == other.worker_id)
    if any((one.span, one.kind, one.title) == (to, other.kind, other.title) for one in there):
        return CopyFate.SKIPPED, "står der allerede"
    doubts = ["dagen er gået"] if to.day < ground.today else []
    doubts += [name] if (name := ground.holiday(to.day)) else []
    doubts += _away(other.worker_id, to.day, ground)
    return (CopyFate.ASKED, listed(doubts)) if doubts else (CopyFate.COPIED, "")


def counted(lines: Iterable[CopyLine], fate: CopyFate) -> int:
    """Count the lines of one fate."""
    return sum(line.fate is fate for line in lines)


def taken(lines: Iterable[CopyLine], chosen: Collection[CopyKey]) -> list[CopyLine]:
    """Return the lines that a person chose, but for what is left out by now."""
    wanted = set(chosen)
    return [line for line in lines if line.key in wanted and line.fate is not CopyFate.SKIPPED]
