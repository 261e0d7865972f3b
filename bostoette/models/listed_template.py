"""A ListedTemplate is a template week (skabelonuge) as it stands on the list."""

from dataclasses import dataclass

from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class ListedTemplate:
    """What tells a template from the others."""

    id: Key
    version: int
    name: str
    weeks: int
    worker_id: Key
    initials: str
    """Whose weeks it was made of."""
    contacts: int
    own_time: int

    @property
    def said(self) -> str:
        """Say it without its name: ``M.J. · rul på 2 uger · 18 kontakter · 3 stk. egen tid``."""
        weeks = "1 uge" if self.weeks == 1 else f"rul på {self.weeks} uger"
        contacts = "1 kontakt" if self.contacts == 1 else f"{self.contacts} kontakter"
        own = f"{self.own_time} stk. egen tid" if self.own_time else ""
        return " · ".join(part for part in (self.initials, weeks, contacts, own) if part)


def template_name(typed: str) -> str:
    """Return a template's name as it is kept; raises PlanError where it cannot be one."""
    name = typed.strip()
    if not name:
        raise PlanError(
            "Giv skabelonen et navn, så I kan finde den igen. Intet er gemt endnu, og det "
            "skrevne står der stadig."
        )
    if len(name) > LONGEST_NAME:
        raise PlanError(
            f"Navnet er for langt. Skriv højst {LONGEST_NAME} tegn. Intet er gemt endnu, og "
            "det skrevne står der stadig."
        )
    return name
