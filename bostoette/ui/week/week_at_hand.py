"""The week at hand: as it was read at the desk, and what was found in it.

A first look is at hand without a desk. It is looked over once there is one and holidays can be
named, which waits until it is painted.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.services import week
from bostoette.services.first_look import FirstLook
from bostoette.services.week import Week
from bostoette.ui.background import beside, beside_in_steps
from bostoette.ui.telling import show_plan_error
from bostoette.ui.week.looking_over import AT_ONCE, LookedOver, look_over

if TYPE_CHECKING:
    from bostoette.services.desk import Desk


class WeekAtHand:
    """One week's values, and how they are read and looked over."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._given: Desk | None = None
        self._week: Week | None = None
        self._purposes: dict[str, str] | None = None
        self.found = LookedOver()
        self.day_name: Callable[[date], str | None] | None = None
        """Names a holiday; None until it is known how."""

    def take_first(self, look: FirstLook) -> None:
        """Have a first look at hand."""
        self._week, self._purposes = look.week, look.purposes

    def take_desk(self, desk: "Desk") -> None:
        """Read at this desk from now on."""
        self._given = desk

    @property
    def has_desk(self) -> bool:
        """Whether anything more can be read."""
        return self._given is not None

    @property
    def desk(self) -> "Desk":
        """Where it is read."""
        assert self._given is not None  # noqa: S101 - nothing is wanted before it is given
        return self._given

    @property
    def shown(self) -> Week:
        """The values that were read."""
        assert self._week is not None  # noqa: S101 - shown from the start
        return self._week

    @property
    def purposes(self) -> dict[str, str]:
        """The titles of the purposes in use, by id."""
        return self._purposes or {}

    def read_purposes(self) -> None:
        """Read anew what the purposes are called."""
        self._purposes = self.desk.look(week.purpose_titles)

    def read(self, workers: tuple[Key, ...], wanted: IsoWeek) -> None:
        """Read another week, or another's; nothing is found in it yet."""
        if self._purposes is None:
            self.read_purposes()
        self._week = self.desk.look(week.week_of, workers, wanted)
        self.found = LookedOver()

    def read_anew(self, workers: tuple[Key, ...]) -> None:
        """Read the same week again; what was found stands until it is looked over."""
        self._week = self.desk.look(week.week_of, workers, self.shown.week)

    def read_anew_beside(
        self, page: QWidget, workers: tuple[Key, ...], then: Callable[[], None]
    ) -> None:
        """Do the same beside the window, looked over too, and go on where anything is another.

        What is read in the window meanwhile is newer, and stays.
        """
        before, desk, name, now = self.shown, self.desk, self.day_name, self._now()

        def read() -> tuple[Week, LookedOver]:
            again = desk.look(week.week_of, workers, before.week)
            return again, LookedOver() if name is None else look_over(desk, again, name, now)

        def take(again: tuple[Week, LookedOver]) -> None:
            if self._week is before:
                told = self.found.told
                self._week, self.found = again
                if before != self._week or told != self.found.told:
                    then()

        beside(page, read, take, partial(show_plan_error, page))

    def name_days(self) -> None:
        """Know the holidays from now on."""
        from bostoette.planning.danish_days import day_name

        self.day_name = day_name

    def look_over(self) -> None:
        """Look the week over, where that can be done yet."""
        if self.day_name is not None and self._given is not None:
            self.found = look_over(self._given, self.shown, self.day_name, self._now())

    def look_over_in_steps(self) -> Iterator[None]:
        """Look it over beside the window; what was found counts while the week is at hand."""
        assert self.day_name is not None  # noqa: S101 - days are named before
        shown = self.shown
        work = partial(look_over, self.desk, shown, self.day_name, self._now())
        found = yield from beside_in_steps(work)
        if self._week is shown:
            self.found = found

    @property
    def is_much(self) -> bool:
        """Whether looking it over would keep the person waiting."""
        return len(self.shown.contacts) > AT_ONCE and self.day_name is not None

    def look_over_beside(self, page: QWidget, then: Callable[[], None]) -> None:
        """Look it over beside the window, and go on unless another week is at hand by then."""
        assert self.day_name is not None  # noqa: S101 - `is_much` asked for it
        shown = self.shown

        def looked_over(found: LookedOver) -> None:
            if self._week is shown:
                self.found = found
                then()

        work = partial(look_over, self.desk, shown, self.day_name, self._now())
        beside(page, work, looked_over, partial(show_plan_error, page))
