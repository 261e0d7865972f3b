"""An Advice says for each of the four forms how it fits one contact, and why."""

from dataclasses import dataclass
from enum import StrEnum

from bostoette.models.contact_form import ContactForm


class Outcome(StrEnum):
    """How a form fits; an exclusion beats a warning, and at most one form is best."""

    BEST = "best"
    ACCEPTED = "accepted"
    WARNED = "warned"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a form is advised against or not offered, and what would lift that."""

    rules: tuple[str, ...]
    text: str
    lift: str
    assumed: bool
    """Whether the condition or one of its numbers is our own (P93)."""
    excludes: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A text that adds something and decides nothing: a hint, or a question to ask."""

    rules: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class FormAdvice:
    """One form's outcome with all its reasons."""

    form: ContactForm
    outcome: Outcome
    reasons: tuple[Reason, ...] = ()
    """A best form has reasons only where all that is left is advised against."""
    cleared: tuple[Reason, ...] = ()
    """Warnings that a reason code took away for this contact (P14)."""
    hints: tuple[Remark, ...] = ()

    @property
    def word(self) -> str:
        """The outcome in Danish."""
        if self.outcome is Outcome.BEST:
            return "Frarådes – men bedst her" if self.reasons else "Anbefales"
        return _WORDS[self.outcome]

    @property
    def needs_reason(self) -> bool:
        """Tell whether choosing it asks for a short written reason (P07)."""
        return bool(self.reasons) and self.outcome is not Outcome.EXCLUDED

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of all rules that speak against it, each once."""
        return once(*(reason.rules for reason in self.reasons))


@dataclass(frozen=True, slots=True)
class MemberAdvice:
    """How the form that a group is held in fits one of its members (P61, P73)."""

    initials: str
    form: FormAdvice


_WORDS = {
    Outcome.ACCEPTED: "Mulig",
    Outcome.WARNED: "Frarådes",
    Outcome.EXCLUDED: "Tilbydes ikke",
}
NOT_KNOWN = "Ved ikke nok endnu"
NOTHING_LEFT = "Ingen af formerne kan tilbydes. Tal med lederen om, hvad der kan ændres."


@dataclass(frozen=True, slots=True)
class Advice:
    """The advice for one contact: the four forms in their usual order."""

    forms: tuple[FormAdvice, ...]
    best_rules: tuple[str, ...] = ()
    """What made the best form best: the ranking rule, what pushed earlier forms aside, and the
    best form's own warnings."""
    suggests: tuple[ContactForm, ...] = ()
    """Further forms to think of (P21, P69, P78)."""
    known: bool = True
    """Whether enough is known to advise; there is no best form otherwise."""
    questions: tuple[Remark, ...] = ()
    """What to ask first where it is not."""

    @property
    def best(self) -> FormAdvice | None:
        """The best form; None where nothing is left or not enough is known."""
        return next((one for one in self.forms if one.outcome is Outcome.BEST), None)

    def of(self, form: ContactForm) -> FormAdvice | None:
        """Return what is said of one form; None for those that no advice is about."""
        return next((one for one in self.forms if one.form is form), None)

    def having(self, outcome: Outcome) -> tuple[FormAdvice, ...]:
        """Return the forms with one outcome."""
        return tuple(one for one in self.forms if one.outcome is outcome)

    @property
    def headline(self) -> str:
        """The advice in one line: ``Anbefales: besøg``, or why there is none."""
        if not self.known:
            return NOT_KNOWN
        best = self.best
        return f"{best.word}: {best.form.short_name}" if best else NOTHING_LEFT


def once(*rules: tuple[str, ...]) -> tuple[str, ...]:
    """Join tuples of rule ids, each id where it first stands."""
    return tuple(dict.fromkeys(rule for some in rules for rule in some))
