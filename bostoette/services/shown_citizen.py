"""A citizen as her page shows her at once: all of it read in one session.

What only a tab tells that may never be seen – who knows her, her goals, how things went – is read
when that tab is seen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bostoette.models.advice import Advice
from bostoette.models.contact_form import ContactForm
from bostoette.models.follow_up_fields import StoredFollowUp
from bostoette.models.key import Key
from bostoette.models.raised_plan import RaisedPlan
from bostoette.services import (
    advice,
    citizen_news,
    citizen_page,
    follow_ups,
    goals,
    lists,
    plan_checks,
    relapse,
)
from bostoette.services.citizen_page import CitizenPageValues
from bostoette.services.lists import Choice
from bostoette.services.open_citizen import open_citizen
from bostoette.services.practice_in_force import practice_in_force
from bostoette.services.relapse import Relapse

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


@dataclass(frozen=True, slots=True)
class OfferedAdvice:
    """How each form fits a purpose, and the purposes there are."""

    purposes: tuple[Choice, ...]
    purpose: str
    """The id of the one that is advised on."""
    advice: Advice
    good_for: Mapping[ContactForm, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ShownCitizen:
    """All that her page shows as soon as she is chosen."""

    page: CitizenPageValues
    raised: tuple[RaisedPlan, ...]
    relapse: Relapse | None
    noted: int
    """How many of the contacts have a note."""
    news: int
    """How many things the worker has not read."""
    active_goals: int
    follow_ups: tuple[StoredFollowUp, ...]
    advised: OfferedAdvice | None
    """None where support has stopped."""


def shown_citizen(
    session: Session,
    citizen_id: Key,
    worker_id: Key,
    purpose: str,
    today: date,
    *,
    from_minute: int = 0,
) -> ShownCitizen:
    """Return it for the worker who looks; raises PlanError where she is not there any more.

    What is over today by ``from_minute``, in minutes after midnight, is not still to come.
    """
    citizen = open_citizen(session, citizen_id)  # held here, so that nobody reads it again
    page = citizen_page.page_of(session, citizen_id, today, from_minute=from_minute)
    end_of_day = datetime.combine(today, time.max, COPENHAGEN).astimezone(UTC)
    return ShownCitizen(
        page,
        plan_checks.plans_of_citizen(session, citizen_id, today),
        relapse.relapse_of(session, citizen_id),
        citizen_news.number_of_noted(session, citizen_id),
        citizen_news.number_of_news(session, citizen_id, worker_id, end_of_day),
        goals.active_count(session, citizen_id),
        follow_ups.follow_ups_of(session, citizen_id),
        None
        if citizen.status.stops_everything
        else offered_advice(session, citizen_id, worker_id, purpose, today),
    )


def offered_advice(
    session: Session, citizen_id: Key, worker_id: Key, purpose: str, today: date
) -> OfferedAdvice:
    """Return how each form fits a purpose, else the team's first one, with the worker who looks."""
    purposes = lists.purposes(session)
    ids = [str(one.id) for one in purposes]
    settled = purpose if purpose in ids or not ids else ids[0]
    return OfferedAdvice(
        purposes,
        settled,
        advice.advice_for_citizen(session, citizen_id, settled, worker_id, today),
        practice_in_force(session).conditions.good_for,
    )
