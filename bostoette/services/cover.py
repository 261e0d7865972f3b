"""Who can take over a contact: colleagues who have the time, those who know the citizen first.

To a stranger a contact is better given as a visit, or as a short call only to move it (P13).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from bostoette.models.citizen_life import PairRelation
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import FormReason
from bostoette.models.cover import Cover, Vulnerability
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import WeekContact
from bostoette.models.worker_day import Away, WeekWorker
from bostoette.planning.free_span import is_free
from bostoette.services import contacts, handing_over
from bostoette.services.relations import relations_with
from bostoette.services.week import active_workers
from bostoette.store.advice_rows import profiles
from bostoette.store.journal import describe
from bostoette.store.life_rows import heard_from, triages
from bostoette.store.week_people import absences, week_workers
from bostoette.store.weeks import appointments_of_workers, contacts_of_workers

MOST_KNOWN, MOST_STRANGERS = 3, 1


@dataclass(frozen=True, slots=True)
class _Colleagues:
    """The colleagues of some days: when they work, are away and have something already."""

    there: Sequence[WeekWorker]
    away: Sequence[Away]
    busy: Mapping[Key, Sequence[TimeSpan]]

    def free(self, span: TimeSpan, without: Collection[Key]) -> set[Key]:
        """Return who has the time within the hours."""
        return {one.id for one in self.there if one.id not in without and self._fits(one, span)}

    def _fits(self, worker: WeekWorker, span: TimeSpan) -> bool:
        hours = worker.hours.on(span.day)
        return (
            hours is not None
            and hours[0] <= span.start
            and span.end <= hours[1]
            and not any(one.worker_id == worker.id and one.covers(span.day) for one in self.away)
            and is_free(span, self.busy.get(worker.id, ()), 0)
        )


def covers_of(
    session: Session, planned: Sequence[WeekContact], absent: Key
) -> dict[Key, tuple[Cover, ...]]:
    """Return for each contact the colleagues who are free then, the best known first."""
    if not planned:
        return {}
    first, last = planned[0].day, max(one.day for one in planned)
    colleagues = _colleagues(session, first, last)
    known = relations_with(session, {c.id for one in planned for c in one.citizens}, first)
    return {
        one.id: _best(
            known[one.citizens[0].id].values(), colleagues.free(one.span, {*one.workers, absent})
        )
        if one.citizens
        else ()
        for one in planned
    }


def known_and_free(
    session: Session, citizen_id: Key, span: TimeSpan, without: Collection[Key]
) -> tuple[Cover, ...]:
    """Return who knows a citizen and has the time, the best known first (P13)."""
    free = _colleagues(session, span.day, span.day).free(span, without)
    known = relations_with(session, (citizen_id,), span.day)[citizen_id]
    return tuple(one for one in _best(known.values(), free) if not one.stranger)


def _colleagues(session: Session, first: date, last: date) -> _Colleagues:
    workers = tuple(one.id for one in active_workers(session))
    busy: dict[Key, list[TimeSpan]] = defaultdict(list)
    for taken in contacts_of_workers(session, workers, first, last):
        for key in taken.workers if taken.status.takes_time else ():
            busy[key].append(taken.span)
    for other in appointments_of_workers(session, workers, first, last):
        if not other.all_day:
            busy[other.worker_id].append(other.span)
    away = absences(session, workers, first, last)
    return _Colleagues(week_workers(session, workers), away, busy)


def vulnerabilities(
    session: Session, planned: Sequence[WeekContact], today: date
) -> dict[Key, Vulnerability]:
    """Return for each contact how vulnerable its first citizen is."""
    citizens = {one.citizens[0].id for one in planned if one.citizens}
    known, judged = profiles(session, citizens), triages(session, citizens)
    heard = heard_from(session, citizens, today)
    return {
        one.id: Vulnerability(
            known[one.citizens[0].id].risk_level,
            next(iter(judged.get(one.citizens[0].id, ())), None),
            heard.get(one.citizens[0].id),
        )
        for one in planned
        if one.citizens and one.citizens[0].id in known
    }


def give(session: Session, contact_id: Key, leaves: Key, comes: Key, *, as_visit: bool) -> None:
    """Let a colleague hold a contact at its time; a stranger meets the citizen on a visit (P13)."""
    contact = contacts.open_contact(session, contact_id)
    handing_over.hand_over(session, contact_id, leaves, comes, contact.span)
    if as_visit and not contact.form.face_to_face:
        contact.form, contact.form_reason = ContactForm.PHYSICAL, FormReason.PROFESSIONAL
        describe(session, f"Giv {contacts.whom(session, contact)} til en kollega, som besøg")


def _best(relations: Iterable[PairRelation], free: set[Key]) -> tuple[Cover, ...]:
    offered = [Cover(one) for one in relations if one.worker_id in free]
    known = [one for one in offered if not one.stranger][:MOST_KNOWN]
    strangers = [one for one in offered if one.stranger][:MOST_STRANGERS]
    return (*known, *strangers)
