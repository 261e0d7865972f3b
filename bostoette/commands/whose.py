"""Whose week, and which citizen: people as they are named on a command line."""

from bostoette.clocks import local_now
from bostoette.models.citizen_fields import ListedCitizen
from bostoette.models.plan_error import PlanError
from bostoette.models.wording import listed
from bostoette.models.worker_day import WeekWorker
from bostoette.services import citizens
from bostoette.services.desk import Desk
from bostoette.services.week import active_workers


def worker_named(desk: Desk, initials: str | None) -> WeekWorker:
    """Find a worker by her initials, dots and capitals aside; the signed-in person where None.

    Raises PlanError where there is no such active worker.
    """
    workers = desk.read(active_workers)
    if initials is None:
        found = next((one for one in workers if one.id == desk.actor_id), None)
    else:
        found = next((one for one in workers if _bare(one.initials) == _bare(initials)), None)
    if found is None:
        known = listed(sorted(one.initials for one in workers))
        raise PlanError(
            f"Der er ingen medarbejder at vise. Intet er ændret. Vælg mellem disse: {known}"
        )
    return found


def citizen_coded(desk: Desk, code: str) -> ListedCitizen:
    """Find a citizen by her code; raises PlanError where nobody has it."""
    people = desk.read(citizens.listed, local_now().date())
    found = next((one for one in people if one.code.casefold() == code.strip().casefold()), None)
    if found is None:
        raise PlanError(
            "Der er ingen borger med den kode. Intet er ændret. Se koden på borgerens side, og "
            "skriv den, som den står dér."
        )
    return found


def _bare(initials: str) -> str:
    return initials.replace(".", "").replace(" ", "").casefold()
