"""Proposes a way from visits to less (nedtrapning): visits, then video, then phone, then fewer.

A step changes one thing at a time. A visit a month stays to the end, so that the two still meet
face to face within the days of P01.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bostoette.models.citizen_fields import AgreementLineFields
from bostoette.models.citizen_kinds import AgreementRhythm
from bostoette.models.citizen_life import PhaseStep
from bostoette.models.contact_form import ContactForm

_MEETS = (ContactForm.PHYSICAL, ContactForm.WALK_TALK)


@dataclass(frozen=True, slots=True)
class RemoteLengths:
    """How long contacts at a distance are, in minutes."""

    video: int
    phone: int


def proposed_steps(
    lines: Sequence[AgreementLineFields],
    forms: Sequence[ContactForm],
    first_day: date,
    weeks_apart: int,
    lengths: RemoteLengths,
) -> tuple[PhaseStep, ...]:
    """Propose what is agreed step by step, so many weeks apart; nothing where nothing can be less.

    First every second visit becomes a remote contact; then a visit a month is left; then the
    remote contact becomes a call; then the call comes every second week.
    """
    visit = next((line for line in lines if set(line.forms) & {*_MEETS}), None)
    if visit is None or not forms:
        return ()
    minutes = {ContactForm.VIDEO: lengths.video, ContactForm.PHONE: lengths.phone}
    weekly = AgreementRhythm.WEEK
    monthly = replace(visit, number=1, rhythm=AgreementRhythm.MONTH, every_weeks=1)
    rarer = replace(visit, number=1, rhythm=AgreementRhythm.N_WEEKS, every_weeks=2)
    remote = AgreementLineFields(1, minutes[forms[0]], weekly, forms=(forms[0],))
    call = AgreementLineFields(1, minutes[forms[-1]], weekly, forms=(forms[-1],))
    rare_call = replace(call, rhythm=AgreementRhythm.N_WEEKS, every_weeks=2)
    path = [(rarer, remote), (monthly, remote), (monthly, call), (monthly, rare_call)]
    wanted = [one for one in _once(path) if _weekly(one) < _weekly(lines)]
    return tuple(
        PhaseStep(first_day + timedelta(weeks=weeks_apart * place), step)
        for place, step in enumerate(wanted)
    )


def _once(
    path: Iterable[tuple[AgreementLineFields, ...]],
) -> list[tuple[AgreementLineFields, ...]]:
    return list(dict.fromkeys(path))


def _weekly(lines: Iterable[AgreementLineFields]) -> float:
    """Return the agreed minutes a week, about."""
    weeks = {AgreementRhythm.WEEK: 1.0, AgreementRhythm.MONTH: 52 / 12}
    return sum(
        line.number * line.minutes / weeks.get(line.rhythm, float(line.every_weeks))
        for line in lines
    )
