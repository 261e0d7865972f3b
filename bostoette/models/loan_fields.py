"""What a person fills in about equipment on loan (P62), and a loan as it is stored."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError

_STILL_THERE = "Intet er gemt endnu, og det skrevne står der stadig."


@dataclass(frozen=True, slots=True)
class LoanFields:
    """What is lent, from when, and when it is due back (None: no day agreed)."""

    what: str
    lent_on: date
    due_back: date | None = None
    note: str = ""

    def check(self) -> None:
        """Raise PlanError where nothing is named, the days stand the wrong way, or a CPR number."""
        if not self.what.strip():
            raise PlanError(f"Skriv, hvad der lånes ud. {_STILL_THERE}")
        if self.due_back is not None and self.due_back < self.lent_on:
            raise PlanError(f"Dagen for aflevering ligger før udlånet. {_STILL_THERE}")
        refuse_cpr(self.what, self.note)


@dataclass(frozen=True, slots=True)
class StoredLoan:
    """A loan as stored; ``returned_on`` is None while the citizen has it."""

    id: Key
    version: int
    fields: LoanFields
    returned_on: date | None = None

    def overdue(self, today: date) -> bool:
        """Tell whether it should have come back."""
        due = self.fields.due_back
        return self.returned_on is None and due is not None and due < today
