"""Writes the large examples' notes: one for each citizen of nearly every contact that was held."""

from random import Random
from typing import Any

from bostoette.models.agreement import Agreement
from bostoette.models.base import EPOCH
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.note import Note
from bostoette.models.note_kinds import AgreementDoer, AgreementOutcome
from bostoette.planning.demo_contacts import DemoContact
from bostoette.planning.demo_notes import DemoNotes
from bostoette.services.demo_keys import DemoKeys, PeopleKeys, moment_of
from bostoette.store.bulk_writer import BulkWriter
from bostoette.store.demo_note_file import demo_note_words

Row = tuple[Any, ...]

_MISSING = 0.01
_WITH_AGREEMENT = 0.08
_WITH_MORE = 0.25
_TEXTS = ("text", "since_last_text", "did_text", "next_time_text", "observed_text", "told_text")
_NOTE_COLUMNS = (
    *("id", "version", "contact_id", "citizen_id", "author_id", "day", "form", *_TEXTS),
    *("needs_visit", "nothing_to_note", "signed_at", "signed_by"),
)
_AGREEMENT_COLUMNS = (
    *("id", "version", "citizen_id", "note_id", "contact_id", "text", "doer"),
    *("made_on", "made_by", "outcome"),
)
_MICROSECOND = 1_000_000


class NoteRows:
    """Writes notes of contacts as they are handed to it."""

    def __init__(self, keys: PeopleKeys, writer: BulkWriter, version: int, seed: int) -> None:
        self._writer, self._version = writer, version
        self._workers, self._citizens = keys.workers, keys.citizens
        self._keys = DemoKeys(f"{seed} note keys")
        self._chance = Random(f"{seed} notes")  # noqa: S311 - invents notes
        self._texts = DemoNotes(demo_note_words(), self._chance)
        self._notes: list[Row] = []
        self._agreements: list[Row] = []

    def add(self, key: Key, contact: DemoContact) -> None:
        """Write a contact's notes, where it was held."""
        if contact.status is not ContactStatus.HELD or not contact.workers:
            return
        for citizen in contact.item.citizens:
            if self._chance.random() >= _MISSING:
                self._add(key, contact, self._citizens[citizen])

    def flush(self) -> None:
        """Hand them to the file."""
        self._writer.put_plain(Note, _NOTE_COLUMNS, self._notes)
        self._writer.put_plain(Agreement, _AGREEMENT_COLUMNS, self._agreements)
        self._notes.clear()
        self._agreements.clear()

    def _add(self, contact_key: Key, contact: DemoContact, citizen: Key) -> None:
        chance, author, day = self._chance, self._workers[contact.workers[0]], contact.day
        key = self._keys.at(day)
        more = chance.random() < _WITH_MORE
        ended = moment_of(day, contact.start + contact.minutes + 20) - EPOCH
        texts = (
            self._texts.text(),
            "",
            self._texts.sentence() if more else "",
            self._texts.sentence() if more else "",
            "",
            "",
        )
        self._notes.append(
            (
                *(key, self._version, contact_key, citizen, author),
                *(day.isoformat(), contact.form.value, *texts, 0, 0),
                int(ended.total_seconds()) * _MICROSECOND,
                author,
            )
        )
        if chance.random() < _WITH_AGREEMENT:
            self._agreements.append(
                (
                    *(self._keys.at(day), self._version, citizen, key, contact_key),
                    *(self._texts.agreement(), AgreementDoer.BOTH.value, day.isoformat()),
                    *(author, AgreementOutcome.DONE.value),
                )
            )
