"""The fixed words about workers: role, base and absence."""

from enum import StrEnum


class WorkerRole(StrEnum):
    """What a worker may do; a role guards against mistakes."""

    WORKER = "worker"
    TEAM_LEADER = "team_leader"
    SUPERUSER = "superuser"
    SUBSTITUTE = "substitute"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            WorkerRole.WORKER: "Medarbejder",
            WorkerRole.TEAM_LEADER: "Teamleder",
            WorkerRole.SUPERUSER: "Superbruger",
            WorkerRole.SUBSTITUTE: "Vikar",
        }[self]


class BaseKind(StrEnum):
    """Where a worker's day begins and ends."""

    OFFICE = "office"
    HOME = "home"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {BaseKind.OFFICE: "Kontor", BaseKind.HOME: "Hjemme"}[self]


class AbsenceKind(StrEnum):
    """Why a worker is away, in words that tell no more than planning needs."""

    HOLIDAY = "holiday"
    ILLNESS = "illness"
    COURSE = "course"
    OTHER = "other"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            AbsenceKind.HOLIDAY: "Ferie",
            AbsenceKind.ILLNESS: "Sygdom",
            AbsenceKind.COURSE: "Kursus",
            AbsenceKind.OTHER: "Andet",
        }[self]

    @property
    def said(self) -> str:
        """What somebody who is away does, after her initials: ``er syg``."""
        return {
            AbsenceKind.HOLIDAY: "har ferie",
            AbsenceKind.ILLNESS: "er syg",
            AbsenceKind.COURSE: "er på kursus",
            AbsenceKind.OTHER: "er væk",
        }[self]
