"""Beginning again after a break (P41): a proposal to look at, then one step that can be undone."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
from bostoette.planning.ramp_up import RampStep, ramp_up
from bostoette.services import agreements, citizens
from bostoette.services.conditions import conditions_in_force
from bostoette.services.open_citizen import open_citizen
from bostoette.store.journal import describe

WEEKS = NumberName("P41", "ramp_up_weeks")


def proposal(session: Session, citizen_id: Key, today: date) -> tuple[RampStep, ...]:
    """Propose a ramp-up from the next Monday on (today, where it is one); nothing is changed."""
    weeks = conditions_in_force(session).rules.number(WEEKS).value
    details = citizens.details(session, citizen_id)
    now = details.agreement_on(today)
    monday = IsoWeek.of(today + timedelta(days=6)).monday
    return ramp_up(None if now is None else now.fields, monday, weeks)


def begin(session: Session, citizen_id: Key, steps: Sequence[RampStep]) -> None:
    """Agree on the steps, each from its day; the tray then offers their contacts week by week.

    Raises PlanError where another agreement begins on one of the days or later.
    """
    if not steps:
        raise PlanError("Der er ingen trin i optrapningen. Intet er ændret.")
    for step in steps:
        agreements.agree(session, citizen_id, step.fields)
    describe(session, f"Optrapning for {open_citizen(session, citizen_id).initials}")
