"""An Inquiry (henvendelse) is somebody turning to us: on the hotline, or a relative (P75, P79)."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, may_refer, refers, words
from bostoette.models.key import Key


class Caller(StrEnum):
    """Who turned to us."""

    CITIZEN = "citizen"
    RELATIVE = "relative"
    UNKNOWN = "unknown"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            Caller.CITIZEN: "Borger",
            Caller.RELATIVE: "Pårørende",
            Caller.UNKNOWN: "Ukendt",
        }[self]


class Strain(StrEnum):
    """How worn a relative is (belastning)."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {Strain.LOW: "lav", Strain.MEDIUM: "mellem", Strain.HIGH: "høj"}[self]


class Inquiry(Base, Edited):
    """One call or message: who, about what, what was said, and where she was guided to."""

    __tablename__ = "inquiry"
    __table_args__ = (
        CheckConstraint('"start" >= 0 AND minutes > 0', name="time_of_day"),
        Index(None, "day"),
        Index(None, "citizen_id", "day"),
    )

    worker_id: Mapped[Key] = refers("worker.id")
    day: Mapped[date]
    start: Mapped[int]
    """Minutes after midnight, local time."""
    minutes: Mapped[int]
    on_hotline: Mapped[bool] = mapped_column(default=False)
    caller: Mapped[Caller] = mapped_column(words(Caller))
    citizen_id: Mapped[Key | None] = may_refer("citizen.id")
    """Whom it is about; None where nobody of ours is known by it."""
    who: Mapped[str] = mapped_column(default="")
    """The caller in a word or two, such as "mor"; perhaps a number to call back."""
    topic: Mapped[str]
    advice: Mapped[str] = mapped_column(default="")
    guided_to: Mapped[str] = mapped_column(default="")
    strain: Mapped[Strain | None] = mapped_column(words(Strain))
    """Only of a relative."""
    worried: Mapped[bool] = mapped_column(default=False)
    """Whether the relative is worried about the citizen (P79)."""
