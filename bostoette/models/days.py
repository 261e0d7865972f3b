"""Days are some days in a row, the first and the last included."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bostoette.models.wording import short_day


@dataclass(frozen=True, slots=True)
class Days:
    """The days of an absence, say."""

    first: date
    last: date

    def __iter__(self) -> Iterator[date]:
        day = self.first
        while day <= self.last:
            yield day
            day += timedelta(days=1)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def several(self) -> bool:
        """Tell whether it is more than one day."""
        return self.last > self.first

    @property
    def said(self) -> str:
        """Say them: ``man. 23. nov.``, ``man. 23. nov. – fre. 4. dec.``."""
        first = short_day(self.first)
        return f"{first} – {short_day(self.last)}" if self.several else first
