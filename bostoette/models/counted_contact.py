"""A CountedContact is what a contact weighs in the balance of a grant."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.contact_kinds import ContactStatus


@dataclass(frozen=True, slots=True)
class CountedContact:
    """A citizen's contact as far as a balance needs it; ``actual_minutes`` once it is held."""

    day: date
    minutes: int
    status: ContactStatus
    actual_minutes: int | None = None

    @property
    def held_minutes(self) -> int:
        """Minutes held; the planned ones where nobody noted others."""
        return self.minutes if self.actual_minutes is None else self.actual_minutes
