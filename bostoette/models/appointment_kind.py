"""An AppointmentKind says what a worker's other time is for."""

from enum import StrEnum


class AppointmentKind(StrEnum):
    """What other time is for."""

    MEETING = "meeting"
    DOCUMENTATION = "documentation"
    BREAK = "break"
    DRIVING = "driving"
    OTHER = "other"
    IMPORTED = "imported"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            AppointmentKind.MEETING: "Møde",
            AppointmentKind.DOCUMENTATION: "Dokumentation",
            AppointmentKind.BREAK: "Pause",
            AppointmentKind.DRIVING: "Kørsel",
            AppointmentKind.OTHER: "Andet",
            AppointmentKind.IMPORTED: "Optaget",
        }[self]
