"""The kinds of written things that are searched in."""

from enum import StrEnum


class SearchKind(StrEnum):
    """What was written: a signed note, an addition to one, an agreement, a goal."""

    NOTE = "note"
    ADDITION = "addition"
    AGREEMENT = "agreement"
    GOAL = "goal"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            SearchKind.NOTE: "Notat",
            SearchKind.ADDITION: "Tilføjelse",
            SearchKind.AGREEMENT: "Aftale",
            SearchKind.GOAL: "Mål",
        }[self]
