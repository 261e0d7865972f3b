"""A DriveList (kørselsliste) is what a worker drove in a month: drive by drive, with its sums."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.car_kind import CarKind
from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.travel_mode import TravelMode

MOST_KM = 2000
LONGEST_REMARK = 200


@dataclass(frozen=True, slots=True)
class DriveFields:
    """How a drive really was; None leaves what was worked out or is usual."""

    km: float | None = None
    car: CarKind | None = None
    skipped: bool = False
    remark: str = ""

    def check(self) -> None:
        """Raise PlanError where it cannot be stored."""
        if self.km is not None and not 0 <= self.km <= MOST_KM:
            raise PlanError(
                f"Skriv kilometer fra 0 til {MOST_KM}. Intet er gemt endnu, og det skrevne står "
                "der stadig."
            )
        if len(self.remark) > LONGEST_REMARK:
            raise PlanError(
                f"Bemærkningen er for lang; højst {LONGEST_REMARK} tegn. Intet er gemt endnu."
            )
        refuse_cpr(self.remark)


@dataclass(frozen=True, slots=True)
class Drive:
    """One drive, as it was worked out and as somebody corrected it."""

    day: date
    contact_id: Key | None
    """The contact that it leads to; None on the way home."""
    departs: int
    """Minutes after midnight, as the day was laid out."""
    from_code: str
    to_code: str
    worked_out: float | None
    """Kilometres; None where a place is not known."""
    certain: bool
    usual_car: CarKind
    correction: DriveFields | None = None

    @property
    def km(self) -> float | None:
        """The kilometres that count; None where they are not known."""
        if self.correction is not None and self.correction.km is not None:
            return self.correction.km
        return self.worked_out

    @property
    def car(self) -> CarKind:
        """The car that was driven."""
        kept = None if self.correction is None else self.correction.car
        return kept or self.usual_car

    @property
    def skipped(self) -> bool:
        """Tell whether it does not count."""
        return self.correction is not None and self.correction.skipped

    @property
    def remark(self) -> str:
        """What somebody wrote about it."""
        return "" if self.correction is None else self.correction.remark

    @property
    def home(self) -> bool:
        """Tell whether it goes back to the base."""
        return self.contact_id is None


@dataclass(frozen=True, slots=True)
class DriveList:
    """A worker's drives of a month in order."""

    worker_id: Key
    initials: str
    name: str
    month: date
    """Its first day."""
    mode: TravelMode
    usual_car: CarKind
    drives: tuple[Drive, ...] = ()

    def km(self, car: CarKind | None = None) -> float:
        """Add up the kilometres that count, of one kind of car or of both."""
        return sum(
            one.km or 0.0
            for one in self.drives
            if not one.skipped and (car is None or one.car is car)
        )

    @property
    def missing(self) -> int:
        """Count the drives whose kilometres nobody knows."""
        return sum(one.km is None and not one.skipped for one in self.drives)
