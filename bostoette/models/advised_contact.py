"""An AdvisedContact is a contact that a form is to be found for, saved or only thought of."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.key import Key
from bostoette.models.week_contact import WeekContact

if TYPE_CHECKING:
    from bostoette.models.contact import Contact


@dataclass(frozen=True, slots=True)
class AdvisedContact:
    """One contact with one citizen; what lies before it counts, and it never counts itself."""

    citizen_id: Key
    workers: tuple[Key, ...]
    """The first one holds it."""
    purpose_id: str
    day: date
    start: int | None = None
    """Minutes after midnight; where None, earlier days and what was held that day lie before it."""
    place: ContactPlace = ContactPlace.HOME
    contact_id: Key | None = None
    reason_codes: tuple[str, ...] = ()
    """Reasons that were chosen for beginning at a distance (P14)."""

    @staticmethod
    def of_week(contact: WeekContact) -> "tuple[AdvisedContact, ...]":
        """Return what is advised on of a week's contact: it with each of its citizens."""
        return tuple(
            AdvisedContact(
                citizen.id,
                contact.workers,
                contact.purpose_id,
                contact.day,
                contact.start,
                contact.place,
                contact.id,
            )
            for citizen in contact.citizens
        )

    @staticmethod
    def of_stored(contact: "Contact") -> "tuple[AdvisedContact, ...]":
        """Return what is advised on of a contact as it is stored: it with each of its citizens."""
        workers = tuple(part.worker_id for part in contact.workers)
        return tuple(
            AdvisedContact(
                part.citizen_id,
                workers,
                contact.purpose_id,
                contact.day,
                contact.start,
                contact.place,
                contact.id,
                contact.reason_codes,
            )
            for part in contact.citizens
        )

    @staticmethod
    def of_fields(
        fields: ContactFields,
        contact_id: Key | None = None,
        reason_codes: tuple[str, ...] | None = None,
    ) -> "tuple[AdvisedContact, ...]":
        """Return what is advised on of a form as filled in, perhaps not saved yet."""
        return tuple(
            AdvisedContact(
                citizen,
                fields.workers,
                fields.purpose_id,
                fields.span.day,
                fields.span.start,
                fields.place,
                contact_id,
                fields.reason_codes if reason_codes is None else reason_codes,
            )
            for citizen in fields.citizens
        )
