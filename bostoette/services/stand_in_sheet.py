"""Vikararket: the least that somebody needs who steps in for a colleague, and no more (P90).

For one citizen's coming contacts, or for all contacts of a worker's day.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.printed_document import Block, Facts, Heading, Paragraph, PrintedDocument
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import from_to, long_day, short_day
from bostoette.models.worker import Worker
from bostoette.services.printed import on_paper
from bostoette.store.stand_in_rows import (
    contacts_of_citizen,
    contacts_of_worker,
    next_time_of,
    open_agreements_of,
    people_of,
)

DAYS_AHEAD = 7
_HIDDEN = "Diskretion er slået til, så adresser, numre og det, folk har skrevet, er ikke med."
_CARE = "Riv arket i stykker eller makulér det, når du er færdig med det."


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the citizens on the sheet."""

    people: dict[Key, Any]
    agreements: dict[Key, list[str]]
    next_time: dict[Key, Any]


def sheet_for_citizen(
    session: Session,
    citizen_id: Key,
    today: date,
    printed_at: datetime,
    *,
    discreet: bool = False,
    example: bool = False,
) -> PrintedDocument:
    """Return the sheet for one citizen and her contacts of the coming days.

    Under discretion it has initials only, and nothing that somebody typed. Raises PlanError
    where she is gone.
    """
    known = _known(session, (citizen_id,))
    if citizen_id not in known.people:
        raise PlanError(
            "Borgeren findes ikke længere. Intet er ændret; se listen over borgere igen."
        )
    last = today + timedelta(days=DAYS_AHEAD - 1)
    contacts = contacts_of_citizen(session, citizen_id, today, last)
    person = known.people[citizen_id]
    blocks: list[Block] = [Facts(_about(person, known, discreet=discreet))]
    blocks.append(Heading(f"Planlagt til og med {short_day(last)}"))
    if not contacts:
        blocks.append(Paragraph("Ingen kontakter i de dage."))
    for contact in contacts:
        blocks += _contact(contact, person, discreet=discreet)
    title = f"Vikarark · {_who(person, discreet=discreet)}"
    return _sheet(session, title, blocks, printed_at, discreet=discreet, example=example)


def sheet_for_day(
    session: Session,
    worker_id: Key,
    day: date,
    printed_at: datetime,
    *,
    discreet: bool = False,
    example: bool = False,
) -> PrintedDocument:
    """Return the sheet for all that is planned for a worker on a day, in order of time."""
    contacts = contacts_of_worker(session, worker_id, day)
    known = _known(session, tuple(dict.fromkeys(one.citizen_id for one in contacts)))
    blocks: list[Block] = [] if contacts else [Paragraph("Der er ingen kontakter den dag.")]
    told: set[Key] = set()
    for contact in contacts:
        person = known.people[contact.citizen_id]
        blocks += _contact(contact, person, discreet=discreet, named=True)
        if contact.citizen_id not in told:
            blocks.append(Facts(_about(person, known, discreet=discreet)))
        told.add(contact.citizen_id)
    worker = session.get(Worker, worker_id)
    whose = "" if worker is None else f" · {worker.initials}"
    title = f"Vikarark · {long_day(day)}{whose}"
    return _sheet(session, title, blocks, printed_at, discreet=discreet, example=example)


def _sheet(
    session: Session,
    title: str,
    blocks: list[Block],
    printed_at: datetime,
    *,
    discreet: bool,
    example: bool,
) -> PrintedDocument:
    return on_paper(
        session,
        title,
        tuple(blocks),
        printed_at,
        lead=_HIDDEN if discreet else _CARE,
        discreet=discreet,
        names=not discreet,
        example=example,
    )


def _known(session: Session, citizens: tuple[Key, ...]) -> _Known:
    agreements: dict[Key, list[str]] = defaultdict(list)
    for one in open_agreements_of(session, citizens):
        due = f" (inden {short_day(one.due)})" if one.due else ""
        agreements[one.citizen_id].append(f"{one.doer.danish}: {one.text}{due}")
    return _Known(people_of(session, citizens), agreements, next_time_of(session, citizens))


def _who(person: Any, *, discreet: bool) -> str:
    return str(person.initials if discreet else person.name)


def _about(person: Any, known: _Known, *, discreet: bool) -> tuple[tuple[str, str], ...]:
    """Say what matters about a citizen: only what there is something to say of."""
    risk = person.risk_level.danish if person.risk_level is not None else ""
    facts = [("Risiko", risk), ("Ring til", _whom_to_call(person, discreet=discreet))]
    if not discreet:
        open_ones = known.agreements.get(person.id, [])
        later = known.next_time.get(person.id)
        facts = [
            ("Når vi mødes og skilles", person.what_matters or ""),
            *facts,
            ("Borgerens telefon", person.phone),
            ("Åbne aftaler", "\n".join(f"• {line}" for line in open_ones)),
            (
                "Til næste gang",
                "" if later is None else f"{later.next_time_text} ({short_day(later.day)})",
            ),
        ]
    return tuple((label, said) for label, said in facts if said)


def _whom_to_call(person: Any, *, discreet: bool) -> str:
    """Name the workers who know her, with their numbers."""
    said = []
    for kind in ("primary", "secondary"):
        name, initials, phone = (
            getattr(person, f"{kind}_{field}") for field in ("name", "initials", "phone")
        )
        if name:
            said.append(" ".join(filter(None, (initials if discreet else name, phone))))
    return "\nellers ".join(said)


def _contact(
    contact: Any, person: Any, *, discreet: bool, named: bool = False
) -> tuple[Block, ...]:
    span = TimeSpan(contact.day, contact.start, contact.minutes)
    when = from_to(span) if named else f"{short_day(span.day).capitalize()} {from_to(span)}"
    who = f" · {_who(person, discreet=discreet)}" if named else ""
    facts = [("Hvor", _where(contact, person, discreet=discreet))]
    if not discreet:
        facts += [("Dårligt vejr", contact.bad_weather_plan), ("Plan B", contact.plan_b)]
    kept = tuple((label, said) for label, said in facts if said)
    return Heading(f"{when} · {contact.form.short_name}{who}"), Facts(kept)


def _where(contact: Any, person: Any, *, discreet: bool) -> str:
    """Say where it is held; under discretion only what sort of place it is."""
    form = contact.form
    if form in {ContactForm.PHONE, ContactForm.SMS_CHAT, ContactForm.HOTLINE}:
        number = "" if discreet else contact.phone_number or person.phone
        return f"På telefon {number}".strip()
    if form in {ContactForm.VIDEO, ContactForm.GROUP_ONLINE}:
        link = "" if discreet else contact.video_link
        return " · ".join(filter(None, (contact.platform or "På skærmen", link)))
    walks = form in {ContactForm.WALK_TALK, ContactForm.GROUP_WALK}
    place = (ContactPlace.OUTDOORS if walks else contact.place).danish
    if discreet:
        return str(place)
    if walks:
        return contact.meeting_point or person.meeting_point or str(place)
    if contact.place is ContactPlace.HOME:
        town = " ".join(filter(None, (person.postal_code, person.town)))
        return ", ".join(filter(None, (person.address, town))) or str(place)
    return ": ".join(filter(None, (place, contact.place_text)))
