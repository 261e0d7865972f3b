"""What a key file says: whose file it is, the ways in, and whose names are told at the door."""

from dataclasses import dataclass
from typing import Any

from bostoette.models.key_person import KeyPerson
from bostoette.store.key_file_text import FORMAT, FORMAT_WITH_PEOPLE, PROGRAM
from bostoette.store.key_people import PEOPLE
from bostoette.store.key_slot import Slot, SlotKind, canonical
from bostoette.store.key_wrapping import seal


@dataclass(frozen=True, slots=True)
class KeyBody:
    """The slots around one data key, for one database; ``KeyFile`` adds the seal over them."""

    file_id: str
    database_id: str
    """An id in hex that the database carries too, so that the two are known to belong together."""
    slots: tuple[Slot, ...] = ()
    people: tuple[KeyPerson, ...] = ()
    """Whose names are told before anybody is in; nobody's where one person is alone."""

    def slot(self, slot_id: str) -> Slot:
        """Give the slot with an id, or raise KeyError."""
        for slot in self.slots:
            if slot.id == slot_id:
                return slot
        raise KeyError(slot_id)

    def of_kind(self, kind: SlotKind) -> tuple[Slot, ...]:
        """Give the slots of one kind."""
        return tuple(slot for slot in self.slots if slot.kind is kind)

    def slots_of(self, worker: str) -> tuple[Slot, ...]:
        """Give one person's ways in; ``worker`` is her key in hex."""
        return tuple(slot for slot in self.slots if slot.worker == worker)

    def person(self, slot: Slot) -> KeyPerson | None:
        """Give whoever a slot lets in, where several persons are named."""
        return next((one for one in self.people if one.worker == slot.worker), None)

    def keystore_entry(self, slot: Slot) -> str:
        """Give the name under which a key store keeps a slot's secret; nothing personal."""
        return f"{self.file_id}/{slot.id}"

    @property
    def around(self) -> bytes:
        """What every slot's wrapping is bound to, so that none can be moved to another file."""
        return f"{PROGRAM} {FORMAT} {self.file_id} {self.database_id} ".encode()

    @property
    def format_number(self) -> int:
        """The format it is written in; a file of one person stays as it always was."""
        return FORMAT_WITH_PEOPLE if self.people else FORMAT

    def body_to_plain(self) -> dict[str, Any]:
        """Give the body as it stands in the key file."""
        named = {PEOPLE: [person.to_plain() for person in self.people]} if self.people else {}
        return {
            "file_id": self.file_id,
            "database_id": self.database_id,
            "slots": [slot.to_plain() for slot in self.slots],
            **named,
        }

    @classmethod
    def body_from_plain(cls, plain: dict[str, Any], *, format_number: int) -> "KeyBody":
        """Read the body from the key file.

        Raises:
            KeyError, TypeError, ValueError: it is not one.

        """
        file_id, database_id = plain["file_id"], plain["database_id"]
        bytes.fromhex(file_id + database_id)
        slots = tuple(Slot.from_plain(slot) for slot in plain["slots"])
        named = plain[PEOPLE] if format_number == FORMAT_WITH_PEOPLE else ()
        people = tuple(KeyPerson.from_plain(person) for person in named)
        return KeyBody(file_id, database_id, slots, people)

    def seal_with(self, data_key: bytes) -> bytes:
        """Give the code over the whole of it that nobody without the data key can make."""
        whole = {"format": self.format_number, "body": self.body_to_plain()}
        return seal(data_key, canonical(whole))
