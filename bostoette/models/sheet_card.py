"""A SheetCard is what the team says of one form: its three parts, and its lengths (P09, P71)."""

from collections.abc import Mapping
from dataclasses import dataclass

from bostoette.models.conditions import LineAbout


@dataclass(frozen=True, slots=True)
class SheetCard:
    """A form's card as it is written: a text a line, and minutes."""

    lines: Mapping[LineAbout, tuple[str, ...]]
    default_minutes: int
    cap_minutes: int
