"""A material as a person fills it in, and as lists show it (P76)."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError


@dataclass(frozen=True, slots=True)
class MaterialFields:
    """One entry of the library."""

    title: str
    link: str = ""
    file_name: str = ""
    target: str = ""
    language: str = ""
    for_staff: bool = False

    def check(self) -> None:
        """Raise PlanError where it has no title, or something looks like a CPR number."""
        if not self.title.strip():
            raise PlanError(
                "Giv materialet et navn. Intet er gemt endnu, og det skrevne står der stadig."
            )
        if self.link.strip() and not self.link.strip().startswith("https://"):
            raise PlanError(
                "Et link begynder med https://. Intet er gemt endnu, og det skrevne står der."
            )
        refuse_cpr(self.title, self.file_name, self.target, self.language)


@dataclass(frozen=True, slots=True)
class ListedMaterial:
    """One entry with its key."""

    id: Key
    version: int
    fields: MaterialFields
    active: bool

    @property
    def title(self) -> str:
        """Its name."""
        return self.fields.title

    @property
    def words(self) -> str:
        """Name, whom it is for, its language: ``Vejrtrækning · pårørende · arabisk``."""
        fields = self.fields
        staff = "kun til personale" if fields.for_staff else ""
        parts = (fields.title, fields.target, fields.language, staff)
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class SentMaterial:
    """What was sent when."""

    id: Key
    title: str
    day: date
    worker: str
    """Initials of whoever sent it."""
