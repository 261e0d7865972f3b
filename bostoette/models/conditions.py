"""The Conditions are what a team starts from: purposes, lengths per form, lists."""

from dataclasses import dataclass
from enum import StrEnum

from bostoette.models.contact_form import CORE_FORMS, ContactForm


@dataclass(frozen=True, slots=True)
class FormLength:
    """How long a form's contact is by default, and when it gets too long, in minutes (P71)."""

    form: ContactForm
    default_minutes: int
    cap_minutes: int
    rule: str = "P71"
    """The rule that the cap belongs to; groups out walking and the hotline have their own."""


@dataclass(frozen=True, slots=True)
class DeliveredPurpose:
    """A purpose with its order of forms (practice catalogue, 1b)."""

    id: str
    title: str
    order: tuple[ContactForm, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One entry of an editable list."""

    id: str
    title: str
    link: str = ""


class LineAbout(StrEnum):
    """What a line of a form's card says (P09)."""

    GOOD_FOR = "good_for"
    NOT_GOOD_FOR = "not_good_for"
    TERMS = "terms"

    @property
    def danish(self) -> str:
        """The Danish heading."""
        return {
            LineAbout.GOOD_FOR: "God til",
            LineAbout.NOT_GOOD_FOR: "Ikke god til",
            LineAbout.TERMS: "Betingelser",
        }[self]


@dataclass(frozen=True, slots=True)
class FormLine:
    """One line of what a form is good for, is not good for, or takes (P09)."""

    id: str
    form: ContactForm
    about: LineAbout
    text: str
    rules: tuple[str, ...] = ()
    own: bool = False
    """Whether the team wrote it."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """Everything the delivered file says."""

    lengths: dict[ContactForm, FormLength]
    purposes: tuple[DeliveredPurpose, ...]
    paragraphs: tuple[ListEntry, ...]
    platforms: tuple[ListEntry, ...]
    delete_after_months: int
    """How long after the support ended a citizen is kept, until the team says otherwise."""
    lines: tuple[FormLine, ...] = ()
    """What each form is good for, is not good for, and takes."""

    def lines_of(self, form: ContactForm, about: LineAbout) -> tuple[FormLine, ...]:
        """Return one part of a form's card, in its order."""
        return tuple(one for one in self.lines if one.form is form and one.about is about)

    @property
    def good_for(self) -> dict[ContactForm, tuple[str, ...]]:
        """What each form is good for, as the advice tells it; the team's own lines first."""
        return {
            form: tuple(
                one.text
                for one in sorted(
                    self.lines_of(form, LineAbout.GOOD_FOR), key=lambda one: not one.own
                )
            )
            for form in CORE_FORMS
        }
