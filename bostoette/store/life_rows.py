"""Questions about the life around contacts: judged, known to each other, said by the citizen."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, String, bindparam, case, func, select, type_coerce
from sqlalchemy.orm import Session

from bostoette.models.citizen_judged import RiskJudged, TriageJudged
from bostoette.models.citizen_life import RiskMark, TriageMark
from bostoette.models.citizen_voice import CitizenVoice
from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.life_kinds import RelationStrength
from bostoette.models.relation import Relation
from bostoette.models.voice_fields import VoiceFields
from bostoette.models.worker import Worker
from bostoette.store.attended import COUNTS

_THESE: BindParameter[Any] = bindparam("citizens", expanding=True)
_FACE_TO_FACE = [form.value for form in ContactForm if form.face_to_face]
_MEETINGS = (
    select(
        ContactCitizen.citizen_id,
        ContactWorker.worker_id,
        func.count(),
        func.count(case((ContactCitizen.day >= bindparam("lately"), 1))),
        func.max(ContactCitizen.day),
    )
    .join(Contact, Contact.id == ContactCitizen.contact_id)
    .join(ContactWorker, ContactWorker.contact_id == Contact.id)
    .where(
        ContactCitizen.citizen_id.in_(_THESE),
        ContactCitizen.day <= bindparam("day"),
        type_coerce(Contact.status, String) == ContactStatus.HELD.value,
        type_coerce(Contact.form, String).in_(_FACE_TO_FACE),
        COUNTS,
    )
    .group_by(ContactCitizen.citizen_id, ContactWorker.worker_id)
)
_LATEST_MEETINGS = (
    select(ContactCitizen.day)
    .join(Contact, Contact.id == ContactCitizen.contact_id)
    .where(
        ContactCitizen.citizen_id == bindparam("citizen"),
        ContactCitizen.day <= bindparam("day"),
        ContactCitizen.contact_id.in_(
            select(ContactWorker.contact_id).where(
                ContactWorker.worker_id == bindparam("worker"),
                ContactWorker.day <= bindparam("day"),
            )
        ),
        type_coerce(Contact.status, String) == ContactStatus.HELD.value,
        type_coerce(Contact.form, String).in_(_FACE_TO_FACE),
        COUNTS,
    )
    .order_by(ContactCitizen.day.desc())
    .limit(bindparam("enough"))
)
_BY_HAND = select(
    Relation.citizen_id, Relation.worker_id, type_coerce(Relation.strength, String)
).where(Relation.citizen_id.in_(_THESE))
_VOICES = select(
    CitizenVoice.citizen_id,
    CitizenVoice.what_matters,
    CitizenVoice.own_words,
    CitizenVoice.times,
    CitizenVoice.places,
).where(CitizenVoice.citizen_id.in_(_THESE))
_TRIAGES = (
    select(TriageJudged.citizen_id, TriageJudged.triage, TriageJudged.judged_on, Worker.initials)
    .outerjoin(Worker, Worker.id == TriageJudged.judged_by)
    .where(TriageJudged.citizen_id.in_(_THESE))
    .order_by(TriageJudged.judged_on.desc(), TriageJudged.id.desc())
)
_RISKS = (
    select(
        RiskJudged.citizen_id,
        RiskJudged.level,
        RiskJudged.judged_on,
        Worker.initials,
        RiskJudged.reason,
    )
    .outerjoin(Worker, Worker.id == RiskJudged.judged_by)
    .where(RiskJudged.citizen_id.in_(_THESE))
    .order_by(RiskJudged.judged_on.desc(), RiskJudged.id.desc())
)
_HEARD_FROM = (
    select(ContactCitizen.citizen_id, func.max(ContactCitizen.day))
    .join(Contact, Contact.id == ContactCitizen.contact_id)
    .where(
        ContactCitizen.citizen_id.in_(_THESE),
        ContactCitizen.day <= bindparam("day"),
        type_coerce(Contact.status, String) == ContactStatus.HELD.value,
    )
    .group_by(ContactCitizen.citizen_id)
)


def meetings(
    session: Session, citizens: Collection[Key], day: date, lately: date
) -> dict[Key, dict[Key, tuple[int, int, date]]]:
    """Return how often each worker has met each citizen, how often lately, and when last."""
    found: dict[Key, dict[Key, tuple[int, int, date]]] = defaultdict(dict)
    asked = {"citizens": list(citizens), "day": day, "lately": lately}
    for citizen, worker, ever, of_late, last in session.connection().execute(_MEETINGS, asked):
        found[citizen][worker] = (ever, of_late, last)
    return found


def latest_meetings(
    session: Session, citizen: Key, worker: Key, day: date, enough: int
) -> list[date]:
    """Return the days two last met face to face, the latest first, and no more than enough.

    Every contact lies on a page of its own; all of five years would take a tenth of a second.
    """
    asked = {"citizen": citizen, "worker": worker, "day": day, "enough": enough}
    return list(session.connection().execute(_LATEST_MEETINGS, asked).scalars())


def said_by_hand(
    session: Session, citizens: Collection[Key]
) -> dict[tuple[Key, Key], RelationStrength]:
    """Return what somebody has said of pairs, by citizen and worker."""
    rows = session.connection().execute(_BY_HAND, {"citizens": list(citizens)})
    return {(citizen, worker): RelationStrength(strength) for citizen, worker, strength in rows}


def voices(session: Session, citizens: Collection[Key]) -> dict[Key, VoiceFields]:
    """Return what the citizens have said; who was not asked is not in it."""
    rows = session.connection().execute(_VOICES, {"citizens": list(citizens)})
    return {
        key: VoiceFields(what_matters, own_words, times, places)
        for key, what_matters, own_words, times, places in rows
    }


def triages(session: Session, citizens: Collection[Key]) -> dict[Key, list[TriageMark]]:
    """Return how the citizens were judged for days with too few hands, the newest first."""
    found: dict[Key, list[TriageMark]] = defaultdict(list)
    rows = session.connection().execute(_TRIAGES, {"citizens": list(citizens)})
    for citizen, triage, day, initials in rows:
        found[citizen].append(TriageMark(triage, day, initials or ""))
    return found


def risks(session: Session, citizens: Collection[Key]) -> dict[Key, list[RiskMark]]:
    """Return the citizens' risk colours, the newest first."""
    found: dict[Key, list[RiskMark]] = defaultdict(list)
    rows = session.connection().execute(_RISKS, {"citizens": list(citizens)})
    for citizen, level, day, initials, reason in rows:
        found[citizen].append(RiskMark(level, day, initials or "", reason))
    return found


def heard_from(session: Session, citizens: Collection[Key], day: date) -> dict[Key, date]:
    """Return the day of each citizen's latest held contact, in whatever form."""
    rows = session.connection().execute(_HEARD_FROM, {"citizens": list(citizens), "day": day})
    return {citizen: latest for citizen, latest in rows}  # noqa: C416 - rows are no pairs to mypy
