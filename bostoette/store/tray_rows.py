"""Questions behind the tray: whose agreements hold around a week, and what is there of contacts.

Every question is one statement whatever the number of citizens; rows pass by the mapper.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import String, bindparam, func, or_, select, type_coerce
from sqlalchemy.orm import Session, aliased

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact import Contact, ContactCitizen, TechLog
from bostoette.models.contact_agreement import AgreementLine, ContactAgreement
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.danish_order import order_key
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.tray_contact import Origin, TimedContact, TrayContact
from bostoette.models.week_contact import CitizenName
from bostoette.store.went_over import WENT_OVER

_before = aliased(Contact)
_FORMS = {form.value: form for form in ContactForm}
_STATUSES = {status.value: status for status in ContactStatus}
_WORKER = func.coalesce(Citizen.primary_worker_id, Citizen.secondary_worker_id)

_AGREEMENTS = (
    select(
        Citizen.id,
        Citizen.name,
        Citizen.initials,
        Citizen.code,
        Citizen.status,
        Citizen.status_since,
        _WORKER,
        ContactAgreement.id,
        ContactAgreement.valid_from,
        ContactAgreement.valid_to,
        ContactAgreement.on_demand,
        AgreementLine.number,
        AgreementLine.minutes,
        AgreementLine.rhythm,
        AgreementLine.every_weeks,
        AgreementLine.forms,
    )
    .join(ContactAgreement, ContactAgreement.citizen_id == Citizen.id)
    .outerjoin(AgreementLine, AgreementLine.agreement_id == ContactAgreement.id)
    .where(
        _WORKER.in_(bindparam("workers", expanding=True)),
        ContactAgreement.valid_from <= bindparam("last"),
        or_(
            ContactAgreement.valid_to.is_(None),
            ContactAgreement.valid_to >= bindparam("first"),
        ),
    )
    .order_by(AgreementLine.position)
)
_CONTACTS = (
    select(
        ContactCitizen.citizen_id,
        Contact.id,
        Contact.day,
        Contact.start,
        Contact.minutes,
        func.coalesce(type_coerce(TechLog.form, String), type_coerce(Contact.form, String)),
        type_coerce(Contact.status, String),
        Contact.unplanned,
        Contact.converted_from,
        _before.day,
        type_coerce(_before.form, String),
    )
    .join(Contact, Contact.id == ContactCitizen.contact_id)
    .outerjoin(_before, _before.id == Contact.converted_from)
    .outerjoin(TechLog, WENT_OVER)
    .where(
        ContactCitizen.citizen_id.in_(bindparam("citizens", expanding=True)),
        ContactCitizen.day.between(bindparam("first"), bindparam("last")),
    )
    .order_by(ContactCitizen.day, Contact.start, Contact.id)
)


class AgreedCitizen(NamedTuple):
    """A citizen with the agreements that hold in a week, and whose tray she lies in."""

    citizen: CitizenName
    status: CitizenStatus
    since: date | None
    worker: Key
    agreements: tuple[AgreementFields, ...]


def agreed_citizens(
    session: Session, workers: Sequence[Key], first: date, last: date
) -> tuple[AgreedCitizen, ...]:
    """Return the workers' citizens by name, with all agreements that hold between two days.

    A citizen lies with the primary worker, or with the secondary one where there is no primary.
    """
    rows = session.connection().execute(
        _AGREEMENTS, {"workers": list(workers), "first": first, "last": last}
    )
    people: dict[Key, Any] = {}
    terms: dict[Key, dict[Key, Any]] = defaultdict(dict)
    lines: dict[Key, list[AgreementLineFields]] = defaultdict(list)
    for found in rows:
        row: Any = found
        people[row[0]] = row
        terms[row[0]][row[7]] = row
        if row[11] is not None:
            lines[row[7]].append(AgreementLineFields(*row[11:16]))
    return tuple(
        AgreedCitizen(
            CitizenName(*row[:4]),
            row[4],
            row[5],
            row[6],
            tuple(
                AgreementFields(term[8], tuple(lines[agreement]), term[10], term[9])
                for agreement, term in terms[key].items()
            ),
        )
        for key, row in sorted(people.items(), key=_by_name)
    )


def _by_name(found: tuple[Key, Any]) -> tuple[Any, Key]:
    """Order by name here: in the statement every comparison would read both names anew."""
    key, row = found
    return order_key(row[1]), key


def contacts_to_count(
    session: Session, citizens: Sequence[Key], first: date, last: date
) -> Mapping[Key, list[TimedContact]]:
    """Return the citizens' contacts between two days, whoever holds them."""
    rows = session.connection().execute(
        _CONTACTS, {"citizens": list(citizens), "first": first, "last": last}
    )
    found: dict[Key, list[TimedContact]] = defaultdict(list)
    for citizen, key, day, start, minutes, form, status, unplanned, before, on, before_form in rows:
        origin = None if before is None else Origin(before, on, _FORMS[before_form])
        contact = TrayContact(key, day, _FORMS[form], _STATUSES[status], unplanned, origin)
        found[citizen].append(TimedContact(contact, TimeSpan(day, start, minutes)))
    return found
