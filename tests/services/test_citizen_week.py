"""Borgerens uge: plain words, pictures of forms, the number of entries chosen for her, no more."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.printed_document import Meeting, Paragraph, PrintedDocument
from bostoette.models.timespan import TimeSpan
from bostoette.services import citizen_week, citizens, contacts, workers
from bostoette.services.citizen_week import CitizenWeekAsk
from bostoette.services.desk import Desk
from bostoette.services.paper_settings import PaperSettings, change_paper_settings
from tests.clock import MONDAY

NOW = datetime(2026, 11, 23, 8, 0)
WEEK = IsoWeek.of(MONDAY)


def plan(desk: Desk, worker: Key, citizen: Key, day: int, form: ContactForm, **more: str) -> Key:
    asked = ContactFields(
        form=form,
        span=TimeSpan(MONDAY + timedelta(days=day), 540, 60),
        workers=(worker,),
        citizens=(citizen,),
        purpose_id="support_conversation",
    )
    return desk.do(contacts.create, replace(asked, **more))  # type: ignore[arg-type]  # texts by name


def page(desk: Desk, citizen: Key, *, discreet: bool = False, weeks: int = 1) -> PrintedDocument:
    ask = CitizenWeekAsk(citizen, WEEK, MONDAY, weeks)
    return desk.read(citizen_week.citizen_week, ask, NOW, discreet=discreet)


def meetings(document: PrintedDocument) -> list[Meeting]:
    return [block for block in document.blocks if isinstance(block, Meeting)]


def said(document: PrintedDocument) -> str:
    words = (document.title, document.lead, document.foot, *map(str, document.blocks))
    return "\n".join(words)


@pytest.fixture
def four_forms(desk: Desk, citizen_id: Key, worker_id: Key) -> None:
    plan(desk, worker_id, citizen_id, 0, ContactForm.PHYSICAL)
    plan(desk, worker_id, citizen_id, 1, ContactForm.PHONE, phone_number="12 34 56 78")
    plan(desk, worker_id, citizen_id, 2, ContactForm.VIDEO)
    plan(
        desk,
        worker_id,
        citizen_id,
        3,
        ContactForm.WALK_TALK,
        meeting_point="Bænken ved søen",
        bad_weather_plan="Kaffe i centeret",
        plan_b="Ring til psykiatrisk vagt",
    )


@pytest.mark.usefixtures("four_forms")
def test_each_form_is_told_in_the_citizens_own_words(desk: Desk, citizen_id: Key) -> None:
    found = meetings(page(desk, citizen_id))
    assert [one.form.value for one in found] == ["physical", "phone", "video", "walk_talk"]
    assert found[0].when == "Mandag 23. november\nkl. 09.00–10.00"
    assert [one.lines for one in found] == [
        ("Besøg af Mona", "Hjemme hos dig"),
        ("Mona ringer til dig", "På telefon 12 34 56 78"),
        ("Videosamtale med Mona", "På skærmen"),
        ("Gåtur med Mona", "I mødes: Bænken ved søen", "Hvis vejret er dårligt: Kaffe i centeret"),
    ]


@pytest.mark.usefixtures("four_forms")
def test_no_professional_word_and_no_plan_stands_on_it(desk: Desk, citizen_id: Key) -> None:
    document = page(desk, citizen_id)
    assert document.large
    assert document.title == "Din uge, Asta"
    for word in ("psykiatrisk", "Støttesamtale", "support_conversation", "Mortensen", "Jensen"):
        assert word not in said(document)


@pytest.mark.usefixtures("four_forms")
def test_as_many_entries_as_were_chosen_for_her(desk: Desk, citizen_id: Key) -> None:
    desk.do(citizen_week.choose_entries, citizen_id, 3)
    assert len(meetings(page(desk, citizen_id))) == 3
    assert desk.read(citizen_week.entries_chosen, citizen_id) == 3
    desk.undo()
    assert len(meetings(page(desk, citizen_id))) == 4
    with pytest.raises(PlanError, match="3, 5, 7 eller alle"):
        desk.do(citizen_week.choose_entries, citizen_id, 4)


def test_what_is_called_off_or_past_is_not_told(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    gone = plan(desk, worker_id, citizen_id, 1, ContactForm.PHONE)
    desk.do(contacts.cancel, gone, ContactStatus.CANCELLED_BY_US, "Sygdom")
    plan(desk, worker_id, citizen_id, 0, ContactForm.PHYSICAL)
    later = CitizenWeekAsk(citizen_id, WEEK, MONDAY + timedelta(days=1))
    document = desk.read(citizen_week.citizen_week, later, NOW)
    assert meetings(document) == []
    assert document.blocks[0] == Paragraph("Der er ingen aftaler i de dage.")
    assert desk.read(citizen_week.weeks_until_something, citizen_id, later.today) == 1


@pytest.mark.usefixtures("four_forms")
def test_under_discretion_only_initials_and_no_typed_place(desk: Desk, citizen_id: Key) -> None:
    document = page(desk, citizen_id, discreet=True)
    assert document.discreet
    assert document.title == "Din uge, A.M."
    for hidden in ("Asta", "Mona", "12 34", "søen", "Kaffe"):
        assert hidden not in said(document)


def test_she_is_told_whom_to_call(desk: Desk, citizen_id: Key, worker_id: Key) -> None:
    assert "Ring til din kontaktperson." in said(page(desk, citizen_id))
    desk.do(change_paper_settings, worker_id, PaperSettings("Os", "70 11 22 33", 60))
    assert "Ring til os på 70 11 22 33." in said(page(desk, citizen_id))
    known = desk.read(workers.details, worker_id)
    fields = replace(known.fields, phone="20 30 40 50")
    desk.do(workers.change, worker_id, worker_id, known.version, fields)
    assert "Ring til Mona på 20 30 40 50." in said(page(desk, citizen_id))


def test_two_weeks_are_said_as_such(desk: Desk, citizen_id: Key) -> None:
    document = page(desk, citizen_id, weeks=2)
    assert (document.title, document.lead) == (
        "Dine uger, Asta",
        "Uge 48–49 · 23. november – 6. december 2026",
    )


def test_a_visit_elsewhere_says_where(desk: Desk, worker_id: Key) -> None:
    key = desk.do(citizens.create, CitizenFields("Bo Kær"))
    visit = plan(desk, worker_id, key, 0, ContactForm.PHYSICAL, place_text="Biblioteket")
    details = desk.read(contacts.details, visit)
    elsewhere = replace(details.fields, place=ContactPlace.OTHER)
    desk.do(contacts.change, visit, details.version, elsewhere)
    assert meetings(page(desk, key))[0].lines == ("Besøg af Mona", "I mødes: Biblioteket")
