"""A FormQuestion is what choosing a form asks for when something speaks against it (P07)."""

from dataclasses import dataclass

from bostoette.models.advice import Reason
from bostoette.models.contact_form import ContactForm


@dataclass(frozen=True, slots=True)
class OfferedCode:
    """A reason for beginning at a distance that would take something away (P14)."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """What speaks against a form for one contact, and what is needed to choose it all the same."""

    form: ContactForm
    word: str
    """How it fits: ``Frarådes``."""
    reasons: tuple[Reason, ...]
    refused: bool
    """Whether it cannot be chosen at all."""
    letters: int
    """How long a written reason must be at least; 0 where none is asked for."""
    codes: tuple[OfferedCode, ...] = ()
    """What may be chosen instead of writing, or besides."""

    @property
    def refusal(self) -> str:
        """Say why it cannot be chosen, and what would change that."""
        said = [f"{one.text} {one.lift}".strip() for one in self.reasons if one.excludes]
        return (
            f"{self.form.short_name.capitalize()} kan ikke vælges til denne kontakt. "
            f"{' '.join(said)} Intet er gemt, og alt andet står, som det stod. Vælg en anden form."
        )

    @property
    def asks(self) -> str:
        """Ask for a reason."""
        return (
            f"{self.form.short_name.capitalize()} frarådes her. Skriv kort hvorfor, mindst "
            f"{self.letters} tegn, så kan formen vælges. Intet er gemt endnu, og det skrevne står "
            "der stadig."
        )

    def answered_by(self, reason: str) -> bool:
        """Tell whether a written reason is long enough."""
        return not self.refused and len(reason.strip()) >= self.letters


@dataclass(frozen=True, slots=True)
class FormProposal:
    """The form that a purpose proposes, and how long (P08, P22, P71)."""

    form: ContactForm
    minutes: int
