"""A WeekTemplate (skabelonuge) keeps one to eight weeks of a worker, to be laid again and again."""

from typing import Any

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.base import Base, Edited, KeyColumn, Keyed, Packed, may_refer, refers, words
from bostoette.models.key import Key

MOST_WEEKS = 8
"""How many weeks a rotation may have before it begins anew."""


def _as_is(value: Any) -> Any:
    return value


class WeekTemplate(Base, Edited):
    """A rotation (rul) of so many weeks, by name, and whose weeks it was made of."""

    __tablename__ = "week_template"
    __table_args__ = (
        CheckConstraint(f"weeks BETWEEN 1 AND {MOST_WEEKS}", name="weeks"),
        Index(None, "worker_id"),
    )

    name: Mapped[str]
    weeks: Mapped[int]
    worker_id: Mapped[Key] = refers("worker.id")


class WeekTemplateLine(Base, Keyed):
    """One citizen's part in a contact of the template, or a stretch of own time.

    Of a group each citizen has a line, so that what is hers is found and deleted with her.
    """

    __tablename__ = "week_template_line"
    __table_args__ = (
        CheckConstraint(
            '"start" >= 0 AND minutes > 0 AND "start" + minutes <= 1440', name="within_a_day"
        ),
        CheckConstraint("(template IS NULL) <> (kind IS NULL)", name="contact_or_own_time"),
        Index(None, "template_id"),
        Index(None, "citizen_id"),
    )

    template_id: Mapped[Key] = refers("week_template.id")
    together: Mapped[Key] = mapped_column(KeyColumn)
    """What the lines of one contact have in common."""
    week: Mapped[int]
    """0 is the rotation's first week."""
    weekday: Mapped[int]
    """0 is Monday."""
    start: Mapped[int]
    minutes: Mapped[int]
    citizen_id: Mapped[Key | None] = may_refer("citizen.id")
    template: Mapped[dict[str, Any] | None] = mapped_column(Packed(_as_is, _as_is))
    """What the contact starts with, as a series keeps it, without its citizens."""
    series_id: Mapped[Key | None] = mapped_column(KeyColumn)
    """The series that the contact belonged to: it lays its own contacts."""
    kind: Mapped[AppointmentKind | None] = mapped_column(words(AppointmentKind))
    """Of own time; None for a contact."""
    title: Mapped[str] = mapped_column(default="")
    all_day: Mapped[bool] = mapped_column(default=False)
