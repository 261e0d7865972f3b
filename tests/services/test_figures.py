"""Figures counted by hand, and the rows that open behind them (P85)."""

from datetime import timedelta

import pytest

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.figure import Cell
from bostoette.models.figure_scope import Ask, Scope, ScopeKind, Section
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.services import contacts
from bostoette.services.behind_figures import behind
from bostoette.services.desk import Desk
from bostoette.services.figure_rights import scopes_of
from bostoette.services.figures import figures_of
from bostoette.store.database import Database
from tests.leader import desk_of_leader
from tests.services.figures_asked import NOW, TODAY, WEEKS, cells, figure, holds, texts
from tests.twenty_contacts import add_twenty

TEAM = Scope()


@pytest.fixture
def twenty(desk: Desk, worker_id: Key, citizen_id: Key) -> tuple[Key, ...]:
    return add_twenty(desk, worker_id, citizen_id)


@pytest.fixture
def leaders_desk(database: Database, worker_id: Key) -> Desk:
    return desk_of_leader(database)


def test_twenty_contacts_give_the_rates_that_were_counted_by_hand(
    desk: Desk, twenty: tuple[Key, ...]
) -> None:
    shown = figure(desk, TEAM, Section.ATTENDANCE, "attendance")
    assert texts(shown, "I alt") == [
        "20",
        "12 · 60 %",
        "2 · 10 %",
        "1 · 5 %",
        "4 · 20 %",
        "1 · 5 %",
        "0",
    ]
    assert texts(shown, "Besøg") == [
        "9",
        "5 · 56 %",
        "1 · 11 %",
        "1 · 11 %",
        "1 · 11 %",
        "1 · 11 %",
        "0",
    ]
    assert texts(shown, "Telefon") == ["7", "4 · 57 %", "1 · 14 %", "0", "2 · 29 %", "0", "0"]
    assert texts(shown, "Video") == ["3", "2 · 67 %", "0", "0", "1 · 33 %", "0", "0"]
    assert texts(shown, "Gåtur") == ["1", "1 · 100 %", "0", "0", "0", "0", "0"]
    holds(desk, shown)


def test_every_week_has_its_own_rates(desk: Desk, twenty: tuple[Key, ...]) -> None:
    """Ten lie in week 47: nine visits and the first phone call."""
    shown = figure(desk, TEAM, Section.ATTENDANCE, "attendance-time")
    assert texts(shown, "uge 47") == [
        "10",
        "6 · 60 %",
        "1 · 10 %",
        "1 · 10 %",
        "1 · 10 %",
        "1 · 10 %",
        "0",
    ]
    assert texts(shown, "uge 48") == ["10", "6 · 60 %", "1 · 10 %", "0", "3 · 30 %", "0", "0"]
    holds(desk, shown)


def test_nobody_lacks_to_note_what_is_planned_today_until_the_day_has_passed(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    for day in (TODAY - timedelta(days=1), TODAY):
        fields = ContactFields(
            TimeSpan(day, 600, 30),
            ContactForm.VIDEO,
            "short_follow_up",
            (worker_id,),
            (citizen_id,),
        )
        desk.do(contacts.create, fields)
    shown = cells(figure(desk, TEAM, Section.ATTENDANCE, "attendance"), "I alt")
    assert shown["Ikke noteret"].text == "1"


def test_the_mix_is_what_was_held(desk: Desk, twenty: tuple[Key, ...]) -> None:
    shown = figure(desk, TEAM, Section.MIX, "mix")
    assert texts(shown, "I alt") == ["12", "5 · 42 %", "4 · 33 %", "2 · 17 %", "1 · 8 %"]
    assert texts(shown, "uge 47") == ["6", "5 · 83 %", "1 · 17 %", "0", "0"]
    assert texts(shown, "uge 48") == ["6", "0", "3 · 50 %", "2 · 33 %", "1 · 17 %"]
    holds(desk, shown)


def test_worker_and_citizen_have_a_mix_of_their_own(
    desk: Desk, twenty: tuple[Key, ...], worker_id: Key, citizen_id: Key, colleague_id: Key
) -> None:
    for scope, number in (
        (Scope(ScopeKind.WORKER, worker_id), "12"),
        (Scope(ScopeKind.CITIZEN, citizen_id), "12"),
        (Scope(ScopeKind.WORKER, colleague_id), "0"),
    ):
        assert texts(figure(desk, scope, Section.MIX, "mix"), "I alt")[0] == number
    mine = figure(desk, Scope(ScopeKind.WORKER, worker_id), Section.MIX, "mix-people")
    assert texts(mine, "Asta Mortensen")[0] == "12"
    team = figure(desk, TEAM, Section.MIX, "mix-people")
    assert texts(team, "Mona Jensen")[0] == "12"


def test_the_rows_behind_are_those_that_were_counted(desk: Desk, twenty: tuple[Key, ...]) -> None:
    cell = cells(figure(desk, TEAM, Section.ATTENDANCE, "attendance"), "Video")["Udeblevet"]
    found = desk.read(behind, desk.actor_id, cell, TODAY, names=False)
    assert [row.contact_id for row in found.rows] == [twenty[18]]
    assert found.total == "1 kontakt"
    assert "A.M." in found.rows[0].words
    assert "Udeblevet" in found.rows[0].words


def test_discretion_shows_initials_behind_a_number(desk: Desk, twenty: tuple[Key, ...]) -> None:
    cell = cells(figure(desk, TEAM, Section.MIX, "mix"), "I alt")["Gåtur"]
    said = desk.read(behind, desk.actor_id, cell, TODAY, names=True).rows[0].words
    hidden = desk.read(behind, desk.actor_id, cell, TODAY, names=False).rows[0].words
    assert "Asta Mortensen" in said
    assert "Asta Mortensen" not in hidden


def test_a_worker_sees_her_own_figures_and_her_own_citizens(
    desk: Desk, leaders_desk: Desk, worker_id: Key, citizen_id: Key, colleague_id: Key
) -> None:
    mine = desk.read(scopes_of, worker_id, TODAY)
    assert not mine.team
    assert [one.key for one in mine.workers] == [worker_id]
    assert [one.key for one in mine.citizens] == [citizen_id]
    leads = leaders_desk.read(scopes_of, leaders_desk.actor_id, TODAY)
    assert leads.team
    assert {one.key for one in leads.workers} == {worker_id, colleague_id, leaders_desk.actor_id}


@pytest.mark.parametrize("section", Section)
def test_what_is_others_is_refused(
    desk: Desk,
    leaders_desk: Desk,
    colleagues_desk: Desk,
    worker_id: Key,
    citizen_id: Key,
    section: Section,
) -> None:
    for scope in (
        TEAM,
        Scope(ScopeKind.WORKER, worker_id),
        Scope(ScopeKind.CITIZEN, citizen_id),
    ):
        with pytest.raises(PlanError, match="ser teamlederen"):
            colleagues_desk.read(
                figures_of, colleagues_desk.actor_id, Ask(scope, WEEKS, NOW), section
            )


def test_the_rows_behind_others_numbers_are_refused(
    desk: Desk, leaders_desk: Desk, colleagues_desk: Desk, twenty: tuple[Key, ...]
) -> None:
    cell = Cell(twenty[:3])
    with pytest.raises(PlanError, match="ser teamlederen"):
        colleagues_desk.read(behind, colleagues_desk.actor_id, cell, TODAY, names=True)
    assert len(desk.read(behind, desk.actor_id, cell, TODAY, names=True).rows) == 3
