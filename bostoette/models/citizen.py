"""A Citizen (borger) receives support in her own home; no CPR number is ever kept."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bostoette.models.base import Base, Edited, may_refer, words
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.key import Key


class Citizen(Base, Edited):
    """A citizen with where she is found and who supports her."""

    __tablename__ = "citizen"
    __table_args__ = (Index(None, "primary_worker_id"),)

    name: Mapped[str]
    initials: Mapped[str]
    code: Mapped[str] = mapped_column(unique=True)
    """Unique, made from initials and, where equal, a number; the name on exported files (P94)."""
    address: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(default="")
    town: Mapped[str] = mapped_column(default="")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    meeting_point: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    emergency_contact: Mapped[str] = mapped_column(default="", server_default="")
    """Whom to ring when something happens to her: a relative with a number, say (P89)."""
    language: Mapped[str] = mapped_column(default="")
    """Empty means Danish."""
    primary_worker_id: Mapped[Key | None] = may_refer("worker.id")
    secondary_worker_id: Mapped[Key | None] = may_refer("worker.id")
    status: Mapped[CitizenStatus] = mapped_column(
        words(CitizenStatus), default=CitizenStatus.ACTIVE
    )
    status_since: Mapped[date | None]
    week_entries: Mapped[int] = mapped_column(default=0, server_default="0")
    """How many contacts stand on the week plan printed for her; 0 is all of them."""

    profile: Mapped[CitizenProfile] = relationship(
        cascade="all, delete-orphan", lazy="select", uselist=False
    )
