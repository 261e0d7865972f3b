"""A typed line is understood against the team's own citizens, agreements and purposes."""

from datetime import date

from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.quick_add import QuickAdd
from bostoette.planning.quick_add import QuickReader
from bostoette.services import agreements, contacts, quick_add
from bostoette.services.desk import Desk
from tests.clock import MONDAY


def test_an_agreed_form_and_length_come_from_the_citizens_agreement(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    line = AgreementLineFields(2, 30, forms=(ContactForm.VIDEO,))
    desk.do(agreements.agree, citizen_id, AgreementFields(date(2026, 1, 1), (line,)))
    add = QuickReader(desk.read(quick_add.known, MONDAY)).understand("Asta tors 10", MONDAY)
    assert isinstance(add, QuickAdd)
    key = desk.do(contacts.create, add.contact(worker_id))
    stored = desk.read(contacts.details, key).fields
    assert (stored.form, stored.span.minutes, stored.citizens) == (
        ContactForm.VIDEO,
        30,
        (citizen_id,),
    )


def test_lengths_and_purposes_are_the_teams(desk: Desk, citizen_id: Key) -> None:
    known = desk.read(quick_add.known, MONDAY)
    assert known.lengths[ContactForm.PHONE] == 15
    assert known.short_minutes == 20
    assert any(purpose.id == "short_follow_up" and purpose.order for purpose in known.purposes)
    assert [one.code for one in known.citizens] == ["AM"]
