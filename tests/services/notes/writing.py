"""What tests of notes do again and again."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.note_fields import NoteFields
from bostoette.services import notes
from bostoette.services.desk import Desk
from tests.clock import MONDAY
from tests.services.remote_hands import plan

TODAY = MONDAY + timedelta(days=1)
NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)


def sign(desk: Desk, contact: Key, citizen: Key, fields: NoteFields, **more: Any) -> Key:
    """Sign a note today at noon, in the name of whoever sits at the desk."""
    signing: dict[str, Any] = {"by": desk.actor_id, "at": NOON, "today": TODAY} | more
    return desk.do(notes.sign, contact, citizen, fields, **signing)


def noted(
    desk: Desk,
    citizen: Key,
    fields: NoteFields | None = None,
    *,
    form: ContactForm = ContactForm.PHYSICAL,
    day: date = MONDAY,
    at: datetime = NOON,
) -> Key:
    """Hold a contact and sign its note; return the note's key."""
    contact = plan(desk, citizen, form, day)
    return sign(
        desk, contact, citizen, fields or NoteFields("Ryddet op"), at=at, today=max(day, TODAY)
    )
