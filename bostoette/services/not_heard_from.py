"""Citizens whom nobody has heard from for long: silence does not mean that all is well (P43, N29).

A successful contact is a held one, in whatever form. Who has never been held a contact with is
silent from the first day that something was agreed or planned; of whom there is nothing at all,
nothing is said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact import Contact, ContactCitizen
from bostoette.models.contact_agreement import ContactAgreement
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.practice_rule import NumberName
from bostoette.models.week_contact import CitizenName
from bostoette.services.conditions import conditions_in_force
from bostoette.store.attended import COUNTS

RULE = "P43"
SILENCE_DAYS = NumberName(RULE, "silence_days")


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


def not_heard_from(
    session: Session, today: date, workers: Iterable[Key] | None = None
) -> tuple[SilentCitizen, ...]:
    """Return the citizens without a held contact for the rule's days, the longest silent first.

    ``workers`` are the primary workers whose citizens are looked at; None looks at the whole team.
    Nobody is returned where the rule is switched off, and nobody who is on pause or has stopped.
    """
    rules = conditions_in_force(session).rules
    if not rules.rules[RULE].on:
        return ()
    wanted = None if workers is None else set(workers)
    least = rules.number(SILENCE_DAYS).value
    agreed = _agreed_from(session)
    found = []
    for key, name, initials, code, worker, held, first in _rows(session, today, least):
        since = held or min(filter(None, (first, agreed.get(key))), default=None)
        if since is None or (today - since).days < least or since > today:
            continue
        if wanted is None or worker in wanted:
            citizen = CitizenName(key, name, initials, code)
            found.append(SilentCitizen(citizen, worker, held, (today - since).days))
    return tuple(sorted(found, key=lambda one: (-one.days, one.citizen.name)))


def _rows(session: Session, today: date, least: int) -> Sequence[Any]:
    """Return those without a held contact lately; of most citizens one recent one is enough."""
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
        ).where(Citizen.status == CitizenStatus.ACTIVE, ~lately.exists())
    ).all()


def _agreed_from(session: Session) -> dict[Key, date]:
    rows = session.execute(
        select(ContactAgreement.citizen_id, func.min(ContactAgreement.valid_from)).group_by(
            ContactAgreement.citizen_id
        )
    )
    return {key: day for key, day in rows}  # noqa: C416 - rows are no pairs to mypy
