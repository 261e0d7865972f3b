"""What leaves as CSV and on paper: Danish numbers, no names unless chosen, no formulas."""

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.drive_list import DriveFields
from bostoette.models.figure_scope import Scope, Section
from bostoette.models.journal import JournalStep
from bostoette.models.key import Key
from bostoette.models.printed_document import Block, Table
from bostoette.services import drives
from bostoette.services.desk import Desk
from bostoette.services.figure_files import (
    FiguresHead,
    drives_csv,
    drives_document,
    figures_csv,
    figures_document,
)
from bostoette.services.printed import save_csv
from bostoette.store.csv_writer import csv_bytes
from tests.clock import MONDAY
from tests.services.figures_asked import WEEKS, figure
from tests.twenty_contacts import VISIT, add_contact, add_twenty

HEAD = FiguresHead("Fordeling", "hele teamet", WEEKS.first, WEEKS.last)
NOW = datetime(2026, 11, 29, 20, 0)


def rows_of(content: bytes) -> list[str]:
    assert content.startswith(b"\xef\xbb\xbf")
    return content.decode("utf-8-sig").split("\r\n")


def words_of(blocks: tuple[Block, ...]) -> str:
    found = []
    for block in blocks:
        if isinstance(block, Table):
            found += ["|".join(row) for row in (block.heads, *block.rows)]
        else:
            found.append(str(getattr(block, "words", getattr(block, "rows", ""))))
    return "\n".join(found)


@pytest.mark.parametrize("begins", ["=1+1", "+45", "-1", "@SUM(A1)", "\tskjult"])
def test_no_text_is_computed_by_a_spreadsheet(begins: str) -> None:
    (line, _end) = rows_of(csv_bytes([(begins, "fri")]))
    assert line.lstrip('"').startswith("'")


def test_numbers_are_written_as_danes_write_them() -> None:
    assert rows_of(csv_bytes([(12, 12.5, 0.25, 3.0, None, "æøå")]))[0] == "12;12,5;0,25;3;;æøå"


def test_figures_leave_as_they_are_seen_with_shares_beside(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    add_twenty(desk, worker_id, citizen_id)
    shown = figure(desk, Scope(), Section.MIX, "mix")
    rows = rows_of(figures_csv(HEAD, (shown,), names=False))
    assert rows[0] == "Overblik;Fordeling;hele teamet;16. nov. 2026 – 29. nov. 2026"
    assert "Hvornår;Afholdt;Besøg;Besøg, %;Telefon;Telefon, %;Video;Video, %;Gåtur;Gåtur, %" in rows
    assert "I alt;12;5;42;4;33;2;17;1;8" in rows
    assert "uge 47;6;5;83;1;17;0;;0;" in rows


def test_time_leaves_as_minutes_and_says_so(desk: Desk, worker_id: Key, citizen_id: Key) -> None:
    add_twenty(desk, worker_id, citizen_id)
    shown = figure(desk, Scope(), Section.TRAVEL, "travel")
    rows = rows_of(figures_csv(HEAD, (shown,), names=False))
    assert "Hvornår;Transporttid, min;Kilometer;Sparet tid, min;Sparede kilometer" in rows


def test_names_leave_only_where_they_are_chosen(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    add_twenty(desk, worker_id, citizen_id)
    shown = figure(desk, Scope(), Section.MIX, "mix-people")
    quiet = "\n".join(rows_of(figures_csv(HEAD, (shown,), names=False)))
    loud = "\n".join(rows_of(figures_csv(HEAD, (shown,), names=True)))
    assert "Mona Jensen" not in quiet
    assert "M.J." in quiet
    assert "Mona Jensen" in loud
    paper = desk.read(figures_document, HEAD, (shown,), NOW, names=False)
    assert "Mona Jensen" not in words_of(paper.blocks)
    assert not paper.names
    assert "M.J.|12|5 · 42 %" in words_of(paper.blocks)


@pytest.fixture
def driven(desk: Desk, worker_id: Key, citizen_id: Key) -> Key:
    """One visit there and home, whose way there is corrected to 7.5 km with a remark."""

    def add(session: Session) -> Key:
        return add_contact(session, worker_id, (citizen_id,), MONDAY, VISIT).id

    contact = desk.upkeep(add)
    fields = DriveFields(7.5, remark="=Omkørsel")
    desk.do(drives.correct, worker_id, worker_id, (MONDAY, contact), fields, today=MONDAY)
    return worker_id


def test_a_list_of_drives_leaves_with_codes_and_its_sums(desk: Desk, driven: Key) -> None:
    found = desk.read(drives.drive_list, driven, driven, MONDAY, MONDAY)
    rows = rows_of(drives_csv(found, names=False))
    assert rows[0] == "Kørselsliste;M.J.;november 2026"
    assert "2026-11-23;Kontor;AM;7,5;Egen bil;;ja;'=Omkørsel" in rows
    assert "I alt;Egen bil;;7,5" in rows
    paper = desk.read(drives_document, found, NOW, names=True)
    assert paper.lead == "Mona Jensen · november 2026"
    assert "man. 23. nov.|Kontor – AM|7,5 (før mangler)|Egen bil|=Omkørsel" in words_of(
        paper.blocks
    )
    hidden = desk.read(drives_document, found, NOW, names=False, discreet=True)
    assert "Omkørsel" not in words_of(hidden.blocks)
    assert "Mona" not in hidden.lead


def test_that_it_left_is_kept_without_names(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "overblik.csv"
    desk.do(save_csv, path, b"\xef\xbb\xbfOverblik", "Overblik: Fordeling", names=False)
    assert path.read_bytes() == b"\xef\xbb\xbfOverblik"
    labels = desk.read(lambda session: session.scalars(select(JournalStep.label)).all())
    assert "Overblik: Fordeling gemt som CSV" in labels
