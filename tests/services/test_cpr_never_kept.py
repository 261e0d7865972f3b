"""No field that a person types into keeps what looks like a CPR number."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import String

from bostoette.models.appointment_fields import AppointmentFields
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.base import Base
from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_fields import ContactFields, Participant
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.follow_up_fields import FollowUpFields
from bostoette.models.goal_fields import GoalFields, NewTurn
from bostoette.models.goal_kinds import GoalReason, GoalStatus
from bostoette.models.key import Key, new_key
from bostoette.models.loan_fields import LoanFields
from bostoette.models.note_fields import NewAgreement, NoteFields
from bostoette.models.note_kinds import GivenHow
from bostoette.models.plan_error import PlanError
from bostoette.models.tables import Draft
from bostoette.models.task_fields import TaskFields
from bostoette.models.timespan import TimeSpan
from bostoette.models.worker_fields import WorkerFields
from bostoette.services import (
    appointments,
    citizens,
    contact_panel,
    contacts,
    drafts,
    equipment,
    follow_ups,
    form_choice,
    goals,
    notes,
    sentences,
    summaries,
    tasks,
    team_lists,
    workers,
)
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from tests.clock import MONDAY

CPR = "010180-1234"
SAID = f"Ring om {CPR} i dag"
NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
SPAN = TimeSpan(MONDAY, 540, 60)

REFUSED = {
    "agenda_item": {"text"},
    "agreement": {"text"},
    "aim": {"title"},
    "appointment": {"title"},
    "approved_platform": {"title"},
    "citizen_summary": {"text"},
    "citizen": {
        "name",
        "initials",
        "address",
        "postal_code",
        "town",
        "meeting_point",
        "phone",
        "emergency_contact",
        "language",
    },
    "contact": {
        "place_text",
        "phone_number",
        "meeting_point",
        "bad_weather_plan",
        "plan_b",
        "override_reason",
        "status_reason",
        "meeting_aim",
    },
    "citizen_voice": {"what_matters", "own_words"},
    "contact_agreement": {"note"},
    "contact_participant": {"name", "role"},
    "drive_correction": {"remark"},
    "equipment_loan": {"what", "note"},
    "follow_up": {"report"},
    "goal": {"words", "title"},
    "goal_turn": {"reason_text"},
    "grant_paragraph": {"title"},
    "note": {
        "text",
        "since_last_text",
        "did_text",
        "next_time_text",
        "observed_text",
        "told_text",
    },
    "note_addition": {"text"},
    "inquiry": {"who", "topic", "advice", "guided_to"},
    "material": {"title", "file_name", "target", "language"},
    "purpose": {"title"},
    "sentence_template": {"text"},
    "form_trial": {"question", "answer"},
    "on_demand": {"how_to_reach"},
    "phase_out": {"ended_why"},
    "risk_judged": {"reason"},
    "task": {"text"},
    "wish": {"words"},
    "review_question": {"text", "answer"},
    "week_plan": {"comment", "reason"},
    "week_template": {"name"},
    "week_template_line": {"title"},
    "worker": {"name", "initials", "job_title", "phone", "base_address", "base_postal_code"},
}
CLEANED = {"draft": {"fields"}}
LINKS = {
    "approved_platform": {"link"},
    "contact": {"video_link"},
    "material": {"link"},
}
"""The numbers of video meetings are as long, so links are not looked at."""
NOT_TYPED = {
    "appointment": {"uid", "occurrence"},
    "approved_platform": {"id"},
    "calendar_source": {"name"},
    "citizen": {"code"},
    "citizen_profile": {"platform_id"},
    "contact": {"purpose_id", "video_platform_id"},
    "draft": {"kind"},
    "exported_event": {"uid", "reader", "fingerprint", "shadow"},
    "grant": {"paragraph_id"},
    "grant_paragraph": {"id"},
    "journal_change": {"table_name", "row_key"},
    "journal_step": {"label"},
    "meeting_tick": {"point"},
    "purpose": {"id", "like"},
    "sheet_change": {"id"},
    "team_setting": {"id"},
    "travel_pair": {"place_a", "place_b"},
}


def _texts() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for mapper in Base.registry.mappers:
        table = mapper.class_.__table__
        names = {column.name for column in table.columns if type(column.type) is String}
        if names:
            found[table.name] = names
    return found


def test_every_text_that_is_stored_has_been_thought_of() -> None:
    known: dict[str, set[str]] = {}
    for part in (REFUSED, CLEANED, LINKS, NOT_TYPED):
        for table, names in part.items():
            assert known.setdefault(table, set()).isdisjoint(names)
            known[table] |= names
    assert _texts() == known


@pytest.fixture
def fields(worker_id: Key, citizen_id: Key) -> ContactFields:
    return ContactFields(
        SPAN, ContactForm.PHONE, "support_conversation", (worker_id,), (citizen_id,)
    )


def refused(desk: Desk, action: Callable[..., Any], *args: Any, **more: Any) -> None:
    before = desk.undo_state()
    with pytest.raises(PlanError, match="CPR-nummer"):
        desk.do(action, *args, **more)
    assert desk.undo_state() == before


@pytest.mark.parametrize("name", sorted(REFUSED["contact"] - {"status_reason"}))
def test_a_contacts_fields_refuse_it(desk: Desk, fields: ContactFields, name: str) -> None:
    typed: dict[str, Any] = {name: SAID}
    refused(desk, contacts.create, replace(fields, **typed))


def test_a_contacts_agenda_and_participants_refuse_it(desk: Desk, fields: ContactFields) -> None:
    refused(desk, contacts.create, replace(fields, agenda=("Økonomi", SAID)))
    for one in (Participant(SAID, "", 540, 600), Participant("Mor", SAID, 540, 600)):
        refused(desk, contacts.create, replace(fields, participants=(one,)))


def test_what_is_done_to_a_contact_refuses_it(desk: Desk, fields: ContactFields) -> None:
    key = desk.do(contacts.create, fields)
    refused(desk, contacts.cancel, key, ContactStatus.NO_SHOW, SAID)
    refused(desk, contacts.convert, key, form=ContactForm.VIDEO, to=SPAN, reason=SAID)
    refused(desk, contact_panel.add_agenda, key, SAID)
    refused(desk, contact_panel.write_plan_b, key, SAID)
    refused(desk, form_choice.change_form, key, ContactForm.VIDEO, SAID)


def test_own_time_tasks_and_loans_refuse_it(desk: Desk, worker_id: Key, citizen_id: Key) -> None:
    own = AppointmentFields(SPAN, AppointmentKind.OTHER, SAID)
    refused(desk, appointments.create, worker_id, own)
    refused(desk, tasks.create, worker_id, TaskFields(SAID))
    refused(desk, equipment.lend, citizen_id, LoanFields(SAID, MONDAY))
    refused(desk, equipment.lend, citizen_id, LoanFields("Tablet", MONDAY, note=SAID))


def test_wishes_aims_and_goals_refuse_it(desk: Desk, worker_id: Key, citizen_id: Key) -> None:
    refused(desk, goals.write_wish, citizen_id, SAID, MONDAY)
    wish = desk.do(goals.write_wish, citizen_id, "Et ryddeligt hjem", MONDAY)
    refused(desk, goals.add_aim, wish, SAID)
    aim = desk.do(goals.add_aim, wish, "Holde hjemmet")
    refused(desk, goals.add_goal, aim, GoalFields(SAID), MONDAY, worker_id)
    refused(desk, goals.add_goal, aim, GoalFields("Jeg vasker op", SAID), MONDAY, worker_id)
    goal = desk.do(goals.add_goal, aim, GoalFields("Jeg vasker op"), MONDAY, worker_id)
    paused = NewTurn(GoalStatus.PAUSED, GoalReason.OTHER, SAID)
    refused(desk, goals.turn, goal, paused, MONDAY, worker_id)


def test_a_status_report_refuses_it(desk: Desk, worker_id: Key, citizen_id: Key) -> None:
    fields = FollowUpFields(MONDAY, report=SAID)
    refused(desk, follow_ups.plan, citizen_id, fields, worker_id)


@pytest.mark.parametrize("name", sorted(REFUSED["citizen"]))
def test_a_citizens_fields_refuse_it(desk: Desk, name: str) -> None:
    typed: dict[str, Any] = {"name": "Bo Kjær", name: CPR}
    refused(desk, citizens.create, CitizenFields(**typed))


@pytest.mark.parametrize("name", sorted(REFUSED["worker"] - {"initials", "base_postal_code"}))
def test_a_workers_fields_refuse_it(desk: Desk, name: str) -> None:
    typed: dict[str, Any] = {"name": "Ida Bo", "initials": "I.B.", name: CPR}
    with pytest.raises(PlanError, match="CPR-nummer"):
        desk.do(workers.create, desk.actor_id, WorkerFields(**typed))


@pytest.mark.parametrize("name", sorted(REFUSED["note"]))
def test_a_note_refuses_it(
    desk: Desk, fields: ContactFields, citizen_id: Key, worker_id: Key, name: str
) -> None:
    key = desk.do(contacts.create, fields)
    typed: dict[str, Any] = {name: SAID}
    refused(desk, notes.sign, key, citizen_id, NoteFields(**typed), **_signing(worker_id))


def test_what_is_agreed_or_added_refuses_it(
    desk: Desk, fields: ContactFields, citizen_id: Key, worker_id: Key
) -> None:
    key = desk.do(contacts.create, fields)
    agreeing = NoteFields(agreed=(NewAgreement(SAID),))
    refused(desk, notes.sign, key, citizen_id, agreeing, **_signing(worker_id))
    note_id = desk.do(notes.sign, key, citizen_id, NoteFields("Ryddet op"), **_signing(worker_id))
    refused(desk, notes.add, note_id, SAID, by=worker_id, at=NOON)
    given = {"by": worker_id, "at": NOON}
    refused(desk, summaries.give, note_id, SAID, GivenHow.SENT, **given)
    refused(desk, sentences.add, SAID)


def _signing(worker_id: Key) -> dict[str, Any]:
    return {"by": worker_id, "at": NOON, "today": MONDAY}


def test_the_teams_lists_refuse_it(desk: Desk) -> None:
    adding: tuple[tuple[Callable[..., Any], tuple[str, ...]], ...] = (
        (team_lists.add_purpose, ("support_conversation",)),
        (team_lists.add_platform, ("https://video.example",)),
        (team_lists.add_paragraph, ()),
    )
    for add, more in adding:
        with pytest.raises(PlanError, match="CPR-nummer"):
            desk.do(add, desk.actor_id, SAID, *more)


def test_a_draft_is_kept_without_it_but_with_the_numbers_of_video_meetings(
    desk: Desk, worker_id: Key
) -> None:
    of = DraftOf("contact", new_key(), worker_id)
    link = "https://video.example/0101801234"
    typed = {"Plan B": SAID, "Link": link, "Sted": "Vestergade 3"}
    desk.do(drafts.keep, of, typed, datetime(2026, 11, 26, 12, 0, tzinfo=UTC))
    found = desk.read(drafts.find, of)
    assert found is not None
    assert found.fields == {"Plan B": "Ring om i dag", "Link": link, "Sted": "Vestergade 3"}
    stored = desk.read(lambda session: [one.fields for one in session.query(Draft)])
    assert not [one for one in stored if CPR in one]
