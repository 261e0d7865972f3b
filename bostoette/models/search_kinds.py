"""The kinds of written things that are searched in."""

from enum import StrEnum


class SearchKind(StrEnum):
    """What was written: a signed note, an addition, an agreement, a goal, its aim and wish."""

    NOTE = "note"
    ADDITION = "addition"
    AGREEMENT = "agreement"
    GOAL = "goal"
    AIM = "aim"
    WISH = "wish"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            SearchKind.NOTE: "Notat",
            SearchKind.ADDITION: "Tilføjelse",
            SearchKind.AGREEMENT: "Aftale",
            SearchKind.GOAL: "Delmål",
            SearchKind.AIM: "Indsatsmål",
            SearchKind.WISH: "Ønske",
        }[self]
