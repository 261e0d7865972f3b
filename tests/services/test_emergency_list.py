"""The emergency list (P89): by triage, risk and silence; named only on purpose; as it was when."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.citizen_kinds import CitizenStatus, RiskLevel
from bostoette.models.contact_form import ContactForm
from bostoette.models.emergency import EmergencyAsk
from bostoette.models.key import Key
from bostoette.models.life_kinds import Triage
from bostoette.models.plan_error import PlanError
from bostoette.models.printed_document import Heading, Paragraph, PrintedDocument, Table
from bostoette.services import citizens, emergency_list, ending, risk, triage
from bostoette.services.desk import Desk
from bostoette.services.printed import save_csv
from bostoette.services.program_file import seed_lists
from bostoette.store.database import Database
from tests.clock import MONDAY
from tests.services.remote_hands import meet, plan

DAY = timedelta(days=1)
FRIDAY = MONDAY + 4 * DAY
NOW = datetime(2026, 11, 27, 14, 5)
VISIT, PHONE = ContactForm.PHYSICAL, ContactForm.PHONE


@pytest.fixture(autouse=True)
def lists(desk: Desk) -> None:
    desk.upkeep(seed_lists, "test")


@pytest.fixture
def other(desk: Desk) -> Key:
    fields = CitizenFields(
        "Bo Krag", phone="12 34 56 78", emergency_contact="Søsteren Eva, 87 65 43 21"
    )
    return desk.do(citizens.create, fields)


def order(desk: Desk, ask: EmergencyAsk | None = None) -> list[str]:
    lines = desk.read(emergency_list.emergency_lines, ask or EmergencyAsk(), NOW)
    return [one.citizen.initials for one in lines]


def sheet(desk: Desk, *, names: bool = False) -> PrintedDocument:
    return desk.read(emergency_list.emergency_sheet, EmergencyAsk(names=names), NOW)


def said(document: PrintedDocument) -> str:
    words = []
    for block in document.blocks:
        if isinstance(block, Table):
            words += [" | ".join(row) for row in block.rows]
        elif isinstance(block, Heading | Paragraph):
            words.append(block.words)
    return "\n".join(words).replace("\u00a0", " ")


def test_who_must_be_visited_comes_first_then_red_then_who_was_silent_longest(
    desk: Desk, citizen_id: Key, other: Key
) -> None:
    meet(desk, other, MONDAY - 9 * DAY)
    meet(desk, citizen_id, MONDAY)
    assert order(desk) == ["B.K.", "A.M."]
    desk.do(risk.judge, citizen_id, RiskLevel.RED, reason="", by=desk.actor_id, today=MONDAY)
    assert order(desk) == ["A.M.", "B.K."]
    desk.do(triage.judge, other, Triage.MUST_VISIT, by=desk.actor_id, today=MONDAY)
    assert order(desk) == ["B.K.", "A.M."]
    desk.do(triage.judge, citizen_id, Triage.BY_PHONE, by=desk.actor_id, today=MONDAY)
    heads = [one.words for one in sheet(desk).blocks if isinstance(one, Heading)]
    assert heads == ["Skal have besøg · 1 borger", "Klarer sig på telefon en tid · 1 borger"]


def test_it_says_last_and_next_contact_and_the_moment_it_was_made(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    meet(desk, citizen_id, MONDAY)
    plan(desk, citizen_id, PHONE, FRIDAY + 4 * DAY, 600, plan_b="Ring til M.J.")
    plan(desk, citizen_id, VISIT, FRIDAY + 3 * DAY, 540)
    whole = said(sheet(desk))
    assert whole.startswith("Som det så ud fredag 27. november 2026 kl. 14.05\n")
    assert "A.M. | ● Grøn |  | man. 23. nov. (4 dage) | man. 30. nov. 09.00 · besøg · M.J." in whole


@pytest.mark.parametrize(
    ("start", "said_next"),
    [(540, "intet planlagt"), (810, "fre. 27. nov. 13.30"), (900, "fre. 27. nov. 15.00")],
    ids=["over", "going on", "to come"],
)
def test_a_contact_that_is_over_today_is_not_the_next_one(
    desk: Desk, citizen_id: Key, start: int, said_next: str
) -> None:
    plan(desk, citizen_id, VISIT, FRIDAY, start)
    assert said_next in said(sheet(desk))


def test_names_numbers_and_typed_words_stand_there_only_when_asked_for(
    desk: Desk, citizen_id: Key, other: Key
) -> None:
    plan(desk, other, PHONE, FRIDAY, 900, plan_b="Ring til naboen Ib")
    bare = said(sheet(desk))
    for word in ("Bo", "Krag", "12 34 56 78", "Eva", "Ib", "Asta"):
        assert word not in bare
    assert not sheet(desk).names
    named = said(sheet(desk, names=True))
    assert "Bo Krag" in named
    assert "12 34 56 78 | Søsteren Eva, 87 65 43 21" in named
    assert "Plan B: Ring til naboen Ib" in named
    assert "Mona Jensen" in named
    assert sheet(desk, names=True).names


def test_who_has_ended_is_not_on_it_and_who_is_on_pause_is_marked(
    desk: Desk, citizen_id: Key, other: Key
) -> None:
    version = desk.read(citizens.details, other).version
    desk.do(ending.change_status, other, version, CitizenStatus.PAUSED, MONDAY, stop=False)
    assert "B.K. (på pause)" in said(sheet(desk))
    version = desk.read(citizens.details, other).version
    desk.do(ending.change_status, other, version, CitizenStatus.ENDED, MONDAY)
    assert order(desk) == ["A.M."]


def test_one_workers_citizens_can_be_listed_alone(
    desk: Desk, citizen_id: Key, other: Key, worker_id: Key
) -> None:
    assert order(desk, EmergencyAsk(worker_id)) == ["A.M."]


def test_the_csv_has_a_line_a_citizen_and_remembers_that_it_left(
    desk: Desk, citizen_id: Key, other: Key, tmp_path: Path
) -> None:
    content = desk.read(emergency_list.emergency_csv, EmergencyAsk(names=True), NOW)
    lines = content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Gruppe;Borger;Risiko;")
    assert len(lines) == 3
    assert all(line.endswith(";27-11-2026 14.05") for line in lines[1:])
    path = tmp_path / "noedliste.csv"
    desk.do(save_csv, path, content, emergency_list.SAID, names=True)
    assert path.read_bytes() == content
    with pytest.raises(PlanError, match="kunne ikke gemmes"):
        desk.do(save_csv, tmp_path / "nej" / "x.csv", content, emergency_list.SAID, names=True)


def test_it_takes_as_many_statements_for_many_as_for_one(
    desk: Desk, citizen_id: Key, database: Database
) -> None:
    def count() -> int:
        seen: list[str] = []

        def note(*told: object) -> None:
            seen.append(str(told[2]))

        engine = database.reader
        event.listen(engine, "before_cursor_execute", note)
        try:
            order(desk)
        finally:
            event.remove(engine, "before_cursor_execute", note)
        return len(seen)

    one = count()
    for name in ("Bo Krag", "Eva Lind", "Ib Holm"):
        plan(desk, desk.do(citizens.create, CitizenFields(name)), VISIT, FRIDAY)
    assert count() == one


def test_a_citizen_keeps_an_emergency_contact(desk: Desk, other: Key) -> None:
    found = desk.read(citizens.details, other).fields
    assert found.emergency_contact == "Søsteren Eva, 87 65 43 21"
