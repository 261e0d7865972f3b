"""Citizens as a worker keeps them: taken in, changed, asked about wishes, found again."""

from dataclasses import replace

import pytest

from bostoette.models.citizen_fields import CitizenFields, ProfileFields
from bostoette.models.citizen_kinds import CitizenStatus, FormWish
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.planning.citizen_search import citizens_texts, narrowed
from bostoette.services import citizens, contacts
from bostoette.services.desk import Desk
from bostoette.store.faults import ChangedMeanwhile
from tests.clock import MONDAY, At


def test_a_name_is_enough_to_take_in_a_citizen(desk: Desk) -> None:
    key = desk.do(citizens.create, CitizenFields(name="Søren Åge Ærø"))
    found = desk.read(citizens.details, key)
    assert (found.fields.initials, found.code) == ("S.Æ.", "SÆ")
    assert found.profile == ProfileFields()
    assert found.status is CitizenStatus.ACTIVE


def test_equal_initials_get_a_number_in_the_code(desk: Desk) -> None:
    keys = [desk.do(citizens.create, CitizenFields(name=name)) for name in ("Asta M", "Anton M")]
    assert [desk.read(citizens.details, key).code for key in keys] == ["AM", "AM2"]


def test_everything_typed_about_a_citizen_is_found_again(
    desk: Desk, worker_id: Key, colleague_id: Key
) -> None:
    typed = CitizenFields(
        name="Asta Mortensen",
        initials="A.X.",
        address="Ågade 3, 2. th",
        postal_code="8000",
        town="Aarhus C",
        latitude=56.15,
        longitude=10.2,
        meeting_point="Ved åen",
        phone="20 12 34 56",
        language="somali",
        primary_worker_id=worker_id,
        secondary_worker_id=colleague_id,
    )
    key = desk.do(citizens.create, typed)
    assert desk.read(citizens.details, key).fields == typed


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (CitizenFields(" "), "Skriv borgerens navn"),
        (CitizenFields("Asta M", address="Ågade 3, 010180-1234"), "CPR-nummer"),
        (
            CitizenFields("Asta M", primary_worker_id=b"1" * 16, secondary_worker_id=b"1" * 16),
            "både primær og",
        ),
    ],
)
def test_what_cannot_be_stored_is_told_in_a_sentence_and_nothing_is(
    desk: Desk, wrong: CitizenFields, sentence: str
) -> None:
    with pytest.raises(PlanError, match=sentence):
        desk.do(citizens.create, wrong)
    assert desk.read(citizens.listed, MONDAY) == ()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (CitizenFields("Æblegrød-" * 400), "Navnet er for langt; skriv højst 80 tegn"),
        (CitizenFields("Bo Krog", initials="b.f.e.d.b.s.d"), "Initialerne er for lange"),
        (CitizenFields("Bo Krog", address="Skovvej " * 40), "Adressen er for lang; skriv højst"),
        (CitizenFields("Bo Krog", postal_code="8000" * 60), "Postnummeret er for langt"),
        (CitizenFields("Bo Krog", town="Ry" * 120), "Bynavnet er for langt"),
        (CitizenFields("Bo Krog", meeting_point="Åen" * 80), "Mødestedet er for langt"),
        (CitizenFields("Bo Krog", phone="1" * 201), "Telefonnummeret er for langt"),
        (CitizenFields("Bo Krog", emergency_contact="Søster" * 40), "Nødkontakten er for lang"),
        (CitizenFields("Bo Krog", language="tegn" * 60), "Sproget er for langt"),
    ],
)
def test_what_no_page_has_room_for_is_refused_with_a_sentence(
    desk: Desk, fields: CitizenFields, said: str
) -> None:
    with pytest.raises(PlanError, match=said):
        desk.do(citizens.create, fields)


def test_a_changed_name_keeps_the_code_while_the_initials_stay(desk: Desk, citizen_id: Key) -> None:
    found = desk.read(citizens.details, citizen_id)
    desk.do(citizens.change, citizen_id, found.version, replace(found.fields, name="Asta Møller"))
    assert desk.read(citizens.details, citizen_id).code == found.code
    assert desk.undo_state().undo == "Ret borger: A.M."


def test_other_initials_give_another_code(desk: Desk, citizen_id: Key) -> None:
    found = desk.read(citizens.details, citizen_id)
    desk.do(citizens.change, citizen_id, found.version, replace(found.fields, initials="bk"))
    now = desk.read(citizens.details, citizen_id)
    assert (now.fields.initials, now.code) == ("B.K.", "BK")


def test_a_stale_form_about_a_citizen_overwrites_nothing(
    desk: Desk, colleagues_desk: Desk, citizen_id: Key
) -> None:
    found = desk.read(citizens.details, citizen_id)
    theirs = replace(found.fields, phone="20 12 34 56")
    colleagues_desk.do(citizens.change, citizen_id, found.version, theirs)
    with pytest.raises(ChangedMeanwhile, match="Intet er overskrevet"):
        desk.do(citizens.change, citizen_id, found.version, found.fields)
    assert desk.read(citizens.details, citizen_id).fields == theirs


def test_a_profile_keeps_every_answer_and_is_undone_in_one_step(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    answers = ProfileFields(
        filled_on=MONDAY,
        wish_phone=FormWish.REFUSES,
        wishes_asked_on=MONDAY,
        wishes_asked_by=worker_id,
        has_internet=False,
        travel_minutes_one_way=40,
    )
    before = desk.read(citizens.details, citizen_id)
    desk.do(citizens.change_profile, citizen_id, before.profile_version, answers)
    assert desk.read(citizens.details, citizen_id).profile == answers
    assert desk.undo() == "Ret profil: A.M."
    assert desk.read(citizens.details, citizen_id).profile == before.profile


def test_a_stale_profile_overwrites_nothing(
    desk: Desk, colleagues_desk: Desk, citizen_id: Key
) -> None:
    version = desk.read(citizens.details, citizen_id).profile_version
    theirs = ProfileFields(lives_alone=False)
    colleagues_desk.do(citizens.change_profile, citizen_id, version, theirs)
    with pytest.raises(ChangedMeanwhile):
        desk.do(citizens.change_profile, citizen_id, version, ProfileFields())
    assert desk.read(citizens.details, citizen_id).profile == theirs


def test_the_list_says_worker_and_next_planned_day(
    desk: Desk, citizen_id: Key, worker_id: Key, at: At
) -> None:
    def plan(weekday: int) -> Key:
        fields = ContactFields(
            span=at(weekday, "9.00", 30),
            form=ContactForm.PHONE,
            purpose_id="support_conversation",
            workers=(worker_id,),
            citizens=(citizen_id,),
        )
        return desk.do(contacts.create, fields)

    plan(0)
    desk.do(contacts.hold, plan(1))
    plan(3)
    (shown,) = desk.read(citizens.listed, MONDAY.replace(day=24))
    assert (shown.initials, shown.worker_initials) == ("A.M.", "M.J.")
    assert shown.next_day == MONDAY.replace(day=26)


@pytest.mark.parametrize(
    ("minute", "next_start"),
    [(480, 540), (569, 540), (570, 780), (809, 780), (810, None)],
    ids=["before", "going on", "over", "the second going on", "both over"],
)
def test_the_next_contact_is_the_one_going_on_or_the_first_still_to_come(
    desk: Desk, citizen_id: Key, worker_id: Key, at: At, minute: int, next_start: int | None
) -> None:
    for start in ("9.00", "13.00"):
        fields = ContactFields(
            span=at(0, start, 30),
            form=ContactForm.PHONE,
            purpose_id="support_conversation",
            workers=(worker_id,),
            citizens=(citizen_id,),
        )
        desk.do(contacts.create, fields)
    (shown,) = desk.read(citizens.listed, MONDAY, from_minute=minute)
    assert shown.next_start == next_start


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("soren", ["Soren Lund", "Søren Ærø"]),
        ("søren", ["Soren Lund", "Søren Ærø"]),
        ("SOEREN", ["Soren Lund", "Søren Ærø"]),
        ("aero", ["Søren Ærø"]),
        ("lund", ["Anne-Mette Lund", "Soren Lund"]),
        ("mette l", ["Anne-Mette Lund"]),
        ("al", ["Anne-Mette Lund"]),
        ("a.l.", ["Anne-Mette Lund"]),
        ("und", []),
        ("", ["Anne-Mette Lund", "Soren Lund", "Søren Ærø"]),
    ],
)
def test_a_citizen_is_found_as_people_type(desk: Desk, typed: str, names: list[str]) -> None:
    for name in ("Søren Ærø", "Soren Lund", "Anne-Mette Lund"):
        desk.do(citizens.create, CitizenFields(name=name))
    everybody = desk.read(citizens.listed, MONDAY)
    found = narrowed(everybody, citizens_texts(everybody), typed)
    assert [one.name for one in found] == names


def test_a_citizen_who_is_gone_is_told_in_a_sentence(desk: Desk) -> None:
    with pytest.raises(PlanError, match="findes ikke længere"):
        desk.read(citizens.details, b"\0" * 16)


def test_citizens_stand_in_the_order_of_the_danish_alphabet(desk: Desk) -> None:
    for name in ("Åse Holm", "Øjvind Bak", "Ægir Dam", "Zita Lund"):
        desk.do(citizens.create, CitizenFields(name))
    assert [one.name for one in desk.read(citizens.listed, MONDAY)] == [
        "Zita Lund",
        "Ægir Dam",
        "Øjvind Bak",
        "Åse Holm",
    ]
