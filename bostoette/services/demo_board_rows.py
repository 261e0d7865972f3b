"""Says of the large example team where everybody is, and who manages by phone for a time.

The small team has its own, told person by person (`demo_shared_rows.py`, `demo_life_rows.py`).
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from bostoette.models.base import EPOCH
from bostoette.models.citizen_judged import TriageJudged
from bostoette.models.contact_form import ContactForm
from bostoette.models.day_kind import DayKind
from bostoette.models.day_type import DayType
from bostoette.models.key import Key
from bostoette.models.life_kinds import Triage
from bostoette.planning.danish_days import day_name
from bostoette.planning.demo_people import Cast
from bostoette.services.demo_keys import DemoKeys, PeopleKeys, moment_of
from bostoette.store.bulk_writer import BulkWriter

Row = dict[str, Any]
_WEEKS = range(-1, 3)
_WORKDAYS = 5
_HALVES = (DayKind.OUT, DayKind.HOME)
_TRIAGES = (Triage.BY_PHONE, Triage.BY_PHONE, Triage.MUST_VISIT, Triage.ON_DEMAND, None)
_JUDGED_DAYS = 40
_MISPLACED = 7
"""One worker in so many goes by the turn also where a visit is planned: something to look at."""
_VISITS = """
    SELECT DISTINCT contact_worker.worker_id, contact.day
      FROM contact JOIN contact_worker ON contact_worker.contact_id = contact.id
     WHERE contact.day BETWEEN ? AND ? AND contact.form IN (?, ?, ?)
"""
_OUTSIDE = (ContactForm.PHYSICAL, ContactForm.WALK_TALK, ContactForm.GROUP_WALK)


class BoardRows:
    """Writes them: half the team goes out while the other half rings, and they change in turn."""

    def __init__(self, cast: Cast, keys: PeopleKeys, writer: BulkWriter, seed: int) -> None:
        self._cast, self._people, self._writer = cast, keys, writer
        self._keys = DemoKeys(f"{seed} board keys")
        self._chance = Random(f"{seed} board")  # noqa: S311 - invents days
        self._version = (moment_of(cast.today) - EPOCH) // timedelta(microseconds=1)

    def write(self) -> None:
        """Write days and judgements."""
        self._writer.put(DayType, list(self._days()))
        self._writer.put(TriageJudged, list(self._judgements()))

    def _days(self) -> Iterator[Row]:
        visits = self._visits()
        for place, worker in enumerate(self._people.workers):
            for week in _WEEKS:
                for weekday in range(_WORKDAYS):
                    day = self._cast.day(week) + timedelta(days=weekday)
                    kind = self._kind(place, weekday)
                    if (worker, day) in visits and place % _MISPLACED:
                        kind = DayKind.OUT
                    if kind is not None and day_name(day) is None:
                        yield self._edited(day, worker_id=worker, day=day, kind=kind)

    def _visits(self) -> set[tuple[Key, date]]:
        """Return on which days each worker goes out to somebody."""
        first, last = self._cast.day(_WEEKS[0]), self._cast.day(_WEEKS[-1] + 1)
        asked = (str(first), str(last), *(form.value for form in _OUTSIDE))
        return {
            (worker, date.fromisoformat(day)) for worker, day in self._writer.ask(_VISITS, asked)
        }

    def _kind(self, place: int, weekday: int) -> DayKind | None:
        """Two days out and two at home, and Wednesday at the office; a few have not chosen."""
        if place % 9 == 8:  # noqa: PLR2004 - one in nine
            return None
        if weekday == 2:  # noqa: PLR2004 - Wednesday
            return DayKind.OFFICE
        return _HALVES[(place + weekday // 2) % 2]

    def _judgements(self) -> Iterator[Row]:
        for citizen, key in zip(self._cast.citizens, self._people.citizens, strict=True):
            triage = self._chance.choice(_TRIAGES)
            if triage is not None:
                day = self._cast.today - timedelta(days=self._chance.randrange(_JUDGED_DAYS))
                by = self._people.workers[citizen.worker]
                yield self._edited(day, citizen_id=key, triage=triage, judged_on=day, judged_by=by)

    def _edited(self, day: date, /, **fields: Any) -> Row:
        """Give a row its key and version."""
        key = self._keys.at(min(day, self._cast.today))
        return {"id": key, "version": self._version, **fields}
