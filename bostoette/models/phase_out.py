"""A PhaseOut (nedtrapning) leads step by step from visits to less, as the citizen can carry it."""

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bostoette.models.base import Base, Edited, Keyed, Packed, may_refer, refers, words
from bostoette.models.citizen_fields import AgreementLineFields
from bostoette.models.citizen_kinds import AgreementRhythm
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.life_kinds import PhaseOutState


def _pack_lines(lines: tuple[AgreementLineFields, ...]) -> list[dict[str, Any]]:
    return [
        {
            "number": line.number,
            "minutes": line.minutes,
            "rhythm": line.rhythm.value,
            "every_weeks": line.every_weeks,
            "forms": [form.value for form in line.forms],
        }
        for line in lines
    ]


def _unpack_lines(stored: list[dict[str, Any]]) -> tuple[AgreementLineFields, ...]:
    return tuple(
        AgreementLineFields(
            line["number"],
            line["minutes"],
            AgreementRhythm(line["rhythm"]),
            line["every_weeks"],
            tuple(ContactForm(form) for form in line["forms"]),
        )
        for line in stored
    )


class PhaseOutStep(Base, Keyed):
    """What is agreed from a day on; no lines mean that the citizen makes contact herself."""

    __tablename__ = "phase_out_step"
    __table_args__ = (Index(None, "phase_out_id"),)

    phase_out_id: Mapped[Key] = refers("phase_out.id")
    position: Mapped[int] = mapped_column(default=0)
    first_day: Mapped[date]
    lines: Mapped[tuple[AgreementLineFields, ...]] = mapped_column(
        Packed(_pack_lines, _unpack_lines)
    )
    taken_on: Mapped[date | None]
    """The day somebody confirmed the step and the agreement followed it."""


class PhaseOut(Base, Edited):
    """One path; it stops where contact with the citizen is lost."""

    __tablename__ = "phase_out"
    __table_args__ = (
        CheckConstraint("ended_on IS NULL OR ended_on >= begun_on", name="days_in_order"),
        Index(None, "citizen_id"),
    )

    citizen_id: Mapped[Key] = refers("citizen.id")
    begun_on: Mapped[date]
    begun_by: Mapped[Key] = refers("worker.id")
    state: Mapped[PhaseOutState] = mapped_column(
        words(PhaseOutState), default=PhaseOutState.RUNNING
    )
    ended_on: Mapped[date | None]
    ended_by: Mapped[Key | None] = may_refer("worker.id")
    ended_why: Mapped[str] = mapped_column(default="")

    steps: Mapped[list[PhaseOutStep]] = relationship(
        cascade="all, delete-orphan", order_by=PhaseOutStep.position
    )
