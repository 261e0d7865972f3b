"""How long support by a paragraph may still run: the six months of §82b, counted from its start.

A grant that follows at once upon another by the same paragraph goes on with the same clock.
"""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bostoette.models.citizen_fields import GrantFields
from bostoette.models.paragraph_limit import ParagraphLimit

_MONTHS_A_YEAR = 12
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ParagraphClock:
    """Where one citizen's clock stands on a day."""

    paragraph_id: str
    began: date
    last_day: date
    """The last day the support may run."""
    days_left: int
    """Days after today, the last one included; negative once it is over."""
    granted_to: date | None
    """The last day that is granted; None until further notice."""
    near: bool
    """Whether the end is near, or passed."""

    @property
    def granted_too_long(self) -> bool:
        """Tell whether more is granted than may be; without an end, the near end tells."""
        return self.granted_to is not None and self.granted_to > self.last_day

    @property
    def warns(self) -> bool:
        """Tell whether the end is near, passed, or the grant goes beyond it."""
        return self.near or self.granted_too_long


def clock_of(
    grants: Iterable[GrantFields], limit: ParagraphLimit, today: date
) -> ParagraphClock | None:
    """Return the clock of the grants by the limit's paragraph that run today, or None."""
    run = _run(sorted(_by(grants, limit.paragraph_id), key=lambda one: one.valid_from), today)
    if not run:
        return None
    last = _last_day(run[0].valid_from, limit.months)
    left = (last - today).days
    return ParagraphClock(
        limit.paragraph_id, run[0].valid_from, last, left, _end(run), left <= limit.warn_days
    )


def _by(grants: Iterable[GrantFields], paragraph_id: str) -> list[GrantFields]:
    return [one for one in grants if one.paragraph_id == paragraph_id]


def _run(ordered: list[GrantFields], today: date) -> list[GrantFields]:
    """Return the grants without a gap between them that hold today, the first one first."""
    run: list[GrantFields] = []
    for grant in ordered:
        if grant.valid_from > today:
            break
        end = _end(run) if run else None
        if run and end is not None and grant.valid_from > end + _A_DAY:
            run = []
        run.append(grant)
    end = _end(run) if run else None
    return [] if run and end is not None and end < today else run


def _end(run: list[GrantFields]) -> date | None:
    ends = [one.valid_to for one in run]
    return None if None in ends else max(one for one in ends if one is not None)


def _last_day(first: date, months: int) -> date:
    """Return the day before the same date so many months later, or the month's last without it."""
    whole = first.month - 1 + months
    year, month = first.year + whole // _MONTHS_A_YEAR, whole % _MONTHS_A_YEAR + 1
    longest = calendar.monthrange(year, month)[1]
    if first.day > longest:
        return date(year, month, longest)
    return date(year, month, first.day) - _A_DAY
