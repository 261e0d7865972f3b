"""Questions about what contacts gave: marks of goals and wellbeing, answers, notes, people met.

Of a worker it is the contacts that she leads; each is one statement.
"""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from bostoette.models.base import EPOCH
from bostoette.models.contact_form import ContactForm
from bostoette.models.effect_rows import (
    AnswerRow,
    DueNote,
    MarkRow,
    MetRow,
    TurnRow,
    WellbeingRow,
)
from bostoette.models.figure_scope import Ask, ScopeKind
from bostoette.models.goal_kinds import GoalStatus, Independence
from bostoette.models.satisfaction import Satisfaction
from bostoette.store.figure_rows import ANY_CITIZEN, ANY_WORKER, asked_for

_BY_TIME = "ORDER BY contact.day, contact.start, contact.id"
_LED = {
    ScopeKind.TEAM: f"lead.day BETWEEN ? AND ? AND lead.worker_id IN {ANY_WORKER}",
    ScopeKind.WORKER: "lead.day BETWEEN ? AND ? AND lead.worker_id = ?",
}
_NOTED = f"note.day BETWEEN ? AND ? AND note.citizen_id IN {ANY_CITIZEN}"
_OF_NOTE = {
    ScopeKind.TEAM: _NOTED,
    ScopeKind.WORKER: f"{_NOTED} AND lead.worker_id = ?",
    ScopeKind.CITIZEN: "note.day BETWEEN ? AND ? AND note.citizen_id = ?",
}
_MARK_COLUMNS = """
    SELECT note.contact_id, note.citizen_id, note_goal.goal_id, note.day, note.form,
           note_goal.independence
      FROM note
      JOIN note_goal ON note_goal.note_id = note.id
      JOIN contact ON contact.id = note.contact_id
      JOIN contact_worker AS lead ON lead.contact_id = contact.id AND lead.position = 0
     WHERE note_goal.independence IS NOT NULL
"""
_MARKS = {kind: f"{_MARK_COLUMNS} AND {asked} {_BY_TIME}" for kind, asked in _OF_NOTE.items()}
_SCORE_COLUMNS = """
    SELECT note.contact_id, note.citizen_id, note.day, note.form, note.wellbeing_score
      FROM note JOIN contact ON contact.id = note.contact_id
      JOIN contact_worker AS lead ON lead.contact_id = contact.id AND lead.position = 0
     WHERE note.wellbeing_score IS NOT NULL
"""
_SCORES = {kind: f"{_SCORE_COLUMNS} AND {asked} {_BY_TIME}" for kind, asked in _OF_NOTE.items()}
_ANSWER_COLUMNS = """
    SELECT answer.contact_id, answer.citizen_id, contact.day, contact.form, answer.answer
      FROM contact_satisfaction AS answer
      JOIN contact ON contact.id = answer.contact_id
      JOIN contact_worker AS lead ON lead.contact_id = contact.id AND lead.position = 0
"""
_ANSWERS = {
    kind: f"{_ANSWER_COLUMNS} WHERE {asked} {_BY_TIME}"
    for kind, asked in {
        **_LED,
        ScopeKind.CITIZEN: "contact.day BETWEEN ? AND ? AND answer.citizen_id = ?",
    }.items()
}
_NOTE_COLUMNS = """
    SELECT contact.id, part.citizen_id, contact.day,
           coalesce(contact.actual_start, contact.start)
             + coalesce(contact.actual_minutes, contact.minutes),
           note.signed_at
      FROM contact
      JOIN contact_worker AS lead ON lead.contact_id = contact.id AND lead.position = 0
      JOIN contact_citizen AS part ON part.contact_id = contact.id
      LEFT JOIN note ON note.contact_id = contact.id AND note.citizen_id = part.citizen_id
     WHERE contact.status = 'held'
       AND (part.attendance != 'did_not_come' OR note.id IS NOT NULL)
"""
"""Who stayed away from a group owes no note; one that is signed about her all the same counts, so
that in time and late together are every signed note."""
_NOTES = {
    kind: f"{_NOTE_COLUMNS} AND {asked} {_BY_TIME}"
    for kind, asked in {
        **_LED,
        ScopeKind.CITIZEN: "part.day BETWEEN ? AND ? AND part.citizen_id = ?",
    }.items()
}
_OWN = "AND ? IN (citizen.primary_worker_id, citizen.secondary_worker_id)"
_OF_CITIZENS = {
    ScopeKind.TEAM: "",
    ScopeKind.WORKER: _OWN,
    ScopeKind.CITIZEN: "AND citizen.id = ?",
}
_MET_COLUMNS = f"""
    SELECT part.citizen_id, own.worker_id, max(part.day)
      FROM contact_citizen AS part
      JOIN contact ON contact.id = part.contact_id
      JOIN contact_worker AS own ON own.contact_id = contact.id
      JOIN citizen ON citizen.id = part.citizen_id
     WHERE part.citizen_id IN {ANY_CITIZEN} AND part.day BETWEEN ? AND ? AND contact.status = 'held'
       AND part.attendance != 'did_not_come'
       AND (contact.variant != 'delivery' OR part.attendance = 'came')
"""  # noqa: S608 - our own words
_MET = {
    kind: f"{_MET_COLUMNS} {whose} GROUP BY part.citizen_id, own.worker_id"
    for kind, whose in _OF_CITIZENS.items()
}
_TURN_COLUMNS = """
    SELECT turn.goal_id, goal.citizen_id, turn.day, turn.status
      FROM goal_turn AS turn
      JOIN goal ON goal.id = turn.goal_id
      JOIN citizen ON citizen.id = goal.citizen_id
     WHERE turn.day BETWEEN ? AND ?
"""
_TURNS = {
    kind: f"{_TURN_COLUMNS} {whose} ORDER BY turn.day, turn.id"
    for kind, whose in _OF_CITIZENS.items()
}
_FORMS = {form.value: form for form in ContactForm}


def marks_asked(session: Session, ask: Ask) -> tuple[MarkRow, ...]:
    """Return the marks of independence."""
    return tuple(
        MarkRow(contact, whom, goal, date.fromisoformat(day), _FORMS[form], Independence(step))
        for contact, whom, goal, day, form, step in asked_for(session, _MARKS, ask)
    )


def scores_asked(session: Session, ask: Ask) -> tuple[WellbeingRow, ...]:
    """Return the marks of wellbeing."""
    return tuple(
        WellbeingRow(contact, whom, date.fromisoformat(day), _FORMS[form], score)
        for contact, whom, day, form, score in asked_for(session, _SCORES, ask)
    )


def answers_asked(session: Session, ask: Ask) -> tuple[AnswerRow, ...]:
    """Return what citizens answered."""
    return tuple(
        AnswerRow(contact, whom, date.fromisoformat(day), _FORMS[form], Satisfaction(answer))
        for contact, whom, day, form, answer in asked_for(session, _ANSWERS, ask)
    )


def notes_asked(session: Session, ask: Ask) -> tuple[DueNote, ...]:
    """Return the held contacts with each citizen who came or has a note, noted or not."""
    return tuple(
        DueNote(
            contact,
            citizen,
            date.fromisoformat(day),
            ends,
            None if signed is None else EPOCH + timedelta(microseconds=signed),
        )
        for contact, citizen, day, ends, signed in asked_for(session, _NOTES, ask)
    )


def met_asked(session: Session, ask: Ask) -> tuple[MetRow, ...]:
    """Return whom the citizens met; of a worker they are those whose worker she is."""
    return tuple(
        MetRow(citizen, worker, date.fromisoformat(day))
        for citizen, worker, day in asked_for(session, _MET, ask)
    )


def turns_asked(session: Session, ask: Ask) -> tuple[TurnRow, ...]:
    """Return where goals came to stand; of a worker they are her citizens'."""
    return tuple(
        TurnRow(goal, citizen, date.fromisoformat(day), GoalStatus(status))
        for goal, citizen, day, status in asked_for(session, _TURNS, ask)
    )
