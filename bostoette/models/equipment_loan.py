"""An EquipmentLoan (udlån) is something a citizen has borrowed to be reached with (P62)."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, refers
from bostoette.models.key import Key


class EquipmentLoan(Base, Edited):
    """What was lent to whom, when it is due back, and when it came back."""

    __tablename__ = "equipment_loan"
    __table_args__ = (Index(None, "citizen_id"),)

    citizen_id: Mapped[Key] = refers("citizen.id")
    what: Mapped[str]
    lent_on: Mapped[date]
    due_back: Mapped[date | None]
    returned_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")
