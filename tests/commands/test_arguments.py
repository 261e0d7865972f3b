"""What can be typed, and what is said where it makes no sense."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.commands.arguments import (
    LEVELS,
    SIZES,
    HelpAsked,
    NoSuchWeek,
    read_arguments,
    read_week,
)
from bostoette.commands.command_line import command_named
from bostoette.models.calendar_event import ExportLevel
from bostoette.models.demo_team import DemoSize
from bostoette.models.iso_week import IsoWeek
from tests.commands.hands import Terminal

NEW_YEAR = date(2027, 1, 5)
COMMANDS = (
    *("window", "week", "check", "import-citizens", "import-calendar", "export-ics"),
    *("export-pdf", "backup", "restore", "verify", "demo", "headless", "self-check"),
)


@pytest.mark.parametrize(
    ("typed", "week"),
    [
        ("2026-48", IsoWeek(2026, 48)),
        ("2026-W48", IsoWeek(2026, 48)),
        ("2026W48", IsoWeek(2026, 48)),
        ("48", IsoWeek(2026, 48)),
        ("w2", IsoWeek(2027, 2)),
        ("53", IsoWeek(2026, 53)),
    ],
)
def test_a_week_is_read_as_it_is_said(typed: str, week: IsoWeek) -> None:
    assert read_week(typed, NEW_YEAR) == week


@given(day=st.dates(date(2020, 1, 1), date(2090, 1, 1)), number=st.integers(1, 52))
def test_a_bare_number_is_never_more_than_half_a_year_away(day: date, number: int) -> None:
    week = read_week(str(number), day)
    assert week.number == number
    assert abs((week.monday - IsoWeek.of(day).monday).days) <= 27 * 7


@pytest.mark.parametrize("typed", ["0", "54", "2025-53", "uge", "", "2026-48-2", "-48", "9999-52"])
def test_what_is_no_week_is_refused(typed: str) -> None:
    with pytest.raises(NoSuchWeek):
        read_week(typed, NEW_YEAR)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["weak"], "Der er ingen kommando 'weak'."),
        (["week", "--week", "77"], "der er ingen uge »77«"),
        (["week", "--color"], "Det kendes ikke: --color."),
        (["week", "--worker"], "--worker mangler sin værdi."),
        (["backup"], "Der mangler noget: FIL."),
        (["export-ics", "--from", "engang"], "der er ingen dag »engang«"),
        (["export-ics", "--level", "alt"], "--level kan ikke være 'alt'; vælg mellem"),
        (["export-ics", "--to", "2026-11-27"], "--to mangler sit --from."),
        (["export-ics", "--week", "48", "--from", "26/11"], "kan ikke bruges sammen"),
        (["week", "--json=ja"], "--json tager ingen værdi."),
    ],
)
def test_wrong_usage_is_told_in_danish_with_status_2(
    empty_terminal: Terminal, typed: list[str], told: str
) -> None:
    said = empty_terminal.run(*typed)
    assert (said.status, said.out) == (2, "")
    assert told in said.err
    assert "Der er ikke gjort noget." in said.err


def test_help_tells_the_commands_and_hides_those_that_people_do_not_need(
    empty_terminal: Terminal,
) -> None:
    said = empty_terminal.run("--help")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("Brug: bostoette")
    assert "import-citizens" in said.out
    for hidden in ("self-check", "headless", "read-calendar", "--ask"):
        assert hidden not in said.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_can_be_loaded_and_explains_itself(command: str) -> None:
    assert callable(command_named(command))
    if command != "window":
        with pytest.raises(HelpAsked, match=f"Brug: bostoette {command}") as asked:
            read_arguments([command, "--help"])
        assert not re.search("positional|optional|arguments", str(asked.value))


def test_the_folder_may_stand_before_or_after_the_command() -> None:
    before = read_arguments(["--data", "her", "--demo", "week"])
    after = read_arguments(["week", "--demo", "--data", "her"])
    assert (before.data, before.demo) == (after.data, after.demo)


def test_without_a_command_it_is_the_window() -> None:
    asked = read_arguments(["--demo", "--ask"])
    assert (asked.command, asked.demo, asked.ask) == (None, True, True)


def test_levels_and_sizes_are_those_there_are() -> None:
    assert tuple(level.value for level in ExportLevel) == LEVELS
    assert tuple(size.value for size in DemoSize) == SIZES
