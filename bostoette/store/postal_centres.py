"""The centres of Danish postal codes, for guessing travel; source in ``resources/SOURCES.md``."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from bostoette.models.coordinates import Coordinates
from bostoette.models.plan_error import PlanError
from bostoette.store.resources import resource


@cache
def postal_centres() -> Mapping[str, Coordinates]:
    """Return the centre of each postal code (``"8000"``); read at the first call, then kept.

    Raises PlanError where the program's own table is missing or damaged.
    """
    text = resource("postal_centres.csv").read_text(encoding="utf-8")
    try:
        return MappingProxyType(dict(_rows(text)))
    except ValueError as error:
        raise PlanError(
            "Programmets tabel over postnumre kan ikke læses. Dine data er urørt; "
            "installér programmet igen.",
            details=str(error),
        ) from error


def _rows(text: str) -> Iterator[tuple[str, Coordinates]]:
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    next(lines, None)  # the headings
    for line in lines:
        code, latitude, longitude = line.split(",")
        yield code, Coordinates(float(latitude), float(longitude))
