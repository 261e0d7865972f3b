"""What the team decides for itself: purposes, approved platforms, typed travel times, settings."""

from typing import Any

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Packed


def _as_is(value: Any) -> Any:
    return value


class Purpose(Base):
    """What a contact is for (formål, P08); a team's own purpose takes a delivered one's order."""

    __tablename__ = "purpose"

    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    position: Mapped[int]
    like: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True)


class ApprovedPlatform(Base):
    """A video or chat platform that may be used for support (P66)."""

    __tablename__ = "approved_platform"

    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    link: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=True)


class TravelPair(Base):
    """Travel minutes typed for two places; the two in alphabetical order."""

    __tablename__ = "travel_pair"
    __table_args__ = (
        CheckConstraint("place_a < place_b", name="in_order"),
        CheckConstraint("minutes >= 0", name="not_negative"),
    )

    place_a: Mapped[str] = mapped_column(primary_key=True)
    place_b: Mapped[str] = mapped_column(primary_key=True)
    minutes: Mapped[int]


class TeamSetting(Base):
    """One setting of the team's, as a small JSON value."""

    __tablename__ = "team_setting"

    id: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(Packed(_as_is, _as_is))
