"""An Agreement (aftale) is what was agreed to be done, followed from contact to contact (P33)."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, Keyed, Moment, may_refer, refers, words
from bostoette.models.key import Key
from bostoette.models.note_kinds import AgreementDoer, AgreementOutcome, SeenOrTold


class Agreement(Base, Edited):
    """What was agreed, who does it by when, and what became of it so far."""

    __tablename__ = "agreement"
    __table_args__ = (
        Index(None, "citizen_id", "outcome"),
        Index(None, "note_id"),
        Index(None, "contact_id"),
    )

    citizen_id: Mapped[Key] = refers("citizen.id")
    note_id: Mapped[Key | None] = may_refer("note.id")
    """The note it was made in; None where it was made without one."""
    contact_id: Mapped[Key | None] = may_refer("contact.id")
    text: Mapped[str]
    doer: Mapped[AgreementDoer] = mapped_column(words(AgreementDoer))
    due: Mapped[date | None]
    made_on: Mapped[date]
    made_by: Mapped[Key] = refers("worker.id")
    outcome: Mapped[AgreementOutcome] = mapped_column(
        words(AgreementOutcome), default=AgreementOutcome.OPEN
    )


class AgreementAnswer(Base, Keyed):
    """What was answered about an agreement at one contact: seen or told, by whom and when."""

    __tablename__ = "agreement_answer"
    __table_args__ = (Index(None, "agreement_id"), Index(None, "note_id"))

    agreement_id: Mapped[Key] = refers("agreement.id")
    note_id: Mapped[Key | None] = may_refer("note.id")
    contact_id: Mapped[Key | None] = may_refer("contact.id")
    outcome: Mapped[AgreementOutcome] = mapped_column(words(AgreementOutcome))
    how: Mapped[SeenOrTold] = mapped_column(words(SeenOrTold))
    at: Mapped[datetime] = mapped_column(Moment)
    by: Mapped[Key] = refers("worker.id")
