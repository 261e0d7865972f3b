"""A Grant (bevilling) is the support a citizen has been granted, by a paragraph of the law."""

from datetime import date

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, refers, words
from bostoette.models.citizen_kinds import GrantPeriod
from bostoette.models.key import Key


class GrantParagraph(Base):
    """One line of the editable list of paragraphs: §82a, §82b, §85, §99 and so on."""

    __tablename__ = "grant_paragraph"

    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)


class Grant(Base, Edited):
    """Granted minutes a week or a month, as one number, a range, or left open."""

    __tablename__ = "grant"
    __table_args__ = (
        CheckConstraint("minutes_to IS NULL OR minutes_to >= minutes_from", name="range_in_order"),
        CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="days_in_order"),
        Index(None, "citizen_id"),
    )

    citizen_id: Mapped[Key] = refers("citizen.id")
    paragraph_id: Mapped[str]
    minutes_from: Mapped[int | None]
    minutes_to: Mapped[int | None]
    """Equal to ``minutes_from`` unless a range was granted."""
    period: Mapped[GrantPeriod] = mapped_column(words(GrantPeriod), default=GrantPeriod.WEEK)
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
