"""What a person can do with contact agreements (kontaktaftaler, P02): agree anew, change, end."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.contact_agreement import AgreementLine, ContactAgreement
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.services.open_citizen import open_citizen
from bostoette.services.stale import check_version
from bostoette.store.journal import describe

_LINE_NAMES = ("number", "minutes", "rhythm", "every_weeks", "forms")


def agree(session: Session, citizen_id: Key, fields: AgreementFields) -> Key:
    """Agree anew; the agreement before ends the day before, and is kept. Return the new key.

    Raises PlanError where the new one begins no later than one that is there already.
    """
    fields.check()
    who = open_citizen(session, citizen_id).initials
    _end_those_before(session, citizen_id, fields.valid_from)
    agreement = ContactAgreement(citizen_id=citizen_id)
    _fill(agreement, fields)
    session.add(agreement)
    session.flush()
    describe(session, f"Ny kontaktaftale: {who}")
    return agreement.id


def change(session: Session, agreement_id: Key, version: int, fields: AgreementFields) -> None:
    """Correct an agreement; raises ChangedMeanwhile when it is stale.

    For what is agreed anew from some day on, `agree` keeps the history.
    """
    fields.check()
    agreement = session.get(ContactAgreement, agreement_id)
    if agreement is None:
        raise PlanError(
            "Aftalen findes ikke længere. Andet er ikke ændret; se borgeren efter en gang til."
        )
    check_version(agreement.version, version)
    _refuse_overlap(session, agreement, fields)
    for surplus in agreement.lines[len(fields.lines) :]:
        session.delete(surplus)  # by name, so that the journal hears of it
        agreement.lines.remove(surplus)
    _fill(agreement, fields)
    describe(session, f"Ret kontaktaftale: {open_citizen(session, agreement.citizen_id).initials}")


def agreement_fields(agreement: ContactAgreement) -> AgreementFields:
    """Return an agreement as it was filled in."""
    return AgreementFields(
        valid_from=agreement.valid_from,
        lines=tuple(
            AgreementLineFields(**{name: getattr(line, name) for name in _LINE_NAMES})
            for line in agreement.lines
        ),
        on_demand=agreement.on_demand,
        valid_to=agreement.valid_to,
    )


def lines_on(session: Session, citizen_id: Key, day: date) -> tuple[AgreementLineFields, ...]:
    """Return the lines of the agreement that holds for a citizen on a day."""
    for one in _agreements(session, citizen_id):
        if one.valid_from <= day and (one.valid_to is None or day <= one.valid_to):
            return agreement_fields(one).lines
    return ()


def _end_those_before(session: Session, citizen_id: Key, first: date) -> None:
    for earlier in _agreements(session, citizen_id):
        if earlier.valid_to is not None and earlier.valid_to < first:
            continue
        if earlier.valid_from >= first:
            raise PlanError(
                "Der er allerede en aftale, der begynder samme dag eller senere. Intet er gemt, og "
                "det skrevne står der stadig. Ret den aftale, eller vælg en senere dag."
            )
        earlier.valid_to = first - timedelta(days=1)


def _refuse_overlap(session: Session, changed: ContactAgreement, fields: AgreementFields) -> None:
    last = fields.valid_to or date.max
    for other in _agreements(session, changed.citizen_id):
        if other.id == changed.id:
            continue
        if other.valid_from <= last and fields.valid_from <= (other.valid_to or date.max):
            raise PlanError(
                "Dagene overlapper en anden aftale. Intet er gemt, og det skrevne står der "
                "stadig. Ret dagene, så der kun gælder én aftale ad gangen."
            )


def _agreements(session: Session, citizen_id: Key) -> list[ContactAgreement]:
    return list(
        session.scalars(select(ContactAgreement).where(ContactAgreement.citizen_id == citizen_id))
    )


def _fill(agreement: ContactAgreement, fields: AgreementFields) -> None:
    agreement.valid_from, agreement.valid_to = fields.valid_from, fields.valid_to
    agreement.on_demand = fields.on_demand
    # An unchanged line keeps its row, so that the journal tells what really changed.
    for position, line in enumerate(fields.lines):
        if position == len(agreement.lines):
            agreement.lines.append(AgreementLine())
        row = agreement.lines[position]
        row.position = position
        for name in _LINE_NAMES:
            setattr(row, name, getattr(line, name))
