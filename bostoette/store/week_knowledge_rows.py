"""Questions about what lies around a week: citizens' profiles, who sees them, day types, loans.

They stand as SQL, as those in `weeks` do; each is one statement whatever its size.
"""

import json
from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from bostoette.models.attendance import Attendance
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.coordinates import Coordinates
from bostoette.models.day_kind import DayKind
from bostoette.models.key import Key
from bostoette.models.life_kinds import Triage
from bostoette.models.practice_condition import PROFILE_FIELDS, FieldValue
from bostoette.models.task import TaskKind
from bostoette.models.voice_fields import VoiceFields, unpack_places, unpack_times
from bostoette.models.week_knowledge import KnownCitizen, SeenWorker
from bostoette.models.whereabouts import Whereabouts
from bostoette.store.weeks import for_each

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bostoette.store.plain_reader import PlainReader

_FIELDS = tuple(PROFILE_FIELDS)
_PROFILES = f"""
    SELECT citizen.id, citizen.initials, citizen.latitude, citizen.longitude, citizen.postal_code,
           voice.times, voice.places,
           (SELECT judged.triage FROM triage_judged AS judged
             WHERE judged.citizen_id = citizen.id
             ORDER BY judged.judged_on DESC, judged.id DESC LIMIT 1),
           profile.filled_on, {", ".join(f"profile.{name}" for name in _FIELDS)}
      FROM citizen
      LEFT JOIN citizen_profile AS profile ON profile.citizen_id = citizen.id
      LEFT JOIN citizen_voice AS voice ON voice.citizen_id = citizen.id
"""  # noqa: S608 - names of our own fields
_AROUND = f"""{_PROFILES}
     WHERE citizen.id IN (:citizens) OR citizen.primary_worker_id IN (:workers)
"""

_TAKING_TIME = ", ".join(f"'{one.value}'" for one in ContactStatus if one.takes_time)
_SEEN = f"""
    SELECT contact.id, met.citizen_id, worker.id, worker.initials, contact.day, contact.start,
           contact.minutes, contact.form
      FROM contact_citizen AS met
      JOIN contact ON contact.id = met.contact_id
      JOIN contact_worker ON contact_worker.contact_id = contact.id
      JOIN worker ON worker.id = contact_worker.worker_id
     WHERE met.citizen_id IN (:citizens) AND met.day BETWEEN ? AND ?
       AND contact.status IN ({_TAKING_TIME})
       AND met.attendance <> '{Attendance.DID_NOT_COME.value}'
     ORDER BY contact.day, contact.start, contact.id, contact_worker.position
"""  # noqa: S608 - our own words

_DAY_TYPES = """
    SELECT worker_id, day, kind FROM day_type WHERE worker_id IN (:workers) AND day BETWEEN ? AND ?
"""
_LENT = """
    SELECT citizen_id, what FROM equipment_loan
     WHERE citizen_id IN (:citizens) AND returned_on IS NULL
"""
_EXPORTED = """
    SELECT DISTINCT event.contact_id
      FROM contact_worker
      JOIN exported_event AS event ON event.contact_id = contact_worker.contact_id
     WHERE contact_worker.worker_id IN (:workers) AND contact_worker.day BETWEEN ? AND ?
"""
_UNTOLD = f"""
    SELECT DISTINCT task.contact_id
      FROM contact_worker
      JOIN task ON task.contact_id = contact_worker.contact_id
     WHERE contact_worker.worker_id IN (:workers) AND contact_worker.day BETWEEN ? AND ?
       AND task.kind = '{TaskKind.INFORM_CITIZEN.value}' AND task.done_at IS NULL
"""  # noqa: S608 - our own words

_FORMS = {form.value: form for form in ContactForm}


def citizens_around(
    session: "Session | PlainReader", workers: Sequence[Key], citizens: Collection[Key]
) -> dict[Key, KnownCitizen]:
    """Return what is known of these citizens, and of those whose primary worker is one of these."""
    rows = _ask(session, _AROUND, tuple(citizens), tuple(workers))
    return {row[0]: _known(row) for row in rows}


def seen_by(
    session: "Session | PlainReader", citizens: Collection[Key], first: date, last: date
) -> dict[Key, tuple[SeenWorker, ...]]:
    """Return who sees the citizens from the first to the last day, in order of time."""
    seen: dict[Key, list[SeenWorker]] = {}
    days: dict[str, date] = {}
    for contact, citizen, worker, initials, day, start, minutes, form in _ask(
        session, _SEEN, tuple(citizens), more=_between(first, last)
    ):
        when = days.get(day) or days.setdefault(day, date.fromisoformat(day))
        one = SeenWorker(contact, citizen, worker, initials, when, start, minutes, _FORMS[form])
        seen.setdefault(citizen, []).append(one)
    return {citizen: tuple(each) for citizen, each in seen.items()}


def day_kinds(
    session: "Session | PlainReader", workers: Sequence[Key], first: date, last: date
) -> dict[tuple[Key, date], DayKind]:
    """Return the workers' day types by worker and day."""
    rows = _ask(session, _DAY_TYPES, tuple(workers), more=_between(first, last))
    return {(worker, date.fromisoformat(day)): DayKind(kind) for worker, day, kind in rows}


def lent(session: "Session | PlainReader", citizens: Collection[Key]) -> dict[Key, tuple[str, ...]]:
    """Return what each citizen has on loan and has not given back."""
    loans: dict[Key, tuple[str, ...]] = {}
    for citizen, what in _ask(session, _LENT, tuple(citizens)):
        loans[citizen] = (*loans.get(citizen, ()), what)
    return loans


def exported(
    session: "Session | PlainReader", workers: Sequence[Key], first: date, last: date
) -> frozenset[Key]:
    """Return the workers' contacts that have left the program in a calendar file."""
    rows = _ask(session, _EXPORTED, tuple(workers), more=_between(first, last))
    return frozenset(row[0] for row in rows)


def untold(
    session: "Session | PlainReader", workers: Sequence[Key], first: date, last: date
) -> frozenset[Key]:
    """Return the workers' contacts with an open task to tell the citizen of a change (P49)."""
    rows = _ask(session, _UNTOLD, tuple(workers), more=_between(first, last))
    return frozenset(row[0] for row in rows)


def _between(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()


def _ask(
    session: "Session | PlainReader",
    statement: str,
    *lists: tuple[Key, ...],
    more: tuple[str, ...] = (),
) -> Sequence[Any]:
    """Run a statement with a list of keys for each of its ``IN``, and what comes after."""
    for keys in lists:
        statement = for_each(statement, keys)
    values = (*(key for keys in lists for key in keys), *more)
    return session.connection().exec_driver_sql(statement, values).fetchall()


def _known(row: Any) -> KnownCitizen:
    _key, initials, latitude, longitude, postal_code, times, places, triage, filled_on, *values = (
        row
    )
    answers: dict[str, FieldValue] = {}
    for name, value in zip(_FIELDS, values, strict=True):
        if value is not None:
            answers[name] = bool(value) if PROFILE_FIELDS[name] is bool else value
    point = (
        Coordinates(latitude, longitude) if latitude is not None and longitude is not None else None
    )
    minutes = answers.get("travel_minutes_one_way") if filled_on else None
    return KnownCitizen(
        initials,
        answers,
        Whereabouts(point, postal_code or None, minutes if isinstance(minutes, int) else None),
        _voice(times, places),
        None if triage is None else Triage(triage),
    )


def _voice(times: str | None, places: str | None) -> VoiceFields:
    if times is None or places is None:
        return VoiceFields()
    return VoiceFields(
        times=unpack_times(json.loads(times)), places=unpack_places(json.loads(places))
    )
