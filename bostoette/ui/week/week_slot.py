"""The slot cursor: a chosen time in the week, moved with Shift and the arrows. No Qt."""

from dataclasses import dataclass, replace
from datetime import date

from bostoette.models.key import Key
from bostoette.models.timespan import DAY_MINUTES, TimeSpan
from bostoette.models.wording import clock, listed, short_day
from bostoette.ui.week.team_layout import TeamLayout
from bostoette.ui.week.week_card import WeekCard
from bostoette.ui.week.week_drag import NEW_MINUTES, SNAP
from bostoette.ui.week.week_layout import Column, WeekLayout


@dataclass(frozen=True, slots=True)
class Slot:
    """A day and a time, in minutes after midnight; of a worker where several are shown."""

    day: date
    start: int
    worker: Key = b""

    def span(self, minutes: int = NEW_MINUTES) -> TimeSpan:
        """Return the span that a new contact here would take."""
        return TimeSpan(self.day, min(self.start, DAY_MINUTES - minutes), minutes)

    def moved(self, layout: WeekLayout, *, columns: int = 0, steps: int = 0) -> "Slot":
        """Go so many columns and quarters on, or rows of workers, and stay within what is shown."""
        columns_there = layout.columns
        here = _place_of(self, layout)
        column = columns_there[min(max(here + columns, 0), len(columns_there) - 1)]
        if isinstance(layout, TeamLayout):
            return Slot(column.day, self.start, _worker_after(layout, self.worker, steps))
        start = self.start // SNAP * SNAP + steps * SNAP
        first, last = layout.first_hour * 60, layout.last_hour * 60 - SNAP
        worker = column.worker or self.worker
        return Slot(column.day, min(max(start, first), last), worker)


def first_slot(layout: WeekLayout, start: int, today: date | None, card: WeekCard | None) -> Slot:
    """Return where the cursor comes out: at the chosen card, else today or on the first day."""
    if card is not None:
        return Slot(card.span.day, card.span.start, card.worker_id)
    day = today if today is not None and today in layout.days else layout.days[0]
    return replace(Slot(day, start), worker=layout.column_at(0).worker)


def announcement(slot: Slot, cards: tuple[WeekCard, ...], whose: str = "") -> str:
    """Say a slot: ``tor. 26. nov. 13.15, ledig`` or who has it; ``whose`` of several it is."""
    moment = TimeSpan(slot.day, slot.start, SNAP)
    taken = [
        card.spoken or card.title
        for card in cards
        if card.status.takes_time
        and card.span.overlaps(moment)
        and slot.worker in {b"", card.worker_id}
    ]
    what = f"optaget af {listed(taken)}" if taken else "ledig"
    return f"{_of(whose)}{short_day(slot.day)} {clock(slot.start)}, {what}"


def cell_announcement(slot: Slot, cards: tuple[WeekCard, ...], whose: str) -> str:
    """Say a worker's day in the team's week: ``M.J., tor. 26. nov., 3 kontakter``."""
    found = [
        card
        for card in cards
        if card.form and card.span.day == slot.day and card.worker_id == slot.worker
    ]
    count = "1 kontakt" if len(found) == 1 else f"{len(found) or 'ingen'} kontakter"
    return f"{_of(whose)}{short_day(slot.day)}, {count}"


def _of(whose: str) -> str:
    return f"{whose}, " if whose else ""


def _place_of(slot: Slot, layout: WeekLayout) -> int:
    column = Column(slot.day, slot.worker)
    if column in layout.columns:
        return layout.columns.index(column)
    return next(iter(layout.places_of(slot.day)), 0)


def _worker_after(layout: TeamLayout, worker: Key, steps: int) -> Key:
    people = layout.people
    here = people.index(worker) if worker in people else 0
    return people[min(max(here + steps, 0), len(people) - 1)]
