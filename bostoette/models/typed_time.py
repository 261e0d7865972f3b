"""A time of day that a form must have: ``1430``, ``14.30``, ``14:30``, ``915``, ``kl. 9``.

How days are typed stands in `planning/danish_date`.
"""

from bostoette.models.clock_time import read_clock
from bostoette.models.plan_error import PlanError


def parse_clock(text: str) -> int:
    """Read a time of day; return minutes after midnight. Raises PlanError when it is none."""
    minutes = read_clock(text)
    if minutes is not None:
        return minutes
    raise PlanError("Skriv tiden som 14.30 eller 1430. Intet er gemt endnu.")
