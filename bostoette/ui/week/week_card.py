"""What the week shows, as plain values: cards, travel, and the sheet they lie on.

A card is an appearance: one contact in one worker's day. Where several workers' weeks are shown, a
contact that two of them share lies there twice, as twins with the same key.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan

Appearance = tuple[Key, Key]
"""A contact's or appointment's key, and the key of the worker in whose day it lies."""


@dataclass(frozen=True, slots=True)
class WeekCard:
    """One appearance, of another appointment when ``form`` is None, ready to be drawn and read."""

    key: Key
    span: TimeSpan
    title: str
    """Who, as short as a card allows: initials, or an appointment's title."""
    form: ContactForm | None = None
    detail: str = ""
    status: ContactStatus = ContactStatus.PLANNED
    worker: str = ""
    """Whose contact it is, where several workers' weeks are shown; else empty."""
    series: bool = False
    warning: str | None = None
    spoken: str = ""
    """Who, as read aloud; the title where empty."""
    movable: bool = True
    worker_id: Key = b""
    """In whose day it lies; empty where that does not matter."""
    together: str = ""
    """Initials of the colleagues who take part: ``K.L.``."""
    uninformed: bool = False
    """The citizen has not been told of a change yet (P49)."""
    unplanned: bool = False
    """It came up between planned contacts (P23)."""
    alone: bool = False
    """A contact without a citizen: duty on the hotline, or a meeting among workers."""

    @property
    def appearance(self) -> Appearance:
        """What tells this card from all others, its twins included."""
        return self.key, self.worker_id

    @property
    def form_word(self) -> str:
        """The form's word on cards; empty for other appointments."""
        return "" if self.form is None else self.form.short_name

    @property
    def status_word(self) -> str:
        """What became of it, and that it came up unplanned; a planned contact says nothing."""
        became = "" if self.status is ContactStatus.PLANNED else self.status.danish
        return ", ".join(filter(None, (became, "uplanlagt" if self.unplanned else "")))


@dataclass(frozen=True, slots=True)
class TravelBlock:
    """Time on the way, before or after the contact with the key."""

    span: TimeSpan
    label: str
    """``20 min`` or ``ca. 20 min``."""
    contact: Key | None = None
    worker_id: Key = b""


@dataclass(frozen=True, slots=True)
class Person:
    """A worker whose days are shown beside others'."""

    key: Key
    initials: str
    name: str
    away: frozenset[date] = frozenset()
    """The days of the week on which she is away."""


@dataclass(frozen=True, slots=True)
class WeekSheet:
    """Everything a week shows at once."""

    week: IsoWeek
    cards: tuple[WeekCard, ...] = ()
    travel: tuple[TravelBlock, ...] = ()
    holidays: dict[date, str] = field(default_factory=dict)
    today: date | None = None
    """Passed in; None when no day is to be marked."""
    people: tuple[Person, ...] = ()
    """Whose days are shown beside one another; none where one worker's week is shown."""
    day: date | None = None
    """With people: the one day that is shown, a column for each; None shows the whole week."""


def ordered(cards: tuple[WeekCard, ...], people: tuple[Person, ...] = ()) -> tuple[WeekCard, ...]:
    """Order cards as they are read aloud: by person where several are shown, then by time."""
    places = {person.key: place for place, person in enumerate(people)}
    return tuple(
        sorted(
            cards,
            key=lambda card: (
                places.get(card.worker_id, 0),
                card.span.day,
                card.span.start,
                card.span.end,
                card.title,
            ),
        )
    )


def clashes(cards: tuple[WeekCard, ...]) -> dict[Appearance, tuple[WeekCard, ...]]:
    """Find for each card the others of the same worker that take the same time."""
    whose: dict[tuple[Key, str], list[WeekCard]] = {}
    for card in ordered(cards):
        if not card.status.called_off:
            whose.setdefault((card.worker_id, card.worker), []).append(card)
    found: dict[Appearance, list[WeekCard]] = {}
    for own in whose.values():
        for card, other in _meeting(own):
            found.setdefault(card.appearance, []).append(other)
            found.setdefault(other.appearance, []).append(card)
    return {appearance: tuple(others) for appearance, others in found.items()}


def _meeting(cards: list[WeekCard]) -> Iterator[tuple[WeekCard, WeekCard]]:
    """Give the pairs of one worker's cards that take the same time."""
    for place, card in enumerate(cards):
        for other in cards[place + 1 :]:
            if other.span.day != card.span.day or other.span.start >= card.span.end:
                break
            yield card, other
