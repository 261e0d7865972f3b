"""Indsigt: everything kept about one citizen, no table forgotten, nobody else named."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Enum as SqlEnum

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.loan_fields import LoanFields
from bostoette.models.note_fields import NewAgreement, NoteFields
from bostoette.models.plan_error import PlanError
from bostoette.models.printed_document import Block, Facts, Heading, PrintedDocument, Table
from bostoette.models.task_fields import TaskFields
from bostoette.models.timespan import TimeSpan
from bostoette.services import citizens, contacts, drafts, equipment, notes, printed, tasks
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.services.insight import insight, shown_columns
from bostoette.services.insight_words import COLUMNS, LEFT_OUT, TABLES, VALUES
from bostoette.store.belonging import tables_of_citizens
from tests.clock import MONDAY

NOW = datetime(2026, 11, 30, 9, 0)


def test_every_table_that_refers_to_a_citizen_is_told() -> None:
    assert set(TABLES) == {table.name for table in tables_of_citizens()}


def test_every_column_has_a_danish_word_or_a_reason_to_be_left_out() -> None:
    named = {name for table in tables_of_citizens() for name in shown_columns(table)}
    assert named == set(COLUMNS)
    assert LEFT_OUT.isdisjoint(COLUMNS)
    stored = {column.name for table in tables_of_citizens() for column in table.columns}
    assert stored >= LEFT_OUT


def test_every_fixed_word_is_said_in_danish() -> None:
    kinds = {
        (column.name, column.type.enum_class)
        for table in tables_of_citizens()
        for column in table.columns
        if isinstance(column.type, SqlEnum) and column.type.enum_class is not None
    }
    for name, kind in kinds:
        for value in kind:
            own = getattr(value, "danish", "") or getattr(value, "full_name", "")
            assert own or (name, value.value) in VALUES


def fields(worker: Key, people: tuple[Key, ...], day: int, **more: Any) -> ContactFields:
    return ContactFields(
        form=ContactForm.PHYSICAL,
        span=TimeSpan(MONDAY + timedelta(days=day), 540, 60),
        workers=(worker,),
        citizens=people,
        purpose_id="support_conversation",
        **more,
    )


@pytest.fixture
def hers(desk: Desk, worker_id: Key, citizen_id: Key) -> Key:
    who = CitizenFields("Åse Holm", address="Ågade 1", primary_worker_id=worker_id)
    key = desk.do(citizens.create, who)
    found = desk.read(citizens.details, key)
    moved = CitizenFields("Åse Holm", address="Nygade 2", primary_worker_id=worker_id)
    desk.do(citizens.change, key, found.version, moved)
    held = desk.do(contacts.create, fields(worker_id, (key,), 0, agenda=("Ugens indkøb",)))
    at = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    agreed = NewAgreement(text="Ringer selv til lægen")
    signed = NoteFields(text="Talte om sommeren", wellbeing_score=4, agreed=(agreed,))
    note = desk.do(notes.sign, held, key, signed, by=worker_id, at=at, today=MONDAY)
    desk.do(notes.add, note, "Det var i juli", by=worker_id, at=at)
    desk.do(tasks.create, worker_id, TaskFields("Send kort", citizen_id=key))
    desk.do(equipment.lend, key, LoanFields("Tablet", MONDAY))
    desk.do(contacts.create, fields(worker_id, (key, citizen_id), 2))
    desk.do(drafts.keep, DraftOf("citizen", key, worker_id), {"name": "Åse H"}, at)
    desk.do(printed.note_printed, "Ugeplan til Å.H.", pages=1, names=True, citizen_id=key)
    return key


def said(document: PrintedDocument) -> str:
    return "\n".join(map(_words, document.blocks))


def _words(block: Block) -> str:
    match block:
        case Facts(rows):
            return "\n".join(f"{label}: {value}" for label, value in rows)
        case Table():
            return "\n".join(" | ".join(row) for row in block.rows)
    return str(getattr(block, "words", ""))


def test_all_that_is_kept_stands_there(desk: Desk, hers: Key) -> None:
    document = desk.read(insight, hers, NOW)
    whole = said(document)
    assert document.names
    for words in (
        "Adresse: Nygade 2",
        "Kontaktperson: Mona Jensen (M.J.)",
        "Ugens indkøb",
        "Tekst: Talte om sommeren",
        "Trivsel, 1–5: 4",
        "Underskrevet: 23. nov. 2026 kl. 13.00",
        "Det var i juli",
        "Ringer selv til lægen",
        "Send kort",
        "Hvad: Tablet",
        "Åse H",
        "Adresse: Ågade 1 → Nygade 2",
        "Ret borger: Å.H.",
        "Underskriv notat: Å.H.",
        "Ugeplan til Å.H. udskrevet",
        "25. nov. 2026 | 09.00 | fysisk besøg | planlagt",
    ):
        assert words in whole
    heads = [block.words for block in document.blocks if isinstance(block, Heading)]
    assert heads[0] == "Stamdata"
    assert "Kontakter sammen med andre" in heads


def test_a_half_written_note_is_told_in_its_words_alone(desk: Desk, hers: Key) -> None:
    at = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    typed = {
        "text": "Gik rundt om søen",
        "tap home": "0",
        "answer 01": " ",
        "new agreement doer": "citizen",
        "made": '[["Ringer til lægen", "citizen", ""]]',
        "start": "15.30",
        "minutes": "45",
    }
    desk.do(drafts.keep, DraftOf(f"note {hers.hex()}", hers, desk.actor_id), typed, at)
    told = "\n".join(map(str, desk.read(insight, hers, NOW).blocks))
    assert "'Gik rundt om søen · Ringer til lægen'" in told


def test_nobody_elses_name_or_initials_stand_there(desk: Desk, hers: Key) -> None:
    whole = said(desk.read(insight, hers, NOW))
    assert "Asta" not in whole
    assert "A.M." not in whole.replace("Å.H.", "")


def test_a_citizen_who_is_gone_is_said(desk: Desk) -> None:
    with pytest.raises(PlanError, match="findes ikke længere"):
        desk.read(insight, b"x" * 16, NOW)


def test_no_raw_key_or_english_word_of_a_kind_is_printed(desk: Desk, hers: Key) -> None:
    whole = said(desk.read(insight, hers, NOW))
    for raw in ("b'", "physical", "True", "None", "support_need", hers.hex()):
        assert raw not in whole
