"""A ContactAgreement (kontaktaftale) is the mix agreed with a citizen (P02); old ones are kept."""

from datetime import date

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bostoette.models.base import Base, Edited, Keyed, Packed, refers, words
from bostoette.models.citizen_kinds import AgreementRhythm
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key


def _pack_forms(forms: tuple[ContactForm, ...]) -> list[str]:
    return [form.value for form in forms]


def _unpack_forms(stored: list[str]) -> tuple[ContactForm, ...]:
    return tuple(ContactForm(value) for value in stored)


class AgreementLine(Base, Keyed):
    """So many contacts of such a length per rhythm; several forms make the line flexible."""

    __tablename__ = "agreement_line"
    __table_args__ = (
        CheckConstraint("number > 0 AND minutes > 0 AND every_weeks > 0", name="positive"),
        Index(None, "agreement_id"),
    )

    agreement_id: Mapped[Key] = refers("contact_agreement.id")
    position: Mapped[int] = mapped_column(default=0)
    number: Mapped[int]
    minutes: Mapped[int]
    rhythm: Mapped[AgreementRhythm] = mapped_column(words(AgreementRhythm))
    every_weeks: Mapped[int] = mapped_column(default=1)
    """The N of "per N weeks"; 1 otherwise."""
    forms: Mapped[tuple[ContactForm, ...]] = mapped_column(Packed(_pack_forms, _unpack_forms))


class ContactAgreement(Base, Edited):
    """What was agreed, from when to when."""

    __tablename__ = "contact_agreement"
    __table_args__ = (
        CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="days_in_order"),
        Index(None, "citizen_id", "valid_from"),
    )

    citizen_id: Mapped[Key] = refers("citizen.id")
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    on_demand: Mapped[bool] = mapped_column(default=False)
    """The citizen makes contact herself (efter behov, P77)."""
    note: Mapped[str] = mapped_column(default="", server_default="")
    """What a trial of a form came to, and other decisions that belong to it (P10)."""

    lines: Mapped[list[AgreementLine]] = relationship(
        cascade="all, delete-orphan", order_by=AgreementLine.position
    )
