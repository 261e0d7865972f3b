"""How much support is granted, planned and used within a period, in minutes.

Only time with the citizen counts: travel and documentation are shown apart. A group counts in
full for each of its citizens.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bostoette.models.citizen_fields import AgreementLineFields, GrantFields
from bostoette.models.citizen_kinds import AgreementRhythm, GrantPeriod
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.counted_contact import CountedContact

WEEKS_A_YEAR = 52
MONTHS_A_YEAR = 12
_DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class GrantBalance:
    """Minutes within a period, the first and last day included."""

    granted_from: int | None
    """None where no grant holds, or none says a number."""
    granted_to: int | None
    planned: int
    """What is planned, and what was held."""
    used: int
    """What was held."""

    @property
    def over(self) -> int:
        """Minutes planned beyond what is granted; 0 where there is room or no number."""
        return 0 if self.granted_to is None else max(0, self.planned - self.granted_to)


def balance(
    grants: Iterable[GrantFields], contacts: Iterable[CountedContact], first: date, last: date
) -> GrantBalance:
    """Weigh the contacts from the first to the last day against what is granted meanwhile.

    A grant that holds only some of the days counts by the day; several that hold at once add up.
    Held contacts count with their held minutes, planned ones as planned; all others not at all.
    """
    used = planned = 0
    for contact in contacts:
        if first <= contact.day <= last:
            if contact.status is ContactStatus.HELD:
                used += contact.held_minutes
            elif contact.status is ContactStatus.PLANNED:
                planned += contact.minutes
    numbers = [grant for grant in grants if grant.minutes_from is not None]
    days = [(grant, _days_shared(grant, first, last)) for grant in numbers]
    days = [(grant, count) for grant, count in days if count]
    if not days:
        return GrantBalance(None, None, planned + used, used)
    low = sum(weekly(grant.minutes_from or 0, grant.period) * count for grant, count in days)
    high = sum(weekly(grant.minutes_to or 0, grant.period) * count for grant, count in days)
    return GrantBalance(round(low / _DAYS_A_WEEK), round(high / _DAYS_A_WEEK), planned + used, used)


def weekly(minutes: int, period: GrantPeriod) -> float:
    """Return minutes a week: a month is twelve fifty-seconds of a year's weeks."""
    return minutes if period is GrantPeriod.WEEK else minutes * MONTHS_A_YEAR / WEEKS_A_YEAR


def agreed_weekly(lines: Iterable[AgreementLineFields]) -> float:
    """Return the minutes a week that an agreement's lines add up to."""
    return sum(_line_weekly(line) for line in lines)


def _line_weekly(line: AgreementLineFields) -> float:
    minutes = line.number * line.minutes
    if line.rhythm is AgreementRhythm.MONTH:
        return weekly(minutes, GrantPeriod.MONTH)
    return minutes / (line.every_weeks if line.rhythm is AgreementRhythm.N_WEEKS else 1)


def _days_shared(grant: GrantFields, first: date, last: date) -> int:
    begin = max(grant.valid_from, first)
    end = last if grant.valid_to is None else min(grant.valid_to, last)
    return max(0, (end - begin + timedelta(days=1)).days)
