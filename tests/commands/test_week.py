"""``bostoette week`` and ``check``."""

import pytest

from tests.commands.hands import WEEK, Begun, Terminal


def test_the_week_reads_as_it_is_printed(terminal: Terminal) -> None:
    said = terminal.run("week", "--week", WEEK)
    assert (said.status, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == "Uge 48 · 23.–29. november 2026 · M.J."
    assert any(line.startswith("tirsdag 24. nov") for line in lines)
    assert any(line.startswith("  09.00–10.00  besøg") and "A.M." in line for line in lines)
    assert any(line.startswith("  09.30–09.45  telefon") and "B.K." in line for line in lines)


def test_nobodys_name_stands_in_the_week(terminal: Terminal) -> None:
    both = (
        terminal.run("week", "--week", WEEK).out
        + terminal.run("week", "--week", WEEK, "--json").out
    )
    assert "Mortensen" not in both
    assert "Asta" not in both


def test_machines_get_the_week_as_facts(terminal: Terminal, begun: Begun) -> None:
    facts = terminal.run("week", "--week", WEEK, "--json").facts
    assert (facts["week"], facts["first"], facts["last"]) == (
        "2026-W48",
        "2026-11-23",
        "2026-11-29",
    )
    assert facts["worker"] == "M.J."
    visit, call = facts["contacts"]
    assert (visit["day"], visit["start"], visit["minutes"]) == ("2026-11-24", "09:00", 60)
    assert (visit["form"], visit["status"]) == ("physical", "planned")
    assert visit["workers"] == ["M.J."]
    assert visit["citizens"] == [{"code": "AM", "initials": "A.M."}]
    assert call["form"] == "phone"
    assert [day["day"] for day in facts["travel"]] == ["2026-11-24"]
    assert facts["holidays"] == facts["absences"] == facts["appointments"] == []


def test_holidays_are_told(terminal: Terminal) -> None:
    facts = terminal.run("week", "--week", "2026-53", "--json").facts
    assert facts["holidays"] == [
        {"day": "2026-12-31", "name": "Nytårsaftensdag"},
        {"day": "2027-01-01", "name": "Nytårsdag"},
    ]


@pytest.mark.parametrize("typed", ["M.J.", "mj", "m.j."])
def test_a_worker_is_found_by_her_initials_however_typed(terminal: Terminal, typed: str) -> None:
    assert terminal.run("week", "--week", WEEK, "--worker", typed).status == 0


def test_an_unknown_worker_is_told_with_those_there_are(terminal: Terminal) -> None:
    said = terminal.run("week", "--worker", "X.X.")
    assert (said.status, said.out) == (1, "")
    assert "Vælg mellem disse: M.J." in said.err


def test_without_a_week_it_is_the_present_one(terminal: Terminal) -> None:
    said = terminal.run("week", "--json")
    assert said.status == 0
    assert said.facts["contacts"] == [] or said.facts["week"] == "2026-W48"


def test_check_says_what_clashes_with_its_rule(terminal: Terminal) -> None:
    said = terminal.run("check", "--week", WEEK)
    assert said.status == 0
    assert "M.J. har to kontakter på samme tid" in said.out


def test_check_gives_machines_rule_day_and_contacts(terminal: Terminal) -> None:
    week = terminal.run("week", "--week", WEEK, "--json").facts
    found = terminal.run("check", "--week", WEEK, "--json").facts["sentences"]
    clash = next(one for one in found if "samme tid" in one["text"])
    assert clash["day"] == "2026-11-24"
    assert set(clash["contacts"]) == {one["id"] for one in week["contacts"]}
    assert all(one["rule"] is None or one["rule"].startswith("P") for one in found)


def test_check_names_whom_it_is_about_and_what_would_be_done_with_one_click(
    terminal: Terminal,
) -> None:
    found = terminal.run("check", "--week", WEEK, "--json").facts["sentences"]
    clash = next(one for one in found if "samme tid" in one["text"])
    assert clash["citizens"]
    assert all({"check", "first_day", "last_day", "mend"} <= set(one) for one in found)


def test_an_empty_week_has_nothing_to_look_at(terminal: Terminal) -> None:
    said = terminal.run("check", "--week", "2026-30")
    assert said.out.splitlines() == ["Uge 30 · M.J.", "Der er intet at se på."]
