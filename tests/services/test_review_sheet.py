"""The review of a week on paper and as CSV: initials first, what was typed only with names."""

from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.journal import JournalStep, StepKind
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.printed_document import Bullets, Facts, Heading, PrintedDocument, Table
from bostoette.models.review import Review
from bostoette.models.timespan import TimeSpan
from bostoette.services import contacts, review_sheet
from bostoette.services.desk import Desk
from bostoette.services.printed import save_csv
from bostoette.services.review_sheet import SAID
from bostoette.services.week_review import review_of
from bostoette.store.database import Database
from tests.clock import MONDAY
from tests.leader import desk_of_leader

WEEK = IsoWeek.of(MONDAY)
NOW = datetime(2026, 11, 19, 8, 0)
WHY = "Søsteren Karla bad om det"


@pytest.fixture
def leaders_desk(database: Database, worker_id: Key, colleague_id: Key) -> Desk:
    return desk_of_leader(database)


@pytest.fixture
def seen(desk: Desk, leaders_desk: Desk, worker_id: Key, citizen_id: Key) -> Review:
    """M.J.'s week with a visit, and a call that was chosen with a reason."""
    for start, form, why in (
        (540, ContactForm.PHYSICAL, ""),
        (840, ContactForm.PHONE, WHY),
    ):
        fields = ContactFields(
            TimeSpan(MONDAY, start, 60 if form is ContactForm.PHYSICAL else 20),
            form,
            "short_follow_up",
            (worker_id,),
            (citizen_id,),
            override_reason=why,
        )
        desk.do(contacts.create, fields)
    return leaders_desk.read(review_of, leaders_desk.actor_id, WEEK, NOW)


def sheet(desk: Desk, seen: Review, *, names: bool = False) -> PrintedDocument:
    return desk.read(review_sheet.review_sheet, seen, NOW, names=names)


def words(document: PrintedDocument) -> str:
    """Give everything that stands on the paper."""
    said = [document.title, document.lead]
    for block in document.blocks:
        if isinstance(block, Table):
            said += [*block.heads, *(cell for row in block.rows for cell in row)]
        elif isinstance(block, Facts):
            said += [part for row in block.rows for part in row]
        elif isinstance(block, Bullets):
            said += block.lines
        elif isinstance(block, Heading):
            said.append(block.words)
    return "\n".join(said)


def test_every_worker_has_a_line_of_what_the_page_shows(leaders_desk: Desk, seen: Review) -> None:
    document = sheet(leaders_desk, seen)
    assert (document.title, document.lead) == ("Gennemgang · uge 48", "3 medarbejdere · 1 borger")
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert [row[0] for row in table.rows] == [line.initials for line in seen.lines]
    mine = next(row for row in table.rows if row[0] == "M.J.")
    assert mine[1:7] == ("1", "1", "0", "0", "0", "1 t 20")
    assert mine[-1] == "Kladde"
    assert "Kontakter planlagt\n2" in words(document)


def test_names_and_what_somebody_typed_leave_only_on_purpose(
    leaders_desk: Desk, seen: Review
) -> None:
    unnamed, named = words(sheet(leaders_desk, seen)), words(sheet(leaders_desk, seen, names=True))
    assert "valgt med begrundelse." in unnamed
    for private in ("Mona Jensen", WHY, "Asta"):
        assert private not in unnamed
    assert "Mona Jensen" in named
    assert WHY in named
    csv = review_sheet.review_csv(seen, names=False).decode("utf-8-sig")
    assert "M.J." in csv
    assert "Mona Jensen" not in csv
    assert WHY not in csv
    assert WHY in review_sheet.review_csv(seen, names=True).decode("utf-8-sig")


def test_each_matter_stands_with_its_rule_below_its_worker(
    leaders_desk: Desk, seen: Review
) -> None:
    document = sheet(leaders_desk, seen)
    lists = [block for block in document.blocks if isinstance(block, Bullets)]
    mine = next(line for line in seen.lines if line.initials == "M.J.")
    assert len(lists[0].lines) == len(mine.matters)
    assert any(line.startswith("Begrundelse (P07): A.M. man. 23. nov.") for line in lists[0].lines)


def test_a_saved_csv_is_an_act_and_one_that_failed_is_none(
    leaders_desk: Desk, seen: Review, tmp_path: Path
) -> None:
    content = review_sheet.review_csv(seen, names=False)
    with pytest.raises(PlanError, match="vælg en anden mappe"):
        leaders_desk.do(save_csv, tmp_path / "ingen" / "g.csv", content, SAID, names=False)
    assert leaders_desk.read(acts) == []
    leaders_desk.do(save_csv, tmp_path / "g.csv", content, SAID, names=False)
    assert (tmp_path / "g.csv").read_bytes() == content
    assert leaders_desk.read(acts) == ["Gennemgangen gemt som CSV"]


def acts(session: Session) -> list[str]:
    found = select(JournalStep.label).where(
        JournalStep.kind == StepKind.ACT, JournalStep.label.startswith("Gennemgangen")
    )
    return list(session.scalars(found))


def test_an_empty_team_still_makes_a_page(leaders_desk: Desk) -> None:
    nobody = Review(WEEK, (), 0, 0, 0)
    document = leaders_desk.read(review_sheet.review_sheet, nobody, NOW, names=False)
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert table.rows == ()
    assert document.printed_at.date() == date(2026, 11, 19)
