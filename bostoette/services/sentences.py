"""The sentences that a team often writes in notes (P92): added, corrected, taken out of use."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bostoette.models.citizen_fields import ListName
from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.note import SentenceTemplate
from bostoette.models.note_fields import STILL_THERE
from bostoette.models.plan_error import PlanError
from bostoette.store.journal import describe

LONGEST = 200


def listed(session: Session) -> tuple[ListName, ...]:
    """Return all sentences in their order, those out of use included."""
    rows = session.scalars(
        select(SentenceTemplate).order_by(SentenceTemplate.position, SentenceTemplate.id)
    )
    return tuple(ListName(row.id.hex(), row.text, row.active) for row in rows)


def in_use(session: Session) -> tuple[str, ...]:
    """Return the sentences that a note offers."""
    return tuple(one.title for one in listed(session) if one.active)


def add(session: Session, text: str) -> None:
    """Add a sentence at the end; raises PlanError where it cannot be one."""
    last = session.scalar(select(func.max(SentenceTemplate.position)))
    position = 0 if last is None else last + 1
    session.add(SentenceTemplate(text=_checked(text), position=position))
    describe(session, "Ny sætning til notater")


def change(session: Session, sentence_id: str, text: str) -> None:
    """Correct a sentence; raises PlanError where it cannot be one."""
    _sentence(session, sentence_id).text = _checked(text)
    describe(session, "Ret sætning til notater")


def use(session: Session, sentence_id: str, *, active: bool) -> None:
    """Take a sentence out of use, or into use again."""
    _sentence(session, sentence_id).active = active
    describe(session, "Tag sætning i brug" if active else "Tag sætning ud af brug")


def _checked(text: str) -> str:
    refuse_cpr(text)
    words = " ".join(text.split())
    if not words:
        raise PlanError(f"Skriv sætningen. {STILL_THERE}")
    if len(words) > LONGEST:
        raise PlanError(f"Sætningen er for lang; skriv højst {LONGEST} tegn. {STILL_THERE}")
    return words


def _sentence(session: Session, sentence_id: str) -> SentenceTemplate:
    found = session.get(SentenceTemplate, bytes.fromhex(sentence_id))
    if found is None:
        raise PlanError("Sætningen findes ikke længere. Andet er ikke ændret; se listen igen.")
    return found
