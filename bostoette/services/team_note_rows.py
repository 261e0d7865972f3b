"""Gives the example team believable notes of the last weeks, some of them still missing."""

from collections.abc import Iterable
from datetime import timedelta
from random import Random
from typing import Any

from bostoette.models.agreement import Agreement, AgreementAnswer
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.demo_team import DemoSize
from bostoette.models.key import Key
from bostoette.models.note import CitizenSummary, Note, SentenceTemplate
from bostoette.models.note_kinds import (
    AgreementDoer,
    AgreementOutcome,
    Certainty,
    GivenHow,
    HomeImpression,
    SeenOrTold,
)
from bostoette.planning.demo_contacts import DemoContact
from bostoette.planning.demo_people import Cast
from bostoette.services.demo_keys import DemoKeys, PeopleKeys, moment_of
from bostoette.store.bulk_writer import BulkWriter

_WEEKS = 10
_MISSING_DAYS = 1
"""What was held yesterday or today has no note yet."""
_MISSING = 0.02
_LATE_DAYS = 2
_ONE_LATE_IN = 11
"""One note in so many was written too late."""
_AGREES = 0.4
_OPEN_DAYS = 9
_CARRIED_DAYS = 3
_WORDS = {
    ContactForm.PHYSICAL: "physical",
    ContactForm.PHONE: "phone",
    ContactForm.VIDEO: "video",
    ContactForm.WALK_TALK: "walk",
    ContactForm.GROUP_WALK: "group",
    ContactForm.GROUP_ONLINE: "group",
}


class TeamNoteRows:
    """Writes notes of the contacts it is told of; only the small team has them."""

    def __init__(self, cast: Cast, keys: PeopleKeys, writer: BulkWriter, seed: int) -> None:
        self._cast, self._people, self._writer = cast, keys, writer
        self._keys = DemoKeys(f"{seed} note keys")
        self._chance = Random(f"{seed} notes")  # noqa: S311 - invents notes
        self._wanted = cast.size is DemoSize.TEAM
        self._notes: list[dict[str, Any]] = []
        self._agreements: list[dict[str, Any]] = []
        self._answers: list[dict[str, Any]] = []
        self._summaries: list[dict[str, Any]] = []

    def add(self, contact_id: Key, contact: DemoContact) -> None:
        """Note a held contact with one citizen, unless it is too old or too fresh."""
        age = (self._cast.today - contact.day).days
        if len(contact.item.citizens) != 1 or not self._wants(contact, age):
            return
        if self._chance.random() < _MISSING:
            return
        note = self._note(contact_id, contact, age, contact.item.citizens[0])
        self._notes.append(note)
        if self._chance.random() < _AGREES:
            self._agree(note, contact, age)

    def add_group(self, contact_id: Key, contact: DemoContact, came: Iterable[int]) -> None:
        """Note a group's contact for each who came, by their places in the cast."""
        age = (self._cast.today - contact.day).days
        if self._wants(contact, age):
            self._notes += [self._note(contact_id, contact, age, one) for one in came]

    def write(self) -> None:
        """Hand everything to the file, and the team's sentences with it."""
        if not self._wanted:
            return
        for kind, rows in (
            (Note, self._notes),
            (Agreement, self._agreements),
            (AgreementAnswer, self._answers),
            (CitizenSummary, self._summaries),
        ):
            self._writer.put(kind, rows)
        sentences = [
            {"id": self._keys.at(self._cast.today), "version": 1, "text": text, "position": place}
            for place, text in enumerate(self._cast.team.notes.sentences)
        ]
        self._writer.put(SentenceTemplate, sentences)

    def _wants(self, contact: DemoContact, age: int) -> bool:
        held = contact.status is ContactStatus.HELD and contact.form in _WORDS
        return self._wanted and held and _MISSING_DAYS < age <= _WEEKS * 7

    def _note(
        self, contact_id: Key, contact: DemoContact, age: int, citizen: int
    ) -> dict[str, Any]:
        chance, texts, form = self._chance, self._cast.team.notes, contact.form
        worker = self._people.workers[contact.workers[0]]
        signed = moment_of(contact.day, contact.start + contact.minutes + 20)
        if age > _LATE_DAYS and not contact_id[-1] % _ONE_LATE_IN:
            signed += timedelta(days=_LATE_DAYS)
        carried = age > _CARRIED_DAYS
        visit = form is ContactForm.PHYSICAL
        says_next = chance.random() < _AGREES
        return {
            "id": self._keys.at(contact.day),
            "version": 1,
            "contact_id": contact_id,
            "citizen_id": self._people.citizens[citizen],
            "author_id": worker,
            "day": contact.day,
            "form": form,
            "text": chance.choice(getattr(texts, _WORDS[form])),
            "next_time_text": chance.choice(texts.next_time) if says_next else "",
            "certainty": None if form.face_to_face else Certainty.SURE,
            "home_impression": HomeImpression.OK if visit else None,
            "wellbeing_score": chance.choice((3, 3, 4, 4, 5)),
            "signed_at": signed,
            "signed_by": worker,
            "transferred_at": signed + timedelta(hours=20) if carried else None,
            "transferred_by": worker if carried else None,
        }

    def _agree(self, note: dict[str, Any], contact: DemoContact, age: int) -> None:
        texts, mine = self._cast.team.notes, self._chance.random() < _MISSING * 10
        done = age > _OPEN_DAYS
        agreement = {
            "id": self._keys.at(contact.day),
            "version": 1,
            "citizen_id": note["citizen_id"],
            "note_id": note["id"],
            "contact_id": note["contact_id"],
            "text": self._chance.choice(texts.worker_does if mine else texts.citizen_does),
            "doer": AgreementDoer.WORKER if mine else AgreementDoer.CITIZEN,
            "due": None,
            "made_on": contact.day,
            "made_by": note["author_id"],
            "outcome": AgreementOutcome.DONE if done else AgreementOutcome.OPEN,
        }
        self._agreements.append(agreement)
        if done:
            self._answers.append(self._answer(note, agreement, contact))
        if contact.form is not ContactForm.PHYSICAL and age > _CARRIED_DAYS:
            self._summaries.append(self._summary(note, agreement, contact))

    def _answer(
        self, note: dict[str, Any], agreement: dict[str, Any], contact: DemoContact
    ) -> dict[str, Any]:
        day = contact.day + timedelta(days=7)
        return {
            "id": self._keys.at(day),
            "agreement_id": agreement["id"],
            "outcome": AgreementOutcome.DONE,
            "how": SeenOrTold.SEEN if contact.form.face_to_face else SeenOrTold.TOLD,
            "at": moment_of(day, 600),
            "by": note["author_id"],
        }

    def _summary(
        self, note: dict[str, Any], agreement: dict[str, Any], contact: DemoContact
    ) -> dict[str, Any]:
        return {
            "id": self._keys.at(contact.day),
            "version": 1,
            "note_id": note["id"],
            "text": f"Det aftalte vi: {agreement['text']}",
            "how": GivenHow.READ_ALOUD,
            "given_at": note["signed_at"],
            "given_by": note["author_id"],
        }
