"""What a signed note leads to: a visit where it asks for one, and word to the team leader.

Something that needs a visit (P30), not being sure (P36) and falling wellbeing (P39) each propose a
visit within the rule's days, as one task; it falls away once they have met at a visit. A thinner
relation (P16) has a task of its own. What worries in the home, and falling wellbeing, is told the
team leader.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.contact import Contact
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.note import Note
from bostoette.models.note_kinds import Certainty, HomeImpression
from bostoette.models.practice_rule import NumberName
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.task import Task, TaskKind
from bostoette.models.wording import listed, short_day
from bostoette.models.worker import Worker
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services.conditions import conditions_in_force
from bostoette.services.open_citizen import open_citizen

NEEDS_VISIT_DAYS = NumberName("P30", "visit_days")
UNSURE_DAYS = NumberName("P36", "visit_days")
DROP = NumberName("P39", "drop")
WITHIN_CONTACTS = NumberName("P39", "contacts")


def follow_up(session: Session, note: Note) -> None:
    """Make the tasks that a note leads to; part of the act that signs it."""
    rules = conditions_in_force(session).rules
    fell = _wellbeing_fell(session, note, rules)
    reasons = list(_reasons(note, rules, fell=fell))
    if reasons:
        _propose_visit(session, note, [words for words, _days in reasons], _by(note, reasons))
    if fell:
        _tell_leader(session, note, "Trivslen falder")
    if note.home_impression is HomeImpression.WORRYING:
        _tell_leader(session, note, "Indtrykket af hjemmet er bekymrende")


def visited(session: Session, contact: Contact) -> None:
    """Let the tasks to visit fall away once a visit was held."""
    if contact.form is not ContactForm.PHYSICAL:
        return
    for part in contact.citizens:
        for task in _open_visits(session, part.citizen_id):
            session.delete(task)


def _reasons(note: Note, rules: PracticeRules, *, fell: bool) -> Iterable[tuple[str, int]]:
    if note.needs_visit:
        yield "der dukkede noget op, som kræver det", rules.number(NEEDS_VISIT_DAYS).value
    if note.certainty is Certainty.UNSURE:
        yield "du var usikker på, hvordan det står til", rules.number(UNSURE_DAYS).value
    if fell:
        yield "trivslen falder", rules.number(UNSURE_DAYS).value


def _by(note: Note, reasons: list[tuple[str, int]]) -> date:
    return note.day + timedelta(days=min(days for _words, days in reasons))


def _propose_visit(session: Session, note: Note, reasons: list[str], due: date) -> None:
    who = open_citizen(session, note.citizen_id).initials
    task = next(iter(_open_visits(session, note.citizen_id)), None)
    if task is None:
        task = Task(
            kind=TaskKind.VISIT,
            worker_id=note.author_id,
            citizen_id=note.citizen_id,
            contact_id=None,
            due=due,
        )
        session.add(task)
    task.due = min(due, task.due or due)
    task.text = f"Besøg {who} senest {short_day(task.due)}: {listed(reasons)}"
    session.flush()


def _open_visits(session: Session, citizen_id: Key) -> list[Task]:
    found = session.scalars(
        select(Task).where(
            Task.citizen_id == citizen_id, Task.kind == TaskKind.VISIT, Task.done_at.is_(None)
        )
    )
    return list(found)


def _tell_leader(session: Session, note: Note, words: str) -> None:
    """Give each team leader the task to look at it; an author who leads knows already."""
    who = open_citizen(session, note.citizen_id).initials
    leaders = session.scalars(
        select(Worker.id).where(
            Worker.role == WorkerRole.TEAM_LEADER,
            Worker.active.is_(True),
            Worker.id != note.author_id,
        )
    )
    for leader in leaders.all():
        session.add(
            Task(
                kind=TaskKind.FOLLOW_UP,
                worker_id=leader,
                citizen_id=note.citizen_id,
                due=note.day,
                text=f"{words} hos {who}: tal med den, der skrev notatet",
            )
        )
    session.flush()


def _wellbeing_fell(session: Session, note: Note, rules: PracticeRules) -> bool:
    """Tell whether the mark fell as far as the rule says within its contacts (P39)."""
    if note.wellbeing_score is None or not rules.rules["P39"].on:
        return False
    before = session.scalars(
        select(Note.wellbeing_score)
        .where(
            Note.citizen_id == note.citizen_id,
            Note.id != note.id,
            Note.day <= note.day,
            Note.wellbeing_score.is_not(None),
        )
        .order_by(Note.day.desc(), Note.id.desc())
        .limit(rules.number(WITHIN_CONTACTS).value - 1)
    )
    highest = max((one for one in before if one is not None), default=note.wellbeing_score)
    return highest - note.wellbeing_score >= rules.number(DROP).value
