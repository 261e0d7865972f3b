"""A RaisedCheck is what the practice rules say about a citizen's whole plan."""

from dataclasses import dataclass

from bostoette.models.contact_form import ContactForm


@dataclass(frozen=True, slots=True)
class RaisedCheck:
    """One check that was raised, with the rules behind it and its Danish text."""

    id: str
    rules: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class PlanItem:
    """So many contacts of one form and length in 28 days, without dates."""

    form: ContactForm
    minutes: int
    times: int


@dataclass(frozen=True, slots=True)
class UndatedPlan:
    """A citizen's plan over 28 days, and what is known of it besides; None is not known."""

    items: tuple[PlanItem, ...]
    distinct_workers: int | None = None
    max_contacts_per_day: int | None = None
    """Of all workers (P56)."""
    group_online_members: int | None = None
