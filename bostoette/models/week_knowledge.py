"""WeekKnowledge is what the checks of a week know beyond what the week shows (P04, P17, P62, P82).

It is read apart from the week, so that the week is painted first.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from bostoette.models.contact_form import ContactForm
from bostoette.models.day_kind import DayKind
from bostoette.models.key import Key
from bostoette.models.life_kinds import Triage
from bostoette.models.practice_condition import FieldValue
from bostoette.models.sheet_change import SheetChanges
from bostoette.models.timespan import TimeSpan
from bostoette.models.voice_fields import VoiceFields
from bostoette.models.whereabouts import Whereabouts


class SeenWorker(NamedTuple):
    """One worker's part in one contact of a citizen's: planned or held, with whoever it is."""

    contact_id: Key
    citizen_id: Key
    worker_id: Key
    worker: str
    """Initials."""
    day: date
    start: int
    minutes: int
    form: ContactForm

    @property
    def span(self) -> TimeSpan:
        """When it is."""
        return TimeSpan(self.day, self.start, self.minutes)


@dataclass(frozen=True, slots=True)
class KnownCitizen:
    """A citizen as far as a plan depends on her."""

    initials: str
    answers: Mapping[str, FieldValue]
    """The profile by field, as the conditions name them; loans that are out count as equipment."""
    whereabouts: Whereabouts
    voice: VoiceFields = field(default_factory=VoiceFields)
    """Good and bad times, wanted and unwanted places (P53, P84)."""
    triage: Triage | None = None
    """How she was judged last for days with too few hands (P89); None where nobody has."""

    @property
    def needs_predictability(self) -> bool:
        """Tell whether sudden changes bring anxiety (P49)."""
        return bool(self.answers.get("needs_predictability"))


@dataclass(frozen=True, slots=True)
class WeekKnowledge:
    """Citizens, who sees them, day types, and who counts on which contact."""

    citizens: Mapping[Key, KnownCitizen] = field(default_factory=dict)
    seen: Mapping[Key, tuple[SeenWorker, ...]] = field(default_factory=dict)
    """By citizen: who sees her in the days before and in the week, in order of day."""
    day_kinds: Mapping[tuple[Key, date], DayKind] = field(default_factory=dict)
    """By worker and day; a day that is not in it is open."""
    exported: frozenset[Key] = frozenset()
    """Contacts that have left the program in a calendar file."""
    untold: frozenset[Key] = frozenset()
    """Contacts with an open task to tell the citizen of a change (P49)."""
    sheet: SheetChanges = ()
    """What the team changed in its conditions (P09)."""
