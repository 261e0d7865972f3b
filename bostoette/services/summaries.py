"""The summary for the citizen (opsummering, P70): what was agreed, and how she was given it."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.key import Key
from bostoette.models.note import CitizenSummary
from bostoette.models.note_fields import STILL_THERE
from bostoette.models.note_kinds import GivenHow
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
from bostoette.services.conditions import conditions_in_force
from bostoette.services.notes import open_note
from bostoette.services.open_citizen import open_citizen
from bostoette.store.journal import describe

WORDS = NumberName("P70", "words")


def most_words(session: Session) -> int:
    """Return how many words a summary may have."""
    return conditions_in_force(session).rules.number(WORDS).value


def give(
    session: Session, note_id: Key, text: str, how: GivenHow, *, by: Key, at: datetime
) -> None:
    """Note that the citizen was given the summary: sent, handed over, or read aloud.

    Raises PlanError where nothing is written, it is longer than the rule allows, or it holds what
    looks like a CPR number.
    """
    refuse_cpr(text)
    most, number = most_words(session), len(text.split())
    if not number:
        raise PlanError(f"Opsummeringen er tom. {STILL_THERE} Skriv, hvad I har aftalt.")
    if number > most:
        raise PlanError(
            f"Opsummeringen er på {number} ord, og den må højst være på {most}. {STILL_THERE} "
            "Skær den til."
        )
    note = open_note(session, note_id)
    given = session.scalar(select(CitizenSummary).where(CitizenSummary.note_id == note_id))
    if given is None:
        given = CitizenSummary(note_id=note_id)
        session.add(given)
    given.text, given.how, given.given_at, given.given_by = text.strip(), how, at, by
    who = open_citizen(session, note.citizen_id).initials
    describe(session, f"Opsummering {how.danish}: {who}")
