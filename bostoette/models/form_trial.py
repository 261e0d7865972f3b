"""A FormTrial (prøveforløb) tries a form for a time, with a question to be answered (P10)."""

from datetime import date

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, may_refer, refers, words
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.life_kinds import TrialOutcome


class FormTrial(Base, Edited):
    """It runs until somebody has decided, also when its last day has gone by."""

    __tablename__ = "form_trial"
    __table_args__ = (
        CheckConstraint("last_day >= first_day", name="days_in_order"),
        Index(None, "citizen_id", "first_day"),
    )

    citizen_id: Mapped[Key] = refers("citizen.id")
    form: Mapped[ContactForm] = mapped_column(words(ContactForm))
    first_day: Mapped[date]
    last_day: Mapped[date]
    question: Mapped[str]
    begun_by: Mapped[Key] = refers("worker.id")
    outcome: Mapped[TrialOutcome | None] = mapped_column(words(TrialOutcome))
    answer: Mapped[str] = mapped_column(default="")
    decided_on: Mapped[date | None]
    decided_by: Mapped[Key | None] = may_refer("worker.id")
