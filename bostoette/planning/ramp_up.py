"""A ramp-up after a break (optrapning, P41): short and frequent contacts first, then as agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.citizen_kinds import AgreementRhythm
from bostoette.models.contact_form import ContactForm

_SNAP = 15
_MOST_A_WEEK = 5
_USUAL = AgreementLineFields(
    number=1,
    minutes=60,
    rhythm=AgreementRhythm.WEEK,
    every_weeks=1,
    forms=(ContactForm.PHYSICAL,),
)
"""Where nothing is agreed per week."""


@dataclass(frozen=True, slots=True)
class RampStep:
    """What counts from a day to another; None is until further notice."""

    first: date
    last: date | None
    fields: AgreementFields


def ramp_up(agreed: AgreementFields | None, monday: date, weeks: int) -> tuple[RampStep, ...]:
    """Propose a ramp-up of so many weeks from a Monday, and what was agreed after it.

    The first half meets face to face, twice as often and half as long; the second once more a
    week than agreed and three quarters as long. What is agreed for longer periods stays as it is.
    """
    lines = agreed.lines if agreed is not None else ()
    weekly = [one for one in lines if one.rhythm is AgreementRhythm.WEEK] or [_USUAL]
    rare = tuple(one for one in lines if one.rhythm is not AgreementRhythm.WEEK)
    half = monday + timedelta(weeks=weeks - weeks // 2)
    after = monday + timedelta(weeks=weeks)
    number, minutes = sum(one.number for one in weekly), max(one.minutes for one in weekly)
    first = _line(min(2 * number, _MOST_A_WEEK), minutes / 2, (ContactForm.PHYSICAL,))
    second = _line(min(number + 1, _MOST_A_WEEK), 3 * minutes / 4, _forms(weekly))
    steps = [_step(monday, half, (first, *rare)), _step(half, after, (second, *rare))]
    if agreed is not None:
        again = AgreementFields(after, agreed.lines, agreed.on_demand, agreed.valid_to)
    else:
        again = AgreementFields(after, (_USUAL,))
    return (*steps, RampStep(after, again.valid_to, again))


def _step(first: date, until: date, lines: tuple[AgreementLineFields, ...]) -> RampStep:
    last = until - timedelta(days=1)
    return RampStep(first, last, AgreementFields(first, lines, valid_to=last))


def _line(number: int, minutes: float, forms: tuple[ContactForm, ...]) -> AgreementLineFields:
    length = max(_SNAP, round(minutes / _SNAP) * _SNAP)
    return AgreementLineFields(
        number=number, minutes=length, rhythm=AgreementRhythm.WEEK, every_weeks=1, forms=forms
    )


def _forms(weekly: Sequence[AgreementLineFields]) -> tuple[ContactForm, ...]:
    """Return every form that is agreed, so that the line is flexible."""
    return tuple(form for form in ContactForm if any(form in one.forms for one in weekly))
