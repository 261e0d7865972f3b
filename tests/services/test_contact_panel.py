"""One contact with everything about it, and the quick things that are done to it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_fields import ContactFields, Participant
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.panel_contact import FormDetails, PanelContact
from bostoette.models.plan_error import PlanError
from bostoette.models.task import Task, TaskKind
from bostoette.services import agenda_ticks, citizens, contact_panel, contacts, series
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.store.database import Database
from bostoette.store.journal import describe
from tests.clock import MONDAY, At
from tests.services.series_hands import contact_on, weekly


def _find_her(session: Session, citizen_id: Key) -> None:
    citizen = session.get_one(Citizen, citizen_id)
    citizen.phone, citizen.address = "12 34 56 78", "Opdigtet Allé 4"
    citizen.postal_code, citizen.town = "8900", "Randers C"
    citizen.meeting_point = "Ved porten"
    describe(session, "Ret borger")


def _to_tell(session: Session, worker: Key, contact: Key) -> None:
    session.add(
        Task(kind=TaskKind.INFORM_CITIZEN, worker_id=worker, contact_id=contact, text="Ny tid")
    )
    describe(session, "Ny opgave")


@pytest.fixture
def fields(desk: Desk, worker_id: Key, citizen_id: Key, at: At) -> ContactFields:
    desk.upkeep(seed_lists, "test")
    desk.upkeep(_find_her, citizen_id)
    return ContactFields(
        span=at(3, "13.00", 15),
        form=ContactForm.PHYSICAL,
        purpose_id="support_conversation",
        workers=(worker_id,),
        citizens=(citizen_id,),
        place_text="2. sal",
        video_platform_id="vdx",
        video_link="https://video.invalid/rum",
        bad_weather_plan="Biblioteket",
        plan_b="Ring i stedet",
        agenda=("Ugens skema", "Indkøb"),
        participants=(Participant("Søster", "pårørende", 785, 790),),
    )


@pytest.fixture
def visit(desk: Desk, fields: ContactFields) -> Key:
    return desk.do(contacts.create, fields)


def shown(desk: Desk, key: Key) -> PanelContact:
    found = desk.read(contact_panel.panel_of, key)
    assert found is not None
    return found


def test_the_panel_says_whom_when_and_what_it_is_about(desk: Desk, visit: Key, at: At) -> None:
    panel = shown(desk, visit)
    assert (panel.initials, panel.span) == ("A.M.", at(3, "13.00", 15))
    assert panel.purpose == "Støttesamtale"
    assert [worker.initials for worker in panel.workers] == ["M.J."]
    assert [point.text for point in panel.agenda] == ["Ugens skema", "Indkøb"]
    assert [one.from_minute for one in panel.participants] == [785]
    assert panel.plan_b == "Ring i stedet"


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (
            ContactForm.PHYSICAL,
            {"place_text": "2. sal", "address": "Opdigtet Allé 4, 8900 Randers C"},
        ),
        (ContactForm.PHONE, {"phone": "12 34 56 78", "phone_is_the_citizens": True}),
        (ContactForm.VIDEO, {"link": "https://video.invalid/rum"}),
        (
            ContactForm.WALK_TALK,
            {"meeting_point": "Ved porten", "bad_weather_plan": "Biblioteket"},
        ),
    ],
)
def test_only_what_belongs_to_the_form_is_said(
    desk: Desk, visit: Key, form: ContactForm, said: dict[str, Any]
) -> None:
    desk.do(contacts.change_form, visit, form)
    details = shown(desk, visit).details
    assert replace(details, platform="", place=None) == FormDetails(**said)
    assert bool(details.address) is (form is ContactForm.PHYSICAL)


def test_going_through_all_forms_brings_the_visits_words_back(desk: Desk, visit: Key) -> None:
    before = shown(desk, visit).details
    for form in (*CORE_FORMS[1:], ContactForm.PHYSICAL):
        desk.do(contacts.change_form, visit, form)
    assert shown(desk, visit).details == before


def test_a_number_typed_for_the_call_goes_before_the_citizens_own(
    desk: Desk, fields: ContactFields
) -> None:
    call = replace(fields, form=ContactForm.PHONE, phone_number="87 65 43 21")
    details = shown(desk, desk.do(contacts.create, call)).details
    assert (details.phone, details.phone_is_the_citizens) == ("87 65 43 21", False)


def test_what_was_held_last_is_said_only_where_there_is_something(
    desk: Desk, visit: Key, fields: ContactFields, at: At
) -> None:
    assert shown(desk, visit).last_held is None
    for weekday, status in ((0, ContactForm.PHONE), (1, ContactForm.VIDEO)):
        key = desk.do(contacts.create, replace(fields, span=at(weekday, "9.00", 30), form=status))
        desk.do(contacts.hold, key)
    missed = desk.do(contacts.create, replace(fields, span=at(2, "9.00", 30)))
    desk.do(contacts.cancel, missed, ContactStatus.NO_SHOW, "ikke hjemme")
    later = desk.do(contacts.create, replace(fields, span=at(4, "9.00", 30)))
    desk.do(contacts.hold, later)
    last = shown(desk, visit).last_held
    assert last is not None
    assert (last.day, last.form) == (MONDAY + timedelta(days=1), ContactForm.VIDEO)
    assert last.worker is not None
    assert last.worker.initials == "M.J."


def test_in_a_group_nobody_is_told_what_another_one_had_last(
    desk: Desk, fields: ContactFields, citizen_id: Key, at: At
) -> None:
    held = desk.do(contacts.create, replace(fields, span=at(0, "9.00", 30)))
    desk.do(contacts.hold, held)
    other = desk.do(citizens.create, CitizenFields("Bo Krag"))
    group = replace(fields, form=ContactForm.GROUP_WALK, citizens=(citizen_id, other))
    panel = shown(desk, desk.do(contacts.create, group))
    assert panel.last_held is None
    assert panel.initials == "A.M. og B.K."


def test_the_series_is_said_in_words(desk: Desk, fields: ContactFields) -> None:
    weekly_visit = replace(fields, span=replace(fields.span, day=MONDAY, start=540, minutes=60))
    desk.do(series.create, weekly_visit, weekly(0, count=8), {}, today=MONDAY)
    key = contact_on(desk, MONDAY)
    assert shown(desk, key).series_said == "hver uge mandag kl. 9.00, 8 gange"


def test_an_open_task_to_tell_the_citizen_is_said_until_it_is_done(
    desk: Desk, visit: Key, worker_id: Key
) -> None:
    assert shown(desk, visit).to_tell is None
    desk.do(_to_tell, worker_id, visit)
    told = shown(desk, visit).to_tell
    assert told is not None
    assert told.text == "Ny tid"


def test_a_contact_that_is_gone_is_none(desk: Desk, visit: Key) -> None:
    desk.do(contacts.delete, visit)
    assert desk.read(contact_panel.panel_of, visit) is None


def test_a_full_contact_takes_no_more_statements_than_a_bare_one(
    database: Database, desk: Desk, fields: ContactFields, worker_id: Key, colleague_id: Key
) -> None:
    bare = replace(fields, agenda=(), participants=())
    full = replace(
        fields,
        workers=(worker_id, colleague_id),
        agenda=tuple(f"Punkt {number}" for number in range(9)),
    )
    counts = []
    for one in (bare, full):
        key = desk.do(contacts.create, one)
        seen = list[str]()

        def note(_c: Any, _cursor: Any, text: str, *_rest: Any, seen: list[str] = seen) -> None:
            seen.append(text)

        event.listen(database.reader, "before_cursor_execute", note)
        shown(desk, key)
        event.remove(database.reader, "before_cursor_execute", note)
        counts.append(sum(not text.startswith("BEGIN") for text in seen))
    assert counts[0] == counts[1] <= 12


def test_ticks_points_plan_b_and_agreement_are_each_one_step(desk: Desk, visit: Key) -> None:
    point = shown(desk, visit).agenda[0]
    desk.do(agenda_ticks.tick_agenda, point.id, done=True)
    assert shown(desk, visit).agenda[0].done
    desk.do(contact_panel.add_agenda, visit, "  Læge   i morgen ")
    assert shown(desk, visit).agenda[-1].text == "Læge i morgen"
    desk.do(contact_panel.write_plan_b, visit, "Video")
    desk.do(contact_panel.agree, visit, agreed=True)
    assert shown(desk, visit).agreed_with_citizen
    for _ in range(4):
        desk.undo()
    panel = shown(desk, visit)
    assert not panel.agreed_with_citizen
    assert panel.plan_b == "Ring i stedet"
    assert [one.done for one in panel.agenda] == [False, False]


def test_a_tick_survives_when_other_points_are_changed_in_the_form(
    desk: Desk, visit: Key, fields: ContactFields
) -> None:
    desk.do(agenda_ticks.tick_agenda, shown(desk, visit).agenda[0].id, done=True)
    version = desk.read(contacts.details, visit).version
    typed = replace(fields, agenda=("Læge", "Ugens skema"))
    desk.do(contacts.change, visit, version, typed)
    assert [(one.text, one.done) for one in shown(desk, visit).agenda] == [
        ("Læge", False),
        ("Ugens skema", True),
    ]


def test_a_held_contacts_agreement_and_plan_b_stand_fast(desk: Desk, visit: Key) -> None:
    desk.do(contacts.hold, visit)
    with pytest.raises(PlanError, match="står fast"):
        desk.do(contact_panel.agree, visit, agreed=True)
    with pytest.raises(PlanError, match="står fast"):
        desk.do(contact_panel.write_plan_b, visit, "Video")


def test_what_looks_like_a_cpr_number_never_gets_into_the_agenda(desk: Desk, visit: Key) -> None:
    for act in (contact_panel.add_agenda, contact_panel.write_plan_b):
        with pytest.raises(PlanError, match="CPR-nummer"):
            desk.do(act, visit, "Spørg til 010180-1234")
    assert len(shown(desk, visit).agenda) == 2
