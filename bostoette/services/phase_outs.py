"""A way from visits to less (nedtrapning), step by step, halted where contact is lost (P43, P44).

Nothing changes by itself: each step is taken by a person, and only then the agreement follows.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import Select, bindparam, or_, select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_fields import AgreementFields
from bostoette.models.citizen_life import PhaseStep, StoredPhaseOut
from bostoette.models.contact_form import ContactForm
from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.key import Key
from bostoette.models.life_kinds import PhaseOutState
from bostoette.models.phase_out import PhaseOut, PhaseOutStep
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
from bostoette.models.task import Task, TaskKind
from bostoette.planning.phase_out import RemoteLengths, proposed_steps
from bostoette.planning.usable_forms import usable
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services import citizens, no_shows, not_heard_from, on_demand
from bostoette.services.conditions import conditions_in_force
from bostoette.services.open_citizen import open_citizen
from bostoette.store.journal import describe

WEEKS_APART = NumberName("P44", "phase_out_weeks")
RULE = "P43"
CHECK = "phase_out_halted"
_HOLDS = "Nedtrapningen"
"""So begins a task about one that holds; about a step it begins otherwise."""
_PATHS = (
    select(PhaseOut).where(PhaseOut.citizen_id == bindparam("citizen")).order_by(PhaseOut.id.desc())
)
LIFT = "Få kontakt igen, eller stop nedtrapningen på borgerens side under Forløb."


def proposal(session: Session, citizen_id: Key, first_day: date) -> tuple[PhaseStep, ...]:
    """Propose the steps from what is agreed now; raises PlanError where nothing can be less."""
    details = citizens.details(session, citizen_id)
    agreed = details.agreement_on(first_day)
    lengths = conditions_in_force(session).conditions.lengths
    steps = proposed_steps(
        agreed.fields.lines if agreed else (),
        usable(details.profile),
        first_day,
        conditions_in_force(session).rules.number(WEEKS_APART).value,
        RemoteLengths(
            lengths[ContactForm.VIDEO].default_minutes, lengths[ContactForm.PHONE].default_minutes
        ),
    )
    if not steps:
        raise PlanError(
            "Der er intet at trappe ned fra: aftalen har ingen besøg, eller hverken video eller "
            "telefon kan bruges. Intet er ændret; se aftalen og ønskerne efter."
        )
    return steps


def begin(
    session: Session, citizen_id: Key, steps: Sequence[PhaseStep], *, by: Key, today: date
) -> Key:
    """Begin a phase-out as it was looked over; a task asks for its first step. Return its key.

    Raises PlanError where one runs already, or the days do not rise.
    """
    citizen = open_citizen(session, citizen_id)
    if _running(session, citizen_id) is not None:
        raise PlanError("En nedtrapning er allerede i gang. Intet er ændret; stop den først.")
    _check(steps)
    path = PhaseOut(
        citizen_id=citizen_id,
        begun_on=today,
        begun_by=by,
        steps=[
            PhaseOutStep(position=place, first_day=one.first_day, lines=one.lines)
            for place, one in enumerate(steps)
        ],
    )
    session.add(path)
    session.flush()
    _ask_for_next(session, path)
    describe(session, f"Nedtrapning: {citizen.initials}")
    return path.id


def take_step(session: Session, phase_out_id: Key, *, today: date) -> None:
    """Take the next step: the agreement follows it from its day on, at the earliest today.

    Raises PlanError where contact with the citizen is lost, and where it does not run any more.
    """
    path = _open(session, phase_out_id)
    lost = lost_contact(session, path.citizen_id, today)
    if lost:
        raise PlanError(f"{lost} Intet er ændret; få kontakt igen, eller stop nedtrapningen.")
    step = next(one for one in path.steps if one.taken_on is None)
    first = max(step.first_day, today)
    fields = AgreementFields(first, step.lines, on_demand=not step.lines)
    on_demand.agree_anew(session, path.citizen_id, fields)
    step.taken_on = today
    if all(one.taken_on for one in path.steps):
        path.state, path.ended_on = PhaseOutState.DONE, today
    _ask_for_next(session, path)
    who = open_citizen(session, path.citizen_id).initials
    describe(session, f"Nedtrapning, trin {step.position + 1}: {who}")


def stop(session: Session, phase_out_id: Key, why: str, *, by: Key, today: date) -> None:
    """Stop a phase-out; what is agreed now stays. Raises PlanError without a word why."""
    if not why.strip():
        raise PlanError(
            "Skriv, hvorfor nedtrapningen stoppes. Intet er gemt endnu, og det skrevne står der "
            "stadig."
        )
    refuse_cpr(why)
    path = _open(session, phase_out_id)
    path.state, path.ended_on, path.ended_by = PhaseOutState.STOPPED, today, by
    path.ended_why = why.strip()
    _ask_for_next(session, path)
    describe(session, f"Stop nedtrapning: {open_citizen(session, path.citizen_id).initials}")


def lost_contact(session: Session, citizen_id: Key, today: date) -> str:
    """Say that contact is lost, by silence or no-shows, or nothing where it is not (P43)."""
    silent = not_heard_from.silence_of(session, citizen_id, today)
    if silent is not None:
        return f"I har ikke hørt fra borgeren i {silent.days} dage, så nedtrapningen holder."
    if no_shows.stayed_away(session, (citizen_id,), today):
        return "Borgeren er udeblevet flere gange, så nedtrapningen holder."
    return ""


def remind(session: Session, worker_id: Key, today: date) -> int:
    """Let the task of each of a worker's phase-outs say where it holds, or again its step (P43).

    The program does it at start (`Desk.upkeep`). A task that was done is not made anew while the
    same phase-out holds. Return how many tasks changed.
    """
    paths = session.scalars(_of_worker(worker_id)).all()
    changed = sum(_renew_task(session, one, today) for one in paths)
    if changed:
        describe(session, f"Nedtrapning: {changed} opgaver")
    return changed


def run_for(session: Session, worker_id: Key) -> bool:
    """Tell whether a phase-out runs for any of a worker's citizens."""
    return session.scalars(_of_worker(worker_id).limit(1)).first() is not None


def _of_worker(worker_id: Key) -> Select[PhaseOut]:
    return (
        select(PhaseOut)
        .join(Citizen, Citizen.id == PhaseOut.citizen_id)
        .where(PhaseOut.state == PhaseOutState.RUNNING, Citizen.primary_worker_id == worker_id)
    )


def _renew_task(session: Session, path: PhaseOut, today: date) -> bool:
    citizen = open_citizen(session, path.citizen_id)
    said = f"{_HOLDS} for {citizen.initials} holder, da I har mistet kontakten. {LIFT}"
    about = select(Task).where(Task.citizen_id == citizen.id, Task.kind == TaskKind.PHASE_OUT)
    task = session.scalars(about.where(Task.done_at.is_(None))).first()
    if not lost_contact(session, citizen.id, today):
        if task is None or not task.text.startswith(_HOLDS):
            return False
        _ask_for_next(session, path)
        return True
    done = about.where(Task.text == said, Task.due >= path.begun_on)
    if session.scalars(done).first() is not None:
        return False
    if task is None:
        task = Task(
            kind=TaskKind.PHASE_OUT,
            worker_id=citizen.primary_worker_id or path.begun_by,
            citizen_id=citizen.id,
        )
        session.add(task)
    task.text, task.due = said, today
    session.flush()
    return True


def halted_of(session: Session, citizen_id: Key, today: date) -> str:
    """Say why a citizen's phase-out holds, or nothing where it does not or none runs (P43)."""
    if _running(session, citizen_id) is None:
        return ""
    return lost_contact(session, citizen_id, today)


def halted_sentences(
    session: Session, citizens: Mapping[Key, str], workers: Collection[Key], today: date
) -> tuple[WeekSentence, ...]:
    """Say which phase-outs hold, of these citizens and those whom the workers see to (P43).

    ``citizens`` are initials by key. Only those whose phase-out runs are looked at further.
    """
    rows = session.execute(
        select(Citizen.id, Citizen.initials)
        .join(PhaseOut, PhaseOut.citizen_id == Citizen.id)
        .where(
            PhaseOut.state == PhaseOutState.RUNNING,
            or_(Citizen.id.in_(citizens), Citizen.primary_worker_id.in_(workers)),
        )
        .order_by(Citizen.initials)
    ).all()
    said = [(key, initials, lost_contact(session, key, today)) for key, initials in rows]
    return tuple(
        WeekSentence(RULE, (), today, f"{initials}: {lost}", LIFT, key, CHECK)
        for key, initials, lost in said
        if lost
    )


def paths_of(session: Session, citizen_id: Key, today: date) -> tuple[StoredPhaseOut, ...]:
    """Return a citizen's phase-outs, the newest first."""
    rows = session.scalars(_PATHS, {"citizen": citizen_id}).all()
    return tuple(
        StoredPhaseOut(
            one.id,
            tuple(PhaseStep(step.first_day, step.lines, step.taken_on) for step in one.steps),
            one.state,
            one.begun_on,
            one.ended_on,
            one.ended_why,
            lost_contact(session, citizen_id, today) if one.state is PhaseOutState.RUNNING else "",
        )
        for one in rows
    )


def _running(session: Session, citizen_id: Key) -> PhaseOut | None:
    return session.scalars(
        select(PhaseOut).where(
            PhaseOut.citizen_id == citizen_id, PhaseOut.state == PhaseOutState.RUNNING
        )
    ).first()


def _open(session: Session, phase_out_id: Key) -> PhaseOut:
    path = session.get_one(PhaseOut, phase_out_id)
    if path.state is not PhaseOutState.RUNNING:
        raise PlanError("Nedtrapningen er ikke i gang længere. Intet er ændret.")
    return path


def _check(steps: Sequence[PhaseStep]) -> None:
    days = [one.first_day for one in steps]
    if not steps or days != sorted(set(days)):
        raise PlanError(
            "Trinene skal komme efter hinanden, hvert på sin dag. Intet er gemt endnu, og det "
            "skrevne står der stadig."
        )


def _ask_for_next(session: Session, path: PhaseOut) -> None:
    """Keep one open task about the next step, and none where there is none."""
    session.flush()
    for task in session.scalars(
        select(Task).where(
            Task.citizen_id == path.citizen_id,
            Task.kind == TaskKind.PHASE_OUT,
            Task.done_at.is_(None),
        )
    ):
        session.delete(task)
    left = [one for one in path.steps if one.taken_on is None]
    if path.state is PhaseOutState.RUNNING and left:
        citizen = open_citizen(session, path.citizen_id)
        said = PhaseStep(left[0].first_day, left[0].lines).said()
        session.add(
            Task(
                kind=TaskKind.PHASE_OUT,
                worker_id=citizen.primary_worker_id or path.begun_by,
                citizen_id=citizen.id,
                due=left[0].first_day,
                text=f"Nedtrapning for {citizen.initials}, trin {left[0].position + 1}: {said}. "
                "Tag trinet, eller stop",
            )
        )
    session.flush()
