"""What a person can do with equipment on loan (P62): lend, correct, take back."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.equipment_loan import EquipmentLoan
from bostoette.models.key import Key
from bostoette.models.loan_fields import LoanFields, StoredLoan
from bostoette.models.plan_error import PlanError
from bostoette.planning.lent_equipment import with_loans
from bostoette.services.open_citizen import open_citizen
from bostoette.services.stale import check_version
from bostoette.store.advice_rows import profiles
from bostoette.store.journal import describe
from bostoette.store.week_knowledge_rows import lent

_LOANS = (
    select(EquipmentLoan)
    .where(EquipmentLoan.citizen_id == bindparam("citizen"))
    .order_by(
        EquipmentLoan.returned_on.is_not(None),
        EquipmentLoan.lent_on.desc(),
        EquipmentLoan.id.desc(),
    )
)


def loans_of(session: Session, citizen_id: Key) -> tuple[StoredLoan, ...]:
    """Return a citizen's loans: those she still has first, then the newest."""
    return tuple(_stored(loan) for loan in session.scalars(_LOANS, {"citizen": citizen_id}))


def equipped(session: Session, citizens: Collection[Key]) -> dict[Key, ProfileFields]:
    """Return the citizens' profiles; what each has on loan counts as hers."""
    loans = lent(session, citizens)
    return {
        key: with_loans(profile, loans.get(key, ()))
        for key, profile in profiles(session, citizens).items()
    }


def lend(session: Session, citizen_id: Key, fields: LoanFields) -> Key:
    """Lend something to a citizen; return the loan's key. Raises PlanError where it cannot be."""
    fields.check()
    who = open_citizen(session, citizen_id).initials
    loan = EquipmentLoan(citizen_id=citizen_id)
    _fill(loan, fields)
    session.add(loan)
    session.flush()
    describe(session, f"Udlån til {who}")
    return loan.id


def change_loan(session: Session, loan_id: Key, version: int, fields: LoanFields) -> None:
    """Correct a loan; raises ChangedMeanwhile when it is stale."""
    fields.check()
    loan = _open_loan(session, loan_id)
    check_version(loan.version, version)
    _fill(loan, fields)
    describe(session, f"Ret udlån til {open_citizen(session, loan.citizen_id).initials}")


def give_back(session: Session, loan_id: Key, returned_on: date) -> None:
    """Note that a loan came back; raises PlanError where it had come back already."""
    loan = _open_loan(session, loan_id)
    if loan.returned_on is not None:
        raise PlanError("Det er allerede noteret som afleveret. Intet er ændret.")
    if returned_on < loan.lent_on:
        raise PlanError(
            "Dagen for aflevering ligger før udlånet. Intet er gemt endnu; vælg en senere dag."
        )
    loan.returned_on = returned_on
    describe(session, f"Afleveret af {open_citizen(session, loan.citizen_id).initials}")


def _open_loan(session: Session, loan_id: Key) -> EquipmentLoan:
    loan = session.get(EquipmentLoan, loan_id)
    if loan is None:
        raise PlanError(
            "Udlånet findes ikke længere. Andet er ikke ændret; se borgeren efter en gang til."
        )
    return loan


def _fill(loan: EquipmentLoan, fields: LoanFields) -> None:
    loan.what, loan.note = fields.what.strip(), fields.note.strip()
    loan.lent_on, loan.due_back = fields.lent_on, fields.due_back


def _stored(loan: EquipmentLoan) -> StoredLoan:
    fields = LoanFields(loan.what, loan.lent_on, loan.due_back, loan.note)
    return StoredLoan(loan.id, loan.version, fields, loan.returned_on)
