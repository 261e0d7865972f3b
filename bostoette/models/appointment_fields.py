"""AppointmentFields are what a person fills in about own time: a meeting, a break, driving."""

from dataclasses import dataclass

from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan

OWN_KINDS = tuple(kind for kind in AppointmentKind if kind is not AppointmentKind.IMPORTED)
"""What a person can choose; imported time comes from a calendar only."""
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class AppointmentFields:
    """Own time as filled in; without a title it goes by its kind."""

    span: TimeSpan
    kind: AppointmentKind
    title: str = ""

    def __post_init__(self) -> None:
        if self.kind not in OWN_KINDS:
            raise PlanError(
                "Vælg, hvad tiden går til. Intet er gemt endnu, og det skrevne står der stadig."
            )

    def check(self) -> None:
        """Raise PlanError where no page has room for the title, or it looks like a CPR number."""
        refuse_cpr(self.title)
        if len(self.title.strip()) > LONGEST_TITLE:
            raise PlanError(
                f"Titlen er for lang; skriv højst {LONGEST_TITLE} tegn. "
                "Intet er gemt endnu, og det skrevne står der stadig."
            )


@dataclass(frozen=True, slots=True)
class AppointmentDetails:
    """One stretch of own time as stored."""

    id: Key
    version: int
    worker_id: Key
    fields: AppointmentFields
    later: int = 0
    """How many times the same own time comes after this one."""
