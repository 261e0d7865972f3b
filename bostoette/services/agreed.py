"""What was agreed with a citizen (aftaler, P33): made, answered at later contacts, corrected."""

from collections import defaultdict
from datetime import date, datetime
from itertools import takewhile

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from bostoette.models.agreement import Agreement, AgreementAnswer
from bostoette.models.contact import Contact
from bostoette.models.key import Key
from bostoette.models.note_fields import AnsweredAgreement, NewAgreement
from bostoette.models.note_kinds import AgreementOutcome, SeenOrTold
from bostoette.models.note_sheet import OpenAgreement
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
from bostoette.services.conditions import conditions_in_force

TOLD_IN_A_ROW = NumberName("P33", "told_in_a_row")


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


def listed_open(
    session: Session, citizen_id: Key, before: Contact | None = None
) -> tuple[OpenAgreement, ...]:
    """Return what is still to be done of what was agreed with a citizen, the oldest first.

    Each with how often in a row it was only told of, and whether it should be seen (P33); two
    statements. With ``before`` only what was agreed no later than that contact began, as nobody
    could answer there for what was agreed afterwards.
    """
    going_on = [one for one in AgreementOutcome if one.goes_on]
    asked = select(Agreement).where(
        Agreement.citizen_id == citizen_id, Agreement.outcome.in_(going_on)
    )
    if before is not None:
        asked = asked.outerjoin(Contact, Contact.id == Agreement.contact_id).where(
            or_(
                Agreement.made_on < before.day,
                and_(
                    Agreement.made_on == before.day,
                    func.coalesce(Contact.start, 0) <= before.start,
                ),
            )
        )
    found = session.scalars(asked.order_by(Agreement.made_on, Agreement.id)).all()
    ways = _ways(session, [one.id for one in found])
    most = conditions_in_force(session).rules.number(TOLD_IN_A_ROW).value
    return tuple(_open_one(one, ways[one.id], most) for one in found)


def _ways(session: Session, agreements: list[Key]) -> dict[Key, list[SeenOrTold]]:
    """Return for each agreement whether it was seen or told, the latest answer first."""
    rows = session.execute(
        select(AgreementAnswer.agreement_id, AgreementAnswer.how)
        .where(AgreementAnswer.agreement_id.in_(agreements))
        .order_by(AgreementAnswer.at.desc(), AgreementAnswer.id.desc())
    )
    found: dict[Key, list[SeenOrTold]] = defaultdict(list)
    for key, how in rows:
        found[key].append(how)
    return found


def _open_one(one: Agreement, ways: list[SeenOrTold], most: int) -> OpenAgreement:
    told = sum(1 for _how in takewhile(lambda how: how is SeenOrTold.TOLD, ways))
    return OpenAgreement(
        id=one.id,
        text=one.text,
        doer=one.doer,
        due=one.due,
        made_on=one.made_on,
        outcome=one.outcome,
        told_in_row=told,
        ask_seen=told >= most,
        ever_seen=SeenOrTold.SEEN in ways,
    )


def _open_agreement(session: Session, agreement_id: Key) -> Agreement:
    agreement = session.get(Agreement, agreement_id)
    if agreement is None:
        raise PlanError("Aftalen findes ikke længere. Andet er ikke ændret; åbn notatet igen.")
    return agreement
