"""Pausing and ending a citizen's support: what is planned stops everywhere, in one step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact import Contact
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.form_trial import FormTrial
from bostoette.models.key import Key
from bostoette.models.life_kinds import PhaseOutState, TrialOutcome
from bostoette.models.on_demand import OnDemand
from bostoette.models.phase_out import PhaseOut
from bostoette.models.series import Series
from bostoette.models.stopping import Fate, StoppedContact, StoppedSeries, StoppedTask, Stopping
from bostoette.models.task import Task
from bostoette.planning.recurrence import ended_before, occurrences
from bostoette.services.open_citizen import open_citizen
from bostoette.services.stale import check_version
from bostoette.store.citizens import counted_on, open_tasks, planned_contacts, series_with
from bostoette.store.journal import describe
from bostoette.store.week_knowledge_rows import lent

_LABELS = {
    CitizenStatus.ACTIVE: "{} er aktiv igen",
    CitizenStatus.PAUSED: "{} er sat på pause",
    CitizenStatus.ENDED: "{} er afsluttet",
    CitizenStatus.DEAD: "{} er død",
    CitizenStatus.MOVED_AWAY: "{} er flyttet",
}
_REASONS = {
    CitizenStatus.PAUSED: "Støtten er sat på pause",
    CitizenStatus.ENDED: "Støtten er afsluttet",
    CitizenStatus.DEAD: "Borgeren er død",
    CitizenStatus.MOVED_AWAY: "Borgeren er flyttet",
}


@dataclass(frozen=True, slots=True)
class _Standing:
    """What is planned for a citizen from a day on."""

    contacts: Sequence[Contact]
    tasks: Sequence[Task]
    series: Sequence[Series]
    fates: dict[Key, Fate]

    def listed(self) -> Stopping:
        """Return it as a person looks through it."""
        return Stopping(
            tuple(
                StoppedContact(one.id, one.day, one.start, one.form, self.fates[one.id])
                for one in self.contacts
            ),
            tuple(StoppedTask(task.id, task.text, task.due) for task in self.tasks),
            tuple(StoppedSeries(one.id, one.rule.said()) for one in self.series),
        )


def what_stops(session: Session, citizen_id: Key, from_day: date) -> Stopping:
    """List what would stop from a day on; nothing is changed."""
    standing = _standing(session, citizen_id, from_day)
    return replace(standing.listed(), lent=lent(session, (citizen_id,)).get(citizen_id, ()))


def change_status(
    session: Session,
    citizen_id: Key,
    version: int,
    status: CitizenStatus,
    from_day: date,
    *,
    stop: bool = True,
) -> None:
    """Pause, end or take up support from a day on, in one step of the journal.

    What is planned from that day on stops: a contact that nobody counts on is deleted, one that
    is agreed or has been exported is called off by us, and in a group only the citizen's part
    ends. Open tasks fall away, and series end the day before. A pause may leave it all standing
    (``stop`` False). Raises ChangedMeanwhile when the citizen is stale.
    """
    citizen = open_citizen(session, citizen_id)
    check_version(citizen.version, version)
    citizen.status, citizen.status_since = status, from_day
    if status.stops_everything or (status is CitizenStatus.PAUSED and stop):
        standing = _standing(session, citizen_id, from_day)
        _stop(session, citizen_id, standing, _REASONS[status], from_day)
    if status.stops_everything:
        _end_what_runs(session, citizen_id, _REASONS[status], from_day)
    describe(session, _LABELS[status].format(citizen.initials))


def what_stops_of_series(session: Session, citizen_id: Key, from_day: date) -> Stopping:
    """List the series that would stop from a day on, with their contacts; nothing is changed."""
    return _of_series(_standing(session, citizen_id, from_day)).listed()


def stop_series(session: Session, citizen_id: Key, from_day: date, reason: str) -> None:
    """Stop the citizen's series from a day on, as a change of status would.

    Contacts that are planned by themselves stand, and so do their tasks.
    """
    standing = _of_series(_standing(session, citizen_id, from_day))
    _stop(session, citizen_id, standing, reason, from_day)


def _standing(session: Session, citizen_id: Key, from_day: date) -> _Standing:
    contacts = planned_contacts(session, citizen_id, from_day)
    keys = [contact.id for contact in contacts]
    built_upon = counted_on(session, keys)
    fates = {contact.id: _fate(contact, built_upon) for contact in contacts}
    alone = [key for key in keys if fates[key] is not Fate.LEFT]
    series = [one for one in series_with(session, citizen_id) if _runs_on(one, from_day)]
    return _Standing(contacts, open_tasks(session, citizen_id, alone), series, fates)


def _of_series(standing: _Standing) -> _Standing:
    """Leave out what does not belong to a series that runs on."""
    keys = {one.id for one in standing.series}
    contacts = [one for one in standing.contacts if one.series_id in keys]
    gone = {one.id for one in contacts if standing.fates[one.id] is Fate.DELETED}
    return _Standing(
        contacts,
        [task for task in standing.tasks if task.contact_id in gone],
        standing.series,
        standing.fates,
    )


def _fate(contact: Contact, built_upon: set[Key]) -> Fate:
    if len(contact.citizens) > 1:
        return Fate.LEFT
    if contact.agreed_with_citizen or contact.id in built_upon:
        return Fate.CANCELLED
    return Fate.DELETED


def _runs_on(series: Series, from_day: date) -> bool:
    rule = series.rule
    if rule.open_ended:
        return True
    days = occurrences(rule, date.max)
    return bool(days) and days[-1] >= from_day


def _stop(
    session: Session,
    citizen_id: Key,
    standing: _Standing,
    reason: str,
    from_day: date,
) -> None:
    for task in standing.tasks:
        session.delete(task)
    session.flush()  # tasks refer to contacts and must be gone first
    for contact in standing.contacts:
        fate = standing.fates[contact.id]
        if fate is Fate.DELETED:
            session.delete(contact)
        elif fate is Fate.CANCELLED:
            contact.status = ContactStatus.CANCELLED_BY_US
            contact.status_reason = reason
        else:
            _leave(session, contact, citizen_id)
    for series in standing.series:
        _end_series(series, citizen_id, from_day)


def _end_what_runs(session: Session, citizen_id: Key, why: str, from_day: date) -> None:
    """End trials, a phase-out and contact on demand, so that nobody is asked to go on with them."""
    trials = select(FormTrial).where(
        FormTrial.citizen_id == citizen_id, FormTrial.outcome.is_(None)
    )
    for trial in session.scalars(trials):
        trial.outcome, trial.answer, trial.decided_on = TrialOutcome.STOP, why, from_day
    paths = select(PhaseOut).where(
        PhaseOut.citizen_id == citizen_id, PhaseOut.state == PhaseOutState.RUNNING
    )
    for path in session.scalars(paths):
        path.state, path.ended_why = PhaseOutState.STOPPED, why
        path.ended_on = max(path.begun_on, from_day)
    times = select(OnDemand).where(OnDemand.citizen_id == citizen_id, OnDemand.last_day.is_(None))
    for time in session.scalars(times):
        time.last_day = max(time.first_day, from_day)


def _leave(session: Session, contact: Contact, citizen_id: Key) -> None:
    for part in contact.citizens:
        if part.citizen_id == citizen_id:
            session.delete(part)  # by name, so that the journal hears of it
    contact.set_people(
        tuple(part.worker_id for part in contact.workers),
        tuple(part.citizen_id for part in contact.citizens if part.citizen_id != citizen_id),
    )


def _end_series(series: Series, citizen_id: Key, from_day: date) -> None:
    """End a series the day before; a group's series goes on without the citizen."""
    others = [one for one in series.template.get("citizens", []) if one != citizen_id.hex()]
    if others:
        series.template = {**series.template, "citizens": others}
        if series.citizen_id == citizen_id:
            series.citizen_id = bytes.fromhex(others[0])
        return
    ended = ended_before(series.rule, from_day)
    if ended is None:  # it had not begun: its first day stays as a mark, and is skipped
        first = series.first_day.isoformat()
        series.until, series.count = series.first_day, None
        series.skipped = [*series.skipped, *([] if first in series.skipped else [first])]
        return
    series.until, series.count = ended.until, ended.count
