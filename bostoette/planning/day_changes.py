"""A day that falls apart: what is proposed for each contact, and where moved ones find a time.

For a worker who is ill on Monday, say. What cannot wait for her is hers to say: a contact is
proposed moved to the nearest free time, and called off only where there is none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bostoette.models.citizen_kinds import RiskLevel
from bostoette.models.contact_form import ContactForm
from bostoette.models.cover import Cover, Vulnerability
from bostoette.models.key import Key
from bostoette.models.life_kinds import Triage
from bostoette.models.timespan import TimeSpan
from bostoette.models.voice_fields import VoiceFields
from bostoette.models.week_contact import WeekContact
from bostoette.models.working_hours import WorkingHours
from bostoette.planning.free_span import is_free, spans_within

AIR_MINUTES = 15
"""Air around a contact that finds a new time, for travel or notes (P80)."""


class DayAct(StrEnum):
    """What is done with one contact of the day."""

    MOVE = "move"
    PHONE = "phone"
    GIVE = "give"
    """A colleague holds it."""
    GIVE_PHONE = "give_phone"
    """A colleague rings instead."""
    CANCEL = "cancel"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class DayWish:
    """What the person wants of one contact; ``day`` is where a moved one goes."""

    act: DayAct
    day: date | None = None
    worker: Key = b""
    """Who takes it over."""


@dataclass(frozen=True, slots=True)
class DayGround:
    """One worker's day, and what surrounds it."""

    day: date
    contacts: tuple[WeekContact, ...]
    """What is planned on the day, in order of time."""
    hours: WorkingHours
    days: tuple[date, ...]
    """The working days that a contact may be moved to."""
    busy: Mapping[Key, tuple[TimeSpan, ...]]
    """The time that is taken on those days, of each worker and each citizen."""
    colleagues: Mapping[Key, tuple[str, ...]]
    """Initials of the other workers in a contact."""
    no_phone: frozenset[Key]
    """Contacts that cannot become a call: the citizen refuses (P04) or has no phone (P62)."""
    phone_minutes: int
    """The longest that a call works well (P71)."""
    voices: Mapping[Key, VoiceFields] = field(default_factory=dict)
    """What the citizens have said of good and bad times (P84)."""
    covers: Mapping[Key, tuple[Cover, ...]] = field(default_factory=dict)
    """Colleagues who are free at a contact's time, those who know the citizen first (P13)."""
    vulnerable: Mapping[Key, Vulnerability] = field(default_factory=dict)
    """How vulnerable a contact's citizen is (P89)."""
    today: date = date.min

    def by_vulnerability(self) -> tuple[WeekContact, ...]:
        """Return the contacts, the most vulnerable citizens' first, else by time."""
        unknown = (9, 9, 0)

        def rank(one: WeekContact) -> tuple[tuple[int, int, int], int]:
            known = self.vulnerable.get(one.id)
            return (known.rank(self.today) if known else unknown), one.start

        return tuple(sorted(self.contacts, key=rank))


def acts_for(contact: WeekContact, ground: DayGround) -> tuple[DayAct, ...]:
    """Return what can be done with a contact, in the order it is offered."""
    phone = contact.form is not ContactForm.PHONE and contact.id not in ground.no_phone
    return (DayAct.MOVE, *([DayAct.PHONE] if phone else []), DayAct.CANCEL, DayAct.LEAVE)


def proposed(ground: DayGround) -> dict[Key, DayWish]:
    """Propose for every contact: left to a colleague, moved to the nearest day, or called off."""
    wishes: dict[Key, DayWish] = {}
    for contact in ground.contacts:
        wishes[contact.id] = _proposal(contact, ground, wishes)
    return wishes


def _proposal(contact: WeekContact, ground: DayGround, made: Mapping[Key, DayWish]) -> DayWish:
    if ground.colleagues.get(contact.id):
        return DayWish(DayAct.LEAVE)
    given = _given(contact, ground, made)
    if given is not None:
        return given
    for day in ground.days:
        wish = DayWish(DayAct.MOVE, day)
        if placed(ground, {**made, contact.id: wish})[contact.id] is not None:
            return wish
    return DayWish(DayAct.CANCEL)


def _given(contact: WeekContact, ground: DayGround, made: Mapping[Key, DayWish]) -> DayWish | None:
    """Propose that a known colleague sees to who cannot wait, or rings who manages by phone."""
    known = ground.vulnerable.get(contact.id)
    judged = known.triage.triage if known and known.triage else None
    must = bool(known and known.risk is RiskLevel.RED) or judged is Triage.MUST_VISIT
    if not must and judged is not Triage.BY_PHONE:
        return None
    at_once = {one.id for one in ground.contacts if one.span.overlaps(contact.span)}
    busy = {wish.worker for key, wish in made.items() if wish.worker and key in at_once}
    free = (one for one in ground.covers.get(contact.id, ()) if one.worker_id not in busy)
    cover = next((one for one in free if not one.stranger), None)
    if cover is None:
        return None
    rings = not must and DayAct.PHONE in acts_for(contact, ground)
    return DayWish(DayAct.GIVE_PHONE if rings else DayAct.GIVE, worker=cover.worker_id)


def placed(ground: DayGround, wishes: Mapping[Key, DayWish]) -> dict[Key, TimeSpan | None]:
    """Return where each moved contact and each call goes; None where the day has no room.

    A moved contact takes the free time nearest to its own; the first contacts choose first. A
    call is held when the contact would have been.
    """
    found: dict[Key, TimeSpan | None] = {}
    taken = {key: list(spans) for key, spans in ground.busy.items()}
    for contact in ground.contacts:
        wish = wishes.get(contact.id)
        if wish is None or wish.act in {DayAct.CANCEL, DayAct.LEAVE}:
            continue
        if wish.act is DayAct.GIVE:
            found[contact.id] = contact.span
            continue
        span = (
            TimeSpan(contact.day, contact.start, min(contact.minutes, ground.phone_minutes))
            if wish.act in {DayAct.PHONE, DayAct.GIVE_PHONE}
            else _nearest(contact, wish.day, ground, taken)
        )
        found[contact.id] = span
        for person in _people(contact):
            taken.setdefault(person, []).extend([span] if span else [])
    return found


def _nearest(
    contact: WeekContact,
    day: date | None,
    ground: DayGround,
    taken: Mapping[Key, Sequence[TimeSpan]],
) -> TimeSpan | None:
    if day is None:
        return None
    busy = [span for person in _people(contact) for span in taken.get(person, ())]
    free = (
        span
        for span in spans_within(day, ground.hours, contact.minutes)
        if is_free(span, busy, AIR_MINUTES)
    )
    said = [ground.voices[one.id] for one in contact.citizens if one.id in ground.voices]

    def distance(span: TimeSpan) -> tuple[bool, int, int]:
        unfit = any(one.against(span) for one in said)
        return unfit, abs(span.start - contact.start), span.start

    return min(free, key=distance, default=None)


def _people(contact: WeekContact) -> Iterator[Key]:
    yield from contact.workers
    yield from (citizen.id for citizen in contact.citizens)
