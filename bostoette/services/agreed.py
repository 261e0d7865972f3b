"""What was agreed with a citizen (aftaler, P33): made, answered at later contacts, corrected."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.agreement import Agreement, AgreementAnswer
from bostoette.models.key import Key
from bostoette.models.note_fields import AnsweredAgreement, NewAgreement
from bostoette.models.note_kinds import AgreementOutcome
from bostoette.models.plan_error import PlanError


def make(
    session: Session,
    agreement: NewAgreement,
    *,
    citizen_id: Key,
    note_id: Key,
    contact_id: Key,
    by: Key,
    on: date,
) -> Key:
    """Note an agreement made at a contact; part of a step that names itself."""
    agreement.check()
    made = Agreement(
        citizen_id=citizen_id,
        note_id=note_id,
        contact_id=contact_id,
        text=agreement.text.strip(),
        doer=agreement.doer,
        due=agreement.due,
        made_on=on,
        made_by=by,
        outcome=AgreementOutcome.OPEN,
    )
    session.add(made)
    session.flush()
    return made.id


def answer(
    session: Session,
    answered: AnsweredAgreement,
    *,
    note_id: Key,
    contact_id: Key,
    by: Key,
    at: datetime,
) -> None:
    """Note what became of an agreement, seen or told (P33); ``at`` in UTC.

    Part of a step that names itself. Raises PlanError where it is not there any more.
    """
    agreement = _open_agreement(session, answered.agreement_id)
    agreement.outcome = answered.outcome
    session.add(
        AgreementAnswer(
            agreement_id=agreement.id,
            note_id=note_id,
            contact_id=contact_id,
            outcome=answered.outcome,
            how=answered.how,
            at=at,
            by=by,
        )
    )


def open_of(session: Session, citizen_id: Key) -> tuple[Agreement, ...]:
    """Return what is still to be done of what was agreed with a citizen, the oldest first."""
    going_on = [one for one in AgreementOutcome if one.goes_on]
    rows = session.scalars(
        select(Agreement)
        .where(Agreement.citizen_id == citizen_id, Agreement.outcome.in_(going_on))
        .order_by(Agreement.made_on, Agreement.id)
    )
    return tuple(rows)


def _open_agreement(session: Session, agreement_id: Key) -> Agreement:
    agreement = session.get(Agreement, agreement_id)
    if agreement is None:
        raise PlanError("Aftalen findes ikke længere. Andet er ikke ændret; åbn notatet igen.")
    return agreement
