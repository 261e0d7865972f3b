"""What a citizen wants and works for: wish (ønske), aim (indsatsmål), goal (delmål), follow-up."""

from datetime import date

from sqlalchemy import Index, PrimaryKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, Keyed, may_refer, refers
from bostoette.models.base import words as fixed
from bostoette.models.ffb import (
    FunctionLevel,
    GoalType,
    Recommendation,
    SubTheme,
    SupportLevel,
    Theme,
)
from bostoette.models.goal_kinds import GoalReason, GoalStatus, Independence
from bostoette.models.key import Key


class Wish(Base, Edited):
    """What a citizen wishes for, in her own words (P45)."""

    __tablename__ = "wish"
    __table_args__ = (Index(None, "citizen_id"),)

    citizen_id: Mapped[Key] = refers("citizen.id")
    words: Mapped[str]
    said_on: Mapped[date]


class Aim(Base, Edited):
    """An aim of the support (indsatsmål) that serves a wish."""

    __tablename__ = "aim"
    __table_args__ = (Index(None, "wish_id"),)

    wish_id: Mapped[Key] = refers("wish.id")
    title: Mapped[str]


class Goal(Base, Edited):
    """A goal (delmål) under an aim: small enough to be worked for in the contacts."""

    __tablename__ = "goal"
    __table_args__ = (Index(None, "aim_id"), Index(None, "citizen_id", "status"))

    aim_id: Mapped[Key] = refers("aim.id")
    citizen_id: Mapped[Key] = refers("citizen.id")
    """The wish's citizen, here too, so that her goals are one index away."""
    words: Mapped[str]
    """The citizen's own words, which come first everywhere."""
    title: Mapped[str] = mapped_column(default="")
    """The professional wording, where there is one beside her own."""
    goal_type: Mapped[GoalType] = mapped_column(fixed(GoalType))
    theme: Mapped[Theme] = mapped_column(fixed(Theme))
    sub_theme: Mapped[SubTheme | None] = mapped_column(fixed(SubTheme))
    functioning: Mapped[FunctionLevel] = mapped_column(
        fixed(FunctionLevel), default=FunctionLevel.NOT_ASSESSED
    )
    support: Mapped[SupportLevel] = mapped_column(
        fixed(SupportLevel), default=SupportLevel.NOT_ASSESSED
    )
    status: Mapped[GoalStatus] = mapped_column(fixed(GoalStatus), default=GoalStatus.ACTIVE)
    status_since: Mapped[date]
    review_on: Mapped[date | None]
    lost_on: Mapped[date | None]
    """The day somebody noted that something was lost since a break (P41); None where nothing is."""


class GoalTurn(Base, Keyed):
    """A goal came to stand elsewhere: when, why, and who noted it; never overwritten."""

    __tablename__ = "goal_turn"
    __table_args__ = (Index(None, "goal_id", "day"),)

    goal_id: Mapped[Key] = refers("goal.id")
    day: Mapped[date]
    status: Mapped[GoalStatus] = mapped_column(fixed(GoalStatus))
    reason: Mapped[GoalReason | None] = mapped_column(fixed(GoalReason))
    reason_text: Mapped[str] = mapped_column(default="")
    worker_id: Mapped[Key | None] = may_refer("worker.id")


class ContactGoal(Base):
    """A contact serves a goal."""

    __tablename__ = "contact_goal"
    __table_args__ = (
        PrimaryKeyConstraint("contact_id", "goal_id"),
        Index(None, "goal_id"),
        {"sqlite_with_rowid": False},
    )

    contact_id: Mapped[Key] = refers("contact.id")
    goal_id: Mapped[Key] = refers("goal.id")


class NoteGoal(Base):
    """A note tells of a goal: how far the citizen did it herself, where that was noted (P44)."""

    __tablename__ = "note_goal"
    __table_args__ = (
        PrimaryKeyConstraint("note_id", "goal_id"),
        Index(None, "goal_id"),
        {"sqlite_with_rowid": False},
    )

    note_id: Mapped[Key] = refers("note.id")
    goal_id: Mapped[Key] = refers("goal.id")
    independence: Mapped[Independence | None] = mapped_column(fixed(Independence))


class FollowUp(Base, Edited):
    """A follow-up (opfølgning): when, what the provider recommends, and the report's text.

    The decision itself is the authority's.
    """

    __tablename__ = "follow_up"
    __table_args__ = (Index(None, "citizen_id", "due"),)

    citizen_id: Mapped[Key] = refers("citizen.id")
    due: Mapped[date]
    held_on: Mapped[date | None]
    recommendation: Mapped[Recommendation | None] = mapped_column(fixed(Recommendation))
    report: Mapped[str] = mapped_column(default="")
    """The status report as it was last saved; empty until there is one."""
