"""What the first start asks about the person, and what is wrong with an answer.

Nothing here loads the database's libraries; it belongs to the first page that is shown.
"""

from dataclasses import dataclass

from bostoette.models.worker_kinds import WorkerRole
from bostoette.models.working_hours import WorkingHours
from bostoette.planning.citizen_code import initials_of

LONGEST_NAME = 80
LONGEST_INITIALS = 10


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """The answers of the first start."""

    name: str
    initials: str
    hours: WorkingHours
    together: bool = False
    """Whether several people share the data on this computer."""
    role: WorkerRole = WorkerRole.WORKER


def proposed_initials(name: str) -> str:
    """Propose initials for a name (``M.J.``); nothing while there is no letter in it."""
    return initials_of(name) if any(sign.isalpha() for sign in name) else ""


def fault_in_name(name: str) -> str:
    """Say what is wrong with a name, or nothing."""
    if not any(sign.isalpha() for sign in name):
        return "Skriv dit navn, så dine kolleger kan se, hvem der er hvem."
    if len(name.strip()) > LONGEST_NAME:
        return f"Navnet er for langt. Skriv højst {LONGEST_NAME} tegn."
    return ""


def fault_in_initials(initials: str) -> str:
    """Say what is wrong with initials, or nothing."""
    if not any(sign.isalnum() for sign in initials):
        return "Skriv dine initialer, for eksempel M.J."
    if len(initials.strip()) > LONGEST_INITIALS:
        return f"Initialerne er for lange. Skriv højst {LONGEST_INITIALS} tegn."
    return ""
