"""``bostoette export-ics``, ``export-pdf`` and ``headless``."""

from pathlib import Path

import pytest
import vobject

from bostoette.commands.headless import week_to_plan
from bostoette.models.iso_week import IsoWeek
from bostoette.models.journal import StepKind
from bostoette.models.travel_mode import TravelMode
from bostoette.models.whereabouts import Whereabouts
from bostoette.models.worker_day import WeekWorker
from bostoette.models.working_hours import WorkingHours
from tests.clock import MONDAY
from tests.commands.hands import WEEK, Begun, Terminal, apart
from tests.commands.journal_hands import acts


def summaries(path: Path) -> list[str]:
    calendar = vobject.readOne(path.read_text(encoding="utf-8"))
    return [event.summary.value for event in calendar.vevent_list]


def test_a_week_leaves_with_codes_by_default_and_its_receipt(
    terminal: Terminal, begun: Begun, tmp_path: Path
) -> None:
    path = tmp_path / "uge.ics"
    said = terminal.run("export-ics", "--week", WEEK, "--output", path)
    assert said.status == 0
    assert "2 aftaler kommer i filen: 2 nye." in said.out
    assert all("A.M." not in each and "Asta" not in each for each in summaries(path))
    assert acts(begun) == [(StepKind.ACT, "Eksport af 2 aftaler til kalenderfil")]


def test_the_second_export_knows_the_first(terminal: Terminal, tmp_path: Path) -> None:
    wish = ("export-ics", "--week", WEEK, "--output", tmp_path / "uge.ics", "--json")
    assert terminal.run(*wish).facts["new"] == 2
    again = terminal.run(*wish).facts
    assert (again["new"], again["same"], again["events"]) == (0, 2, 2)


def test_names_leave_only_where_they_are_asked_for(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "uge.ics"
    terminal.run("export-ics", "--week", WEEK, "--level", "full", "--output", path)
    assert any("Asta Mortensen" in each for each in summaries(path))


def test_a_citizens_own_file_holds_her_contacts_alone(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "hendes.ics"
    facts = terminal.run(
        "export-ics", "--from", "23-11-2026", "--to", "2026-11-27", "--citizen", "am",
        "--output", path, "--json",
    ).facts  # fmt: skip
    assert (facts["reader"], facts["events"]) == ("citizen", 1)
    assert all("Asta" not in each for each in summaries(path))


def test_an_unknown_code_is_told(terminal: Terminal) -> None:
    said = terminal.run("export-ics", "--citizen", "QQ")
    assert said.status == 1
    assert "ingen borger med den kode" in said.err


def test_an_empty_period_leaves_no_file(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "tom.ics"
    said = terminal.run("export-ics", "--from", "2026-07-01", "--output", path)
    assert (said.status, said.out) == (1, "")
    assert not path.exists()


def test_a_file_that_cannot_be_written_leaves_no_receipt(
    terminal: Terminal, begun: Begun, tmp_path: Path
) -> None:
    said = terminal.run("export-ics", "--week", WEEK, "--output", tmp_path / "væk" / "uge.ics")
    assert (said.status, said.out) == (1, "")
    assert acts(begun) == []


def test_without_a_place_the_file_lies_here_under_a_name_that_names_nobody(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert terminal.run("export-ics", "--week", WEEK, "--json").facts["file"] == "uge-48.ics"
    assert (tmp_path / "uge-48.ics").exists()


def test_a_week_leaves_as_pdf_without_a_screen_and_with_its_act(
    begun: Begun, tmp_path: Path
) -> None:
    path = tmp_path / "uge.pdf"
    said = apart(
        ["--data", begun.places.folder, "export-pdf", "--week", WEEK, "--output", path, "--json"],
        environment={"DISPLAY": "", "WAYLAND_DISPLAY": ""},
    )
    assert said.status == 0, said.err
    assert (said.facts["week"], said.facts["pages"]) == ("2026-W48", 1)
    assert path.read_bytes().startswith(b"%PDF-")
    assert acts(begun) == [(StepKind.ACT, "Uge 48 gemt som PDF")]


def test_headless_plans_what_is_missing_and_writes_the_week_three_ways(tmp_path: Path) -> None:
    out = tmp_path / "ud"
    said = apart(
        ["--data", tmp_path / "data", "headless", out, "--json"],
        environment={"DISPLAY": "", "WAYLAND_DISPLAY": ""},
    )
    assert said.status == 0, said.err
    begins = {".ics": b"BEGIN:VCALENDAR", ".pdf": b"%PDF-", ".png": b"\x89PNG\r\n"}
    for ending, begin in begins.items():
        (found,) = out.glob(f"uge-*{ending}")
        assert found.read_bytes().startswith(begin)
    assert len(said.facts["planned"]) <= 3
    assert not (tmp_path / "data" / "bostoette.db").exists()


def worker() -> WeekWorker:
    return WeekWorker(
        b"", "M.J.", "", WorkingHours.standard(), TravelMode.CAR, Whereabouts(None, None, None)
    )


def test_on_a_saturday_the_week_to_plan_is_the_next() -> None:
    week = IsoWeek.of(MONDAY)
    planned = [week_to_plan(day, worker()) for day in week.days]
    assert planned == [week] * 5 + [week.plus(1)] * 2
