"""What leaves on paper carries the team's name, and leaves its act without naming anybody."""

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.journal import JournalStep, StepKind
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.printed_document import Paragraph
from bostoette.models.worker_fields import WorkerFields
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services import printed, workers
from bostoette.services.desk import Desk
from bostoette.services.paper_settings import (
    PaperSettings,
    change_paper_settings,
    paper_settings,
)

NOW = datetime(2026, 11, 30, 9, 0)


def newest_step(desk: Desk) -> JournalStep:
    def newest(session: Session) -> JournalStep:
        found = session.scalar(select(JournalStep).order_by(JournalStep.id.desc()).limit(1))
        assert found is not None
        return found

    return desk.read(newest)


def test_the_teams_name_stands_on_everything(desk: Desk, worker_id: Key) -> None:
    wanted = PaperSettings("  Bostøtten  i Midtbyen ", "12 34 56 78", 24)
    desk.do(change_paper_settings, worker_id, wanted)
    made = desk.read(printed.on_paper, "Brev", (Paragraph("Kære Åse"),), NOW, names=True)
    assert made.team == "Bostøtten i Midtbyen"
    assert made.day_said == "30. november 2026"
    assert made.names


def test_until_the_leader_says_otherwise_the_period_is_the_delivered_one(desk: Desk) -> None:
    assert desk.read(paper_settings) == PaperSettings("", "", 60)


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (PaperSettings("010180-1234", "", 60), "CPR"),
        (PaperSettings("x" * 61, "", 60), "højst 60 tegn"),
        (PaperSettings("", "", 0), "mellem 1 og 240"),
    ],
)
def test_what_cannot_be_said_on_paper_is_refused(
    desk: Desk, worker_id: Key, wanted: PaperSettings, why: str
) -> None:
    with pytest.raises(PlanError, match=why):
        desk.do(change_paper_settings, worker_id, wanted)


def test_only_a_leader_changes_it(desk: Desk, worker_id: Key) -> None:
    leader = WorkerFields("Lis Toft", "L.T.", role=WorkerRole.TEAM_LEADER)
    desk.do(workers.create, worker_id, leader)
    with pytest.raises(PlanError, match="kun en teamleder"):
        desk.do(change_paper_settings, worker_id, PaperSettings("Os", "", 60))


def test_a_pdf_leaves_with_its_act(desk: Desk, citizen_id: Key, tmp_path: Path) -> None:
    path = tmp_path / "ugeplan-AM-uge-48.pdf"
    said = "Ugeplan til A.M."
    desk.do(
        printed.save_printed, path, b"%PDF-1.4", said, pages=2, names=True, citizen_id=citizen_id
    )
    step = newest_step(desk)
    assert path.read_bytes() == b"%PDF-1.4"
    assert (step.kind, step.label) == (StepKind.ACT, "Ugeplan til A.M. gemt som PDF")
    assert step.facts == {"pages": 2, "names": True, "citizen": citizen_id.hex()}


def test_a_pdf_that_cannot_be_written_leaves_no_act(desk: Desk, tmp_path: Path) -> None:
    before = newest_step(desk).id
    with pytest.raises(PlanError, match="kunne ikke gemmes"):
        desk.do(
            printed.save_printed, tmp_path / "nej" / "x.pdf", b"%PDF", "Brev", pages=1, names=False
        )
    assert newest_step(desk).id == before


def test_printing_leaves_its_act(desk: Desk) -> None:
    desk.do(printed.note_printed, "Brev til A.M.", pages=1, names=True)
    assert newest_step(desk).label == "Brev til A.M. udskrevet"
