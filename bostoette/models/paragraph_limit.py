"""A ParagraphLimit says how long support by a paragraph may run: §82b, at most six months."""

from dataclasses import dataclass

from bostoette.models.plan_error import PlanError

LONGEST_MONTHS = 120
LONGEST_WARNING = 366


@dataclass(frozen=True, slots=True)
class ParagraphLimit:
    """The longest time in whole months, and how many days before its end to begin to warn."""

    paragraph_id: str
    months: int
    warn_days: int

    def check(self) -> None:
        """Raise PlanError where the numbers cannot be meant."""
        if not 1 <= self.months <= LONGEST_MONTHS:
            raise PlanError(
                f"Skriv antallet af måneder som 1 til {LONGEST_MONTHS}. Intet er gemt endnu."
            )
        if not 0 <= self.warn_days <= LONGEST_WARNING:
            raise PlanError(
                f"Skriv antallet af dage som 0 til {LONGEST_WARNING}. Intet er gemt endnu."
            )
