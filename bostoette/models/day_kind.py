"""A DayKind is where a worker works on a day: out, at home or at the office (P82)."""

from enum import StrEnum


class DayKind(StrEnum):
    """The three kinds of working days."""

    OUT = "out"
    HOME = "home"
    OFFICE = "office"

    @property
    def danish(self) -> str:
        """The word in the head of the day."""
        return {DayKind.OUT: "ude", DayKind.HOME: "hjemme", DayKind.OFFICE: "kontor"}[self]

    @property
    def day_word(self) -> str:
        """The word for the whole day: ``hjemmearbejdsdag``."""
        return {
            DayKind.OUT: "ude-dag",
            DayKind.HOME: "hjemmearbejdsdag",
            DayKind.OFFICE: "kontordag",
        }[self]
