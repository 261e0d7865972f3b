from dataclasses import replace
from datetime import date

from bostoette.models.advised_contact import AdvisedContact
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import CitizenName, WeekContact

SPAN = TimeSpan(date(2026, 11, 26), 600, 30)
ONE = AdvisedContact(
    b"a", (b"m", b"k"), "acute", SPAN.day, 600, ContactPlace.CENTRE, b"c", ("safest",)
)


def test_a_filled_in_contact_is_advised_on_for_each_of_its_citizens() -> None:
    fields = ContactFields(
        SPAN, ContactForm.PHONE, "acute", (b"m", b"k"), (b"a", b"b"), place=ContactPlace.CENTRE
    )
    both = AdvisedContact.of_fields(fields, b"c", ("safest",))
    assert both == (ONE, replace(ONE, citizen_id=b"b"))


def test_a_contact_of_the_week_is_advised_on_and_a_hotline_is_not() -> None:
    contact = WeekContact(
        b"c",
        1,
        SPAN.day,
        SPAN.start,
        SPAN.minutes,
        ContactForm.PHONE,
        ContactStatus.PLANNED,
        "acute",
        ContactPlace.CENTRE,
        agreed_with_citizen=False,
        series_id=None,
        workers=(b"m", b"k"),
        citizens=(CitizenName(b"a", "Asta Mortensen", "A.M.", "AM"),),
    )
    assert AdvisedContact.of_week(contact) == (replace(ONE, reason_codes=()),)
    assert AdvisedContact.of_week(contact._replace(citizens=())) == ()
