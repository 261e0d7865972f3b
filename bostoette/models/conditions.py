"""The Conditions are what a team starts from: purposes, lengths per form, lists (decision 7)."""

from dataclasses import dataclass

from bostoette.models.contact_form import ContactForm


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


@dataclass(frozen=True, slots=True)
class Conditions:
    """Everything the delivered file says."""

    lengths: dict[ContactForm, FormLength]
    purposes: tuple[DeliveredPurpose, ...]
    paragraphs: tuple[ListEntry, ...]
    platforms: tuple[ListEntry, ...]
    delete_after_months: int
    """How long after the support ended a citizen is kept, until the team says otherwise."""
