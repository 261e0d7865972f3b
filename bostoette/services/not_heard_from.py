"""Citizens whom nobody has heard from for long: silence does not mean that all is well (P43).

A successful contact is a held one, in whatever form. Who has never been held a contact with is
silent from the first day that something was agreed or planned; of whom there is nothing at all,
nothing is said.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import AgreementRhythm, CitizenStatus
from bostoette.models.contact import Contact, ContactCitizen
from bostoette.models.contact_agreement import AgreementLine, ContactAgreement
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.on_demand import OnDemand
from bostoette.models.practice_rule import NumberName
from bostoette.models.week_contact import CitizenName
from bostoette.services.conditions import conditions_in_force
from bostoette.store.attended import COUNTS

RULE = "P43"
SILENCE_DAYS = NumberName(RULE, "silence_days")
SLACK_DAYS = NumberName(RULE, "rhythm_slack_days")
_WEEK_DAYS, _MONTH_DAYS = 7, 31


@dataclass(frozen=True, slots=True)
class SilentCitizen:
    """One of whom nobody has heard for as long as the rule says."""

    citizen: CitizenName
    worker_id: Key | None
    """Her primary worker."""
    last_held: date | None
    """The day of the last held contact; None where there never was one."""
    days: int
    """How long it has been silent."""
    on_demand: bool = False
    """Whether the citizen makes contact herself, and it is time to do it instead (P77)."""


def not_heard_from(
    session: Session, today: date, workers: Iterable[Key] | None = None
) -> tuple[SilentCitizen, ...]:
    """Return the citizens without a held contact for the rule's days, the longest silent first.

    ``workers`` are the primary workers whose citizens are looked at; None looks at the whole team.
    Who is met more seldom by agreement may be silent until her own rhythm has passed, and who makes
    contact herself for the days agreed with her (P77). Nobody is returned
    where the rule is switched off, and nobody who is on pause or has stopped.
    """
    wanted = None if workers is None else set(workers)
    found = [one for one in _silent(session, today) if wanted is None or one.worker_id in wanted]
    return tuple(sorted(found, key=lambda one: (-one.days, one.citizen.name)))


def silence_of(session: Session, citizen_id: Key, today: date) -> SilentCitizen | None:
    """Return how long one citizen has been silent; None where it is no longer than it may be."""
    return next(_silent(session, today, citizen_id), None)


def _silent(
    session: Session, today: date, citizen_id: Key | None = None
) -> Iterator[SilentCitizen]:
    rules = conditions_in_force(session).rules
    if not rules.rules[RULE].on:
        return
    usual = rules.number(SILENCE_DAYS).value
    alone = _on_demand(session, today)
    own = _rhythms(session, today, usual, rules.number(SLACK_DAYS).value) | alone
    agreed = _agreed_from(session)
    rows = _rows(session, today, min([usual, *own.values()]), citizen_id)
    for key, name, initials, code, worker, held, first in rows:
        since = held or min(filter(None, (first, agreed.get(key))), default=None)
        least = own.get(key, usual)
        if since is None or (today - since).days < least or since > today:
            continue
        citizen = CitizenName(key, name, initials, code)
        yield SilentCitizen(citizen, worker, held, (today - since).days, key in alone)


def _rows(session: Session, today: date, least: int, citizen_id: Key | None) -> Sequence[Any]:
    """Return those without a held contact lately; of most citizens one recent one is enough."""
    only = () if citizen_id is None else (Citizen.id == citizen_id,)
    hers = ContactCitizen.citizen_id == Citizen.id
    held = (
        select(ContactCitizen.day)
        .join(Contact, Contact.id == ContactCitizen.contact_id)
        .where(hers, Contact.status == ContactStatus.HELD, ContactCitizen.day <= today, COUNTS)
        .correlate(Citizen)
    )
    lately = held.where(ContactCitizen.day > today - timedelta(days=least))
    return session.execute(
        select(
            Citizen.id,
            Citizen.name,
            Citizen.initials,
            Citizen.code,
            Citizen.primary_worker_id,
            held.order_by(ContactCitizen.day.desc()).limit(1).scalar_subquery(),
            select(func.min(ContactCitizen.day)).where(hers).correlate(Citizen).scalar_subquery(),
        ).where(Citizen.status == CitizenStatus.ACTIVE, ~lately.exists(), *only)
    ).all()


def _on_demand(session: Session, today: date) -> dict[Key, int]:
    """Return for who makes contact herself how many days she may be silent (P77)."""
    rows = session.execute(
        select(OnDemand.citizen_id, OnDemand.check_in_days).where(
            OnDemand.first_day <= today,
            or_(OnDemand.last_day.is_(None), OnDemand.last_day >= today),
        )
    )
    return {key: days for key, days in rows}  # noqa: C416 - rows are no pairs to mypy


def _rhythms(session: Session, today: date, usual: int, slack: int) -> dict[Key, int]:
    """Return for whom longer between contacts is agreed how many days she may be silent.

    Of several lines the most frequent one counts.
    """
    rows = session.execute(
        select(
            ContactAgreement.citizen_id,
            AgreementLine.rhythm,
            AgreementLine.every_weeks,
            AgreementLine.number,
        )
        .join(AgreementLine, AgreementLine.agreement_id == ContactAgreement.id)
        .where(
            ContactAgreement.valid_from <= today,
            or_(ContactAgreement.valid_to.is_(None), ContactAgreement.valid_to >= today),
        )
    )
    found: dict[Key, int] = {}
    for citizen, rhythm, weeks, number in rows:
        period = _MONTH_DAYS if rhythm is AgreementRhythm.MONTH else _WEEK_DAYS * weeks
        between = max(_WEEK_DAYS, period // number)
        found[citizen] = min(found.get(citizen, between), between)
    return {citizen: max(usual, days + slack) for citizen, days in found.items()}


def _agreed_from(session: Session) -> dict[Key, date]:
    rows = session.execute(
        select(ContactAgreement.citizen_id, func.min(ContactAgreement.valid_from)).group_by(
            ContactAgreement.citizen_id
        )
    )
    return {key: day for key, day in rows}  # noqa: C416 - rows are no pairs to mypy
