"""A ContactSatisfaction is what one citizen answered about one contact (tilfredshed, P91)."""

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, refers, words
from bostoette.models.key import Key
from bostoette.models.satisfaction import Satisfaction


class ContactSatisfaction(Base, Edited):
    """Good, ok, bad or not asked; in a group each citizen has an answer of her own."""

    __tablename__ = "contact_satisfaction"
    __table_args__ = (UniqueConstraint("contact_id", "citizen_id"), Index(None, "citizen_id"))

    contact_id: Mapped[Key] = refers("contact.id")
    citizen_id: Mapped[Key] = refers("citizen.id")
    answer: Mapped[Satisfaction] = mapped_column(words(Satisfaction))
    asked_on: Mapped[date]
    noted_by: Mapped[Key] = refers("worker.id")
