"""What is judged of a citizen from time to time, each judgement kept: risk colour and triage."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, may_refer, refers, words
from bostoette.models.citizen_kinds import RiskLevel
from bostoette.models.key import Key
from bostoette.models.life_kinds import Triage


class RiskJudged(Base, Edited):
    """A risk colour from a day on (P42); the newest one also stands in the profile."""

    __tablename__ = "risk_judged"
    __table_args__ = (Index(None, "citizen_id", "judged_on"),)

    citizen_id: Mapped[Key] = refers("citizen.id")
    level: Mapped[RiskLevel] = mapped_column(words(RiskLevel))
    judged_on: Mapped[date]
    judged_by: Mapped[Key | None] = may_refer("worker.id")
    reason: Mapped[str] = mapped_column(default="")


class TriageJudged(Base, Edited):
    """Whether a citizen must be visited when there are too few hands (P89); the newest counts."""

    __tablename__ = "triage_judged"
    __table_args__ = (Index(None, "citizen_id", "judged_on"),)

    citizen_id: Mapped[Key] = refers("citizen.id")
    triage: Mapped[Triage] = mapped_column(words(Triage))
    judged_on: Mapped[date]
    judged_by: Mapped[Key | None] = may_refer("worker.id")
