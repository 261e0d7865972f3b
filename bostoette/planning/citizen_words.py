"""What a contact is to the citizen, in plain words: no purpose, no note, no professional word."""

from dataclasses import dataclass

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import MONTHS, WEEKDAYS, from_to

_WHAT = {
    ContactForm.PHYSICAL: "Besøg af {who}",
    ContactForm.PHONE: "{who} ringer til dig",
    ContactForm.VIDEO: "Videosamtale med {who}",
    ContactForm.WALK_TALK: "Gåtur med {who}",
    ContactForm.SMS_CHAT: "{who} skriver til dig",
    ContactForm.GROUP_ONLINE: "Gruppe på skærmen med {who}",
    ContactForm.GROUP_WALK: "Gåhold med {who}",
    ContactForm.HOTLINE: "Du kan ringe til {who}",
}
_ON_SCREEN = (ContactForm.VIDEO, ContactForm.GROUP_ONLINE)
_OUT_WALKING = (ContactForm.WALK_TALK, ContactForm.GROUP_WALK)
_CALLED = (ContactForm.PHONE, ContactForm.SMS_CHAT)


@dataclass(frozen=True, slots=True)
class CitizensContact:
    """One contact as its citizen has to know it; texts empty where nothing is known."""

    form: ContactForm
    span: TimeSpan
    who: str
    """Who comes or calls, by first name."""
    place: ContactPlace
    place_text: str = ""
    phone: str = ""
    platform: str = ""
    meeting_point: str = ""
    bad_weather: str = ""


def when_said(span: TimeSpan) -> str:
    """Say when: ``Torsdag 26. november`` and, on a line of its own, ``kl. 09.00–10.00``."""
    day = span.day
    weekday, month = WEEKDAYS[day.weekday()].capitalize(), MONTHS[day.month - 1]
    return f"{weekday} {day.day}. {month}\nkl. {from_to(span)}"


def lines_about(contact: CitizensContact) -> tuple[str, ...]:
    """Say who, how and where, a line each."""
    what = _WHAT[contact.form].format(who=contact.who or "os")
    return tuple(filter(None, (what[:1].upper() + what[1:], *_where(contact))))


def _where(contact: CitizensContact) -> tuple[str, ...]:
    form = contact.form
    if form in _CALLED:
        return (f"På telefon {contact.phone}" if contact.phone else "",)
    if form in _ON_SCREEN:
        return (f"På {contact.platform}" if contact.platform else "På skærmen",)
    if form in _OUT_WALKING:
        meet = f"I mødes: {contact.meeting_point}" if contact.meeting_point else ""
        rain = f"Hvis vejret er dårligt: {contact.bad_weather}" if contact.bad_weather else ""
        return (meet, rain)
    if form is ContactForm.PHYSICAL:
        return (_visited(contact),)
    return ()


def _visited(contact: CitizensContact) -> str:
    if contact.place is ContactPlace.HOME:
        return "Hjemme hos dig"
    if contact.place is ContactPlace.CENTRE:
        return f"I centeret: {contact.place_text}" if contact.place_text else "I centeret"
    where = contact.place_text or contact.meeting_point
    return f"I mødes: {where}" if where else ""
