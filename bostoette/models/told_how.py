"""How a citizen was told of a change (P49)."""

from enum import StrEnum


class ToldHow(StrEnum):
    """The ways, the surest first."""

    TALKED = "talked"
    SMS = "sms"
    MESSAGE = "message"
    LETTER = "letter"

    @property
    def danish(self) -> str:
        """The Danish words: ``talt med``."""
        return {
            ToldHow.TALKED: "talt med",
            ToldHow.SMS: "sms",
            ToldHow.MESSAGE: "besked",
            ToldHow.LETTER: "brev",
        }[self]
