"""Looking a week over: what there is to look at, and what its checks had to know.

A week of many contacts is looked over beside the window, so that turning to it takes no longer
than reading and drawing it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from bostoette.models.key import Key
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services.week import Week

if TYPE_CHECKING:
    from bostoette.planning.checked_week import CheckedWeek
    from bostoette.services.desk import Desk

AT_ONCE = 60
"""Contacts that are looked over within the time of a few frames."""


@dataclass(frozen=True, slots=True)
class LookedOver:
    """What was found in a week."""

    said: tuple[WeekSentence, ...] = ()
    """What there is to look at."""
    checked: "CheckedWeek | None" = None
    """The week with all that its checks look at; None where it was not looked over yet."""
    uninformed: frozenset[Key] = frozenset()
    """The contacts whose citizens have still to be told of a change (P49)."""

    @property
    def told(self) -> tuple[tuple[WeekSentence, ...], frozenset[Key]]:
        """What of it is seen."""
        return self.said, self.uninformed


def look_over(
    desk: "Desk", week: Week, day_name: Callable[[date], str | None], now: datetime
) -> LookedOver:
    """Look a week over as things stand at a moment (Danish time)."""
    from bostoette.planning.week_check import check_week
    from bostoette.services.plan_checks import plan_sentences
    from bostoette.services.tasks import not_told
    from bostoette.services.week_knowledge import checked_week, knowledge_of

    uninformed = desk.read(not_told, [one.id for one in week.contacts])
    checked = checked_week(week, desk.look(knowledge_of, week), day_name, now)
    plans = desk.read(plan_sentences, week, now.date())
    found = sorted((*check_week(checked), *plans), key=lambda one: (one.day, one.text))
    return LookedOver(tuple(found), checked, uninformed)
