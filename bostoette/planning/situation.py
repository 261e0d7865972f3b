"""Reads the situation of a contact out of what lies before it."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bostoette.models.advised_contact import AdvisedContact
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_history import ContactHistory, KnownContact, Meetings
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.life_kinds import RelationStrength
from bostoette.models.practice_condition import Companion
from bostoette.models.situation import Situation

REMOTE = frozenset({ContactForm.PHONE, ContactForm.VIDEO, ContactForm.SMS_CHAT})


@dataclass(frozen=True, slots=True)
class LookingBack:
    """How many days back some things count: not having come (P43), having met lately (P15)."""

    no_show_days: int
    lately_days: int


def situation_of(
    contact: AdvisedContact,
    history: ContactHistory,
    superusers: AbstractSet[Key],
    back: LookingBack,
    relapsed_on: date | None = None,
) -> Situation:
    """Return the situation of a contact on its own date.

    Held contacts count, and planned ones that lie before it; what was cancelled or fell through
    does not. A superuser who takes part beside the one who holds it counts as being there (P64).
    A relapse counts from its day until a later meeting face to face was held (P40).
    """
    before = [one for one in history.contacts if _is_before(one, contact)]
    met = [one for one in before if one.meets]
    no_shows_since = contact.day - timedelta(days=back.no_show_days)
    meetings = _meetings(contact, history, met, contact.day - timedelta(days=back.lately_days))
    return Situation(
        purpose=contact.purpose_id,
        worker_face_to_face_count=meetings.ever,
        days_since_home_visit=_days_since_home(contact, history, before),
        days_since_face_to_face=_days_since(contact.day, history.met, (one.day for one in met)),
        companion=_companion(contact, superusers),
        place=contact.place,
        has_relapsed=_has_relapsed(relapsed_on, contact, history, met),
        reason_codes=contact.reason_codes,
        meetings_lately=meetings.lately,
        remote_in_a_row=_remote_in_a_row(before),
        no_shows_lately=sum(
            one.status is ContactStatus.NO_SHOW and one.day >= no_shows_since for one in before
        ),
    )


def as_said(situation: Situation, said: RelationStrength, well: int) -> Situation:
    """Let what somebody said of the pair count beside their meetings; ``well`` is P15's number."""
    if said is RelationStrength.NEVER_MET:
        return situation
    lately = well if said is RelationStrength.KNOWS_WELL else 0
    return replace(
        situation,
        worker_face_to_face_count=max(1, situation.worker_face_to_face_count),
        meetings_lately=max(lately, situation.meetings_lately),
    )


def _is_before(one: KnownContact, contact: AdvisedContact) -> bool:
    if one.id == contact.contact_id:
        return False
    if one.day != contact.day:
        return one.day < contact.day
    if contact.start is None:
        return one.status is ContactStatus.HELD
    return one.start < contact.start


def _meetings(
    contact: AdvisedContact, history: ContactHistory, met: list[KnownContact], lately: date
) -> Meetings:
    if not contact.workers:
        return Meetings()
    holder = contact.workers[0]
    earlier = history.meetings.get(holder, Meetings())
    days = [one.day for one in met if holder in one.workers]
    return Meetings(earlier.ever + len(days), earlier.lately + sum(day >= lately for day in days))


def _days_since_home(
    contact: AdvisedContact, history: ContactHistory, before: list[KnownContact]
) -> int | None:
    """Count since the home was seen; who has none of her own is asked for none (P37)."""
    if not history.has_home:
        return None
    seen = (one.day for one in before if one.sees_home)
    return _days_since(contact.day, history.home_seen, seen)


def _days_since(day: date, earlier: date | None, days: Iterable[date]) -> int | None:
    latest = max(days, default=earlier)
    return None if latest is None else (day - latest).days


def _has_relapsed(
    relapsed_on: date | None,
    contact: AdvisedContact,
    history: ContactHistory,
    met: list[KnownContact],
) -> bool:
    if relapsed_on is None or contact.day < relapsed_on:
        return False
    held = (one.day for one in met if one.status is ContactStatus.HELD)
    latest = max(held, default=history.met_and_held)
    return latest is None or latest <= relapsed_on


def _companion(contact: AdvisedContact, superusers: AbstractSet[Key]) -> Companion:
    several = len(contact.workers) > 1
    return Companion.SUPERUSER if several and superusers & {*contact.workers} else Companion.NONE


def _remote_in_a_row(before: list[KnownContact]) -> int:
    count = 0
    for one in reversed(before):
        if one.meets:
            break
        count += one.counts and one.form in REMOTE
    return count
