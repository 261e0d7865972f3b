"""One contact at a distance: its checklist, a superuser along, and how the technology did."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.advised_contact import AdvisedContact
from bostoette.models.citizen import Citizen
from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.citizen_kinds import RiskLevel
from bostoette.models.contact import Contact, ContactCheck, TechLog
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus, FormReason
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_condition import Companion
from bostoette.models.practice_rule import NumberName
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.remote_contact import (
    REMOTE_TALKS,
    CheckedPoint,
    FreeSuperuser,
    NotedTech,
    RemoteContact,
    RemoteFacts,
    SuperuserProposal,
)
from bostoette.models.remote_kinds import CheckPoint, StartStep, TechOutcome, TechPart
from bostoette.models.remote_start import VideoPause
from bostoette.models.situation import Situation
from bostoette.models.task import Task, TaskKind
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import from_to
from bostoette.models.worker import Worker
from bostoette.planning.remote_checklist import checklist
from bostoette.planning.tech_trouble import RECENT, failed_lately, needs_pause
from bostoette.services.advice import looked_at
from bostoette.services.conditions import conditions_in_force
from bostoette.services.contact_panel import agree
from bostoette.services.contacts import hold, open_contact, refuse_if_held, whom
from bostoette.services.video_startup import package_of, set_step
from bostoette.store.journal import describe
from bostoette.store.remote_rows import (
    absences_on,
    active_superusers,
    busy_spans,
    count_before,
    open_pause,
    steps_done,
    summary_noted,
    ticks_of,
    video_outcomes,
)

_SUPERUSER_CONTACTS = NumberName("P64", "superuser_contacts")
_CALL_BACK = NumberName("P32", "call_back_minutes")
_SENTENCE_ENDS = (".", "!", "?", "…")
_WATCHED = frozenset({RiskLevel.YELLOW, RiskLevel.RED})
_TALKED = (StartStep.EXPECTATIONS, 1)


def remote_of(session: Session, contact_id: Key, today: date) -> RemoteContact | None:
    """Return what goes with a contact by phone or video with one citizen, else None."""
    contact = session.get(Contact, contact_id)
    if contact is None or not _is_remote(contact):
        return None
    citizen_id = contact.citizens[0].citizen_id
    profile, situation, in_force = looked_at(session, AdvisedContact.of_stored(contact)[0])
    rules = in_force.rules
    earlier = count_before(session, citizen_id, contact.form, contact.id, contact.span)
    log = contact.tech_log
    planned = contact.status is ContactStatus.PLANNED
    points = checklist(rules, _facts(session, contact, profile, situation, today))
    return RemoteContact(
        id=contact.id,
        form=contact.form,
        first=not earlier,
        points=points,
        talk_missing=_talk_missing(points) if planned and not earlier else "",
        plan_b_missing=_plan_b_missing(rules, contact, profile) if planned else "",
        superuser=_proposal(session, contact, profile, situation, rules=rules, earlier=earlier),
        along=_along(session, contact),
        may_note_tech=_may_note(contact, today),
        tech=None if log is None else NotedTech(log.outcome, log.part),
        instead=_instead(session, rules, contact),
    )


def tick(
    session: Session, contact_id: Key, point: CheckPoint, *, done: bool, by: Key, today: date
) -> None:
    """Tick a point of the checklist by hand, or take the tick away.

    The talk about expectations is noted for the citizen and the form, so that it is known before
    all later contacts (P04); an agreed time is noted on the contact itself (P67).
    """
    contact = open_contact(session, contact_id)
    if point is CheckPoint.TIME_AGREED:
        agree(session, contact_id, agreed=done)
        return
    if point is CheckPoint.EXPECTATIONS:
        changed = set_step(
            session,
            contact.citizens[0].citizen_id,
            contact.form,
            StartStep.EXPECTATIONS,
            done=done,
            by=by,
            today=today,
        )
    else:
        changed = _set_check(contact, point, done=done, by=by, today=today)
    if changed:
        words = "Sæt hak i tjeklisten" if done else "Fjern hak i tjeklisten"
        describe(session, f"{words}: {whom(session, contact)}")


def take_superuser(session: Session, contact_id: Key, worker_id: Key) -> None:
    """Let a superuser be with the citizen at the same time (P64).

    Raises PlanError where she has something else then.
    """
    contact = open_contact(session, contact_id)
    refuse_if_held(contact)
    workers = tuple(part.worker_id for part in contact.workers)
    if worker_id in workers:
        return
    superuser = session.get_one(Worker, worker_id)
    found = _free(session, [(worker_id, superuser.initials)], contact)[0]
    if found.busy:
        raise PlanError(
            f"{found.initials} {found.busy}. Intet er ændret. Vælg en anden tid eller kollega."
        )
    citizens = tuple(part.citizen_id for part in contact.citizens)
    contact.set_people((*workers, worker_id), citizens)
    describe(session, f"Tag {superuser.initials} med til {whom(session, contact)}")


def leave_superuser(session: Session, contact_id: Key) -> None:
    """Let the talk go on without the superuser beside the one who holds it."""
    contact = open_contact(session, contact_id)
    refuse_if_held(contact)
    there = {key for key, _ in active_superusers(session, contact.day)}
    for part in list(contact.workers)[1:]:
        if part.worker_id in there:
            session.delete(part)  # by name, so that the journal hears of it
            contact.workers.remove(part)
            describe(session, f"Uden superbruger: {whom(session, contact)}")


def note_tech(
    session: Session,
    contact_id: Key,
    outcome: TechOutcome,
    part: TechPart | None = None,
    *,
    by: Key,
    today: date,
) -> None:
    """Note how the technology did (P65), in place of what was noted before.

    Where the talk went over to the phone, it counts as held by phone. When video has failed too
    often lately it holds a pause, and a superuser gets a task.
    """
    contact = open_contact(session, contact_id)
    if contact.tech_log is None:
        if not _may_note(contact, today):
            raise PlanError(
                "Teknikken noteres på dagen for en kontakt på afstand eller bagefter. "
                "Intet er ændret."
            )
        contact.tech_log = TechLog(form=contact.form, noted_by=by)
    log = contact.tech_log
    log.outcome, log.part = outcome, part
    if log.form is ContactForm.VIDEO:
        _go_over(session, contact, to_phone=outcome is TechOutcome.FALLBACK)
    session.flush()
    begun = 0
    if log.form is ContactForm.VIDEO:
        begun = sum(
            _pause_or_not(session, contact, one.citizen_id, today) for one in contact.citizens
        )
    pause = ". Video holder pause, og der er lavet en opgave" if begun else ""
    describe(session, f"Teknik hos {whom(session, contact)}: {outcome.danish.lower()}{pause}")


def _go_over(session: Session, contact: Contact, *, to_phone: bool) -> None:
    """Let the talk count as held by phone, or as on video again where that was a mistake."""
    if to_phone and contact.form is ContactForm.VIDEO:
        contact.form, contact.form_reason = ContactForm.PHONE, FormReason.PRACTICAL
        if contact.status is ContactStatus.PLANNED:
            hold(session, contact.id)
    elif not to_phone and contact.form is ContactForm.PHONE:
        contact.form = ContactForm.VIDEO


def _is_remote(contact: Contact) -> bool:
    noted = contact.tech_log is not None
    return len(contact.citizens) == 1 and (contact.form in REMOTE_TALKS or noted)


def _may_note(contact: Contact, today: date) -> bool:
    stands = contact.status in {ContactStatus.PLANNED, ContactStatus.HELD}
    return stands and contact.day <= today and contact.form in REMOTE_TALKS


def _facts(
    session: Session,
    contact: Contact,
    profile: ProfileFields,
    situation: Situation,
    today: date,
) -> RemoteFacts:
    citizen_id = contact.citizens[0].citizen_id
    return RemoteFacts(
        form=contact.form,
        held=contact.status is ContactStatus.HELD,
        today=today,
        profile=profile,
        talked=steps_done(session, citizen_id, contact.form).get(_TALKED),
        meetings=situation.worker_face_to_face_count,
        begins_at_a_distance=bool(contact.reason_codes),
        superuser_along=situation.companion is Companion.SUPERUSER,
        steps_left=package_of(session, citizen_id, today).left,
        agreed=contact.agreed_with_citizen,
        points_on_agenda=len(contact.agenda),
        ticks=ticks_of(session, contact.id),
        summary=summary_noted(session, contact.id, citizen_id),
    )


def _talk_missing(points: Sequence[CheckedPoint]) -> str:
    if all(one.done for one in points if one.point is CheckPoint.EXPECTATIONS):
        return ""
    return "Før den første kontakt på afstand skal forventningerne være talt igennem."


def _plan_b_missing(rules: PracticeRules, contact: Contact, profile: ProfileFields) -> str:
    if contact.plan_b or not rules.rules["P32"].on or profile.risk_level not in _WATCHED:
        return ""
    return f"Skriv en plan B. {rules.rules['P32'].why}"


def _proposal(
    session: Session,
    contact: Contact,
    profile: ProfileFields,
    situation: Situation,
    *,
    rules: PracticeRules,
    earlier: int,
) -> SuperuserProposal | None:
    if contact.form is not ContactForm.VIDEO or contact.status is not ContactStatus.PLANNED:
        return None
    if situation.companion is Companion.SUPERUSER or not rules.rules["P64"].on:
        return None
    early = earlier < rules.number(_SUPERUSER_CONTACTS).value
    if not early and profile.video_startup_done:
        return None
    reason = "Første gang på video" if early else "Opstartspakken er ikke klaret"
    there = {part.worker_id for part in contact.workers}
    found = _free(
        session,
        [one for one in active_superusers(session, contact.day) if one[0] not in there],
        contact,
    )
    free = next((one for one in found if not one.busy), None)
    if free is not None:
        return SuperuserProposal(f"{reason}: tag en superbruger med hos borgeren.", free)
    if not found:
        return SuperuserProposal(f"{reason}, men teamet har ingen anden superbruger.", None)
    busy = " ".join(f"{one.initials} {one.busy}." for one in found)
    return SuperuserProposal(f"{reason}, men ingen superbruger er ledig da. {busy}", None)


def _along(session: Session, contact: Contact) -> str:
    if contact.form is not ContactForm.VIDEO or contact.status is not ContactStatus.PLANNED:
        return ""
    there = {part.worker_id for part in list(contact.workers)[1:]}
    found = active_superusers(session, contact.day) if there else []
    return next((initials for key, initials in found if key in there), "")


def _free(
    session: Session, superusers: Sequence[tuple[Key, str]], contact: Contact
) -> list[FreeSuperuser]:
    """Say of each superuser what keeps her from the contact."""
    keys = [key for key, _ in superusers]
    away = absences_on(session, keys, contact.day)
    busy = busy_spans(session, keys, contact.day, contact.id)
    return [
        FreeSuperuser(
            key,
            initials,
            away[key].said if key in away else _clash(busy.get(key, ()), contact.span),
        )
        for key, initials in superusers
    ]


def _clash(busy: Sequence[TimeSpan], span: TimeSpan) -> str:
    other = next((one for one in busy if one.overlaps(span)), None)
    return "" if other is None else f"er optaget kl. {from_to(other)}"


def _instead(session: Session, rules: PracticeRules, contact: Contact) -> str:
    citizen = session.get_one(Citizen, contact.citizens[0].citizen_id)
    number = contact.phone_number or citizen.phone
    within = rules.number(_CALL_BACK).said
    ring = f"Ring {number} inden for {within}." if number else ""
    plan_b = contact.plan_b.strip()
    if plan_b and ring and not plan_b.endswith(_SENTENCE_ENDS):
        plan_b += "."
    return " ".join(part for part in (plan_b, ring) if part)


def _set_check(contact: Contact, point: CheckPoint, *, done: bool, by: Key, today: date) -> bool:
    ticked = next((one for one in contact.checks if one.point is point), None)
    if done is (ticked is not None):
        return False
    if ticked is None:
        contact.checks.append(ContactCheck(point=point, ticked_on=today, ticked_by=by))
    else:
        contact.checks.remove(ticked)
    return True


def _pause_or_not(session: Session, contact: Contact, citizen_id: Key, today: date) -> bool:
    """Pause video where it failed too often, and take back a pause that a correction undid.

    Returns whether a pause begins.
    """
    rules = conditions_in_force(session).rules
    outcomes = video_outcomes(session, citizen_id, rules.number(RECENT).value)
    pause = open_pause(session, citizen_id)
    if pause is None and needs_pause(rules, outcomes):
        session.add(VideoPause(citizen_id=citizen_id, paused_on=today))
        session.add(_task(session, contact, citizen_id, today, failed_lately(rules, outcomes)))
        return True
    if pause is not None and not needs_pause(rules, outcomes) and pause.paused_on == today:
        session.delete(pause)
        for task in session.scalars(_tasks_about(contact, citizen_id)):
            session.delete(task)
    return False


def _task(session: Session, contact: Contact, citizen_id: Key, today: date, failures: int) -> Task:
    superusers = active_superusers(session, today)
    doer = superusers[0][0] if superusers else contact.workers[0].worker_id
    return Task(
        kind=TaskKind.EQUIPMENT,
        worker_id=doer,
        citizen_id=citizen_id,
        contact_id=contact.id,
        due=today,
        text=f"Video har svigtet {failures} gange og holder pause. Se på teknikken sammen med "
        "borgeren, og ophæv pausen på borgerens side.",
    )


def _tasks_about(contact: Contact, citizen_id: Key) -> Any:
    return select(Task).where(
        Task.kind == TaskKind.EQUIPMENT,
        Task.contact_id == contact.id,
        Task.citizen_id == citizen_id,
        Task.done_at.is_(None),
    )
