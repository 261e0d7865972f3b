"""The team's sheet: what a leader changes counts at once, everywhere, and can be taken back."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

import bostoette
from bostoette.models.advised_contact import AdvisedContact
from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.conditions import LineAbout
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
from bostoette.models.sheet_card import SheetCard
from bostoette.models.sheet_change import Pending, number_name, switch_name
from bostoette.models.sheet_trial import InventedCase
from bostoette.models.situation import Situation
from bostoette.models.timespan import TimeSpan
from bostoette.models.worker import Worker
from bostoette.models.worker_kinds import WorkerRole
from bostoette.planning.advice import advise
from bostoette.planning.week_check import check_week
from bostoette.services import (
    citizens,
    contacts,
    form_choice,
    lists,
    overridden_rules,
    plan_checks,
    quick_add,
    sheet_trial,
    sheet_versions,
    tasks,
    team_sheet,
)
from bostoette.services.advice import advice_for
from bostoette.services.conditions import conditions_in_force, delivered_in_force
from bostoette.services.desk import Desk
from bostoette.services.practice_in_force import practice_in_force, practice_with
from bostoette.services.week import week_of
from bostoette.services.week_knowledge import checked_week, knowledge_of
from bostoette.store.journal import describe
from tests.clock import MONDAY
from tests.met_before import meet

VIDEO, PHONE, PHYSICAL = ContactForm.VIDEO, ContactForm.PHONE, ContactForm.PHYSICAL
HOME_DAYS = NumberName("P37", "home_days")
WORRY = "hurtigt vende en bekymring"


@pytest.fixture
def known_citizen(desk: Desk, citizen_id: Key) -> Key:
    version = desk.read(citizens.details, citizen_id).profile_version
    desk.do(citizens.change_profile, citizen_id, version, ProfileFields(filled_on=MONDAY))
    return citizen_id


@pytest.fixture
def leader(desk: Desk, worker_id: Key) -> Key:
    """M.J., now team leader."""

    def lead(session: Session) -> None:
        session.get_one(Worker, worker_id).role = WorkerRole.TEAM_LEADER
        describe(session, "Teamleder")

    desk.upkeep(lead)
    return worker_id


def plan(desk: Desk, citizen: Key, worker: Key, form: ContactForm, **other: Any) -> Key:
    purpose = other.pop("purpose", "support_conversation")
    day = other.pop("day", MONDAY)
    fields = ContactFields(TimeSpan(day, 540, 60), form, purpose, (worker,), (citizen,), **other)
    return desk.do(contacts.create, fields)


def card(*good_for: str) -> SheetCard:
    return SheetCard({LineAbout.GOOD_FOR: good_for}, 25, 45)


def ids_against(desk: Desk, citizen: Key, worker: Key, form: ContactForm) -> tuple[str, ...]:
    asked = AdvisedContact(citizen, (worker,), "support_conversation", MONDAY)
    found = desk.read(advice_for, asked).of(form)
    assert found is not None
    return found.rules


def test_a_rule_switched_off_changes_the_advice_and_undo_brings_it_back(
    desk: Desk, known_citizen: Key, leader: Key
) -> None:
    assert "P11" in ids_against(desk, known_citizen, leader, VIDEO)
    desk.do(team_sheet.switch_rule, leader, "P11", on=False)
    assert "P11" not in ids_against(desk, known_citizen, leader, VIDEO)
    assert desk.undo() == "P11 slået fra"
    assert "P11" in ids_against(desk, known_citizen, leader, VIDEO)


def test_a_number_changes_the_advice_its_text_and_the_checks_of_a_plan(
    desk: Desk, known_citizen: Key, leader: Key
) -> None:
    seen = plan(desk, known_citizen, leader, PHYSICAL, day=MONDAY - timedelta(days=20))
    desk.do(contacts.hold, seen)
    assert "P37" not in ids_against(desk, known_citizen, leader, VIDEO)
    desk.do(team_sheet.change_number, leader, HOME_DAYS, 10)
    assert "P37" in ids_against(desk, known_citizen, leader, VIDEO)
    asked = AdvisedContact(known_citizen, (leader,), "support_conversation", MONDAY)
    found = desk.read(advice_for, asked).of(VIDEO)
    assert found is not None
    assert any("10 dage" in reason.text for reason in found.reasons)
    desk.do(team_sheet.change_number, leader, HOME_DAYS, 28)
    assert desk.read(practice_in_force) is practice_with(())


def test_the_checks_of_a_plan_follow_a_number_also_beyond_their_window(
    desk: Desk, known_citizen: Key, leader: Key
) -> None:
    met = plan(desk, known_citizen, leader, PHYSICAL, day=MONDAY - timedelta(days=35))
    desk.do(contacts.hold, met)

    def raised() -> set[str]:
        return {one.rule for one in desk.read(plan_checks.plans_of_citizen, known_citizen, MONDAY)}

    days = NumberName("P01", "face_to_face_days")
    assert "P01" in raised()
    desk.do(team_sheet.change_number, leader, days, 60)
    assert "P01" not in raised()
    desk.do(team_sheet.change_number, leader, days, 40)
    assert "P01" in raised()
    desk.do(team_sheet.switch_rule, leader, "P01", on=False)
    assert "P01" not in raised()


def test_a_week_is_checked_by_the_teams_own_numbers(
    desk: Desk, known_citizen: Key, leader: Key
) -> None:
    plan(desk, known_citizen, leader, PHONE)
    desk.do(
        contacts.create,
        ContactFields(TimeSpan(MONDAY, 605, 30), PHONE, "acute", (leader,), (known_citizen,)),
    )

    def found() -> set[str]:
        week = desk.read(week_of, (leader,), IsoWeek.of(MONDAY))
        known = desk.read(knowledge_of, week)
        checked = checked_week(week, known, lambda _day: None, datetime(2026, 11, 20, 8, 0))
        return {one.rule for one in check_week(checked)}

    assert "P80" in found()
    desk.do(team_sheet.change_number, leader, NumberName("P80", "after_remote_minutes"), 5)
    assert "P80" not in found()
    desk.undo()
    assert "P80" in found()
    desk.do(team_sheet.switch_rule, leader, "P80", on=False)
    assert "P80" not in found()


def test_lengths_are_proposed_and_capped_as_the_team_says(
    desk: Desk, known_citizen: Key, leader: Key
) -> None:
    desk.do(team_sheet.change_lengths, leader, PHONE, 40, 50)
    assert desk.read(lists.contact_choices).lengths[PHONE].default_minutes == 40
    assert desk.read(quick_add.known, MONDAY).lengths[PHONE] == 40
    assert desk.read(conditions_in_force).compiled.caps[PHONE] == 50
    proposal = desk.read(form_choice.proposal, "acute", None)
    assert proposal is not None
    assert proposal.minutes == 40


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        (lambda s, a: team_sheet.change_number(s, a, HOME_DAYS, 0), "fra 1 dag til 365 dage"),
        (lambda s, a: team_sheet.change_number(s, a, HOME_DAYS, 366), "Intet er ændret"),
        (
            lambda s, a: team_sheet.change_number(s, a, NumberName("P84", "day_ends"), 7),
            "kan ikke være over",
        ),
        (lambda s, a: team_sheet.switch_rule(s, a, "P54", on=False), "P54 kan ikke slås fra"),
        (lambda s, a: team_sheet.switch_rule(s, a, "P04", on=False), "Et nej fra borgeren"),
        (lambda s, a: team_sheet.switch_rule(s, a, "nothing", on=False), "findes ikke længere"),
        (
            lambda s, a: team_sheet.change_lengths(s, a, VIDEO, 46, 45),
            "kan ikke være over den længste",
        ),
        (
            lambda s, a: team_sheet.change_lengths(s, a, VIDEO, 4, 45),
            "5 til 480 minutter",
        ),
        (lambda s, a: team_sheet.write_card(s, a, VIDEO, card("  ")), "hvad linjen"),
        (lambda s, a: team_sheet.write_card(s, a, VIDEO, card("x" * 201)), "for lang"),
        (lambda s, a: team_sheet.write_card(s, a, VIDEO, card("010180-1234")), "CPR-nummer"),
        (lambda s, a: team_sheet.go_back(s, a, "P01.on"), "findes ikke længere"),
        (lambda s, a: sheet_versions.save_version(s, a, MONDAY, ()), "Sæt hak"),
        (lambda s, a: sheet_versions.save_version(s, a, MONDAY, (a,), MONDAY), "frem i tiden"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_sentence(
    desk: Desk, leader: Key, wish: Callable[[Session, Key], object], sentence: str
) -> None:
    before = desk.undo_state()
    with pytest.raises(PlanError, match=sentence):
        desk.do(wish, leader)
    assert desk.undo_state() == before


@pytest.mark.parametrize(
    "wish",
    [
        lambda s, a: team_sheet.switch_rule(s, a, "P11", on=False),
        lambda s, a: team_sheet.change_number(s, a, HOME_DAYS, 10),
        lambda s, a: team_sheet.change_lengths(s, a, VIDEO, 25, 60),
        lambda s, a: team_sheet.write_card(s, a, VIDEO, card(WORRY)),
        lambda s, a: team_sheet.go_back(s, a, "P11.on"),
        lambda s, a: team_sheet.apply_pending(s, a, Pending("P11.on", value=False)),
        lambda s, a: sheet_versions.save_version(s, a, MONDAY, (a,)),
    ],
)
def test_a_worker_may_change_nothing(
    colleagues_desk: Desk,
    colleague_id: Key,
    leader: Key,
    wish: Callable[[Session, Key], object],
) -> None:
    assert leader
    with pytest.raises(PlanError, match="teamleder"):
        colleagues_desk.do(wish, colleague_id)


def every_number() -> list[NumberName]:
    rules = practice_with(()).rules.rules
    return [NumberName(rule.id, name) for rule in rules.values() for name in rule.numbers]


def test_every_number_can_be_changed_within_its_bounds_and_nothing_breaks(
    desk: Desk, known_citizen: Key, leader: Key
) -> None:
    for name in every_number():
        delivered = practice_with(()).rules.number(name)
        for value in (delivered.unit.bounds[0], delivered.unit.bounds[-1]):
            practice = practice_with(((number_name(name), value),))
            assert practice.rules.number(name).value == value
            assert practice.rules.number(name).said in practice.rules.rules[name.rule].text or (
                f"{{{name.number}}}" not in practice.rules.rules[name.rule].template
            )
        up = min(delivered.value + 1, delivered.unit.bounds[-1])
        desk.do(team_sheet.change_number, leader, name, up)
        assert desk.read(conditions_in_force).rules.number(name).value == up
        desk.undo()
    assert desk.read(conditions_in_force) is delivered_in_force()


def test_a_sheet_that_says_all_that_is_delivered_is_the_delivered_one(
    desk: Desk, leader: Key
) -> None:
    delivered = practice_with(())
    for rule in delivered.rules.rules.values():
        desk.do(team_sheet.switch_rule, leader, rule.id, on=rule.on)
    for name in every_number():
        value = delivered.rules.number(name).value
        desk.do(team_sheet.change_number, leader, name, value)
    for form, length in delivered.conditions.lengths.items():
        lines = {
            about: tuple(one.text for one in delivered.conditions.lines_of(form, about))
            for about in LineAbout
        }
        written = SheetCard(lines, length.default_minutes, length.cap_minutes)
        desk.do(team_sheet.write_card, leader, form, written)
    assert desk.read(practice_in_force) is delivered
    spelled = tuple(
        sorted(
            [(switch_name(one.id), one.on) for one in delivered.rules.rules.values()]
            + [(number_name(name), delivered.rules.number(name).value) for name in every_number()]
        )
    )
    assert practice_with(spelled) == delivered


def test_a_form_line_is_added_written_put_away_and_taken_back(desk: Desk, leader: Key) -> None:
    def good_for() -> list[str]:
        conditions = desk.read(practice_in_force).conditions
        return [one.text for one in conditions.lines_of(VIDEO, LineAbout.GOOD_FOR)]

    before = good_for()
    desk.do(team_sheet.write_card, leader, VIDEO, card(*before, f"  {WORRY} "))
    assert good_for() == [*before, WORRY]
    desk.do(team_sheet.write_card, leader, VIDEO, card(*before[1:], "At se hinanden"))
    assert good_for() == [*before[1:], "At se hinanden"]
    assert desk.undo() == "Ret kortet om video"
    assert good_for() == [*before, WORRY]
    desk.do(team_sheet.write_card, leader, VIDEO, card(*before))
    assert good_for() == before


def test_a_meeting_settles_on_a_version_and_half_a_year_later_it_is_due(
    desk: Desk, leader: Key, colleague_id: Key, colleagues_desk: Desk, known_citizen: Key
) -> None:
    said = desk.read(practice_in_force).conditions.good_for[VIDEO]
    desk.do(team_sheet.write_card, leader, VIDEO, card(*said, WORRY))
    desk.do(team_sheet.change_number, leader, HOME_DAYS, 21)
    number = desk.do(sheet_versions.save_version, leader, MONDAY, (leader, colleague_id))
    assert number == 2

    fields = ContactFields(
        TimeSpan(MONDAY, 540, 25), VIDEO, "short_follow_up", (colleague_id,), (known_citizen,)
    )
    shown = colleagues_desk.read(form_choice.advice_on, fields)
    assert shown is not None
    assert WORRY in shown.good_for[VIDEO]

    second, first = desk.read(sheet_versions.versions)
    assert (first.number, first.saved_on, second.saved_on) == (1, None, MONDAY)
    assert second.author is not None
    assert second.author.initials == "M.J."
    assert [one.initials for one in second.participants] == ["M.J.", "K.L."]
    assert second.review_on == MONDAY.replace(month=5, year=2027)
    told = desk.read(sheet_versions.changed_between, first, second)
    assert [(one.what, one.before, one.after) for one in told] == [
        (f"P37 · {practice_with(()).rules.number(HOME_DAYS).title}", "28 dage", "21 dage"),
        ("Video · God til", "", f"»{WORRY}«"),
    ]
    assert [one.said for one in told] == ["28 dage → 21 dage", f"tilføjet: »{WORRY}«"]
    back = desk.read(sheet_versions.changed_between, second, first)
    assert [one.said for one in back] == ["21 dage → 28 dage", f"taget ud: »{WORRY}«"]

    due = second.review_on
    assert desk.read(sheet_versions.review_due, due - timedelta(days=1)) is None
    assert desk.read(sheet_versions.review_due, due) == due
    assert desk.read(tasks.tasks_due_count, leader, due) == 1
    assert colleagues_desk.read(tasks.tasks_due_count, colleague_id, due) == 0
    assert desk.do(sheet_versions.save_version, leader, due, (leader,)) == 3
    assert desk.read(sheet_versions.review_due, due) is None
    assert desk.read(tasks.tasks_due_count, leader, due) == 0
    desk.undo()
    assert desk.read(tasks.tasks_due_count, leader, due) == 1


def test_opposite_flags_get_different_forms_and_the_sheet_decides_over_both() -> None:
    walker = ProfileFields(filled_on=MONDAY, does_not_want_home_seen=True)
    talker = ProfileFields(filled_on=MONDAY, uneasy_in_public=True)
    met = Situation("short_follow_up", 3, 5, 5)
    by = delivered_in_force().compiled
    best = [advise(one, met, by).best for one in (walker, talker)]
    assert best[0] is not None
    assert best[1] is not None
    assert best[0].form is not best[1].form
    first = advise(walker, met, by).of(best[1].form)
    assert first is not None
    assert all(reason.text and reason.rules for reason in first.reasons)


def test_a_change_is_tried_on_somebody_invented_before_anything_is_saved(
    desk: Desk, leader: Key
) -> None:
    case = InventedCase(
        ProfileFields(filled_on=MONDAY), Situation("support_conversation", 3, 30, 2)
    )
    trial = desk.read(sheet_trial.try_on_invented, case, Pending(number_name(HOME_DAYS), 40))
    before, after = trial.before.of(VIDEO), trial.after.of(VIDEO)
    assert before is not None
    assert after is not None
    assert "P37" in before.rules
    assert "P37" not in after.rules
    assert desk.read(conditions_in_force) is delivered_in_force()


def test_a_change_is_tried_on_a_real_citizen_and_on_the_weeks_contacts(
    desk: Desk, known_citizen: Key, leader: Key
) -> None:
    key = plan(desk, known_citizen, leader, PHONE)
    plan(desk, known_citizen, leader, PHYSICAL, day=MONDAY + timedelta(days=14))
    pending = Pending(switch_name("P11"), value=False)
    asked = AdvisedContact(known_citizen, (leader,), "acute", MONDAY)
    trial = desk.read(sheet_trial.try_on_citizen, asked, pending)
    assert trial.before != trial.after
    week = desk.read(sheet_trial.try_on_week, IsoWeek.of(MONDAY), pending)
    assert week.contacts == 1
    assert [(one.contact_id, one.citizen) for one in week.changed] == [(key, "A.M.")]
    assert week.changed[0].before
    nothing = Pending(switch_name("P75"), value=False)
    assert desk.read(sheet_trial.try_on_week, IsoWeek.of(MONDAY), nothing).changed == ()
    desk.do(team_sheet.apply_pending, leader, pending)
    assert "P11" not in ids_against(desk, known_citizen, leader, VIDEO)


def test_a_change_is_tried_on_a_citizen_as_her_own_worker_holds_the_contact(
    desk: Desk, known_citizen: Key, worker_id: Key
) -> None:
    meet(desk, known_citizen, worker_id)
    found = desk.read(citizens.details, known_citizen)
    theirs = replace(found.fields, primary_worker_id=worker_id)
    desk.do(citizens.change, known_citizen, found.version, theirs)
    stranger = AdvisedContact(known_citizen, (bytes(16),), "acute", MONDAY)
    off = Pending(switch_name("P57"), value=False)
    video = desk.read(sheet_trial.try_on_citizen, stranger, off).before.of(VIDEO)
    assert video is not None
    assert video.rules == ()


def test_the_rules_set_aside_most_are_told_with_their_reasons(
    desk: Desk, known_citizen: Key, leader: Key
) -> None:
    reason = "Vi kender hinanden fra før"
    plan(desk, known_citizen, leader, VIDEO, override_reason=reason)
    plan(desk, known_citizen, leader, PHONE, day=MONDAY + timedelta(days=1))
    found = {one.rule: one for one in desk.read(overridden_rules.most_overridden, MONDAY)}
    assert found["P11"].times == 1
    assert found["P11"].reasons == (reason,)


def test_a_change_this_release_does_not_know_is_passed_over() -> None:
    odd = (("gone.days", 3), ("P01.gone", 3), ("line.gone", "x"), ("length.video.cap_minutes", 50))
    assert practice_with(odd).conditions.lengths[VIDEO].cap_minutes == 50
    assert practice_with(odd).rules == practice_with(()).rules


BEGINNINGS = {
    "bostoette/commands/self_check.py",
    "bostoette/services/delivered_lists.py",
    "bostoette/services/paper_settings.py",
    "bostoette/services/practice_in_force.py",
    "bostoette/services/quick_add.py",
    "bostoette/services/tray.py",
}
"""What a new file begins with, and the purposes' orders, which no team changes."""


def test_nobody_else_reads_the_delivered_conditions_past_the_team() -> None:
    root = Path(bostoette.__file__).parents[1]
    readers = {
        file.relative_to(root).as_posix()
        for file in root.glob("bostoette/**/*.py")
        if re.search("import delivered_(conditions|practice)", file.read_text(encoding="utf-8"))
    }
    assert readers == BEGINNINGS
