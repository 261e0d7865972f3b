"""What a person fills in about a worker or an absence, and what the team's page gets to show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bostoette.models.coordinates import Coordinates
from bostoette.models.cpr import holds_cpr
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.travel_mode import TravelMode
from bostoette.models.worker_kinds import AbsenceKind, BaseKind, WorkerRole
from bostoette.models.working_hours import WorkingHours

LONGEST_NAME = 80
LONGEST_INITIALS = 10
_POSTAL_DIGITS = 4
_STILL_THERE = "Intet er gemt endnu, og det skrevne står der stadig."
_TEXTS = ("name", "initials", "job_title", "phone", "base_address", "base_postal_code")


@dataclass(frozen=True, slots=True)
class WorkerFields:
    """Who a worker is, when she works, and where her day begins; name and initials must be there.

    ``valid_to`` is a substitute's last day, and None for everybody else.
    """

    name: str
    initials: str
    job_title: str = ""
    role: WorkerRole = WorkerRole.WORKER
    phone: str = ""
    hours: WorkingHours = field(default_factory=WorkingHours.standard)
    base_kind: BaseKind = BaseKind.OFFICE
    base_address: str = ""
    base_postal_code: str = ""
    base_latitude: float | None = None
    base_longitude: float | None = None
    travel_mode: TravelMode = TravelMode.CAR
    valid_to: date | None = None

    def faults(self) -> Mapping[str, str]:
        """Say by field what cannot be stored; empty where all is well."""
        found = {
            "name": _fault_in_name(self.name),
            "initials": _fault_in_initials(self.initials),
            "base_postal_code": _fault_in_postal_code(self.base_postal_code),
            "base_latitude": _fault_in_point(self.base_latitude, self.base_longitude),
            "valid_to": self._fault_in_last_day(),
        }
        for name in _TEXTS:
            if holds_cpr(getattr(self, name)):
                found[name] = "Det ligner et CPR-nummer, og det gemmer programmet aldrig. Slet det."
        return {name: fault for name, fault in found.items() if fault}

    def check(self) -> None:
        """Raise PlanError with the first of the faults."""
        for fault in self.faults().values():
            raise PlanError(f"{fault} {_STILL_THERE}")

    def _fault_in_last_day(self) -> str:
        if self.role is WorkerRole.SUBSTITUTE and self.valid_to is None:
            return "Skriv vikarens sidste dag, for eksempel 18/12."
        return ""


@dataclass(frozen=True, slots=True)
class AbsenceFields:
    """Days on which a worker is away, first and last included."""

    first_day: date
    last_day: date
    kind: AbsenceKind = AbsenceKind.HOLIDAY

    def check(self) -> None:
        """Raise PlanError where the days stand the wrong way."""
        if self.last_day < self.first_day:
            raise PlanError(f"Den sidste dag ligger før den første. {_STILL_THERE}")


@dataclass(frozen=True, slots=True)
class ListedWorker:
    """One line of the team's list."""

    id: Key
    version: int
    name: str
    initials: str
    job_title: str
    role: WorkerRole
    valid_to: date | None
    active: bool


@dataclass(frozen=True, slots=True)
class WorkerDetails:
    """Everything about one worker, for whoever opens her."""

    id: Key
    version: int
    active: bool
    fields: WorkerFields


@dataclass(frozen=True, slots=True)
class StoredAbsence:
    """An absence as stored."""

    id: Key
    version: int
    worker_id: Key
    fields: AbsenceFields


@dataclass(frozen=True, slots=True)
class PlannedContact:
    """A planned contact that an absence, or a worker's last day, leaves without her."""

    id: Key
    span: TimeSpan
    initials: str
    """The citizens', joined."""


@dataclass(frozen=True, slots=True)
class NamedCitizen:
    """A citizen named in a preview, in the two lengths a screen needs."""

    id: Key
    initials: str
    name: str


@dataclass(frozen=True, slots=True)
class WorkerStop:
    """What still hangs on a worker who stops; all of it stays, and waits for somebody else."""

    primary: tuple[NamedCitizen, ...] = ()
    secondary: tuple[NamedCitizen, ...] = ()
    contacts: tuple[PlannedContact, ...] = ()
    """Planned from today on."""

    @property
    def nothing(self) -> bool:
        """Tell whether nothing waits for somebody else."""
        return not (self.primary or self.secondary or self.contacts)


@dataclass(frozen=True, slots=True)
class LeadRight:
    """Whether somebody may change what is the whole team's, and the sentence that says why."""

    may: bool
    sentence: str


def _fault_in_name(name: str) -> str:
    if not any(sign.isalpha() for sign in name):
        return "Skriv navnet, så kollegerne kan se, hvem der er hvem."
    if len(name.strip()) > LONGEST_NAME:
        return f"Navnet er for langt. Skriv højst {LONGEST_NAME} tegn."
    return ""


def _fault_in_initials(initials: str) -> str:
    if not any(sign.isalnum() for sign in initials):
        return "Skriv initialerne, for eksempel M.J."
    if len(initials.strip()) > LONGEST_INITIALS:
        return f"Initialerne er for lange. Skriv højst {LONGEST_INITIALS} tegn."
    return ""


def _fault_in_postal_code(code: str) -> str:
    typed = code.strip()
    if typed and not (typed.isascii() and typed.isdigit() and len(typed) == _POSTAL_DIGITS):
        return "Et postnummer har fire cifre, for eksempel 8900."
    return ""


def _fault_in_point(latitude: float | None, longitude: float | None) -> str:
    if latitude is None and longitude is None:
        return ""
    if latitude is not None and longitude is not None and _on_the_map(latitude, longitude):
        return ""
    return "Skriv breddegraden først og så længdegraden, for eksempel 56,15 10,20."


def _on_the_map(latitude: float, longitude: float) -> bool:
    try:
        Coordinates(latitude, longitude)
    except PlanError:
        return False
    return True
