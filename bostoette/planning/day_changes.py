"""Days that fall apart: what is proposed for each contact, and where moved ones find a time.

For a worker who is ill on Monday, say, or away for a fortnight. A contact is proposed moved to the
nearest free time, given to a colleague who knows the citizen, and called off only where there is
neither.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
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
MOST_DAYS_MOVED = 10
"""So far from its day a contact may be proposed moved; farther off a colleague is asked first."""


class DayAct(StrEnum):
    """What is done with one contact of the day."""

    MOVE = "move"
    PHONE = "phone"
    VIDEO = "video"
    GIVE = "give"
    """A colleague holds it."""
    GIVE_PHONE = "give_phone"
    """A colleague rings instead."""
    GIVE_VIDEO = "give_video"
    """A colleague meets the citizen on video instead."""
    CANCEL = "cancel"
    LEAVE = "leave"

    @property
    def becomes(self) -> ContactForm | None:
        """The form that the contact is held in instead; None where it keeps its own."""
        return _BECOMES.get(self)

    @property
    def given(self) -> bool:
        """Tell whether a colleague takes it over."""
        return self in {DayAct.GIVE, DayAct.GIVE_PHONE, DayAct.GIVE_VIDEO}


_BECOMES = {
    DayAct.PHONE: ContactForm.PHONE,
    DayAct.GIVE_PHONE: ContactForm.PHONE,
    DayAct.VIDEO: ContactForm.VIDEO,
    DayAct.GIVE_VIDEO: ContactForm.VIDEO,
}


_GIVEN_AT_A_DISTANCE = (
    (DayAct.GIVE_PHONE, ContactForm.PHONE),
    (DayAct.GIVE_VIDEO, ContactForm.VIDEO),
)


@dataclass(frozen=True, slots=True)
class DayWish:
    """What the person wants of one contact; ``day`` is where a moved one goes."""

    act: DayAct
    day: date | None = None
    worker: Key = b""
    """Who takes it over."""


@dataclass(frozen=True, slots=True)
class DayGround:
    """One worker's day, or several of them, and what surrounds them."""

    day: date
    """The first of them."""
    contacts: tuple[WeekContact, ...]
    """What is planned on them, in order of time."""
    hours: WorkingHours
    days: tuple[date, ...]
    """The working days that a contact may be moved to."""
    busy: Mapping[Key, tuple[TimeSpan, ...]]
    """The time that is taken on those days, of each worker and each citizen."""
    colleagues: Mapping[Key, tuple[str, ...]]
    """Initials of the other workers in a contact."""
    unfit: Mapping[ContactForm, frozenset[Key]]
    """Contacts that cannot become a call, or a video: the advice rules it out (P04, P62)."""
    longest: Mapping[ContactForm, int]
    """The longest that a call, or a video, works well, in minutes (P71)."""
    warned: Mapping[ContactForm, frozenset[Key]] = field(default_factory=dict)
    """Contacts for which the advice warns against it, held by herself."""
    warned_given: Mapping[ContactForm, frozenset[tuple[Key, Key]]] = field(default_factory=dict)
    """Contacts with a colleague who knows the citizen, and for whom the advice warns against it."""
    voices: Mapping[Key, VoiceFields] = field(default_factory=dict)
    """What the citizens have said of good and bad times (P84)."""
    covers: Mapping[Key, tuple[Cover, ...]] = field(default_factory=dict)
    """Colleagues who are free at a contact's time, those who know the citizen first (P13)."""
    vulnerable: Mapping[Key, Vulnerability] = field(default_factory=dict)
    """How vulnerable a contact's citizen is (P89)."""
    at_home: frozenset[date] = frozenset()
    """Those of the days on which she works at home, and does not go out (P82)."""
    today: date = date.min
    away: bool = False
    """She is away, and can neither ring nor meet anybody on video herself."""

    def fits(self, contact: WeekContact, form: ContactForm) -> bool:
        """Tell whether a contact can be held in another form instead."""
        alone = len(contact.citizens) == 1 or form is ContactForm.PHONE
        ruled_out = contact.id in self.unfit.get(form, ())
        return contact.form is not form and alone and not ruled_out

    def suits(self, contact: WeekContact, form: ContactForm, colleague: Key) -> bool:
        """Tell whether nothing speaks against a colleague holding a contact in another form."""
        warned = (contact.id, colleague) in self.warned_given.get(form, ())
        return self.fits(contact, form) and not warned

    def by_vulnerability(self) -> tuple[WeekContact, ...]:
        """Return the contacts, the most vulnerable citizens' first, else by time."""
        unknown = (9, 9, 0)

        def rank(one: WeekContact) -> tuple[tuple[int, int, int], date, int]:
            known = self.vulnerable.get(one.id)
            return (known.rank(self.today) if known else unknown), one.day, one.start

        return tuple(sorted(self.contacts, key=rank))


def acts_for(contact: WeekContact, ground: DayGround) -> tuple[DayAct, ...]:
    """Return what can be done with a contact, in the order it is offered."""
    remote = [
        act
        for act in (DayAct.PHONE, DayAct.VIDEO)
        if not ground.away and act.becomes and ground.fits(contact, act.becomes)
    ]
    return (DayAct.MOVE, *remote, DayAct.CANCEL, DayAct.LEAVE)


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
    for day in _best_days(contact, ground):
        wish = DayWish(DayAct.MOVE, day)
        if placed(ground, {**made, contact.id: wish})[contact.id] is not None:
            return wish
    known = _known_cover(contact, ground, made)
    return DayWish(DayAct.CANCEL) if known is None else DayWish(DayAct.GIVE, worker=known)


def near(contact: WeekContact, days: Sequence[date]) -> list[date]:
    """Return the days that a contact is moved to at most, the nearest first."""

    def apart(day: date) -> int:
        return abs((day - contact.day).days)

    return sorted((day for day in days if apart(day) <= MOST_DAYS_MOVED), key=apart)


def _best_days(contact: WeekContact, ground: DayGround) -> list[date]:
    """Return the days to propose, the nearest first; a trip goes to a day at home last (P82)."""
    days = near(contact, ground.days)
    return sorted(days, key=lambda day: contact.form.travels and day in ground.at_home)


def _given(contact: WeekContact, ground: DayGround, made: Mapping[Key, DayWish]) -> DayWish | None:
    """Propose that a known colleague sees to who cannot wait, or rings who manages by phone.

    Nothing is proposed that the advice warns against: who would rather not be rung is met on
    video, or visited as it was planned.
    """
    known = ground.vulnerable.get(contact.id)
    judged = known.triage.triage if known and known.triage else None
    must = bool(known and known.risk is RiskLevel.RED) or judged is Triage.MUST_VISIT
    if not must and judged is not Triage.BY_PHONE:
        return None
    cover = _known_cover(contact, ground, made)
    if cover is None:
        return None
    at_a_distance = () if must or not contact.form.face_to_face else _GIVEN_AT_A_DISTANCE
    act = next(
        (act for act, form in at_a_distance if ground.suits(contact, form, cover)), DayAct.GIVE
    )
    return DayWish(act, worker=cover)


def _known_cover(
    contact: WeekContact, ground: DayGround, made: Mapping[Key, DayWish]
) -> Key | None:
    """Return the colleague who knows the citizen best of those who have the time (P13)."""
    busy = {wish.worker for wish in _at_once(contact, ground, made)}
    return next(
        (
            one.worker_id
            for one in ground.covers.get(contact.id, ())
            if not one.stranger and one.worker_id not in busy
        ),
        None,
    )


def _at_once(
    contact: WeekContact, ground: DayGround, wishes: Mapping[Key, DayWish]
) -> Iterator[DayWish]:
    """Give what is wished of the contacts that lie at the same time."""
    for other in ground.contacts:
        wish = wishes.get(other.id)
        if wish is not None and other.id != contact.id and other.span.overlaps(contact.span):
            yield wish


def given_twice(ground: DayGround, wishes: Mapping[Key, DayWish]) -> frozenset[Key]:
    """Return the contacts that are given to a colleague who gets another one at the same time."""
    return frozenset(
        one.id
        for one in ground.contacts
        if (wish := wishes.get(one.id)) is not None
        and wish.act.given
        and any(
            other.act.given and other.worker == wish.worker
            for other in _at_once(one, ground, wishes)
        )
    )


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
        form = wish.act.becomes
        span = (
            _nearest(contact, wish.day, ground, taken)
            if form is None
            else replace(contact.span, minutes=min(contact.minutes, ground.longest[form]))
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
