"""The emergency list (nødliste): who must be seen to when there are too few hands (P89).

It is made beforehand and put on paper, so that it is there when the program is not.
"""

from dataclasses import dataclass
from datetime import date

from bostoette.models.citizen_kinds import RiskLevel
from bostoette.models.citizen_life import TriageMark
from bostoette.models.contact_form import ContactForm
from bostoette.models.cover import Vulnerability
from bostoette.models.key import Key
from bostoette.models.life_kinds import Triage
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import CitizenName

TRIAGE_ORDER = (Triage.MUST_VISIT, None, Triage.BY_PHONE, Triage.ON_DEMAND)
"""Who has not been judged comes after those who must be visited, and before those who manage."""


@dataclass(frozen=True, slots=True)
class NextContact:
    """What is planned next with a citizen."""

    span: TimeSpan
    form: ContactForm
    worker: str
    """Initials."""
    plan_b: str


@dataclass(frozen=True, slots=True)
class EmergencyWorker:
    """A worker who supports a citizen."""

    name: str
    initials: str
    phone: str


@dataclass(frozen=True, slots=True)
class EmergencyLine:
    """One citizen on the list."""

    citizen: CitizenName
    paused: bool
    risk: RiskLevel
    triage: TriageMark | None
    heard_from: date | None
    next: NextContact | None
    phone: str
    emergency_contact: str
    primary: EmergencyWorker | None

    @property
    def judged(self) -> Triage | None:
        """How she was judged; None where nobody has."""
        return self.triage.triage if self.triage else None

    def rank(self, today: date) -> tuple[int, int, int]:
        """Return what sorts those first who can wait the least."""
        known = Vulnerability(self.risk, self.triage, self.heard_from)
        risk, _triage, days = known.rank(today)
        return TRIAGE_ORDER.index(self.judged), risk, days


@dataclass(frozen=True, slots=True)
class EmergencyAsk:
    """Whose citizens are listed, and whether they are named."""

    worker_id: Key | None = None
    """None lists the whole team's."""
    names: bool = False
    """Names, numbers and typed words; initials alone otherwise."""
