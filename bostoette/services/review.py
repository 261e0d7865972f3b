"""What is done with a worker's week in review: sent, approved, returned, asked about (P88, P07).

Each is an act, which is never undone; what was decided can be decided anew. Nothing of it keeps
the worker from working: a week that is changed afterwards only shows so.
"""

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.iso_week import IsoWeek
from bostoette.models.journal import JournalStep
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
from bostoette.models.week_plan import ReviewLook, ReviewQuestion, WeekPlan
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.models.wording import week_title
from bostoette.models.worker import Worker
from bostoette.services.conditions import conditions_in_force
from bostoette.services.plan_checks import plans_of_week
from bostoette.services.review_rights import refuse_unless_reviewer
from bostoette.services.stale import check_version
from bostoette.store.journal import act

MET = NumberName("P01", "face_to_face_days")
LEAST_REASON = NumberName("P07", "reason_letters")
_NOT_SENT = "Ugen er ikke sendt til gennemgang endnu. Intet er ændret. Bed om at få den sendt."


def send(session: Session, actor_id: Key, week: IsoWeek, now: datetime) -> None:
    """Send the person's own week to review; ``now`` in UTC."""
    plan = _plan(session, actor_id, week)
    if plan.status in {WeekPlanStatus.SENT, WeekPlanStatus.APPROVED}:
        raise PlanError(
            f"{week_title(week).capitalize()} er allerede sendt. Intet er ændret. "
            "Du kan trække den tilbage og sende den igen."
        )
    plan.status, plan.sent_at = WeekPlanStatus.SENT, now
    plan.decided_at = plan.decided_by = None
    plan.reason = ""
    act(session, f"Send {week_title(week)} til gennemgang")


def take_back(session: Session, actor_id: Key, week: IsoWeek) -> None:
    """Take the person's own week back, so that it is a draft again."""
    plan = _plan(session, actor_id, week)
    if plan.status is not WeekPlanStatus.SENT:
        raise PlanError(
            "Ugen ligger ikke til gennemgang, så den kan ikke trækkes tilbage. Intet er ændret."
        )
    plan.status, plan.sent_at = WeekPlanStatus.DRAFT, None
    act(session, f"Træk {week_title(week)} tilbage fra gennemgang")


def approve(
    session: Session,
    actor_id: Key,
    worker_id: Key,
    week: IsoWeek,
    now: datetime,
    *,
    today: date,
    words: str = "",
    reason: str = "",
) -> None:
    """Approve a worker's week, perhaps with a word to her; ``now`` in UTC.

    Where the plan leaves somebody without a meeting face to face, a reason is demanded (P01).
    Raises PlanError where it is missing, the week was not sent, or it is not the person's to do.
    """
    refuse_unless_reviewer(session, actor_id, today)
    refuse_cpr(words, reason)
    plan = _plan(session, worker_id, week)
    if plan.status not in {WeekPlanStatus.SENT, WeekPlanStatus.APPROVED}:
        raise PlanError(_NOT_SENT)
    if _unmet(session, worker_id, week, today):
        _refuse_without_reason(session, reason)
    _decide(plan, WeekPlanStatus.APPROVED, actor_id, now, words)
    plan.reason = reason.strip()
    act(session, f"Godkend {_whose(session, worker_id)} {week_title(week)}")


def approve_all(
    session: Session,
    actor_id: Key,
    weeks: tuple[tuple[Key, IsoWeek], ...],
    now: datetime,
    today: date,
) -> None:
    """Approve several workers' weeks in one act; those without remarks are meant.

    Raises PlanError where one of them cannot be approved; then none is.
    """
    for worker_id, week in weeks:
        approve(session, actor_id, worker_id, week, now, today=today)
    act(session, f"Godkend {len(weeks)} uger uden bemærkninger")


def send_back(
    session: Session,
    actor_id: Key,
    worker_id: Key,
    week: IsoWeek,
    now: datetime,
    *,
    today: date,
    words: str,
) -> None:
    """Return a worker's week with a word to her; ``now`` in UTC.

    Raises PlanError without a word, where the week was not sent, or it is not the person's to do.
    """
    refuse_unless_reviewer(session, actor_id, today)
    refuse_cpr(words)
    plan = _plan(session, worker_id, week)
    if plan.status not in {WeekPlanStatus.SENT, WeekPlanStatus.APPROVED}:
        raise PlanError(_NOT_SENT)
    if not words.strip():
        raise PlanError(
            "Skriv et ord om, hvad der skal ses på, før ugen sendes tilbage. Intet er ændret."
        )
    _decide(plan, WeekPlanStatus.RETURNED, actor_id, now, words)
    act(session, f"Send {_whose(session, worker_id)} {week_title(week)} tilbage")


def withdraw(session: Session, actor_id: Key, worker_id: Key, week: IsoWeek, today: date) -> None:
    """Withdraw an approval, so that the week waits for review again."""
    refuse_unless_reviewer(session, actor_id, today)
    plan = _plan(session, worker_id, week)
    if plan.status is not WeekPlanStatus.APPROVED:
        raise PlanError("Ugen er ikke godkendt, så der er intet at trække tilbage.")
    plan.status, plan.decided_at, plan.decided_by = WeekPlanStatus.SENT, None, None
    plan.reason = ""
    act(session, f"Træk godkendelsen af {_whose(session, worker_id)} {week_title(week)} tilbage")


def ask(
    session: Session,
    actor_id: Key,
    worker_id: Key,
    week: IsoWeek,
    now: datetime,
    *,
    today: date,
    text: str,
    contact_id: Key | None = None,
) -> Key:
    """Ask a worker about her week, or about one contact in it; return the question's key.

    It is open until whoever asked closes it. Raises PlanError where nothing is asked.
    """
    refuse_unless_reviewer(session, actor_id, today)
    refuse_cpr(text)
    if not text.strip():
        raise PlanError("Skriv, hvad du vil spørge om. Intet er sendt endnu.")
    question = ReviewQuestion(
        worker_id=worker_id,
        iso_year=week.year,
        iso_week=week.number,
        contact_id=contact_id,
        asked_by=actor_id,
        asked_at=now,
        text=text.strip(),
    )
    session.add(question)
    session.flush()
    act(session, f"Spørg {_whose(session, worker_id)} om {week_title(week)}")
    return question.id


def answer(
    session: Session,
    actor_id: Key,
    question_id: Key,
    version: int,
    now: datetime,
    *,
    text: str,
) -> None:
    """Answer a question about the person's own week; raises PlanError where nothing is said."""
    question = _question(session, question_id, version)
    refuse_cpr(text)
    if question.worker_id != actor_id:
        raise PlanError("Spørgsmålet er til en anden. Intet er ændret.")
    if not text.strip():
        raise PlanError("Skriv et svar først. Intet er sendt endnu.")
    question.answer, question.answered_at = text.strip(), now
    act(session, f"Svar på et spørgsmål om {_week_of(question)}")


def close(
    session: Session, actor_id: Key, question_id: Key, version: int, now: datetime, *, today: date
) -> None:
    """Close a question; answered or not, nothing waits on it any more."""
    refuse_unless_reviewer(session, actor_id, today)
    question = _question(session, question_id, version)
    question.closed_at = now
    act(session, f"Luk et spørgsmål om {_week_of(question)}")


def looked(session: Session, actor_id: Key, worker_id: Key, week: IsoWeek) -> None:
    """Remember that the person has seen a worker's week as it is now."""
    newest = session.scalar(select(func.max(JournalStep.id))) or b""
    row = {
        "reviewer_id": actor_id,
        "worker_id": worker_id,
        "iso_year": week.year,
        "iso_week": week.number,
        "seen_step": newest,
    }
    statement = insert(ReviewLook).values(row)
    session.connection().execute(
        statement.on_conflict_do_update(
            index_elements=["reviewer_id", "worker_id", "iso_year", "iso_week"],
            set_={"seen_step": newest},
        )
    )


def _decide(
    plan: WeekPlan, status: WeekPlanStatus, actor_id: Key, now: datetime, words: str
) -> None:
    plan.status, plan.decided_at, plan.decided_by = status, now, actor_id
    plan.comment = words.strip()


def _plan(session: Session, worker_id: Key, week: IsoWeek) -> WeekPlan:
    """Return a worker's week, begun as a draft where nobody has sent it yet."""
    found = session.scalar(
        select(WeekPlan).where(
            WeekPlan.worker_id == worker_id,
            WeekPlan.iso_year == week.year,
            WeekPlan.iso_week == week.number,
        )
    )
    if found is None:
        found = WeekPlan(
            worker_id=worker_id,
            iso_year=week.year,
            iso_week=week.number,
            status=WeekPlanStatus.DRAFT,
        )
        session.add(found)
    return found


def _question(session: Session, question_id: Key, version: int) -> ReviewQuestion:
    question = session.get(ReviewQuestion, question_id)
    if question is None:
        raise PlanError("Spørgsmålet findes ikke længere. Intet er ændret.")
    check_version(question.version, version)
    return question


def _unmet(session: Session, worker_id: Key, week: IsoWeek, today: date) -> bool:
    raised = plans_of_week(session, week, (worker_id,), today)
    return any(one.rule == MET.rule for one in raised)


def _refuse_without_reason(session: Session, reason: str) -> None:
    rules = conditions_in_force(session).rules
    least = rules.number(LEAST_REASON)
    if len(reason.strip()) < least.value:
        raise PlanError(
            f"En borger mødes ikke ansigt til ansigt i {rules.number(MET).said} (P01), så "
            f"godkendelsen kræver en begrundelse på mindst {least.said}. "
            "Ugen er ikke godkendt endnu."
        )


def _whose(session: Session, worker_id: Key) -> str:
    return session.get_one(Worker, worker_id).initials


def _week_of(question: ReviewQuestion) -> str:
    return week_title(IsoWeek(question.iso_year, question.iso_week))
