"""Vikararket: what somebody needs who steps in, and no more."""

from datetime import UTC, datetime, timedelta

import pytest

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.note_fields import NewAgreement, NoteFields
from bostoette.models.note_kinds import AgreementDoer
from bostoette.models.printed_document import Facts, Heading, PrintedDocument
from bostoette.models.timespan import TimeSpan
from bostoette.services import citizens, contacts, notes, stand_in_sheet
from bostoette.services.desk import Desk
from tests.clock import MONDAY

NOW = datetime(2026, 11, 24, 7, 0)
TUESDAY = MONDAY + timedelta(days=1)


def contact(desk: Desk, worker: Key, citizen: Key, day: int, form: ContactForm) -> Key:
    return desk.do(
        contacts.create,
        ContactFields(
            form=form,
            span=TimeSpan(MONDAY + timedelta(days=day), 540, 60),
            workers=(worker,),
            citizens=(citizen,),
            purpose_id="support_conversation",
            plan_b="Ring til naboen",
        ),
    )


@pytest.fixture
def hers(desk: Desk, worker_id: Key) -> Key:
    who = CitizenFields(
        "Åse Holm",
        address="Ågade 1",
        postal_code="8000",
        phone="11 22 33 44",
        primary_worker_id=worker_id,
    )
    key = desk.do(citizens.create, who)
    held = contact(desk, worker_id, key, 0, ContactForm.PHYSICAL)
    agreed = NewAgreement(text="Ringer selv til lægen", doer=AgreementDoer.CITIZEN)
    signed = NoteFields(
        text="Talte om sommeren", next_time_text="Spørg til lægen", agreed=(agreed,)
    )
    at = datetime(2026, 11, 23, 12, tzinfo=UTC)
    desk.do(notes.sign, held, key, signed, by=worker_id, at=at, today=MONDAY)
    contact(desk, worker_id, key, 1, ContactForm.PHYSICAL)
    return key


def facts(document: PrintedDocument) -> dict[str, str]:
    rows = [row for block in document.blocks if isinstance(block, Facts) for row in block.rows]
    return dict(rows)


def test_a_day_says_when_where_plan_b_and_what_is_open(
    desk: Desk, hers: Key, worker_id: Key
) -> None:
    sheet = desk.read(stand_in_sheet.sheet_for_day, worker_id, TUESDAY, NOW)
    assert sheet.title == "Vikarark · tirsdag 24. november 2026 · M.J."
    assert [block.words for block in sheet.blocks if isinstance(block, Heading)] == [
        "09.00–10.00 · besøg · Åse Holm"
    ]
    told = facts(sheet)
    assert told["Hvor"] == "Ågade 1, 8000"
    assert told["Plan B"] == "Ring til naboen"
    assert told["Risiko"] == "Grøn"
    assert told["Ring til"] == "Mona Jensen"
    assert told["Åbne aftaler"] == "• Borgeren: Ringer selv til lægen"
    assert told["Til næste gang"] == "Spørg til lægen (man. 23. nov.)"
    assert sheet.names


def test_it_tells_no_more_than_is_needed(desk: Desk, hers: Key, worker_id: Key) -> None:
    sheet = desk.read(stand_in_sheet.sheet_for_day, worker_id, TUESDAY, NOW)
    assert "sommeren" not in str(sheet.blocks)


def test_under_discretion_nobody_is_named_and_nothing_typed_is_told(
    desk: Desk, hers: Key, worker_id: Key
) -> None:
    for sheet in (
        desk.read(stand_in_sheet.sheet_for_day, worker_id, TUESDAY, NOW, discreet=True),
        desk.read(stand_in_sheet.sheet_for_citizen, hers, TUESDAY, NOW, discreet=True),
    ):
        whole = f"{sheet.title} {sheet.lead} {sheet.blocks}"
        assert "Å.H." in whole
        for hidden in ("Åse", "Ågade", "11 22", "naboen", "lægen", "Mona"):
            assert hidden not in whole
        assert sheet.discreet
        assert not sheet.names


def test_one_citizens_sheet_has_her_coming_days(desk: Desk, hers: Key, worker_id: Key) -> None:
    contact(desk, worker_id, hers, 20, ContactForm.PHONE)
    sheet = desk.read(stand_in_sheet.sheet_for_citizen, hers, TUESDAY, NOW)
    heads = [block.words for block in sheet.blocks if isinstance(block, Heading)]
    assert heads == ["Planlagt til og med man. 30. nov.", "Tir. 24. nov. 09.00–10.00 · besøg"]


def test_a_free_day_is_said(desk: Desk, worker_id: Key) -> None:
    sheet = desk.read(stand_in_sheet.sheet_for_day, worker_id, TUESDAY, NOW)
    assert "ingen kontakter" in str(sheet.blocks)
