"""The program's own read-only files, or a sentence where one is missing."""

from pathlib import Path

from bostoette.models.plan_error import PlanError
from bostoette.models.resource_folder import resource_folder


def resource(*names: str) -> Path:
    """Return the path of one of the program's files; raises PlanError where it is missing."""
    path = resource_folder().joinpath(*names)
    if not path.exists():
        raise PlanError(
            "Programmet mangler en af sine egne filer. Dine data er urørt; "
            "installér programmet igen, eller spørg den, der installerede det.",
            details=f"missing resource: {'/'.join(names)}",
        )
    return path
