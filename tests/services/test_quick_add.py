"""A typed line is understood against the team's own citizens, agreements and purposes."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.quick_add import QuickAdd
from bostoette.models.team import Purpose
from bostoette.planning.quick_add import QuickReader
from bostoette.services import agreements, contacts, quick_add
from bostoette.services.desk import Desk
from bostoette.store.journal import describe
from tests.clock import MONDAY


def _add_purposes(session: Session) -> None:
    session.add(Purpose(id="support_conversation", title="Støttesamtale", position=0))
    session.add(Purpose(id="short_follow_up", title="Kort opfølgning", position=1))
    session.add(Purpose(id="own", title="Status", position=2, like="short_follow_up"))
    describe(session, "Formål")


@pytest.fixture(autouse=True)
def purposes(desk: Desk) -> None:
    desk.upkeep(_add_purposes)


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
    orders = {purpose.id: purpose.order for purpose in known.purposes}
    assert orders["own"] == orders["short_follow_up"] != orders["support_conversation"]
    assert [one.code for one in known.citizens] == ["AM"]
