"""Contact on demand, a trial, phase-out, risk and relation, acted out by the desk."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bostoette.models.advised_contact import AdvisedContact
from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.citizen_kinds import FormWish, RiskLevel
from bostoette.models.citizen_life import (
    CitizenLife,
    OnDemandFields,
    PairRelation,
    StoredPhaseOut,
    TrialFields,
)
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.life_kinds import PhaseOutState, RelationStrength, Triage, TrialOutcome
from bostoette.models.plan_error import PlanError
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.services import (
    advice,
    agreements,
    citizen_life,
    citizens,
    contacts,
    form_trials,
    not_heard_from,
    on_demand,
    phase_outs,
    relations,
    risk,
    series,
    tasks,
    triage,
    unplanned,
)
from bostoette.services.chores import look_after
from bostoette.services.contact_panel import panel_of
from bostoette.services.desk import Desk
from bostoette.services.plan_checks import plan_sentences
from bostoette.services.program_file import seed_lists
from bostoette.services.week import week_of
from tests.clock import MONDAY
from tests.services.remote_hands import answer, meet, plan

VISIT, PHONE, VIDEO = ContactForm.PHYSICAL, ContactForm.PHONE, ContactForm.VIDEO
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
CALLS = OnDemandFields(MONDAY + WEEK, "Ring på teamets nummer kl. 8–15", 1, 14)


@pytest.fixture(autouse=True)
def lists(desk: Desk) -> None:
    desk.upkeep(seed_lists, "test")


def weekly_visits(desk: Desk, citizen: Key) -> Key:
    fields = ContactFields(
        TimeSpan(MONDAY, 600, 60), VISIT, "support_conversation", (desk.actor_id,), (citizen,)
    )
    rule = SeriesRule(1, (0,), MONDAY, 600, 60, count=6)
    return desk.do(series.create, fields, rule, today=MONDAY)


def agree_on_visits(desk: Desk, citizen: Key) -> Key:
    lines = (AgreementLineFields(1, 60),)
    return desk.do(agreements.agree, citizen, AgreementFields(MONDAY - 4 * WEEK, lines))


def knowing(desk: Desk, citizen: Key) -> tuple[PairRelation, ...]:
    return desk.read(relations.relations_of, citizen, MONDAY)


def life(desk: Desk, citizen: Key, today: date = MONDAY) -> CitizenLife:
    return desk.read(citizen_life.life_of, citizen, today)


def running(desk: Desk, citizen: Key, today: date = MONDAY) -> StoredPhaseOut:
    found = life(desk, citizen, today).phase_out
    assert found is not None
    return found


# over to contact on demand, and back


def test_series_stop_from_the_chosen_date_and_one_undo_brings_all_back(
    desk: Desk, citizen_id: Key
) -> None:
    agree_on_visits(desk, citizen_id)
    weekly_visits(desk, citizen_id)
    single = plan(desk, citizen_id, PHONE, MONDAY + 2 * WEEK)
    stops = desk.read(on_demand.what_stops, citizen_id, CALLS.first_day)
    assert [one.day for one in stops.contacts] == [MONDAY + n * WEEK for n in range(1, 6)]
    assert len(stops.series) == 1
    desk.do(on_demand.begin, citizen_id, CALLS)
    agreed = desk.read(citizens.details, citizen_id).agreement_on(CALLS.first_day)
    assert agreed is not None
    assert agreed.fields.on_demand
    assert not desk.read(on_demand.what_stops, citizen_id, CALLS.first_day).contacts
    assert desk.read(contacts.details, single).status is ContactStatus.PLANNED
    with pytest.raises(PlanError, match="allerede efter behov"):
        desk.do(on_demand.begin, citizen_id, CALLS)
    desk.undo()
    assert len(desk.read(on_demand.what_stops, citizen_id, CALLS.first_day).contacts) == 5
    assert life(desk, citizen_id).on_demand == ()


def test_fourteen_days_of_silence_put_the_citizen_on_the_list_and_a_call_takes_her_off(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    meet(desk, citizen_id, MONDAY)
    desk.do(on_demand.begin, citizen_id, CALLS)
    thirteen, fourteen = MONDAY + 13 * DAY, MONDAY + 14 * DAY
    assert desk.read(not_heard_from.not_heard_from, thirteen) == ()
    (silent,) = desk.read(not_heard_from.not_heard_from, fourteen)
    assert (silent.days, silent.on_demand) == (14, True)
    now = datetime.combine(fourteen, time(10, 0))
    desk.do(unplanned.note, citizen_id, PHONE, 10, by=worker_id, now=now)
    assert desk.read(not_heard_from.not_heard_from, fourteen) == ()
    assert life(desk, citizen_id, fourteen).on_demand[0].heard_from == fourteen


def silence_tasks_of(desk: Desk, day: date) -> list[str]:
    """Return the open tasks once the program has started on a day."""
    look_after(desk, day, lambda: False)
    return [one.text for one in desk.read(tasks.tasks_of, desk.actor_id)]


def test_silence_where_contact_is_on_demand_is_one_task_of_the_primary_worker_until_a_call(
    desk: Desk, colleagues_desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    meet(desk, citizen_id, MONDAY)
    desk.do(on_demand.begin, citizen_id, CALLS)
    fourteen = MONDAY + 14 * DAY
    said = (
        "Der er stille fra A.M. siden man. 23. nov., og kontakten er efter behov: henvend dig selv"
    )
    assert silence_tasks_of(desk, fourteen - DAY) == []
    assert silence_tasks_of(colleagues_desk, fourteen) == []
    assert silence_tasks_of(desk, fourteen) == silence_tasks_of(desk, fourteen + DAY) == [said]
    now = datetime.combine(fourteen + DAY, time(10, 0))
    desk.do(unplanned.note, citizen_id, PHONE, 10, by=worker_id, now=now)
    assert desk.read(tasks.tasks_of, worker_id) == ()
    desk.undo()
    assert [one.text for one in desk.read(tasks.tasks_of, worker_id)] == [said]
    meet(desk, citizen_id, fourteen + DAY)
    assert desk.read(tasks.tasks_of, worker_id) == ()


def test_a_task_of_silence_that_was_done_comes_back_only_after_as_long_a_silence_again(
    desk: Desk, citizen_id: Key
) -> None:
    meet(desk, citizen_id, MONDAY)
    desk.do(on_demand.begin, citizen_id, CALLS)
    assert len(silence_tasks_of(desk, MONDAY + 14 * DAY)) == 1
    (task,) = desk.read(tasks.tasks_of, desk.actor_id)
    at = datetime(2026, 12, 7, 9, 0, tzinfo=UTC)
    desk.do(tasks.done, task.id, by=desk.actor_id, at=at)
    assert silence_tasks_of(desk, MONDAY + 27 * DAY) == []
    assert len(silence_tasks_of(desk, MONDAY + 28 * DAY)) == 1


def test_fixed_contacts_again_take_the_task_of_silence_away(desk: Desk, citizen_id: Key) -> None:
    meet(desk, citizen_id, MONDAY)
    desk.do(on_demand.begin, citizen_id, CALLS)
    assert silence_tasks_of(desk, MONDAY + 14 * DAY)
    back = AgreementFields(MONDAY + 4 * WEEK, (AgreementLineFields(1, 45),))
    desk.do(on_demand.agree_anew, citizen_id, back)
    assert desk.read(tasks.tasks_of, desk.actor_id) == ()


def test_the_days_agreed_with_the_citizen_count_instead_of_the_rules(
    desk: Desk, citizen_id: Key
) -> None:
    meet(desk, citizen_id, MONDAY)
    desk.do(on_demand.begin, citizen_id, OnDemandFields(MONDAY + DAY, "Ring", 1, 21))
    assert desk.read(not_heard_from.not_heard_from, MONDAY + 20 * DAY) == ()
    assert desk.read(not_heard_from.not_heard_from, MONDAY + 21 * DAY)


def test_fixed_contacts_again_end_the_time_on_demand_the_day_before(
    desk: Desk, citizen_id: Key
) -> None:
    agree_on_visits(desk, citizen_id)
    desk.do(on_demand.begin, citizen_id, CALLS)
    back = AgreementFields(MONDAY + 4 * WEEK, (AgreementLineFields(1, 45),))
    desk.do(on_demand.agree_anew, citizen_id, back)
    (ended,) = life(desk, citizen_id).on_demand
    assert ended.last_day == MONDAY + 4 * WEEK - DAY
    assert not ended.holds_on(MONDAY + 4 * WEEK)


# eight weeks' trial


def test_a_trial_asks_at_its_end_and_the_answer_stands_in_the_agreement(
    desk: Desk, citizen_id: Key
) -> None:
    agreement = agree_on_visits(desk, citizen_id)
    offered = desk.read(form_trials.proposal, MONDAY)
    assert offered.last_day == MONDAY + 8 * WEEK - DAY
    fields = TrialFields(VIDEO, MONDAY, offered.last_day, "Kan vi holde overblikket på video?")
    trial = desk.do(form_trials.begin, citizen_id, fields, by=desk.actor_id)
    (task,) = desk.read(tasks.tasks_of, desk.actor_id)
    assert task.due == offered.last_day
    assert "behold, ret til eller stop?" in task.text
    (running,) = life(desk, citizen_id).running_trials()
    assert not running.is_due(MONDAY)
    assert running.is_due(offered.last_day)
    with pytest.raises(PlanError, match="prøves allerede"):
        desk.do(form_trials.begin, citizen_id, fields, by=desk.actor_id)
    with pytest.raises(PlanError, match="Skriv svaret"):
        desk.do(form_trials.decide, trial, TrialOutcome.KEEP, " ", by=b"", today=MONDAY)
    ends = offered.last_day
    said = "Ja, når arket er sendt først."
    desk.do(form_trials.decide, trial, TrialOutcome.KEEP, said, by=desk.actor_id, today=ends)
    assert desk.read(tasks.tasks_of, desk.actor_id) == ()
    (stored,) = desk.read(citizens.details, citizen_id).agreements
    assert stored.id == agreement
    assert stored.note == (
        "Prøveforløb med video man. 23. nov.–søn. 17. jan.: behold. Ja, når arket er sendt først."
    )
    desk.undo()
    assert life(desk, citizen_id).running_trials()


# phase-out: from visits to less


def test_a_phase_out_goes_from_visits_by_video_and_phone_to_less(
    desk: Desk, citizen_id: Key
) -> None:
    agree_on_visits(desk, citizen_id)
    steps = desk.read(phase_outs.proposal, citizen_id, MONDAY)
    assert [one.said() for one in steps] == [
        "besøg 1 × 60 min hver 2. uge, video 1 × 25 min pr. uge",
        "besøg 1 × 60 min pr. måned, video 1 × 25 min pr. uge",
        "besøg 1 × 60 min pr. måned, telefon 1 × 15 min pr. uge",
        "besøg 1 × 60 min pr. måned, telefon 1 × 15 min hver 2. uge",
    ]
    assert [one.first_day for one in steps] == [MONDAY + 4 * n * WEEK for n in range(4)]
    path = desk.do(phase_outs.begin, citizen_id, steps, by=desk.actor_id, today=MONDAY)
    assert len(desk.read(citizens.details, citizen_id).agreements) == 1
    meet(desk, citizen_id, MONDAY)
    desk.do(phase_outs.take_step, path, today=MONDAY)
    now = desk.read(citizens.details, citizen_id).agreement_on(MONDAY)
    assert now is not None
    assert now.fields.lines == steps[0].lines
    (task,) = desk.read(tasks.tasks_of, desk.actor_id)
    assert task.due == MONDAY + 4 * WEEK
    assert running(desk, citizen_id).next_step == 1


def test_a_phase_out_holds_where_contact_is_lost_and_is_stopped_with_a_word(
    desk: Desk, citizen_id: Key
) -> None:
    agree_on_visits(desk, citizen_id)
    meet(desk, citizen_id, MONDAY)
    steps = desk.read(phase_outs.proposal, citizen_id, MONDAY + WEEK)
    path = desk.do(phase_outs.begin, citizen_id, steps, by=desk.actor_id, today=MONDAY)
    later = MONDAY + 15 * DAY
    assert running(desk, citizen_id, later).lost.startswith("I har ikke hørt fra")
    with pytest.raises(PlanError, match="så nedtrapningen holder"):
        desk.do(phase_outs.take_step, path, today=later)
    week = desk.read(week_of, (desk.actor_id,), IsoWeek.of(later))
    (halted,) = [
        one for one in desk.read(plan_sentences, week, later) if one.check == phase_outs.CHECK
    ]
    assert halted.text.startswith("A.M.: I har ikke hørt fra borgeren i ")
    assert (halted.rule, halted.citizen) == ("P43", citizen_id)
    desk.do(phase_outs.stop, path, "Vi mistede kontakten", by=desk.actor_id, today=later)
    said = desk.read(plan_sentences, week, later)
    assert phase_outs.CHECK not in {one.check for one in said}
    (stopped,) = life(desk, citizen_id, later).phase_outs
    assert (stopped.state, stopped.next_step) == (PhaseOutState.STOPPED, None)
    assert desk.read(tasks.tasks_of, desk.actor_id) == ()


def test_a_halted_phase_out_is_a_task_and_stands_in_the_panel_until_contact_is_there_again(
    desk: Desk, citizen_id: Key
) -> None:
    agree_on_visits(desk, citizen_id)
    meet(desk, citizen_id, MONDAY)
    steps = desk.read(phase_outs.proposal, citizen_id, MONDAY + WEEK)
    desk.do(phase_outs.begin, citizen_id, steps, by=desk.actor_id, today=MONDAY)
    visit = plan(desk, citizen_id, VISIT, MONDAY + 20 * DAY)

    def said(day: date) -> tuple[str, list[str]]:
        look_after(desk, day, lambda: False)
        shown = desk.read(panel_of, visit, day)
        assert shown is not None
        return shown.halted, [one.text for one in desk.read(tasks.tasks_of, desk.actor_id)]

    step = "Nedtrapning for A.M., trin 1: "
    halted, (task,) = said(MONDAY + DAY)
    assert (halted, task[: len(step)]) == ("", step)
    for _start in range(2):
        halted, (task,) = said(MONDAY + 15 * DAY)
        assert halted == "I har ikke hørt fra borgeren i 15 dage, så nedtrapningen holder."
        assert task.startswith("Nedtrapningen for A.M. holder, da I har mistet kontakten.")
    meet(desk, citizen_id, MONDAY + 16 * DAY)
    halted, (task,) = said(MONDAY + 16 * DAY)
    assert (halted, task[: len(step)]) == ("", step)


def test_a_task_that_was_done_about_a_halted_phase_out_does_not_come_again(
    desk: Desk, citizen_id: Key
) -> None:
    agree_on_visits(desk, citizen_id)
    meet(desk, citizen_id, MONDAY)
    steps = desk.read(phase_outs.proposal, citizen_id, MONDAY + WEEK)
    desk.do(phase_outs.begin, citizen_id, steps, by=desk.actor_id, today=MONDAY)
    desk.upkeep(phase_outs.remind, desk.actor_id, MONDAY + 15 * DAY)
    (task,) = desk.read(tasks.tasks_of, desk.actor_id)
    desk.do(tasks.done, task.id, by=desk.actor_id, at=datetime(2026, 12, 8, 9, tzinfo=UTC))
    assert desk.upkeep(phase_outs.remind, desk.actor_id, MONDAY + 17 * DAY) == 0
    assert desk.read(tasks.tasks_of, desk.actor_id) == ()


def test_no_shows_hold_a_phase_out_too(desk: Desk, citizen_id: Key) -> None:
    agree_on_visits(desk, citizen_id)
    steps = desk.read(phase_outs.proposal, citizen_id, MONDAY)
    desk.do(phase_outs.begin, citizen_id, steps, by=desk.actor_id, today=MONDAY)
    meet(desk, citizen_id, MONDAY - 2 * DAY)
    for days in range(2):
        key = plan(desk, citizen_id, VISIT, MONDAY - DAY + days * DAY)
        desk.do(contacts.cancel, key, ContactStatus.NO_SHOW, "ikke hjemme")
    assert "udeblevet" in running(desk, citizen_id).lost


def test_who_refuses_video_goes_straight_to_the_phone(desk: Desk, citizen_id: Key) -> None:
    agree_on_visits(desk, citizen_id)
    answer(desk, citizen_id, wish_video=FormWish.REFUSES)
    said = [one.said() for one in desk.read(phase_outs.proposal, citizen_id, MONDAY)]
    assert not any("video" in one for one in said)
    answer(desk, citizen_id, wish_video=FormWish.REFUSES, wish_phone=FormWish.REFUSES)
    with pytest.raises(PlanError, match="intet at trappe ned"):
        desk.read(phase_outs.proposal, citizen_id, MONDAY)


# risk colours and triage


def test_a_risk_colour_keeps_its_history_and_is_counted_week_by_week(
    desk: Desk, citizen_id: Key
) -> None:
    week = IsoWeek.of(MONDAY)
    for level, day in ((RiskLevel.RED, MONDAY), (RiskLevel.YELLOW, MONDAY + WEEK)):
        why = "Sover dårligt"
        desk.do(risk.judge, citizen_id, level, reason=why, by=desk.actor_id, today=day)
    marks = desk.read(risk.history, citizen_id)
    assert [(one.level, one.judged_by) for one in marks] == [
        (RiskLevel.YELLOW, "M.J."),
        (RiskLevel.RED, "M.J."),
    ]
    counted = [desk.read(risk.counts, week.plus(n)) for n in (-1, 0, 1)]
    assert [one[RiskLevel.GREEN] for one in counted] == [1, 0, 0]
    assert [one[RiskLevel.RED] for one in counted] == [0, 1, 0]
    assert [one[RiskLevel.YELLOW] for one in counted] == [0, 0, 1]
    assert desk.read(citizens.details, citizen_id).profile.risk_level is RiskLevel.YELLOW
    desk.undo()
    assert desk.read(citizens.details, citizen_id).profile.risk_level is RiskLevel.RED


def test_a_colour_that_is_answered_with_the_profile_stands_in_the_history_too(
    desk: Desk, citizen_id: Key
) -> None:
    answer(desk, citizen_id, risk_level=RiskLevel.YELLOW)
    (mark,) = desk.read(risk.history, citizen_id)
    assert (mark.level, mark.judged_on) == (RiskLevel.YELLOW, MONDAY)


def test_triage_says_when_and_by_whom_and_asks_again_after_four_weeks(
    desk: Desk, citizen_id: Key
) -> None:
    desk.do(triage.judge, citizen_id, Triage.MUST_VISIT, by=desk.actor_id, today=MONDAY)
    found = life(desk, citizen_id)
    assert (found.triage[0].triage, found.triage[0].judged_by) == (Triage.MUST_VISIT, "M.J.")
    assert found.judge_again == MONDAY + 4 * WEEK


# relation


def test_three_meetings_in_half_a_year_make_two_know_each_other_well(
    desk: Desk, citizen_id: Key, worker_id: Key, colleague_id: Key
) -> None:
    def pair(worker: Key) -> RelationStrength:
        return desk.read(relations.relations_with, (citizen_id,), MONDAY)[citizen_id][
            worker
        ].strength

    assert pair(worker_id) is RelationStrength.NEVER_MET
    meet(desk, citizen_id, MONDAY - 300 * DAY)
    assert pair(worker_id) is RelationStrength.MET
    for days in (3, 2, 1):
        meet(desk, citizen_id, MONDAY - days * DAY)
    assert pair(worker_id) is RelationStrength.KNOWS_WELL
    assert pair(colleague_id) is RelationStrength.NEVER_MET
    assert [one.initials for one in knowing(desk, citizen_id)] == ["M.J."]


def test_what_is_said_by_hand_counts_in_the_advice_until_it_is_taken_back(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    def warned() -> bool:
        asked = AdvisedContact(citizen_id, (worker_id,), "short_follow_up", MONDAY)
        found = desk.read(advice.advice_for, asked)
        phone = next(one for one in found.forms if one.form is PHONE)
        return any("P11" in reason.rules for reason in phone.reasons)

    assert warned()
    well = RelationStrength.KNOWS_WELL
    desk.do(relations.say, citizen_id, worker_id, well, by=worker_id, today=MONDAY)
    assert not warned()
    assert knowing(desk, citizen_id)[0].by_hand
    desk.do(relations.say, citizen_id, worker_id, None, by=worker_id, today=MONDAY)
    assert warned()
