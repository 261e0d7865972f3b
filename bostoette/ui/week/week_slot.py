"""The slot cursor: a chosen time in the week, moved with Shift and the arrows. No Qt."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.timespan import DAY_MINUTES, TimeSpan
from bostoette.models.wording import clock, listed, short_day
from bostoette.ui.week.week_card import WeekCard
from bostoette.ui.week.week_drag import NEW_MINUTES, SNAP
from bostoette.ui.week.week_layout import WeekLayout


@dataclass(frozen=True, slots=True)
class Slot:
    """A day and a time, in minutes after midnight."""

    day: date
    start: int

    def span(self, minutes: int = NEW_MINUTES) -> TimeSpan:
        """Return the span that a new contact here would take."""
        return TimeSpan(self.day, min(self.start, DAY_MINUTES - minutes), minutes)

    def moved(self, layout: WeekLayout, *, columns: int = 0, steps: int = 0) -> "Slot":
        """Go so many shown days and quarters on, and stay within what is shown."""
        days = layout.days
        here = days.index(self.day) if self.day in days else 0
        day = days[min(max(here + columns, 0), len(days) - 1)]
        start = self.start // SNAP * SNAP + steps * SNAP
        first, last = layout.first_hour * 60, layout.last_hour * 60 - SNAP
        return Slot(day, min(max(start, first), last))


def announcement(slot: Slot, cards: tuple[WeekCard, ...]) -> str:
    """Say a slot: ``tor. 26. nov. 13.15, ledig`` or who has it."""
    moment = TimeSpan(slot.day, slot.start, SNAP)
    taken = [
        card.spoken or card.title
        for card in cards
        if card.status.takes_time and card.span.overlaps(moment)
    ]
    what = f"optaget af {listed(taken)}" if taken else "ledig"
    return f"{short_day(slot.day)} {clock(slot.start)}, {what}"
