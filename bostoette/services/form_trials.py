"""Trying a form for a time (prøveforløb): a question at the start, a decision at the end (P10)."""

from datetime import date, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, aliased

from bostoette.models.citizen_life import StoredTrial, TrialFields
from bostoette.models.contact_agreement import ContactAgreement
from bostoette.models.contact_form import ContactForm
from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.form_trial import FormTrial
from bostoette.models.key import Key
from bostoette.models.life_kinds import TrialOutcome
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
from bostoette.models.task import Task, TaskKind
from bostoette.models.wording import short_day
from bostoette.models.worker import Worker
from bostoette.services.conditions import conditions_in_force
from bostoette.services.open_citizen import open_citizen
from bostoette.store.journal import describe

TRIAL_WEEKS = NumberName("P10", "trial_weeks")
_begun, _decided = aliased(Worker), aliased(Worker)
_TRIALS = (
    select(FormTrial, _begun.initials, _decided.initials)
    .outerjoin(_begun, _begun.id == FormTrial.begun_by)
    .outerjoin(_decided, _decided.id == FormTrial.decided_by)
    .where(FormTrial.citizen_id == bindparam("citizen"))
    .order_by(FormTrial.first_day.desc(), FormTrial.id.desc())
)


def proposal(session: Session, day: date) -> TrialFields:
    """Return what is filled in at first: as many weeks as the rule says."""
    weeks = conditions_in_force(session).rules.number(TRIAL_WEEKS).value
    return TrialFields(ContactForm.VIDEO, day, day + timedelta(weeks=weeks) - timedelta(days=1), "")


def begin(session: Session, citizen_id: Key, fields: TrialFields, *, by: Key) -> Key:
    """Begin to try a form; a task asks for the decision on the last day. Return the trial's key.

    Raises PlanError where the same form is being tried already.
    """
    fields.check()
    citizen = open_citizen(session, citizen_id)
    running = [one.fields.form for one in trials_of(session, citizen_id) if one.running]
    if fields.form in running:
        raise PlanError(
            f"{fields.form.short_name.capitalize()} prøves allerede. Intet er gemt endnu; afslut "
            "først det prøveforløb, der er i gang."
        )
    trial = FormTrial(
        citizen_id=citizen_id,
        form=fields.form,
        first_day=fields.first_day,
        last_day=fields.last_day,
        question=fields.question.strip(),
        begun_by=by,
    )
    session.add(trial)
    session.add(
        Task(
            kind=TaskKind.TRIAL,
            worker_id=citizen.primary_worker_id or by,
            citizen_id=citizen_id,
            due=fields.last_day,
            text=f"Prøveforløbet med {fields.form.short_name} slutter for {citizen.initials}: "
            "behold, ret til eller stop?",
        )
    )
    session.flush()
    describe(session, f"Prøveforløb: {citizen.initials}, {fields.form.short_name}")
    return trial.id


def decide(
    session: Session, trial_id: Key, outcome: TrialOutcome, answer: str, *, by: Key, today: date
) -> None:
    """Say what the trial came to; it stands in the agreement that holds today, and its task falls.

    Raises PlanError where the question has no answer or somebody has decided already.
    """
    if not answer.strip():
        raise PlanError(
            "Skriv svaret på spørgsmålet. Intet er gemt endnu, og det skrevne står der stadig."
        )
    refuse_cpr(answer)
    trial = session.get_one(FormTrial, trial_id)
    if trial.outcome is not None:
        raise PlanError("Prøveforløbet er afsluttet imens. Intet er ændret.")
    trial.outcome, trial.answer = outcome, answer.strip()
    trial.decided_on, trial.decided_by = today, by
    _write_into_agreement(session, trial, today)
    for task in session.scalars(
        select(Task).where(
            Task.citizen_id == trial.citizen_id,
            Task.kind == TaskKind.TRIAL,
            Task.due == trial.last_day,
            Task.done_at.is_(None),
        )
    ):
        session.delete(task)
    session.flush()
    who = open_citizen(session, trial.citizen_id).initials
    describe(session, f"Prøveforløb for {who}: {outcome.danish.lower()}")


def trials_of(session: Session, citizen_id: Key) -> tuple[StoredTrial, ...]:
    """Return what was and is tried with a citizen, the newest first."""
    rows = session.execute(_TRIALS, {"citizen": citizen_id})
    return tuple(
        StoredTrial(
            one.id,
            TrialFields(one.form, one.first_day, one.last_day, one.question),
            began or "",
            one.outcome,
            one.answer,
            one.decided_on,
            decider or "",
        )
        for one, began, decider in rows
    )


def _write_into_agreement(session: Session, trial: FormTrial, today: date) -> None:
    agreement = session.scalars(
        select(ContactAgreement)
        .where(
            ContactAgreement.citizen_id == trial.citizen_id, ContactAgreement.valid_from <= today
        )
        .order_by(ContactAgreement.valid_from.desc())
        .limit(1)
    ).first()
    if agreement is None or trial.outcome is None:
        return
    said = (
        f"Prøveforløb med {trial.form.short_name} {short_day(trial.first_day)}–"
        f"{short_day(trial.last_day)}: {trial.outcome.danish.lower()}. {trial.answer}"
    )
    agreement.note = "\n".join(part for part in (agreement.note, said) if part)
