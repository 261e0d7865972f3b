"""A visit on a Monday morning, as typed and as planned."""

import pytest

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.services import contacts
from bostoette.services.desk import Desk
from tests.clock import At


@pytest.fixture
def fields(worker_id: Key, citizen_id: Key, at: At) -> ContactFields:
    return ContactFields(
        span=at(0, "9.00", 60),
        form=ContactForm.PHYSICAL,
        purpose_id="support_conversation",
        workers=(worker_id,),
        citizens=(citizen_id,),
    )


@pytest.fixture
def visit(desk: Desk, fields: ContactFields) -> Key:
    return desk.do(contacts.create, fields)
