"""What surrounds contacts, acted out, and what was saved (P24)."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event

from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields, CitizenFields
from bostoette.models.citizen_kinds import AgreementRhythm
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.figure_scope import Scope, ScopeKind, Section
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.task_fields import ListedTask
from bostoette.services import (
    agreements,
    citizen_page,
    citizens,
    contacts,
    no_shows,
    not_heard_from,
    relapse,
    tasks,
    unplanned,
    week_facts,
)
from bostoette.services.desk import Desk
from bostoette.services.form_choice import PlacedForm
from bostoette.services.plan_checks import plan_sentences
from bostoette.services.program_file import seed_lists
from bostoette.services.week import week_of
from bostoette.store.database import Database
from tests.clock import MONDAY, At
from tests.services.figures_asked import cells, figure, holds, texts
from tests.services.remote_hands import plan
from tests.services.series_hands import visit_with

PHONE, VIDEO, VISIT = ContactForm.PHONE, ContactForm.VIDEO, ContactForm.PHYSICAL
WALK = ContactForm.WALK_TALK
NOW = datetime(2026, 11, 25, 14, 20)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def lists(desk: Desk) -> None:
    desk.upkeep(seed_lists, "test")


def mine(desk: Desk) -> tuple[ListedTask, ...]:
    return desk.read(tasks.tasks_of, desk.actor_id)


# eight minutes of video between visits


def test_eight_minutes_of_video_are_held_unplanned_and_counted_with_the_rest(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    key = desk.do(unplanned.note, citizen_id, VIDEO, 8, by=worker_id, now=NOW)
    found = desk.read(contacts.details, key)
    assert (found.status, found.fields.unplanned) == (ContactStatus.HELD, True)
    assert (found.fields.span.start, found.actual_minutes) == (14 * 60 + 12, 8)
    assert desk.undo_state().undo == "Uplanlagt video med A.M."
    week = IsoWeek.of(NOW.date())
    assert desk.read(week_facts.facts_of_week, (worker_id,), week).unplanned == 1
    page = desk.read(citizen_page.page_of, citizen_id, NOW.date())
    assert [(one.minutes, one.unplanned) for one in page.contacts] == [(8, True)]


def test_the_minutes_come_from_the_rule_and_the_latest_citizen_first(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    other = desk.do(citizens.create, CitizenFields("Anna Bang"))
    found = desk.read(unplanned.offer, worker_id, NOW.date())
    assert found.minutes == (5, 8, 10, 15)
    assert [one.id for one in found.citizens] == [other, citizen_id]
    desk.do(unplanned.note, citizen_id, PHONE, 5, by=worker_id, now=NOW)
    found = desk.read(unplanned.offer, worker_id, NOW.date())
    assert [one.id for one in found.citizens] == [citizen_id, other]


def test_a_call_just_after_midnight_does_not_begin_the_day_before(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    night = NOW.replace(hour=0, minute=3)
    key = desk.do(unplanned.note, citizen_id, PHONE, 10, by=worker_id, now=night)
    assert desk.read(contacts.details, key).fields.span.start == 0


def test_a_visit_that_is_needed_becomes_a_task_for_the_same_day(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    key = desk.do(unplanned.note, citizen_id, PHONE, 5, by=worker_id, now=NOW)
    desk.do(unplanned.visit_needed, key, by=worker_id)
    (task,) = mine(desk)
    assert task.text.startswith("Planlæg et besøg hos A.M.")
    assert task.due == NOW.date()
    assert not task.tells


# the relapse button


def relapsed(desk: Desk, citizen_id: Key, worker_id: Key) -> None:
    desk.do(relapse.note_relapse, citizen_id, by=worker_id, today=MONDAY)


def test_a_relapse_asks_for_a_meeting_within_three_days_and_undo_takes_all_of_it_back(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    relapsed(desk, citizen_id, worker_id)
    (task,) = mine(desk)
    assert task.text.startswith("A.M. er væltet. Mød borgeren ansigt til ansigt")
    assert task.due == MONDAY + 3 * DAY
    assert desk.read(relapse.relapse_of, citizen_id) == relapse.Relapse(MONDAY, MONDAY + 3 * DAY)
    with pytest.raises(PlanError, match="allerede noteret"):
        relapsed(desk, citizen_id, worker_id)
    assert desk.undo() == "A.M. er væltet"
    assert mine(desk) == ()
    assert desk.read(relapse.relapse_of, citizen_id) is None


def test_a_relapse_stands_among_what_to_look_at_until_a_meeting_is_planned_in_time(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    relapsed(desk, citizen_id, worker_id)

    def said() -> list[str]:
        week = desk.read(week_of, (worker_id,), IsoWeek.of(MONDAY))
        found = desk.read(plan_sentences, week, MONDAY)
        return [one.text for one in found if one.check == relapse.CHECK]

    told = (
        "A.M. er væltet man. 23. nov., og intet møde ansigt til ansigt er planlagt "
        "senest tor. 26. nov."
    )
    assert said() == [told]
    late, visit = (desk.do(contacts.create, visit_with(worker_id, citizen_id)) for _ in range(2))
    desk.do(contacts.move, late, at(4, "10.00", 60))
    desk.do(contacts.move, visit, at(3, "10.00", 60))
    assert said() == []
    desk.do(contacts.change_form, visit, PHONE)
    assert said() == [told]
    desk.do(contacts.change_form, visit, WALK)
    assert said() == []
    desk.do(contacts.cancel, visit, ContactStatus.NO_SHOW, "ikke hjemme")
    assert said() == [told]
    desk.do(contacts.hold, late)
    assert said() == []


def test_whoever_stands_in_plan_b_is_told_in_the_program(
    desk: Desk, colleagues_desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    fields = visit_with(worker_id, citizen_id, plan_b="Ring til Karl")
    key = desk.do(contacts.create, fields)
    desk.do(contacts.change_form, key, PHONE)
    desk.do(contacts.move, key, at(2, "10.00", 30))
    relapsed(desk, citizen_id, worker_id)
    (told,) = mine(colleagues_desk)
    assert "du står i plan B" in told.text
    assert told.due == MONDAY


def test_a_held_call_ends_nothing_and_a_held_visit_ends_the_relapse_and_its_tasks(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    relapsed(desk, citizen_id, worker_id)
    key = desk.do(contacts.create, visit_with(worker_id, citizen_id))
    desk.do(contacts.move, key, at(2, "10.00", 60))
    desk.do(contacts.change_form, key, PHONE)
    desk.do(contacts.hold, key)
    assert desk.read(relapse.relapse_of, citizen_id) is not None
    assert len(mine(desk)) == 1
    desk.do(contacts.plan_again, key)
    desk.do(contacts.change_form, key, VISIT)
    desk.do(contacts.hold, key)
    assert desk.read(relapse.relapse_of, citizen_id) is None
    assert mine(desk) == ()
    desk.undo()
    assert len(mine(desk)) == 1


# not heard from


def held(desk: Desk, worker_id: Key, citizen_id: Key, days_ago: int) -> None:
    now = datetime.combine(MONDAY - days_ago * DAY, NOW.time())
    desk.do(unplanned.note, citizen_id, PHONE, 5, by=worker_id, now=now)


@pytest.mark.parametrize(("days_ago", "silent"), [(13, False), (14, True), (40, True)])
def test_fourteen_days_of_silence_put_a_citizen_on_the_list(
    desk: Desk, worker_id: Key, citizen_id: Key, days_ago: int, *, silent: bool
) -> None:
    held(desk, worker_id, citizen_id, days_ago)
    found = desk.read(not_heard_from.not_heard_from, MONDAY)
    assert [(one.citizen.initials, one.days) for one in found] == [("A.M.", days_ago)] * silent


def test_a_missed_visit_and_one_that_is_planned_are_not_heard_contacts(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    held(desk, worker_id, citizen_id, 20)
    for weekday in (-3, 2):
        key = desk.do(contacts.create, visit_with(worker_id, citizen_id))
        desk.do(contacts.move, key, at(weekday, "9.00", 60))
        if weekday < 0:
            desk.do(contacts.cancel, key, ContactStatus.NO_SHOW, "ikke hjemme")
    (found,) = desk.read(not_heard_from.not_heard_from, MONDAY)
    assert found.last_held == MONDAY - 20 * DAY


def test_the_list_is_for_a_worker_or_the_team_and_new_citizens_are_not_on_it(
    desk: Desk, worker_id: Key, colleague_id: Key, citizen_id: Key
) -> None:
    desk.do(citizens.create, CitizenFields("Ny Borger", primary_worker_id=worker_id))
    held(desk, worker_id, citizen_id, 20)
    for workers, count in (((worker_id,), 1), ((colleague_id,), 0), (None, 1)):
        assert len(desk.read(not_heard_from.not_heard_from, MONDAY, workers)) == count
    listed = desk.read(citizens.listed, MONDAY)
    assert {one.initials: one.silent for one in listed} == {"A.M.": True, "N.B.": False}


# two no-shows


def missed(desk: Desk, worker_id: Key, citizen_id: Key, days_ago: int, at: At) -> Key:
    key = desk.do(contacts.create, visit_with(worker_id, citizen_id))
    desk.do(contacts.move, key, at(-days_ago, "9.00", 60))
    desk.do(contacts.cancel, key, ContactStatus.NO_SHOW, "ikke hjemme")
    return key


def test_two_no_shows_in_four_weeks_propose_a_bridge_and_a_day_to_meet_again(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    missed(desk, worker_id, citizen_id, 27, at)
    assert desk.read(no_shows.no_show_sentences, (citizen_id,), MONDAY) == ()
    last = missed(desk, worker_id, citizen_id, 3, at)
    (said,) = desk.read(no_shows.no_show_sentences, (citizen_id,), MONDAY)
    assert said.text == "A.M. er udeblevet 2 gange inden for 28 dage."
    assert said.contacts[-1] == last
    assert desk.read(no_shows.no_show_sentences, (citizen_id,), MONDAY + DAY) == ()
    back = MONDAY + 10 * DAY
    bridge = PlacedForm(citizen_id, WALK, at(1, "10.00", 15), worker_id)
    with pytest.raises(PlanError, match="før broen"):
        desk.do(no_shows.build_bridge, bridge, back_on=MONDAY)
    desk.do(no_shows.build_bridge, bridge, back_on=back)
    (task,) = mine(desk)
    assert (task.due, task.form) == (back, WALK)
    assert desk.read(no_shows.no_show_sentences, (citizen_id,), MONDAY) == ()
    desk.do(tasks.done, task.id, by=worker_id, at=datetime(2026, 11, 23, tzinfo=UTC))
    assert len(desk.read(no_shows.no_show_sentences, (citizen_id,), MONDAY)) == 1


def test_a_contact_held_after_the_last_no_show_takes_the_proposal_away(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    missed(desk, worker_id, citizen_id, 20, at)
    held(desk, worker_id, citizen_id, 10)
    missed(desk, worker_id, citizen_id, 5, at)
    assert len(desk.read(no_shows.stayed_away, (citizen_id,), MONDAY)) == 1
    held(desk, worker_id, citizen_id, 1)
    assert desk.read(no_shows.stayed_away, (citizen_id,), MONDAY) == ()


def test_many_who_stayed_away_are_found_in_as_many_statements_as_one(
    database: Database, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    other = desk.do(citizens.create, CitizenFields("Bo Æbelø", primary_worker_id=worker_id))
    for citizen in (citizen_id, other):
        for days_ago in (20, 3):
            missed(desk, worker_id, citizen, days_ago, at)
    asked = list[str]()
    event.listen(database.reader, "before_cursor_execute", lambda *args: asked.append(args[2]))
    assert len(desk.read(no_shows.stayed_away, (citizen_id,), MONDAY)) == 1
    for_one = len(asked)
    found = desk.read(no_shows.stayed_away, (citizen_id, other), MONDAY)
    assert {one.initials for one in found} == {"A.M.", "B.Æ."}
    assert len(asked) == 2 * for_one


# P24: converted against lost


def test_converted_and_lost_visits_are_counted_by_form(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    lost = missed(desk, worker_id, citizen_id, 0, at)
    saved = desk.do(contacts.create, visit_with(worker_id, citizen_id))
    call = desk.do(contacts.convert, saved, form=PHONE, to=at(0, "15.00", 15), reason="Syg")
    desk.do(contacts.hold, call)
    for scope in (Scope(), Scope(ScopeKind.WORKER, worker_id)):
        counted = figure(desk, scope, Section.ATTENDANCE, "rescued")
        for line in ("I alt", "Besøg"):
            found = cells(counted, line)
            assert (found["Reddet"].rows, found["Tabt"].rows) == ((saved,), (lost,))
        assert texts(counted, "Telefon") == ["0", "0", "0"]
        assert counted.said == "2 kontakter faldt fra; 1 blev reddet."
        holds(desk, counted)


def test_who_is_met_more_seldom_by_agreement_is_silent_only_after_her_own_rhythm(
    desk: Desk, citizen_id: Key
) -> None:
    line = AgreementLineFields(1, 60, AgreementRhythm.N_WEEKS, every_weeks=3)
    desk.do(agreements.agree, citizen_id, AgreementFields(MONDAY - 90 * DAY, lines=(line,)))
    desk.do(contacts.hold, plan(desk, citizen_id, VISIT, MONDAY))

    def silent(days: int) -> bool:
        return bool(desk.read(not_heard_from.not_heard_from, MONDAY + days * DAY))

    assert not silent(27)
    assert silent(28)
