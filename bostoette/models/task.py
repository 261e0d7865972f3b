"""A Task (opgave) is something to be done for a citizen, such as telling her of a change (P49)."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, Moment, may_refer, refers, words
from bostoette.models.key import Key
from bostoette.models.told_how import ToldHow


class TaskKind(StrEnum):
    """What a task is about."""

    INFORM_CITIZEN = "inform_citizen"
    FOLLOW_UP = "follow_up"
    EQUIPMENT = "equipment"
    RELAPSE = "relapse"
    """To meet after a relapse; it falls away when they have met (P40)."""
    BRIDGE = "bridge"
    """To meet physically again after a bridge over absence (P43)."""
    TEAM_SHEET = "team_sheet"
    """To look at the team's sheet again (P09); it falls away with the next version."""
    TRIAL = "trial"
    """To decide what a trial of a form came to (P10)."""
    PHASE_OUT = "phase_out"
    """To take the next step of a phase-out, or stop it."""
    VISIT = "visit"
    """To visit, since a note asks for it; it falls away with the next visit (P30, P36, P39)."""
    STATUS_MEETING = "status_meeting"
    """To hold the physical status meeting that is due (P31); it falls away once one is planned."""
    OTHER = "other"


class Task(Base, Edited):
    """Who does what for whom by when."""

    __tablename__ = "task"
    __table_args__ = (
        Index(None, "worker_id", "done_at"),
        Index(None, "contact_id"),
        Index(None, "citizen_id"),
    )

    kind: Mapped[TaskKind] = mapped_column(words(TaskKind))
    worker_id: Mapped[Key] = refers("worker.id")
    citizen_id: Mapped[Key | None] = may_refer("citizen.id")
    contact_id: Mapped[Key | None] = may_refer("contact.id")
    due: Mapped[date | None]
    text: Mapped[str]
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    done_by: Mapped[Key | None] = may_refer("worker.id")
    told_how: Mapped[ToldHow | None] = mapped_column(words(ToldHow))
    """How the citizen was told, where the task was to tell her (P49)."""
