"""An inquiry (henvendelse) as a person fills it in, and as lists show it."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.inquiry import Caller, Strain
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.week_contact import CitizenName

_STILL_THERE = "Intet er gemt endnu, og det skrevne står der stadig."


@dataclass(frozen=True, slots=True)
class InquiryFields:
    """Who turned to us, about what, and what came of it."""

    caller: Caller
    topic: str
    citizen_id: Key | None = None
    who: str = ""
    advice: str = ""
    guided_to: str = ""
    minutes: int = 10
    strain: Strain | None = None
    worried: bool = False
    on_hotline: bool = False
    follow_up: bool = False
    plan_relief: bool = False
    """Whether the relative's relief is to be planned (P79)."""
    materials: tuple[Key, ...] = ()
    """What was sent with it."""

    def check(self) -> None:
        """Raise PlanError where something is missing, or looks like a CPR number."""
        if not self.topic.strip():
            raise PlanError(f"Skriv i et par ord, hvad det drejede sig om. {_STILL_THERE}")
        if self.caller is Caller.CITIZEN and self.citizen_id is None:
            raise PlanError(f"Vælg borgeren, eller skriv den ringende som ukendt. {_STILL_THERE}")
        refuse_cpr(self.topic, self.who, self.advice, self.guided_to)


@dataclass(frozen=True, slots=True)
class ListedInquiry:
    """One inquiry of a list."""

    id: Key
    day: date
    start: int
    minutes: int
    caller: Caller
    citizen: CitizenName | None
    who: str
    topic: str
    advice: str
    guided_to: str
    strain: Strain | None
    worried: bool
    on_hotline: bool
    worker: str
    """The initials of whoever answered."""
    materials: tuple[str, ...] = ()

    @property
    def may_become_citizen(self) -> bool:
        """Tell whether nobody of ours is known by it."""
        return self.citizen is None
