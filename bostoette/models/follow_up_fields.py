"""What a person fills in about a follow-up (opfølgning), and the same as stored."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.ffb import Recommendation
from bostoette.models.goal_fields import STILL_THERE
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError


@dataclass(frozen=True, slots=True)
class FollowUpFields:
    """When it is due, when it was held, what the provider recommends, and the report's text."""

    due: date
    held_on: date | None = None
    recommendation: Recommendation | None = None
    report: str = ""

    def check(self) -> None:
        """Raise PlanError where it is held without a recommendation, or holds a CPR number."""
        refuse_cpr(self.report)
        if self.held_on is not None and self.recommendation is None:
            raise PlanError(
                f"Vælg jeres indstilling, når opfølgningen er holdt. {STILL_THERE} "
                "Selve afgørelsen er myndighedens."
            )


@dataclass(frozen=True, slots=True)
class StoredFollowUp:
    """A follow-up as stored."""

    id: Key
    version: int
    fields: FollowUpFields

    def overdue(self, today: date) -> bool:
        """Tell whether it should have been held before today."""
        return self.fields.held_on is None and self.fields.due < today
