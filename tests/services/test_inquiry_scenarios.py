"""Who turns to us, and the strain of relatives (P79), acted out through the desk."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.contact_form import ContactForm
from bostoette.models.figure_calls import FigureCall
from bostoette.models.figure_scope import Period, Scope, ScopeKind, Section
from bostoette.models.inquiry import Caller, Strain
from bostoette.models.inquiry_fields import InquiryFields
from bostoette.models.key import Key, new_key
from bostoette.models.material_fields import MaterialFields
from bostoette.models.note_fields import NoteFields
from bostoette.models.plan_error import PlanError
from bostoette.models.task_fields import ListedTask
from bostoette.models.wording import short_day
from bostoette.planning.calls_figure import MOST_DAYS, calls_by_day
from bostoette.planning.workdays import workdays_after
from bostoette.services import inquiries, materials, note_sheet, tasks
from bostoette.services.behind_figures import behind
from bostoette.services.desk import Desk
from tests.clock import MONDAY
from tests.services.figures_asked import figure, holds, texts
from tests.services.notes.writing import noted, sign
from tests.services.remote_hands import plan

NOW = datetime(2026, 11, 26, 10, 5)
TODAY = NOW.date()


def call(desk: Desk, fields: InquiryFields) -> Key:
    return desk.do(inquiries.note, fields, by=desk.actor_id, now=NOW)


def open_tasks(desk: Desk) -> tuple[ListedTask, ...]:
    return desk.read(tasks.tasks_of, desk.actor_id)


def count_citizens(session: Session) -> int:
    return len(session.scalars(select(Citizen.id)).all())


def test_a_worried_mother_of_somebody_unknown_is_logged_and_becomes_a_citizen(
    desk: Desk, worker_id: Key
) -> None:
    fields = InquiryFields(
        Caller.RELATIVE,
        "Går ikke ud mere",
        who="mor",
        guided_to="egen læge",
        worried=True,
        on_hotline=True,
    )
    key = call(desk, fields)
    assert desk.read(count_citizens) == 0
    (logged,) = desk.read(inquiries.of_day, TODAY)
    assert (logged.citizen, logged.guided_to, logged.worried) == (None, "egen læge", True)

    citizen = desk.do(inquiries.become_citizen, key, "Freja Nord", by=worker_id, today=TODAY)
    (logged,) = desk.read(inquiries.of_citizen, citizen)
    assert logged.citizen is not None
    first = [one for one in open_tasks(desk) if "første møde" in one.text]
    assert [one.citizen.id for one in first if one.citizen] == [citizen]
    assert "besøg" in first[0].text
    (worry,) = [one for one in open_tasks(desk) if "bekymret" in one.text]
    assert worry.text.startswith("Se til F.N.")
    assert worry.citizen is not None
    with pytest.raises(PlanError, match="allerede"):
        desk.do(inquiries.become_citizen, key, "Freja Nord", by=worker_id, today=TODAY)

    desk.undo()
    assert desk.read(count_citizens) == 0


def test_two_sheets_sent_with_a_call_stand_under_the_caller(desk: Desk, citizen_id: Key) -> None:
    sheets = tuple(
        desk.do(materials.add, MaterialFields(title, target="hjerneskade", language="dansk"))
        for title in ("Øvelser for hånden", "Øvelser for talen")
    )
    call(desk, InquiryFields(Caller.CITIZEN, "Selvtræning", citizen_id, materials=sheets))
    sent = desk.read(materials.sent_to_citizen, citizen_id)
    assert {one.title for one in sent} == {"Øvelser for hånden", "Øvelser for talen"}
    assert {one.day for one in sent} == {TODAY}
    (logged,) = desk.read(inquiries.of_citizen, citizen_id)
    assert logged.materials == ("Øvelser for hånden", "Øvelser for talen")


def test_what_was_sent_stands_in_the_next_note_and_in_no_later_one(
    desk: Desk, citizen_id: Key
) -> None:
    earlier = noted(desk, citizen_id)
    sheets = tuple(desk.do(materials.add, MaterialFields(title)) for title in ("Hånden", "Balance"))
    call(desk, InquiryFields(Caller.CITIZEN, "Selvtræning", citizen_id, materials=sheets))
    contact = plan(desk, citizen_id, ContactForm.PHONE, TODAY)
    assert earlier
    assert desk.read(note_sheet.sheet_of, contact, citizen_id).sent == ("Hånden", "Balance")

    sign(desk, contact, citizen_id, NoteFields("Talte om øvelserne"), today=TODAY)
    later = plan(desk, citizen_id, ContactForm.PHONE, TODAY + timedelta(days=1))
    assert desk.read(note_sheet.sheet_of, later, citizen_id).sent == ()
    desk.do(materials.send_with_contact, later, sheets[:1], by=desk.actor_id, day=TODAY)
    assert desk.read(note_sheet.sheet_of, later, citizen_id).sent == ("Hånden",)


def test_only_the_tasks_of_this_very_call_get_its_citizens_name(desk: Desk, worker_id: Key) -> None:
    fields = InquiryFields(Caller.RELATIVE, "Går ikke ud mere", who="mor", worried=True)
    call(desk, fields)
    second = call(desk, replace(fields, topic="Spiser ikke", follow_up=True))
    desk.do(inquiries.become_citizen, second, "Freja Nord", by=worker_id, today=TODAY)
    worries = [one for one in open_tasks(desk) if "bekymret" in one.text]
    assert sorted(one.citizen is None for one in worries) == [False, True]
    assert any(one.citizen for one in open_tasks(desk) if "Spiser ikke" in one.text)


def test_what_is_sent_with_a_contact_is_listed_and_can_be_taken_back(
    desk: Desk, citizen_id: Key
) -> None:
    visit = plan(desk, citizen_id, ContactForm.PHYSICAL, MONDAY)
    sheet = desk.do(materials.add, MaterialFields("Ugeskema"))
    desk.do(materials.send_with_contact, visit, (sheet,), by=desk.actor_id, day=TODAY)
    (sent,) = desk.read(materials.sent_with_contact, visit)
    assert sent.title == "Ugeskema"
    desk.do(materials.take_back, sent.id)
    assert desk.read(materials.sent_to_citizen, citizen_id) == ()
    desk.undo()
    assert len(desk.read(materials.sent_to_citizen, citizen_id)) == 1


def test_a_recording_for_staff_is_never_sent_to_a_citizen(desk: Desk, citizen_id: Key) -> None:
    visit = plan(desk, citizen_id, ContactForm.PHYSICAL, MONDAY)
    recording = desk.do(materials.add, MaterialFields("Rådgivning", for_staff=True))
    assert desk.read(materials.to_send) == ()
    with pytest.raises(PlanError, match="personale"):
        desk.do(materials.send_with_contact, visit, (recording,), by=desk.actor_id, day=TODAY)


def test_a_worry_makes_a_task_within_three_working_days_and_high_strain_a_plan(
    desk: Desk, citizen_id: Key
) -> None:
    fields = InquiryFields(
        Caller.RELATIVE, "Spiser ikke", citizen_id, who="søster", worried=True, strain=Strain.HIGH
    )
    call(desk, fields)
    (task,) = open_tasks(desk)
    assert "Se til A.M." in task.text
    assert task.due == date(2026, 12, 1)
    call(desk, replace(fields, worried=False, plan_relief=True))
    assert [one.due for one in open_tasks(desk) if "aflastning" in one.text] == [task.due]
    (latest, _first) = desk.read(inquiries.of_citizen, citizen_id)
    assert latest.strain is Strain.HIGH


def test_a_follow_up_is_for_the_next_working_day(desk: Desk, citizen_id: Key) -> None:
    call(desk, InquiryFields(Caller.CITIZEN, "Ny tid", citizen_id, follow_up=True))
    (task,) = open_tasks(desk)
    assert task.due == TODAY + timedelta(days=1)


def test_working_days_pass_over_weekends_and_holidays() -> None:
    assert workdays_after(date(2026, 12, 24), 1) == date(2026, 12, 28)


def test_a_call_needs_a_topic_and_a_known_citizen_a_name(desk: Desk) -> None:
    for fields in (InquiryFields(Caller.UNKNOWN, " "), InquiryFields(Caller.CITIZEN, "Skema")):
        with pytest.raises(PlanError, match="Intet er gemt"):
            call(desk, fields)


@pytest.mark.parametrize("name", ["topic", "who", "advice", "guided_to"])
def test_a_call_refuses_what_looks_like_a_cpr_number(desk: Desk, name: str) -> None:
    typed: dict[str, Any] = {"topic": "Skema"} | {name: "Ring om 010180-1234"}
    with pytest.raises(PlanError, match="CPR-nummer"):
        call(desk, InquiryFields(Caller.UNKNOWN, **typed))


@pytest.mark.parametrize("name", ["title", "file_name", "target", "language"])
def test_a_material_refuses_what_looks_like_a_cpr_number(desk: Desk, name: str) -> None:
    typed: dict[str, Any] = {"title": "Skema"} | {name: "010180-1234"}
    with pytest.raises(PlanError, match="CPR-nummer"):
        desk.do(materials.add, MaterialFields(**typed))


def test_calls_on_the_hotline_are_counted_day_by_day_and_open_to_each_call(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    about = InquiryFields(Caller.CITIZEN, "Brevet", citizen_id=citizen_id, on_hotline=True)
    call(desk, about)
    for _once in range(2):
        call(desk, InquiryFields(Caller.UNKNOWN, "Uro", on_hotline=True))
    call(desk, InquiryFields(Caller.UNKNOWN, "Uden for vagten"))
    day = short_day(TODAY)
    for scope in (Scope(), Scope(ScopeKind.WORKER, worker_id)):
        counted = figure(desk, scope, Section.ATTENDANCE, "hotline")
        assert texts(counted, "I alt") == texts(counted, day) == ["3", "1", "0", "2"]
        assert counted.said == f"3 opkald på 1 dag, i gennemsnit 3,0; flest {day} (3)."
        holds(desk, counted)
    hers = figure(desk, Scope(ScopeKind.CITIZEN, citizen_id), Section.ATTENDANCE, "hotline")
    assert texts(hers, "I alt") == ["1", "1", "0", "0"]
    (cell, *_rest) = hers.lines[0].cells
    for names in (True, False):
        (row,) = desk.read(behind, desk.actor_id, cell, TODAY, names=names).rows
        assert row.citizen_id == citizen_id
        assert ("Brevet" in row.words, "A.M." in row.words) == (names, not names)


def test_many_days_with_calls_are_told_by_weeks() -> None:
    days = [MONDAY + timedelta(days=day) for day in range(MOST_DAYS + 1)]
    calls = [FigureCall(new_key(), day, Caller.UNKNOWN) for day in days]
    by_day = calls_by_day(calls[1:], Period(days[0], days[-1]))
    assert len(by_day.lines) == 1 + MOST_DAYS
    by_week = calls_by_day(calls, Period(days[0], days[-1]))
    assert [line.label for line in by_week.lines[:2]] == ["I alt", "uge 48"]
    assert [len(line.cells[0].rows) for line in by_week.lines] == [32, 7, 7, 7, 7, 4]
