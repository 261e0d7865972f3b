"""What the week shows, as plain values: cards, travel, and the sheet they lie on."""

from dataclasses import dataclass, field
from datetime import date

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan


@dataclass(frozen=True, slots=True)
class WeekCard:
    """One contact, or another appointment when ``form`` is None, ready to be drawn and read."""

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

    @property
    def form_word(self) -> str:
        """The form's word on cards; empty for other appointments."""
        return "" if self.form is None else self.form.short_name

    @property
    def status_word(self) -> str:
        """What became of it; a planned contact says nothing."""
        return "" if self.status is ContactStatus.PLANNED else self.status.danish


@dataclass(frozen=True, slots=True)
class TravelBlock:
    """Time on the way, before or after the contact with the key."""

    span: TimeSpan
    label: str
    """``20 min`` or ``ca. 20 min``."""
    contact: Key | None = None


@dataclass(frozen=True, slots=True)
class WeekSheet:
    """Everything a week shows at once."""

    week: IsoWeek
    cards: tuple[WeekCard, ...] = ()
    travel: tuple[TravelBlock, ...] = ()
    holidays: dict[date, str] = field(default_factory=dict)
    today: date | None = None
    """Passed in; None when no day is to be marked."""


def ordered(cards: tuple[WeekCard, ...]) -> tuple[WeekCard, ...]:
    """Order cards as they are read aloud: by day, start, end and title."""
    return tuple(
        sorted(cards, key=lambda card: (card.span.day, card.span.start, card.span.end, card.title))
    )


def clashes(cards: tuple[WeekCard, ...]) -> dict[Key, tuple[WeekCard, ...]]:
    """Find for each card the others of the same worker that take the same time."""
    found: dict[Key, list[WeekCard]] = {}
    taking = [card for card in ordered(cards) if not card.status.called_off]
    for place, card in enumerate(taking):
        for other in taking[place + 1 :]:
            if other.span.day != card.span.day or other.span.start >= card.span.end:
                break
            if card.worker == other.worker:
                found.setdefault(card.key, []).append(other)
                found.setdefault(other.key, []).append(card)
    return {key: tuple(others) for key, others in found.items()}
