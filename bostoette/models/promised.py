"""What a citizen was Promised: a grant or a contact agreement, from when to when."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Promised:
    """A grant or an agreement; first and last day are included."""

    what: str
    """``bevilling`` or ``kontaktaftale``."""
    first: date
    last: date | None
    """None where it is open."""

    def holds(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return self.first <= day and (self.last is None or day <= self.last)
