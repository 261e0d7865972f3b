"""A Material (materiale) is an exercise, an app or a page that can be sent to somebody (P76)."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, Keyed, may_refer, refers
from bostoette.models.key import Key


class Material(Base, Edited):
    """One entry of the library; put out of use, not deleted."""

    __tablename__ = "material"

    title: Mapped[str]
    link: Mapped[str] = mapped_column(default="")
    file_name: Mapped[str] = mapped_column(default="")
    target: Mapped[str] = mapped_column(default="")
    """Whom it is for, such as "pårørende"."""
    language: Mapped[str] = mapped_column(default="")
    for_staff: Mapped[bool] = mapped_column(default=False)
    """A recording of advice to staff, which is never sent to a citizen."""
    active: Mapped[bool] = mapped_column(default=True)


class MaterialSent(Base, Keyed):
    """What was sent when: with a contact, or with a call."""

    __tablename__ = "material_sent"
    __table_args__ = (
        Index(None, "contact_id"),
        Index(None, "inquiry_id"),
        Index(None, "citizen_id", "day"),
    )

    material_id: Mapped[Key] = refers("material.id")
    day: Mapped[date]
    sent_by: Mapped[Key] = refers("worker.id")
    contact_id: Mapped[Key | None] = may_refer("contact.id")
    inquiry_id: Mapped[Key | None] = may_refer("inquiry.id")
    citizen_id: Mapped[Key | None] = may_refer("citizen.id")
