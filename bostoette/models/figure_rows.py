"""Rows that figures are counted from, and those that are shown when a number is opened."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus, FormReason
from bostoette.models.key import Key


class FigureContact(NamedTuple):
    """One contact with citizens, as figures need it; whoever leads it is its worker."""

    id: Key
    day: date
    form: ContactForm
    status: ContactStatus
    minutes: int
    """As held where it is held and noted, else as planned."""
    worker_id: Key
    reason: FormReason | None = None
    """Why the form was chosen (P06)."""
    overridden: bool = False
    """The form was chosen although it is advised against, with a reason (P07)."""
    codes: tuple[str, ...] = ()
    """Reasons that were chosen for beginning at a distance (P14)."""


class FigureWork(NamedTuple):
    """A worker's part in a contact that took her time: held, or waited for in vain."""

    worker_id: Key
    contact_id: Key
    day: date
    start: int
    minutes: int
    """As held where it is held and noted, else as planned."""
    form: ContactForm
    status: ContactStatus
    place: ContactPlace
    citizen_id: Key | None
    """The first of them; None in a meeting among workers."""


@dataclass(frozen=True, slots=True)
class BehindRow:
    """One row behind a number, ready to be shown and opened."""

    key: Hashable
    words: tuple[str, ...]
    """One for each heading."""
    day: date | None = None
    contact_id: Key | None = None
    """Opened in its week."""
    citizen_id: Key | None = None
    worker_id: Key | None = None
    amount: float | None = None


@dataclass(frozen=True, slots=True)
class Behind:
    """All rows behind one number."""

    heads: tuple[str, ...]
    rows: tuple[BehindRow, ...]
    total: str
    """How many, and what they add up to."""
