"""The team's week as whoever reviews it sees it: what needs a hand first, the rest in figures."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from bostoette.models.citizen_kinds import RiskLevel
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.practice_rule import NumberName
from bostoette.models.review import (
    AskedQuestion,
    Matter,
    MatterKind,
    Minutes,
    OwnReview,
    Review,
    ReviewLine,
    SilentToo,
)
from bostoette.models.waiting_note import WaitingNote
from bostoette.models.week_contact import WeekContact
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.models.wording import clock, listed, short_day
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.danish_days import day_name
from bostoette.planning.day_travel import DayTravel
from bostoette.planning.grant_balance import balance
from bostoette.planning.plan_changes import plan_changes
from bostoette.planning.week_check import check_week
from bostoette.planning.week_sentence import WeekSentence
from bostoette.planning.week_to_review import week_to_review
from bostoette.services.conditions import conditions_in_force
from bostoette.services.not_heard_from import not_heard_from
from bostoette.services.plan_checks import HOME_RULE, plan_sentences
from bostoette.services.waiting_notes import COPENHAGEN, NOTE_WITHIN, overdue
from bostoette.services.week import Week, active_workers, week_of
from bostoette.services.week_knowledge import checked_week, knowledge_of
from bostoette.store import review_rows as rows
from bostoette.store.away_rows import away_on

MET_DAYS = NumberName("P01", "face_to_face_days")
_NOTES_NAMED = 3
_LENGTH_RULE = "P71"
"""How long a talk works well is asked of talks with citizens, not of meetings among workers."""
Matters = dict[Key, list[Matter]]
_NOTHING_BEGUN = rows.PlanRow(WeekPlanStatus.DRAFT, "", "", None, "", b"")


def review_of(session: Session, reviewer_id: Key, week: IsoWeek, now: datetime) -> Review:
    """Return the team's week, a line for each worker in use; ``now`` in local time.

    A constant number of statements, however many workers there are.
    """
    workers = tuple(worker.id for worker in active_workers(session))
    shown = week_of(session, workers, week)
    citizens = rows.reviewed_citizens(session)
    plans = rows.week_plans(session, week)
    matters = _matters(session, shown, citizens, now)
    for worker, labels in _changes(session, reviewer_id, shown, plans, now.date()).items():
        matters[worker].extend(Matter(MatterKind.CHANGED, label) for label in labels)
    asked = rows.questions(session, week)
    grants = rows.grants_of_workers(session, workers, week)
    standing, ways = _standing_by_worker(shown), _ways_by_worker(shown)
    met_days = conditions_in_force(session).rules.number(MET_DAYS).value
    return Review(
        week,
        tuple(
            _line(
                shown,
                worker,
                plans.get(worker.id, _NOTHING_BEGUN),
                tuple(matters[worker.id]),
                standing=standing[worker.id],
                ways=ways[worker.id],
                granted=balance(grants.get(worker.id, ()), (), week.monday, week.sunday).granted_to,
                questions=asked.get(worker.id, ()),
            )
            for worker in shown.workers
        ),
        len(citizens),
        rows.met_face_to_face(session, week.sunday, met_days),
        met_days,
        tuple(
            SilentToo(
                one.citizen.id, one.citizen.name, one.citizen.initials, one.days, one.on_demand
            )
            for one in not_heard_from(session, now.date())
        ),
        away_on(session, now.date()),
    )


def own_review(session: Session, worker_id: Key, week: IsoWeek, actor_id: Key) -> OwnReview:
    """Return where one worker's week stands, as she sees it; open questions first."""
    plan = rows.week_plans(session, week).get(worker_id, _NOTHING_BEGUN)
    asked = rows.questions(session, week).get(worker_id, ())
    return OwnReview(
        week,
        worker_id == actor_id,
        plan.status,
        plan.comment,
        plan.decided_by,
        tuple(sorted(asked, key=lambda one: one.closed)),
    )


def week_to_review_now(session: Session, today: date) -> IsoWeek:
    """Return the week that is reviewed now (P88)."""
    return week_to_review(today, conditions_in_force(session).rules)


def _standing_by_worker(shown: Week) -> dict[Key, list[WeekContact]]:
    """Give each worker's contacts with citizens that take time."""
    found: dict[Key, list[WeekContact]] = defaultdict(list)
    for one in shown.contacts:
        if one.citizens and one.status.takes_time:
            for worker in one.workers:
                found[worker].append(one)
    return found


def _ways_by_worker(shown: Week) -> dict[Key, list[DayTravel]]:
    """Give each worker's travel, day by day."""
    found: dict[Key, list[DayTravel]] = defaultdict(list)
    for (worker, _day), travel in shown.travel.items():
        found[worker].append(travel)
    return found


def _line(
    shown: Week,
    worker: WeekWorker,
    plan: rows.PlanRow,
    matters: tuple[Matter, ...],
    *,
    standing: Sequence[WeekContact],
    ways: Sequence[DayTravel],
    granted: int | None,
    questions: tuple[AskedQuestion, ...],
) -> ReviewLine:
    return ReviewLine(
        worker.id,
        worker.initials,
        worker.name,
        Counter(one.form for one in standing),
        sum(one.minutes for one in standing),
        granted,
        _together((one.minutes, one.certain) for one in ways),
        _together((one.saved.minutes, one.saved.certain) for one in ways),
        matters,
        plan.status,
        plan.comment,
        plan.reason,
        plan.sent_at,
        questions,
        tuple(
            day
            for day in shown.week.days
            if any(one.worker_id == worker.id and one.covers(day) for one in shown.absences)
        ),
    )


def _together(parts: Iterable[tuple[int, bool]]) -> Minutes:
    known = list(parts)
    return Minutes(
        sum(number for number, _ in known), all(sure for number, sure in known if number)
    )


def _matters(
    session: Session, shown: Week, citizens: Mapping[Key, rows.ReviewedCitizen], now: datetime
) -> Matters:
    """Gather what is to be looked at, each with the workers whose it is."""
    found: Matters = defaultdict(list)
    homes: dict[Key, list[WeekSentence]] = defaultdict(list)
    of_team = {worker.id for worker in shown.workers}
    who_meets = {one.id: of_team.intersection(one.workers) for one in shown.contacts}
    for sentence in _sentences(session, shown, now):
        for worker in _whose(sentence, of_team, who_meets, citizens):
            if sentence.rule == HOME_RULE and sentence.citizen in citizens:
                homes[worker].append(sentence)
            else:
                found[worker].append(_of_sentence(sentence))
    for worker, unseen in homes.items():
        found[worker].append(_of_homes(unseen, citizens))
    titles = conditions_in_force(session).words.reason_codes
    for worker, reasons in rows.given_reasons(session, shown.week).items():
        found[worker].extend(_of_reason(reason, titles) for reason in reasons)
    for worker, notes in overdue(session, now.replace(tzinfo=COPENHAGEN).astimezone(UTC)).items():
        found[worker].append(_of_notes(notes))
    for key, citizen in citizens.items():
        if citizen.risk is RiskLevel.RED and citizen.worker_id is not None:
            said = f"{citizen.initials} er vurderet rød"
            found[citizen.worker_id].append(Matter(MatterKind.RED, said, "P42", citizen=key))
    return found


def _sentences(session: Session, shown: Week, now: datetime) -> list[WeekSentence]:
    known = knowledge_of(session, shown)
    said = check_week(checked_week(shown, known, day_name, now))
    told = plan_sentences(session, shown, now.date())
    of_staff = {one.id for one in shown.contacts if not one.citizens}
    about = [
        one for one in said if one.rule != _LENGTH_RULE or not of_staff.issuperset(one.contacts)
    ]
    return sorted((*about, *told), key=lambda one: (one.day, one.text))


def _whose(
    sentence: WeekSentence,
    of_team: Collection[Key],
    who_meets: Mapping[Key, Iterable[Key]],
    citizens: Mapping[Key, rows.ReviewedCitizen],
) -> tuple[Key, ...]:
    """Return whose week a sentence belongs to: a plan's to the primary worker, else who meets."""
    citizen = citizens.get(sentence.citizen)
    if citizen is not None and citizen.worker_id is not None and citizen.worker_id in of_team:
        return (citizen.worker_id,)
    return tuple({key for contact in sentence.contacts for key in who_meets.get(contact, ())})


def _of_homes(
    unseen: Sequence[WeekSentence], citizens: Mapping[Key, rows.ReviewedCitizen]
) -> Matter:
    """Say of several citizens at once that nobody sees their home; of one as it is said."""
    if len(unseen) == 1:
        return _of_sentence(unseen[0])
    names = listed(sorted({citizens[one.citizen].initials for one in unseen}))
    text = f"Hjemmet bliver ikke set i perioden hos {names}"
    return Matter(MatterKind.RULE, text, HOME_RULE, unseen[0].lift, day=unseen[0].day)


def _of_sentence(sentence: WeekSentence) -> Matter:
    return Matter(
        MatterKind.RULE,
        sentence.text,
        sentence.rule,
        sentence.lift,
        sentence.contacts,
        sentence.day,
        sentence.citizen or None,
    )


def _of_reason(given: rows.GivenReason, titles: Mapping[str, str]) -> Matter:
    said = [titles.get(code, code) for code in given.codes] + [given.reason]
    words = "; ".join(part for part in said if part)
    when = f"{short_day(given.span.day)} kl. {clock(given.span.start)}"
    return Matter(
        MatterKind.REASON,
        f"{given.initials} {when}, {given.form.short_name}, valgt med begrundelse: {words}",
        "P07",
        contacts=(given.contact_id,),
        day=given.span.day,
        typed=given.reason,
    )


def _of_notes(notes: Sequence[WaitingNote]) -> Matter:
    """Say which held contacts lack their note; the oldest are named."""
    named = [f"{one.citizen.initials} {short_day(one.day)}" for one in notes[:_NOTES_NAMED]]
    more = len(notes) - len(named)
    whom = listed([*named, *([f"{more} til"] if more else [])])
    lack = "1 kontakt mangler notat" if len(notes) == 1 else f"{len(notes)} kontakter mangler notat"
    return Matter(
        MatterKind.NOTE,
        f"{lack} over fristen: {whom}",
        NOTE_WITHIN.rule,
        contacts=tuple(one.contact_id for one in notes),
        day=notes[0].day,
    )


def _changes(
    session: Session,
    reviewer_id: Key,
    shown: Week,
    plans: Mapping[Key, rows.PlanRow],
    today: date,
) -> dict[Key, tuple[str, ...]]:
    """Name what changed since a week was approved, and since the reviewer last looked at it.

    Weeks that are over are not looked through: they were lived.
    """
    if shown.week.sunday < today:
        return {}
    since = rows.looks(session, reviewer_id, shown.week)
    for worker, plan in plans.items():
        if plan.status is WeekPlanStatus.APPROVED:
            since[worker] = plan.step
    if not since:
        return {}
    steps = rows.plan_steps(session, min(since.values()))
    return plan_changes(steps, shown.week, shown.contacts, since)
