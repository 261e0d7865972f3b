"""What a contact holds several of: who else is there, and the points of its agenda."""

from bostoette.models.contact import AgendaItem, Contact, ContactParticipant
from bostoette.models.contact_fields import Participant


def participants_of(contact: Contact) -> tuple[Participant, ...]:
    """Return who else is there, in the order of their turns."""
    return tuple(
        Participant(one.name, one.role, one.from_minute, one.until_minute)
        for one in contact.participants
    )


def fill_participants(contact: Contact, wanted: tuple[Participant, ...]) -> None:
    """Take over who else is there; whoever stays keeps role, turn and tick."""
    before = {one.name: one for one in contact.participants}
    kept = [
        before.pop(one.name) if one.name in before else ContactParticipant(name=one.name)
        for one in wanted
    ]
    for position, (row, one) in enumerate(zip(kept, wanted, strict=True)):
        row.position, row.role = position, one.role
        row.from_minute, row.until_minute = one.from_minute, one.until_minute
    contact.participants[:] = kept


def fill_agenda(contact: Contact, texts: tuple[str, ...]) -> None:
    """Take over the agenda; a point that stays keeps its tick."""
    before = list(contact.agenda)
    wanted: list[AgendaItem] = []
    for position, text in enumerate(texts):
        same = next((item for item in before if item.text == text), None)
        if same is None:
            same = AgendaItem(text=text)
        else:
            before.remove(same)
        same.position = position
        wanted.append(same)
    contact.agenda[:] = wanted
