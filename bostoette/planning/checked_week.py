"""CheckedWeek is all that the checks of a week look at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bostoette.models.conditions import FormLength
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.practice_condition import FieldValue
from bostoette.models.practice_rule import NumberName
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.week_contact import WeekAppointment, WeekContact
from bostoette.models.week_knowledge import WeekKnowledge
from bostoette.models.worker_day import Away, WeekWorker
from bostoette.planning.day_travel import DayTravel
from bostoette.planning.week_travel import WeekWays

_TAKE_TIME = frozenset(status for status in ContactStatus if status.takes_time)


@dataclass(frozen=True, slots=True)
class CheckedWeek:
    """One or several workers' week with everything known around it."""

    contacts: tuple[WeekContact, ...]
    appointments: tuple[WeekAppointment, ...]
    workers: Mapping[Key, WeekWorker]
    absences: tuple[Away, ...]
    travel: Mapping[tuple[Key, date], DayTravel]
    lengths: Mapping[ContactForm, FormLength]
    holiday: Callable[[date], str | None]
    rules: PracticeRules
    ways: WeekWays = field(default_factory=WeekWays)
    known: WeekKnowledge = field(default_factory=WeekKnowledge)
    now: datetime | None = None
    """Local time; None where nothing is said of how late it is."""
    standing: tuple[WeekContact, ...] = field(init=False)
    """The contacts that take time; those that were called off raise nothing."""
    planned: tuple[WeekContact, ...] = field(init=False)
    """The contacts that are still to come."""

    def __post_init__(self) -> None:
        standing = tuple(one for one in self.contacts if one.status in _TAKE_TIME)
        planned = tuple(one for one in standing if one.status is ContactStatus.PLANNED)
        object.__setattr__(self, "standing", standing)
        object.__setattr__(self, "planned", planned)

    def is_agreed(self, contact: WeekContact) -> bool:
        """Tell whether the citizen has said yes to a contact's time, and knows of it."""
        return contact.agreed_with_citizen and contact.id not in self.known.untold

    def number(self, rule: str, name: str) -> int:
        """Return one of the practice rules' numbers."""
        return self.rules.number(NumberName(rule, name)).value

    def said(self, rule: str, name: str) -> str:
        """Say one of the practice rules' numbers with its unit."""
        return self.rules.number(NumberName(rule, name)).said

    def check_text(self, check: str) -> str:
        """Return the words of one of the practice rules' plan checks."""
        return next(one.text for one in self.rules.plan_checks if one.id == check)

    def answers(self, citizen: Key) -> Mapping[str, FieldValue]:
        """Return what is known of a citizen, by field; empty where nothing is."""
        known = self.known.citizens.get(citizen)
        return known.answers if known else {}
