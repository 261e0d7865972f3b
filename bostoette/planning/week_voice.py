"""What a week does against what citizens have said: bad times (P84), unwanted places (P53)."""

from collections.abc import Iterator

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.voice_fields import VoiceFields
from bostoette.models.week_contact import WeekContact
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.week_sentence import WeekSentence, at

_OUTDOORS = frozenset({ContactForm.WALK_TALK, ContactForm.GROUP_WALK})


def unfit_times(week: CheckedWeek) -> Iterator[WeekSentence]:
    """Tell what lies outside a citizen's good times, or in a bad one, unless agreed so (P84)."""
    for contact, name, voice in _said(week):
        against = "" if week.is_agreed(contact) else voice.against(contact.span)
        if against:
            yield WeekSentence(
                "P84",
                (contact.id,),
                contact.day,
                f"{at(contact, name)}: {against[:1].lower()}{against[1:]}.",
                "Flyt den til en tid, hvor borgeren har kræfter, eller aftal netop den tid med "
                "borgeren.",
            )


def unwanted_places(week: CheckedWeek) -> Iterator[WeekSentence]:
    """Tell what is held where the citizen does not want to meet (P53)."""
    for contact, name, voice in _said(week):
        place = _place(contact)
        if place is not None and voice.unwanted(place):
            yield WeekSentence(
                "P53",
                (contact.id,),
                contact.day,
                f"{at(contact, name)}: borgeren vil helst ikke mødes »{place.danish.lower()}«.",
                "Vælg et andet sted eller en anden form.",
            )


def fits_citizens(week: CheckedWeek, citizens: tuple[Key, ...], span: TimeSpan) -> bool:
    """Tell whether nothing that these citizens have said speaks against a time."""
    known = (week.known.citizens.get(key) for key in citizens)
    return all(one is None or one.voice.fits(span) for one in known)


def _place(contact: WeekContact) -> ContactPlace | None:
    """Return where a contact is held; None at a distance."""
    if contact.form in _OUTDOORS:
        return ContactPlace.OUTDOORS
    return contact.place if contact.form.travels else None


def _said(week: CheckedWeek) -> Iterator[tuple[WeekContact, str, VoiceFields]]:
    for contact in week.planned:
        for citizen in contact.citizens:
            known = week.known.citizens.get(citizen.id)
            if known is not None and not known.voice.nothing:
                yield contact, citizen.initials, known.voice
