"""What a person can do with contacts: plan, open, move, change form, cancel, hold, delete."""

from dataclasses import replace
from datetime import date

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact
from bostoette.models.contact_fields import ContactDetails, ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.export_receipt import ExportedEvent
from bostoette.models.goal import ContactGoal
from bostoette.models.key import Key
from bostoette.models.note import Note
from bostoette.models.plan_error import PlanError
from bostoette.models.team import ApprovedPlatform
from bostoette.models.timespan import DAY_MINUTES, TimeSpan
from bostoette.models.wording import WEEKDAYS, clock, listed
from bostoette.services import (
    drafts,
    note_follow_up,
    relapse,
    silence_tasks,
    status_meetings,
    tasks,
)
from bostoette.services.contact_lists import fill_agenda, fill_participants, participants_of
from bostoette.services.drafts import DraftOf
from bostoette.services.open_citizen import refuse_stopped
from bostoette.services.stale import check_version
from bostoette.services.usual_video import with_usual_video
from bostoette.store.journal import describe

PLAIN_FIELDS = (
    "form",
    "purpose_id",
    "form_reason",
    "place",
    "place_text",
    "phone_number",
    "video_platform_id",
    "video_link",
    "meeting_point",
    "bad_weather_plan",
    "plan_b",
    "override_reason",
    "reason_codes",
    "agreed_with_citizen",
    "unplanned",
    "variant",
    "meeting_aim",
    "meeting_flags",
)


def create(session: Session, fields: ContactFields, draft: DraftOf | None = None) -> Key:
    """Plan a new contact, and let go of its draft; return its key.

    Raises PlanError where its platform is none that the leader has approved (P66).
    """
    _forget(session, draft)
    _refuse_other_platforms(session, fields)
    refuse_stopped(session, fields.citizens, fields.span.day)
    contact = new_contact(fields)
    session.add(contact)
    session.flush()
    status_meetings.answered(session, contact)
    describe(session, contact.variant.made_with(whom(session, contact)))
    return contact.id


def new_contact(fields: ContactFields) -> Contact:
    """Make a contact of what was filled in, not yet part of any session."""
    contact = Contact(status=ContactStatus.PLANNED)
    contact.plan_at(fields.span)
    fill(contact, fields)
    return contact


def change(
    session: Session,
    contact_id: Key,
    version: int,
    fields: ContactFields,
    draft: DraftOf | None = None,
) -> None:
    """Save what was changed in the form; raises ChangedMeanwhile when it is stale.

    The draft goes with the save, and stays when the save is refused. Raises PlanError where the
    platform is none that the leader has approved (P66).
    """
    _forget(session, draft)
    _refuse_other_platforms(session, fields)
    contact = open_contact(session, contact_id)
    check_version(contact.version, version)
    if fields.form is not contact.form or _elsewhere(contact, fields):
        refuse_if_noted(session, contact_id)
    contact.plan_at(fields.span)
    fill(contact, fields)
    status_meetings.answered(session, contact)
    describe(session, f"Ret kontakt med {whom(session, contact)}")


def details(session: Session, contact_id: Key) -> ContactDetails:
    """Return everything about one contact."""
    contact = open_contact(session, contact_id)
    return ContactDetails(
        contact.id,
        contact.version,
        fields_of(contact),
        contact.status,
        contact.status_reason,
        contact.actual_start,
        contact.actual_minutes,
        contact.series_id,
    )


def fields_of(contact: Contact) -> ContactFields:
    """Return what is filled in about a contact."""
    return ContactFields(
        span=contact.span,
        workers=tuple(part.worker_id for part in contact.workers),
        citizens=tuple(part.citizen_id for part in contact.citizens),
        participants=participants_of(contact),
        agenda=tuple(item.text for item in contact.agenda),
        **{name: getattr(contact, name) for name in PLAIN_FIELDS},
    )


def move(session: Session, contact_id: Key, to: TimeSpan) -> None:
    """Plan an existing contact at another time or with another length."""
    contact = open_contact(session, contact_id)
    refuse_if_held(contact)
    before = contact.span
    if to == before:
        return
    with session.no_autoflush:  # written once, not before each of its parts is read
        contact.plan_at(to)
        who = whom(session, contact)
    if to.day != before.day:
        describe(session, f"Flyt {who} til {WEEKDAYS[to.day.weekday()]}")
    elif to.start != before.start:
        describe(session, f"Flyt {who} til kl. {clock(to.start)}")
    else:
        describe(session, f"Ret længden for {who}")


def change_form(session: Session, contact_id: Key, form: ContactForm) -> None:
    """Hold the contact in another form; what was typed for the old form is kept."""
    contact = open_contact(session, contact_id)
    refuse_if_held(contact)
    if form is not contact.form:
        contact.form = form
        describe(session, f"Ret {whom(session, contact)} til {form.full_name}")


def cancel(session: Session, contact_id: Key, status: ContactStatus, reason: str) -> None:
    """Call a contact off, or note that the citizen did not come (P85).

    Raises PlanError where the reason holds what looks like a CPR number.
    """
    refuse_cpr(reason)
    contact = open_contact(session, contact_id)
    refuse_if_held(contact)
    if status in {ContactStatus.PLANNED, ContactStatus.HELD}:
        message = f"{status} does not call a contact off"
        raise ValueError(message)
    contact.status, contact.status_reason = status, reason.strip()
    describe(session, _ACTS[status].format(whom(session, contact)))


def convert(
    session: Session,
    contact_id: Key,
    *,
    form: ContactForm,
    to: TimeSpan,
    reason: str,
    new_visit: TimeSpan | None = None,
) -> Key:
    """Hold a contact in another form at another time instead of calling it off (P24).

    The contact itself stays, marked as converted, with the reason; a new one stands at ``to``.
    With ``new_visit`` the same contact is planned once more at that time. Returns the new
    contact's key. Raises PlanError where the contact is not planned any more, or has the form.
    """
    refuse_cpr(reason)
    refuse_unplanned(session, contact_id)
    contact = open_contact(session, contact_id)
    if contact.form is form:
        raise PlanError(
            f"Kontakten er allerede en {form.full_name}. Intet er ændret. "
            "Flyt den til den nye tid i stedet."
        )
    contact.status, contact.status_reason = ContactStatus.CONVERTED, reason.strip()
    again = replace(fields_of(contact), agreed_with_citizen=False, unplanned=False)
    other = replace(again, form=form, form_reason=None, override_reason="")
    if form is ContactForm.VIDEO:
        other = with_usual_video(session, other)
    instead = new_contact(replace(other, span=to, participants=()))
    instead.converted_from = contact.id
    _serve_the_same(contact, instead)
    session.add(instead)
    if new_visit is not None:
        visit = new_contact(replace(again, span=new_visit, participants=()))
        _serve_the_same(contact, visit)
        session.add(visit)
    session.flush()
    describe(session, f"Omlæg {whom(session, contact)} til {form.full_name}")
    return instead.id


def refuse_unplanned(session: Session, contact_id: Key) -> None:
    """Raise PlanError for a contact that is not planned any more: it is not converted (P24)."""
    status = open_contact(session, contact_id).status
    if status is not ContactStatus.PLANNED:
        raise PlanError(
            f"Kontakten er {status.danish}, og kun en planlagt kontakt kan omlægges. "
            "Intet er ændret. Sæt den først tilbage til planlagt, hvis det var en fejl."
        )


def plan_again(session: Session, contact_id: Key) -> None:
    """Take a cancellation, a no-show or a held mark back, by a change of its own.

    Raises PlanError where a note of it is signed: it has happened.
    """
    refuse_if_noted(session, contact_id)
    contact = open_contact(session, contact_id)
    refuse_stopped(session, (part.citizen_id for part in contact.citizens), contact.day)
    contact.status, contact.status_reason = ContactStatus.PLANNED, ""
    contact.actual_start = contact.actual_minutes = None
    describe(session, f"Til planlagt igen: {whom(session, contact)}")


def refuse_before_its_day(session: Session, contact_id: Key, today: date) -> None:
    """Raise PlanError for a contact that lies ahead: it has neither been held nor missed."""
    if open_contact(session, contact_id).day > today:
        raise PlanError(
            "Kontakten ligger på en senere dag, så den kan ikke være afholdt eller udeblevet "
            "endnu. Intet er ændret. Flyt den til dagen, den blev holdt, eller vent."
        )


def refuse_before_it_began(session: Session, contact_id: Key, today: date, minute: int) -> None:
    """Raise PlanError for a contact that begins later: it has not been held.

    ``minute`` is the time of day, in minutes after midnight.
    """
    refuse_before_its_day(session, contact_id, today)
    contact = open_contact(session, contact_id)
    if contact.span.begins_later(today, minute):
        raise PlanError(
            f"Kontakten begynder først kl. {clock(contact.start)}, så den kan ikke være afholdt "
            "endnu. Intet er ændret. Blev den holdt før, så flyt den til den tid, eller vent."
        )


def hold(session: Session, contact_id: Key, actual: TimeSpan | None = None) -> None:
    """Note that the contact was held, at the planned time unless told otherwise (P85)."""
    contact = open_contact(session, contact_id)
    contact.status, contact.status_reason = ContactStatus.HELD, ""
    held = actual or contact.span
    contact.actual_start, contact.actual_minutes = held.start, held.minutes
    relapse.met_again(session, contact)
    note_follow_up.visited(session, contact)
    silence_tasks.heard(session, contact)
    describe(session, f"Afholdt: {whom(session, contact)}")


def may_delete(session: Session, contact_id: Key) -> bool:
    """Tell whether a contact may vanish: neither agreed with the citizen, held, nor exported."""
    contact = open_contact(session, contact_id)
    exported = session.scalar(select(exists().where(ExportedEvent.contact_id == contact_id)))
    return not (
        contact.agreed_with_citizen or exported or contact.status is not ContactStatus.PLANNED
    )


def delete(session: Session, contact_id: Key) -> None:
    """Delete a contact; a held one is part of the record and stays."""
    contact = open_contact(session, contact_id)
    refuse_if_held(contact)
    who = whom(session, contact)
    tasks.let_go_of(session, contact_id)
    session.delete(contact)
    describe(session, f"Slet kontakt med {who}")


def duplicate(session: Session, contact_id: Key) -> Key:
    """Plan the same contact once more, right after itself."""
    contact = open_contact(session, contact_id)
    fields = fields_of(contact)
    span = fields.span
    refuse_stopped(session, fields.citizens, span.day)
    start = min(span.end, DAY_MINUTES - span.minutes)
    copy = new_contact(fields)
    copy.plan_at(TimeSpan(span.day, start, span.minutes))
    copy.agreed_with_citizen = False
    _serve_the_same(contact, copy)
    session.add(copy)
    session.flush()
    describe(session, f"Kopiér {whom(session, copy)}")
    return copy.id


def _serve_the_same(contact: Contact, other: Contact) -> None:
    """Let a contact that comes of another one serve the same goals."""
    other.goals[:] = [ContactGoal(goal_id=link.goal_id) for link in contact.goals]


def whom(session: Session, contact: Contact) -> str:
    """Say whom a contact is with, by initials."""
    found = [session.get(Citizen, part.citizen_id) for part in contact.citizens]
    initials = listed(citizen.initials for citizen in found if citizen)
    return initials or contact.variant.alone.lower()


_ACTS = {
    ContactStatus.CANCELLED_BY_CITIZEN: "Aflys {} (af borgeren)",
    ContactStatus.CANCELLED_BY_US: "Aflys {} (af os)",
    ContactStatus.NO_SHOW: "Udeblevet: {}",
    ContactStatus.CONVERTED: "Omlæg {}",
}


def open_contact(session: Session, contact_id: Key) -> Contact:
    """Return a contact; raises PlanError where it is not there any more."""
    contact = session.get(Contact, contact_id)
    if contact is None:
        raise PlanError(
            "Kontakten findes ikke længere. Andet er ikke ændret; se ugen efter en gang til."
        )
    return contact


def refuse_if_held(contact: Contact) -> None:
    """Raise PlanError for a contact that is held: it belongs to what has happened (P85)."""
    if contact.status is ContactStatus.HELD:
        raise PlanError(
            "Kontakten er afholdt og hører til det, der er sket, så den står fast. "
            "Intet er ændret. Sæt den først tilbage til planlagt, hvis det var en fejl."
        )


def refuse_if_noted(session: Session, contact_id: Key) -> None:
    """Raise PlanError for a contact of which a note is signed: it stands fast (P90)."""
    if session.scalar(select(exists().where(Note.contact_id == contact_id))):
        raise PlanError(
            "Der er underskrevet et notat ved kontakten, så den er holdt og står fast. "
            "Intet er ændret. Skriv en tilføjelse til notatet, hvis noget skal rettes."
        )


def _elsewhere(contact: Contact, fields: ContactFields) -> bool:
    """Tell whether the form moves the contact to another day, or takes a citizen out of it."""
    leaving = {part.citizen_id for part in contact.citizens} - set(fields.citizens)
    return bool(leaving) or fields.span.day != contact.day


def _refuse_other_platforms(session: Session, fields: ContactFields) -> None:
    chosen = fields.video_platform_id
    if chosen is not None and session.get(ApprovedPlatform, chosen) is None:
        raise PlanError(
            "Platformen er ikke blandt dem, jeres leder har godkendt. Intet er gemt endnu, og det "
            "skrevne står der stadig. Vælg en af de godkendte platforme."
        )


def _forget(session: Session, draft: DraftOf | None) -> None:
    if draft is not None:
        drafts.forget(session, draft)


def fill(contact: Contact, fields: ContactFields) -> None:
    """Take over everything that was filled in, except when the contact is.

    Raises PlanError where something looks like a CPR number.
    """
    fields.check()
    for name in PLAIN_FIELDS:
        setattr(contact, name, getattr(fields, name))
    contact.set_people(fields.workers, fields.citizens)
    if participants_of(contact) != fields.participants:
        fill_participants(contact, fields.participants)
    if [item.text for item in contact.agenda] != list(fields.agenda):
        fill_agenda(contact, fields.agenda)
