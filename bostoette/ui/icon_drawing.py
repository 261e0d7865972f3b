"""The drawings behind the icons, as text: what a stylesheet needs without loading a painter."""

from functools import cache

from bostoette.models.resource_folder import resource_folder


@cache
def _source(name: str) -> str:
    return (resource_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def drawing(name: str, colour: str) -> str:
    """Return an icon's SVG text in a colour (``#RRGGBB``)."""
    return _source(name).replace("currentColor", colour)
