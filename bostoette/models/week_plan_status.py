"""A WeekPlanStatus says where a worker's week stands on its way through review (P88)."""

from enum import StrEnum


class WeekPlanStatus(StrEnum):
    """Where the week stands."""

    DRAFT = "draft"
    SENT = "sent"
    APPROVED = "approved"
    RETURNED = "returned"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            WeekPlanStatus.DRAFT: "Kladde",
            WeekPlanStatus.SENT: "Sendt til gennemgang",
            WeekPlanStatus.APPROVED: "Godkendt",
            WeekPlanStatus.RETURNED: "Sendt tilbage",
        }[self]
