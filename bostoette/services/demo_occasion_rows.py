"""Writes the example's occasions: groups, meetings, duties, with who came and who does what."""

import json
from random import Random
from typing import Any

from bostoette.models.attendance import Attendance, MeetingDuty
from bostoette.models.contact import Contact, ContactCitizen, ContactParticipant, ContactWorker
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.demo_team import DemoOccasion
from bostoette.models.key import Key
from bostoette.planning.demo_contacts import DemoContact
from bostoette.services.demo_keys import DemoKeys, PeopleKeys
from bostoette.store.bulk_writer import BulkWriter

Row = tuple[Any, ...]

CONTACT_COLUMNS = (
    *("id", "version", "purpose_id", "form", "form_reason", "day", "start", "minutes", "place"),
    *("place_text", "phone_number", "video_platform_id", "video_link", "meeting_point"),
    *("bad_weather_plan", "plan_b", "status", "status_reason", "agreed_with_citizen", "unplanned"),
    *("actual_start", "actual_minutes", "converted_from", "series_id", "series_day"),
    "override_reason",
)
"""The columns of every contact of the example, in the order of its rows."""
_SEAT = ("attendance", "duty", "turn")
_STAYS_AWAY = 0.15
_GROUP_FROM = 3


class OccasionRows:
    """Writes occasions as they are handed to it."""

    def __init__(self, keys: PeopleKeys, writer: BulkWriter, seed: int) -> None:
        self._writer, self._people = writer, keys
        self._keys = DemoKeys(f"{seed} occasion keys")
        self._chance = Random(f"{seed} occasions")  # noqa: S311 - invents who came
        self._contacts: list[Row] = []
        self._by_worker: list[Row] = []
        self._by_citizen: list[Row] = []
        self._participants: list[Row] = []

    def add(self, key: Key, row: Row, contact: DemoContact, occasion: DemoOccasion) -> list[int]:
        """Write one of an occasion's contacts, of which the ordinary columns are filled in.

        Return who came to a group that is noted for each, by their places in the cast.
        """
        flags = json.dumps([flag.value for flag in occasion.flags])
        self._contacts.append((*row, occasion.variant.value, occasion.aim, flags))
        self._add_workers(key, contact, occasion.variant)
        came = self._add_citizens(key, contact, occasion.variant)
        self._add_participants(key, contact, occasion)
        group = len(contact.item.citizens) >= _GROUP_FROM
        return came if group and occasion.variant is ContactVariant.ORDINARY else []

    def flush(self) -> int:
        """Hand them to the file; return how many contacts they were."""
        put, written = self._writer.put_plain, len(self._contacts)
        put(Contact, (*CONTACT_COLUMNS, "variant", "meeting_aim", "meeting_flags"), self._contacts)
        part = ("contact_id", "day", "position", *_SEAT)
        put(ContactWorker, (*part, "worker_id"), self._by_worker)
        put(ContactCitizen, (*part, "citizen_id", "consented"), self._by_citizen)
        columns = ("id", "contact_id", "position", "name", "role", "from_minute", "until_minute")
        put(ContactParticipant, (*columns, *_SEAT), self._participants)
        for rows in (self._contacts, self._by_worker, self._by_citizen, self._participants):
            rows.clear()
        return written

    def _add_workers(self, key: Key, contact: DemoContact, variant: ContactVariant) -> None:
        for at, place in enumerate(contact.workers):
            duty = MeetingDuty.CHAIR if variant.is_meeting and not at else MeetingDuty.NONE
            if variant.for_staff and at == 1:
                duty = MeetingDuty.MINUTES
            seat = (self._came(contact, noted=variant.is_meeting), duty.value)
            turn = at + 1 if variant.is_meeting else 0
            row = (key, contact.day.isoformat(), at, *seat, turn, self._people.workers[place])
            self._by_worker.append(row)

    def _add_citizens(self, key: Key, contact: DemoContact, variant: ContactVariant) -> list[int]:
        citizens, before = contact.item.citizens, len(contact.workers)
        present = []
        group = len(citizens) >= _GROUP_FROM
        noted = group or variant is not ContactVariant.ORDINARY
        consents = contact.form is ContactForm.GROUP_ONLINE and (
            variant is not ContactVariant.WEBINAR
        )
        for at, place in enumerate(citizens):
            came = self._came(contact, noted=noted, may_stay_away=group)
            turn = before + at + 1 if variant.is_meeting else 0
            seat = (came, MeetingDuty.NONE.value, turn)
            citizen = self._people.citizens[place]
            self._by_citizen.append((key, contact.day.isoformat(), at, *seat, citizen, consents))
            if came == Attendance.CAME.value:
                present.append(place)
        return present

    def _add_participants(self, key: Key, contact: DemoContact, occasion: DemoOccasion) -> None:
        variant, before = occasion.variant, len(contact.workers) + len(contact.item.citizens)
        last = len(occasion.participants) - 1
        for at, one in enumerate(occasion.participants):
            minutes = variant.is_meeting and at == last
            duty = MeetingDuty.MINUTES if minutes else MeetingDuty.NONE
            seat = (
                self._came(contact, noted=variant.is_meeting),
                duty.value,
                before + at + 1 if variant.is_meeting else 0,
            )
            times = (contact.start + one.start, contact.start + one.end)
            self._participants.append(
                (self._keys.at(contact.day), key, at, one.name, one.role, *times, *seat)
            )

    def _came(self, contact: DemoContact, *, noted: bool, may_stay_away: bool = False) -> str:
        """Say whether somebody came to what was held."""
        if not noted or contact.status is not ContactStatus.HELD:
            return Attendance.NOT_NOTED.value
        away = may_stay_away and self._chance.random() < _STAYS_AWAY
        return (Attendance.DID_NOT_COME if away else Attendance.CAME).value
