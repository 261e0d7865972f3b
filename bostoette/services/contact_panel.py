"""One contact as the panel beside the week shows it, and the small things done to it there."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from bostoette.models.citizen_life import PairRelation
from bostoette.models.contact import AgendaItem
from bostoette.models.contact_fields import Participant
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.key import Key
from bostoette.models.long_text import refuse_long
from bostoette.models.panel_contact import (
    AgendaPoint,
    FormDetails,
    LastHeld,
    LinkedContact,
    OpenTask,
    PanelContact,
    PanelWorker,
)
from bostoette.models.remote_contact import REMOTE_TALKS
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import CitizenName
from bostoette.services import phase_outs
from bostoette.services.contacts import open_contact, refuse_if_held, whom
from bostoette.services.relations import pair_of
from bostoette.store.journal import describe
from bostoette.store.life_rows import voices
from bostoette.store.panel_rows import (
    agenda_rows,
    citizen_rows,
    contact_row,
    last_held_row,
    participant_rows,
    replaced_by_row,
    row_to_tell,
    worker_rows,
)


def panel_of(session: Session, contact_id: Key, today: date | None = None) -> PanelContact | None:
    """Return everything the panel says about a contact, in at most a dozen statements.

    None where the contact is not there any more. Only the fields that belong to its form are
    filled. Of what holds ``today``, nothing is said without it.
    """
    row = contact_row(session, contact_id)
    if row is None:
        return None
    citizens = citizen_rows(session, contact_id)
    only = citizens[0].id if len(citizens) == 1 else None
    workers = tuple(PanelWorker(*one) for one in worker_rows(session, contact_id))
    return PanelContact(
        id=row.id,
        version=row.version,
        span=TimeSpan(row.day, row.start, row.minutes),
        form=row.form,
        purpose=row.purpose or "",
        status=row.status,
        status_reason=row.status_reason,
        actual=_actual(row),
        agreed_with_citizen=row.agreed_with_citizen,
        unplanned=row.unplanned,
        plan_b=row.plan_b,
        citizens=tuple(CitizenName(*one[:4]) for one in citizens),
        workers=workers,
        participants=tuple(Participant(*one) for one in participant_rows(session, contact_id)),
        agenda=tuple(AgendaPoint(*one) for one in agenda_rows(session, contact_id)),
        details=_details(row, citizens[0] if citizens else None),
        series_said=_series_said(row),
        instead_of=_instead_of(row),
        replaced_by=_replaced_by(session, row, citizens),
        to_tell=_to_tell(session, contact_id),
        last_held=_last_held(session, row, only),
        variant=row.variant,
        relation=_relation(session, row, only, workers),
        what_matters=_what_matters(session, row, only),
        halted=phase_outs.halted_of(session, only, today) if only and today else "",
    )


def _relation(
    session: Session, row: Any, citizen: Key | None, workers: Sequence[PanelWorker]
) -> PairRelation | None:
    if citizen is None or not workers:
        return None
    return pair_of(session, citizen, workers[0].id, row.day)


def _what_matters(session: Session, row: Any, citizen: Key | None) -> str:
    if citizen is None or row.form not in REMOTE_TALKS:
        return ""
    said = voices(session, (citizen,)).get(citizen)
    return "" if said is None else said.what_matters


def add_agenda(session: Session, contact_id: Key, text: str) -> None:
    """Put a point at the end of the agenda; nothing typed adds nothing.

    Raises PlanError where the text is too long, or holds what looks like a CPR number.
    """
    refuse_cpr(text)
    refuse_long("Punktet", text)
    words = " ".join(text.split())
    if words:
        contact = open_contact(session, contact_id)
        last = max((item.position for item in contact.agenda), default=-1)
        contact.agenda.append(AgendaItem(position=last + 1, text=words))
        describe(session, f"Nyt punkt til {whom(session, contact)}")


def write_plan_b(session: Session, contact_id: Key, text: str) -> None:
    """Say what is done when the form does not work (plan B).

    Raises PlanError where the text is too long, or holds what looks like a CPR number.
    """
    refuse_cpr(text)
    refuse_long("Plan B", text)
    contact = open_contact(session, contact_id)
    if text.strip() != contact.plan_b:
        refuse_if_held(contact)
        contact.plan_b = text.strip()
        describe(session, f"Ret plan B for {whom(session, contact)}")


def agree(session: Session, contact_id: Key, *, agreed: bool) -> None:
    """Note that the citizen has agreed to the time, or has not."""
    contact = open_contact(session, contact_id)
    if contact.agreed_with_citizen is not agreed:
        refuse_if_held(contact)
        contact.agreed_with_citizen = agreed
        who = whom(session, contact)
        describe(session, f"Tiden er aftalt med {who}" if agreed else f"Ikke aftalt med {who}")


def _actual(row: Any) -> TimeSpan | None:
    if row.actual_start is None or row.actual_minutes is None:
        return None
    return TimeSpan(row.day, row.actual_start, row.actual_minutes)


def _details(row: Any, citizen: Any) -> FormDetails:
    """Fill in only what the form asks for; what is missing comes from the citizen."""
    match row.form:
        case ContactForm.PHYSICAL:
            return FormDetails(
                place=row.place, place_text=row.place_text, address=_address(row.place, citizen)
            )
        case ContactForm.PHONE | ContactForm.SMS_CHAT | ContactForm.HOTLINE:
            own = citizen.phone if citizen is not None else ""
            return FormDetails(
                phone=row.phone_number or own,
                phone_is_the_citizens=bool(own) and not row.phone_number,
            )
        case ContactForm.VIDEO | ContactForm.GROUP_ONLINE:
            return FormDetails(platform=row.platform or "", link=row.video_link)
        case _:
            usual = citizen.meeting_point if citizen is not None else ""
            return FormDetails(
                meeting_point=row.meeting_point or usual, bad_weather_plan=row.bad_weather_plan
            )


def _address(place: ContactPlace, citizen: Any) -> str:
    if citizen is None or place is not ContactPlace.HOME:
        return ""
    town = " ".join(part for part in (citizen.postal_code, citizen.town) if part)
    return ", ".join(part for part in (citizen.address, town) if part)


def _series_said(row: Any) -> str:
    if row.every_weeks is None:
        return ""
    return SeriesRule(
        row.every_weeks,
        row.weekdays,
        row.first_day,
        row.series_start,
        row.series_minutes,
        row.until,
        row.series_count,
    ).said()


def _instead_of(row: Any) -> LinkedContact | None:
    if row.before_id is None:
        return None
    span = TimeSpan(row.before_day, row.before_start, row.before_minutes)
    return LinkedContact(row.before_id, span, row.before_form)


def _replaced_by(session: Session, row: Any, citizens: Any) -> LinkedContact | None:
    if row.status is not ContactStatus.CONVERTED or not citizens:
        return None
    found = replaced_by_row(session, row.id, citizens[0].id, row.day)
    if found is None:
        return None
    return LinkedContact(found.id, TimeSpan(found.day, found.start, found.minutes), found.form)


def _to_tell(session: Session, contact_id: Key) -> OpenTask | None:
    found = row_to_tell(session, contact_id)
    return None if found is None else OpenTask(*found)


def _last_held(session: Session, row: Any, citizen: Key | None) -> LastHeld | None:
    found = None
    if citizen is not None:
        found = last_held_row(session, citizen, row.day, row.start, row.id)
    if found is None:
        return None
    day, form, worker, name, initials = found
    return LastHeld(day, form, None if worker is None else PanelWorker(worker, name, initials))
