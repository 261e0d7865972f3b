"""A citizen and a worker who have met, so that nothing speaks against the phone (P11, P12)."""

from datetime import timedelta

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.services import contacts
from bostoette.services.desk import Desk
from tests.clock import MONDAY

TWO_WEEKS_AGO = MONDAY - timedelta(days=14)


def meet(desk: Desk, citizen: Key, worker: Key) -> Key:
    """Let them have met at home two weeks ago; nothing that can be undone."""
    visit = ContactFields(
        TimeSpan(TWO_WEEKS_AGO, 600, 60), ContactForm.PHYSICAL, "acute", (worker,), (citizen,)
    )
    return desk.upkeep(contacts.create, visit)
