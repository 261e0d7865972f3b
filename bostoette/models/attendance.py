"""Attendance (fremmøde) is whether somebody took part; a seat's duty is what she does there."""

from enum import StrEnum


class Attendance(StrEnum):
    """Whether somebody came; until it is noted, whoever is planned to come counts (P61)."""

    NOT_NOTED = "not_noted"
    CAME = "came"
    DID_NOT_COME = "did_not_come"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            Attendance.NOT_NOTED: "ikke noteret",
            Attendance.CAME: "kom",
            Attendance.DID_NOT_COME: "kom ikke",
        }[self]


class MeetingDuty(StrEnum):
    """What somebody does at a meeting (P74)."""

    NONE = "none"
    CHAIR = "chair"
    MINUTES = "minutes"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            MeetingDuty.NONE: "deltager",
            MeetingDuty.CHAIR: "ordstyrer",
            MeetingDuty.MINUTES: "referent",
        }[self]
