"""Rows that the figures of what contacts gave are counted from."""

from datetime import date, datetime
from typing import NamedTuple

from bostoette.models.contact_form import ContactForm
from bostoette.models.goal_kinds import GoalStatus, Independence
from bostoette.models.key import Key
from bostoette.models.satisfaction import Satisfaction


class MarkRow(NamedTuple):
    """How far a citizen did something of a goal herself in one contact (P44)."""

    contact_id: Key
    citizen_id: Key
    goal_id: Key
    day: date
    form: ContactForm
    independence: Independence


class WellbeingRow(NamedTuple):
    """How a citizen was in one contact, 1 to 5 (P39)."""

    contact_id: Key
    citizen_id: Key
    day: date
    form: ContactForm
    score: int


class AnswerRow(NamedTuple):
    """What a citizen answered about one contact (P91)."""

    contact_id: Key
    citizen_id: Key
    day: date
    form: ContactForm
    answer: Satisfaction


class DueNote(NamedTuple):
    """A held contact with one citizen, and when its note was signed if it was."""

    contact_id: Key
    citizen_id: Key
    day: date
    ends: int
    """Minutes after midnight, local time."""
    signed: datetime | None
    """UTC; None without a note."""


class MetRow(NamedTuple):
    """A worker whom a citizen met, and the last day of it."""

    citizen_id: Key
    worker_id: Key
    day: date


class TurnRow(NamedTuple):
    """A goal came to stand elsewhere."""

    goal_id: Key
    citizen_id: Key
    day: date
    status: GoalStatus
