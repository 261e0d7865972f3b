"""What citizens answer when they are asked whether a contact was good (P91)."""

from dataclasses import dataclass
from enum import StrEnum

from bostoette.models.contact_form import ContactForm


class Satisfaction(StrEnum):
    """One tap after a contact."""

    GOOD = "good"
    OK = "ok"
    BAD = "bad"
    NOT_ASKED = "not_asked"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            Satisfaction.GOOD: "God",
            Satisfaction.OK: "Okay",
            Satisfaction.BAD: "Dårlig",
            Satisfaction.NOT_ASKED: "Ikke spurgt",
        }[self]


@dataclass(frozen=True, slots=True)
class FormSatisfaction:
    """How the contacts in one form were, in numbers of answers."""

    form: ContactForm
    good: int
    ok: int
    bad: int
    not_asked: int
    fewest: int
    """So many answers say something; fewer are told as too few."""

    @property
    def answers(self) -> int:
        """How many answered."""
        return self.good + self.ok + self.bad

    @property
    def says_something(self) -> bool:
        """Tell whether there are enough answers."""
        return self.answers >= self.fewest

    def said(self) -> str:
        """Say the answers in words, or that they are too few to say anything."""
        if not self.says_something:
            return f"for få til at sige noget ({self.answers} svar)"
        return f"{self.good} god, {self.ok} okay, {self.bad} dårlig"
