"""Who takes part in a contact with several: consent, and who came (P52, P61, P73)."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.attendance import Attendance
from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact, ContactCitizen
from bostoette.models.contact_form import GROUP_FORMS, ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.group import Group, GroupMember
from bostoette.models.key import Key
from bostoette.models.note import Note
from bostoette.models.plan_error import PlanError
from bostoette.models.week_contact import CitizenName
from bostoette.planning.group_size import size_said
from bostoette.services.conditions import conditions_in_force
from bostoette.services.contacts import hold, open_contact, refuse_if_held, whom
from bostoette.store.journal import describe


def group_of(session: Session, contact_id: Key) -> Group | None:
    """Return who takes part in a group or any contact with several citizens, else None."""
    contact = session.get(Contact, contact_id)
    if contact is None or not (contact.form in GROUP_FORMS or len(contact.citizens) > 1):
        return None
    agreed = _consents(session, contact)
    members = tuple(_member(row, agreed) for row in _rows(session, contact))
    alone = contact.variant is ContactVariant.WEBINAR
    asks = contact.form is ContactForm.GROUP_ONLINE and not alone
    return Group(
        contact.id,
        contact.form,
        contact.variant,
        members,
        _said(session, contact, members, asks=asks),
        asks,
        asks_notes=contact.status is ContactStatus.HELD and not alone,
        may_note_attendance=not contact.status.called_off,
    )


def note(session: Session, contact_id: Key, citizen_id: Key, attendance: Attendance) -> None:
    """Note whether a citizen came; who did not come did not have the contact (P61)."""
    contact = open_contact(session, contact_id)
    part = _part(contact, citizen_id)
    if part.attendance is not attendance:
        _refuse_called_off(contact)
        part.attendance = attendance
        initials = _initials(session, citizen_id)
        describe(session, f"Fremmøde: {initials} {attendance.danish}")


def note_consent(session: Session, contact_id: Key, citizen_id: Key, *, agreed: bool) -> None:
    """Note that a citizen has said yes to being in the group, or takes it back (P73).

    A yes counts for every contact of the group's series, and so does taking it back.
    """
    contact = open_contact(session, contact_id)
    part = _part(contact, citizen_id)
    parts = [part] if agreed else [part, *_others_in_series(session, contact, citizen_id)]
    if any(one.consented is not agreed for one in parts):
        for one in parts:
            one.consented = agreed
        said = "har sagt ja til gruppen" if agreed else "har ikke sagt ja til gruppen"
        describe(session, f"{_initials(session, citizen_id)} {said}")


def hold_delivery(session: Session, contact_id: Key, *, seen: bool) -> None:
    """Note a delivery at the door: they saw each other and talked, or nobody was seen (P52)."""
    contact = open_contact(session, contact_id)
    if contact.variant is not ContactVariant.DELIVERY:
        raise PlanError(
            "Kontakten er ikke en aflevering ved døren. Intet er ændret. Ret først arten."
        )
    refuse_if_held(contact)
    _refuse_called_off(contact)
    for part in contact.citizens:
        part.attendance = Attendance.CAME if seen else Attendance.DID_NOT_COME
    hold(session, contact_id)
    words = "set og talt med" if seen else "ikke set"
    describe(session, f"Aflevering ved døren: {whom(session, contact)} {words}")


def delivery_said(session: Session, contact_id: Key) -> str | None:
    """Return what was noted of a delivery, "" while nothing is; None where it is none."""
    contact = session.get(Contact, contact_id)
    if contact is None or contact.variant is not ContactVariant.DELIVERY:
        return None
    if contact.status is not ContactStatus.HELD:
        return "" if contact.status is ContactStatus.PLANNED else None
    came = any(one.attendance is Attendance.CAME for one in contact.citizens)
    return (
        "Set og talt med: det tæller som et møde ansigt til ansigt."
        if came
        else "Ikke set: det tæller ikke som et møde ansigt til ansigt."
    )


def _rows(session: Session, contact: Contact) -> list[Any]:
    return list(
        session.execute(
            select(
                Citizen.id,
                Citizen.name,
                Citizen.initials,
                Citizen.code,
                ContactCitizen.attendance,
                Note.id.label("note"),
            )
            .join(ContactCitizen, ContactCitizen.citizen_id == Citizen.id)
            .outerjoin(Note, (Note.citizen_id == Citizen.id) & (Note.contact_id == contact.id))
            .where(ContactCitizen.contact_id == contact.id)
            .order_by(ContactCitizen.position)
        )
    )


def _member(row: Any, agreed: frozenset[Key]) -> GroupMember:
    *name, attendance, note = row
    return GroupMember(CitizenName(*name), attendance, row.id in agreed, note is not None)


def _consents(session: Session, contact: Contact) -> frozenset[Key]:
    """Return who has said yes here, or on another contact of the series."""
    own = ContactCitizen.contact_id == contact.id
    same = own if contact.series_id is None else Contact.series_id == contact.series_id
    return frozenset(
        session.scalars(
            select(ContactCitizen.citizen_id)
            .join(Contact, Contact.id == ContactCitizen.contact_id)
            .where(same, ContactCitizen.consented.is_(True))
        )
    )


def _others_in_series(session: Session, contact: Contact, citizen_id: Key) -> list[ContactCitizen]:
    if contact.series_id is None:
        return []
    return list(
        session.scalars(
            select(ContactCitizen)
            .join(Contact, Contact.id == ContactCitizen.contact_id)
            .where(
                Contact.series_id == contact.series_id,
                ContactCitizen.citizen_id == citizen_id,
                ContactCitizen.consented.is_(True),
            )
        )
    )


def _said(
    session: Session, contact: Contact, members: tuple[GroupMember, ...], *, asks: bool
) -> tuple[str, ...]:
    rules = conditions_in_force(session).rules
    said = [size_said(contact.form, contact.variant, len(members), rules)]
    missing = sum(not one.consented for one in members)
    if asks and missing and contact.status is ContactStatus.PLANNED and rules.on(("P73",)):
        who = "Én mangler" if missing == 1 else f"{missing} mangler"
        said.append(f"{who} at sige ja til at være med i gruppen. (P73)")
    return tuple(one for one in said if one)


def _part(contact: Contact, citizen_id: Key) -> ContactCitizen:
    found = next((one for one in contact.citizens if one.citizen_id == citizen_id), None)
    if found is None:
        raise PlanError(
            "Borgeren er ikke længere med i kontakten. Intet er ændret; se kontakten efter igen."
        )
    return found


def _refuse_called_off(contact: Contact) -> None:
    if contact.status.called_off:
        raise PlanError(
            f"Kontakten er {contact.status.danish}, så der er ikke noget fremmøde at notere. "
            "Intet er ændret. Sæt den først tilbage til planlagt, hvis det var en fejl."
        )


def _initials(session: Session, citizen_id: Key) -> str:
    citizen = session.get(Citizen, citizen_id)
    return "" if citizen is None else citizen.initials
