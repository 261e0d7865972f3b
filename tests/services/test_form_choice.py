"""Choosing a form with the advice in sight: refused, with a reason, or just so."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bostoette.models.advice import Outcome
from bostoette.models.citizen_fields import (
    AgreementFields,
    AgreementLineFields,
    CitizenFields,
    ProfileFields,
)
from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.series_template import packed, unpacked
from bostoette.services import agreements, citizens, contacts, form_choice
from bostoette.services.desk import Desk
from bostoette.services.form_choice import PlacedForm
from bostoette.services.given_reasons import reasons_of_week
from bostoette.services.program_file import seed_lists
from tests.clock import MONDAY, At
from tests.met_before import meet

PHYSICAL, PHONE, VIDEO, WALK = CORE_FORMS
SAFEST_AT_HOME = "citizen_feels_safest_at_home"
WHY = "Borgeren bad selv om det"


def fill(desk: Desk, citizen: Key, **answers: Any) -> None:
    version = desk.read(citizens.details, citizen).profile_version
    desk.upkeep(
        citizens.change_profile,
        citizen,
        version,
        replace(ProfileFields(filled_on=MONDAY), **answers),
    )


@pytest.fixture
def fields(worker_id: Key, citizen_id: Key, at: At) -> ContactFields:
    return ContactFields(
        at(3, "9.00", 30), PHYSICAL, "support_conversation", (worker_id,), (citizen_id,)
    )


@pytest.fixture
def visit(desk: Desk, fields: ContactFields) -> Key:
    return desk.upkeep(contacts.create, fields)


def stored(desk: Desk, key: Key) -> ContactFields:
    return desk.read(contacts.details, key).fields


def test_a_refused_form_is_not_planned_and_the_sentence_says_why(
    desk: Desk, fields: ContactFields, citizen_id: Key
) -> None:
    fill(desk, citizen_id, wish_video=FormWish.REFUSES)
    with pytest.raises(PlanError, match=r"Video kan ikke vælges.*Intet er gemt"):
        desk.do(form_choice.create, replace(fields, form=VIDEO, override_reason="Jeg vil nu gerne"))


@pytest.mark.parametrize("reason", ["", "for kort", "          x"])
def test_a_form_that_is_advised_against_asks_for_a_reason(
    desk: Desk, fields: ContactFields, reason: str
) -> None:
    with pytest.raises(PlanError, match=r"Telefon frarådes her.*mindst 10 tegn"):
        desk.do(form_choice.create, replace(fields, form=PHONE, override_reason=reason))


def test_a_reason_is_kept_and_goes_with_undo_and_redo(desk: Desk, visit: Key) -> None:
    desk.do(form_choice.change_form, visit, PHONE, WHY)
    assert (stored(desk, visit).form, stored(desk, visit).override_reason) == (PHONE, WHY)
    desk.undo()
    assert (stored(desk, visit).form, stored(desk, visit).override_reason) == (PHYSICAL, "")
    desk.redo()
    assert (stored(desk, visit).form, stored(desk, visit).override_reason) == (PHONE, WHY)


def test_a_reason_code_takes_the_first_meeting_away_and_nothing_more_is_asked(
    desk: Desk, visit: Key
) -> None:
    asked = desk.read(form_choice.question_about_form, visit, PHONE)
    assert asked is not None
    assert SAFEST_AT_HOME in [code.id for code in asked.codes]
    codes = (SAFEST_AT_HOME,)
    assert desk.read(form_choice.question_about_form, visit, PHONE, codes) is None
    desk.do(form_choice.change_form, visit, PHONE, "", codes)
    assert (stored(desk, visit).reason_codes, stored(desk, visit).override_reason) == (codes, "")
    desk.undo()
    assert stored(desk, visit).reason_codes == ()


def test_a_code_that_takes_nothing_away_is_neither_offered_nor_kept(
    desk: Desk, visit: Key, citizen_id: Key, worker_id: Key
) -> None:
    meet(desk, citizen_id, worker_id)
    fill(desk, citizen_id, may_hide_being_unwell=True)
    asked = desk.read(form_choice.question_about_form, visit, PHONE)
    assert asked is not None
    assert asked.codes == ()
    desk.do(form_choice.change_form, visit, PHONE, WHY, (SAFEST_AT_HOME,))
    assert stored(desk, visit).reason_codes == ()


def test_going_back_to_a_form_that_fits_leaves_no_reason_behind(desk: Desk, visit: Key) -> None:
    desk.do(form_choice.change_form, visit, PHONE, WHY)
    desk.do(form_choice.change_form, visit, PHYSICAL)
    assert stored(desk, visit).override_reason == ""


def test_another_purpose_asks_anew_but_another_agenda_does_not(
    desk: Desk, fields: ContactFields
) -> None:
    key = desk.upkeep(contacts.create, replace(fields, form=PHONE))
    version = desk.read(contacts.details, key).version
    desk.do(form_choice.change, key, version, replace(fields, form=PHONE, agenda=("Indkøb",)))
    version = desk.read(contacts.details, key).version
    other = replace(fields, form=PHONE, agenda=("Indkøb",), purpose_id="sensitive_topic")
    with pytest.raises(PlanError, match="frarådes her"):
        desk.do(form_choice.change, key, version, other)
    desk.do(form_choice.change, key, version, replace(other, override_reason=WHY))
    assert stored(desk, key).override_reason == WHY


def test_a_reason_with_a_cpr_number_is_refused(desk: Desk, visit: Key) -> None:
    with pytest.raises(PlanError, match="CPR"):
        desk.do(form_choice.change_form, visit, PHONE, "Sagen på 010190-1234 siger det")


def test_the_reason_and_its_codes_follow_a_series(desk: Desk, fields: ContactFields) -> None:
    full = replace(fields, override_reason=WHY, reason_codes=(SAFEST_AT_HOME,))
    assert unpacked(packed(full), fields.span) == full


def test_what_speaks_against_a_form_for_one_speaks_against_it_for_all(
    desk: Desk, fields: ContactFields, citizen_id: Key, worker_id: Key
) -> None:
    other = desk.upkeep(citizens.create, CitizenFields("Bo Kjær", primary_worker_id=worker_id))
    for one in (citizen_id, other):
        meet(desk, one, worker_id)
        fill(desk, one)
    fill(desk, other, wish_video=FormWish.REFUSES)
    both = replace(fields, citizens=(citizen_id, other), form=VIDEO)
    found = desk.read(form_choice.advice_on, both)
    assert found is not None
    video, phone = found.advice.of(VIDEO), found.advice.of(PHONE)
    assert video is not None
    assert phone is not None
    assert video.outcome is Outcome.EXCLUDED
    assert phone.outcome is Outcome.ACCEPTED
    assert found.advice.best is not None
    with pytest.raises(PlanError, match="kan ikke vælges"):
        desk.do(form_choice.create, both)


@pytest.mark.parametrize(
    ("purpose", "form", "minutes"),
    [("support_conversation", PHYSICAL, 60), ("short_follow_up", VIDEO, 20), ("acute", PHONE, 15)],
)
def test_the_purpose_proposes_form_and_length(
    desk: Desk, purpose: str, form: ContactForm, minutes: int
) -> None:
    found = desk.read(form_choice.proposal, purpose, None)
    assert found is not None
    assert (found.form, found.minutes) == (form, minutes)


def test_the_citizen_changes_what_a_purpose_proposes(
    desk: Desk, fields: ContactFields, citizen_id: Key, worker_id: Key
) -> None:
    meet(desk, citizen_id, worker_id)
    fill(desk, citizen_id, wish_video=FormWish.REFUSES)
    short = replace(fields, purpose_id="short_follow_up")
    found = desk.read(form_choice.proposal, "short_follow_up", short)
    assert found is not None
    assert (found.form, found.minutes) == (PHONE, 15)


def test_what_is_agreed_is_proposed_where_nothing_speaks_against_it(
    desk: Desk, fields: ContactFields, citizen_id: Key, worker_id: Key
) -> None:
    meet(desk, citizen_id, worker_id)
    fill(desk, citizen_id)
    lines = (
        AgreementLineFields(1, 40, forms=(PHONE,)),
        AgreementLineFields(1, 75, forms=(PHYSICAL,)),
    )
    desk.do(agreements.agree, citizen_id, AgreementFields(MONDAY, lines))

    def proposed(purpose: str) -> tuple[ContactForm, int]:
        found = desk.read(form_choice.proposal, purpose, replace(fields, purpose_id=purpose))
        assert found is not None
        return found.form, found.minutes

    assert proposed("support_conversation") == (PHYSICAL, 75)
    assert proposed("short_follow_up") == (PHONE, 40)
    fill(desk, citizen_id, wish_phone=FormWish.REFUSES)
    assert proposed("short_follow_up") == (PHYSICAL, 75)
    fill(desk, citizen_id, wish_phone=FormWish.PREFERS)
    assert proposed("support_conversation") == (PHONE, 40)


def test_the_best_of_a_flexible_line_is_proposed_in_the_tray(
    desk: Desk, citizen_id: Key, worker_id: Key, at: At, put_purposes: None
) -> None:
    del put_purposes
    meet(desk, citizen_id, worker_id)
    fill(desk, citizen_id, may_hide_being_unwell=True)
    placed = PlacedForm(citizen_id, PHONE, at(3, "9.00", 30), worker_id)
    assert desk.read(form_choice.best_form, (PHONE, PHYSICAL), placed) is PHYSICAL
    fill(desk, citizen_id)
    assert desk.read(form_choice.best_form, (PHONE, VIDEO), placed) is VIDEO  # P22
    fill(desk, citizen_id, wish_video=FormWish.REFUSES)
    assert desk.read(form_choice.best_form, (PHONE, VIDEO), placed) is PHONE
    fill(desk, citizen_id, video_startup_done=False)
    assert desk.read(form_choice.best_form, (PHONE, VIDEO), placed) is PHONE  # P63
    fill(desk, citizen_id, wish_phone=FormWish.REFUSES)
    assert desk.read(form_choice.best_form, (PHONE, VIDEO), placed) is VIDEO
    with pytest.raises(PlanError, match="kan ikke vælges"):
        desk.do(form_choice.plan_from_tray, placed)


@pytest.fixture
def put_purposes(desk: Desk) -> None:
    desk.upkeep(seed_lists, "test")


_WISHES = st.sampled_from(list(FormWish))
_ANSWERS: dict[str, st.SearchStrategy[Any]] = {
    **{f"wish_{form}": _WISHES for form in CORE_FORMS},
    **{
        name: st.booleans()
        for name in (
            "has_phone",
            "has_internet",
            "has_video_device",
            "can_relate_to_remote",
            "can_walk_outdoors",
            "uneasy_in_public",
            "may_hide_being_unwell",
        )
    },
}


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    answers=st.fixed_dictionaries(_ANSWERS),
    purpose=st.sampled_from(["support_conversation", "hands_on", "sensitive_topic", "acute"]),
    form=st.sampled_from(CORE_FORMS),
    reason=st.sampled_from(["", "kort", WHY]),
    by=st.sampled_from(["create", "change", "key"]),
)
def test_an_excluded_form_is_never_stored_and_a_warned_one_never_without_a_reason(
    desk: Desk,
    fields: ContactFields,
    citizen_id: Key,
    answers: dict[str, Any],
    purpose: str,
    form: ContactForm,
    reason: str,
    by: str,
) -> None:
    fill(desk, citizen_id, **answers)
    wanted = replace(fields, purpose_id=purpose, form=form, override_reason=reason)
    told = desk.read(form_choice.advice_on, wanted)
    assert told is not None
    found = told.advice.of(form)
    assert found is not None
    before = other_form(form)
    key = desk.upkeep(contacts.create, replace(wanted, form=before, override_reason=""))
    fits = not found.reasons or (found.outcome is not Outcome.EXCLUDED and reason == WHY)
    try:
        key = store(desk, by, key, wanted)
    except PlanError:
        assert not fits
        assert stored(desk, key).form is before
    else:
        assert fits
        assert stored(desk, key).form is form
        assert bool(stored(desk, key).override_reason) is bool(found.reasons)
    desk.upkeep(contacts.delete, key)


def other_form(form: ContactForm) -> ContactForm:
    return CORE_FORMS[CORE_FORMS.index(form) - 1]


def store(desk: Desk, by: str, key: Key, wanted: ContactFields) -> Key:
    """Plan, change in the form, or change with the grid's key."""
    do: dict[str, Callable[[], Key | None]] = {
        "create": lambda: desk.do(form_choice.create, wanted),
        "change": lambda: desk.do(
            form_choice.change, key, desk.read(contacts.details, key).version, wanted
        ),
        "key": lambda: desk.do(form_choice.change_form, key, wanted.form, wanted.override_reason),
    }
    made = do[by]()
    return made or key


def test_with_several_citizens_the_advice_says_of_whom_and_with_one_nobody_is_named(
    desk: Desk, fields: ContactFields, worker_id: Key, citizen_id: Key
) -> None:
    other = desk.upkeep(citizens.create, CitizenFields("Bo Krog", primary_worker_id=worker_id))
    meet(desk, citizen_id, worker_id)
    meet(desk, other, worker_id)
    fill(desk, citizen_id, needs_something_to_look_at=True, has_private_room=False)
    fill(desk, other, needs_something_to_look_at=True)

    def said(wanted: ContactFields) -> list[str]:
        found = desk.read(form_choice.advice_on, wanted)
        assert found is not None
        call = found.advice.of(PHONE)
        assert call is not None
        return [one.text for one in call.reasons]

    alone = said(fields)
    assert not any("A.M." in one for one in alone)
    both = said(replace(fields, citizens=(other, citizen_id)))
    assert len(both) == len(alone)
    assert sum(one.startswith("B.K. og A.M.: ") for one in both) == 1
    assert sum(one.startswith("A.M.: ") for one in both) == len(alone) - 1
    asked = desk.read(
        form_choice.question_about, replace(fields, form=PHONE, citizens=(other, citizen_id))
    )
    assert asked is not None
    assert [one.text for one in asked.reasons] == both


def test_a_member_nobody_has_asked_is_named_in_what_to_ask(
    desk: Desk, fields: ContactFields, worker_id: Key, citizen_id: Key
) -> None:
    other = desk.upkeep(citizens.create, CitizenFields("Bo Krog", primary_worker_id=worker_id))
    fill(desk, citizen_id)
    found = desk.read(form_choice.advice_on, replace(fields, citizens=(citizen_id, other)))
    assert found is not None
    assert found.advice.questions
    assert all(one.text.startswith("B.K.: ") for one in found.advice.questions)


GROUPS = [
    (ContactForm.GROUP_ONLINE, {"wish_video": FormWish.REFUSES}, "P04"),
    (ContactForm.GROUP_ONLINE, {"has_video_device": False}, "P62"),
    (ContactForm.GROUP_ONLINE, {"can_relate_to_remote": False}, "P47"),
    (ContactForm.GROUP_WALK, {"wish_walk_talk": FormWish.REFUSES}, "P04"),
    (ContactForm.GROUP_WALK, {"can_walk_outdoors": False}, "P59"),
]


@pytest.mark.parametrize(("form", "answers", "rule"), GROUPS)
def test_a_group_asks_why_a_member_is_in_it_who_said_no_or_lacks_what_it_takes(
    desk: Desk,
    fields: ContactFields,
    worker_id: Key,
    citizen_id: Key,
    form: ContactForm,
    answers: dict[str, Any],
    rule: str,
) -> None:
    other = desk.upkeep(citizens.create, CitizenFields("Bo Krog", primary_worker_id=worker_id))
    fill(desk, citizen_id, **answers)
    fill(desk, other)
    group = replace(fields, form=form, citizens=(other, citizen_id))
    asked = desk.read(form_choice.question_about, group)
    assert asked is not None
    assert [one.rules for one in asked.reasons] == [(rule,)]
    assert asked.reasons[0].text.startswith("A.M.: ")
    assert not asked.refused
    with pytest.raises(PlanError, match=rf"{form.short_name.capitalize()} frarådes her"):
        desk.do(form_choice.create, group)
    key = desk.do(form_choice.create, replace(group, override_reason=WHY))
    assert stored(desk, key).override_reason == WHY
    (listed,) = desk.read(reasons_of_week, IsoWeek.of(MONDAY))
    assert (listed.contact_id, listed.form, listed.reason) == (key, form, WHY)


def test_a_group_asks_nothing_where_its_form_is_only_advised_against_for_a_member(
    desk: Desk, fields: ContactFields, worker_id: Key, citizen_id: Key
) -> None:
    other = desk.upkeep(citizens.create, CitizenFields("Bo Krog", primary_worker_id=worker_id))
    fill(desk, citizen_id, wish_video=FormWish.DISLIKES, uneasy_in_public=True)
    fill(desk, other)
    for form in (ContactForm.GROUP_ONLINE, ContactForm.GROUP_WALK):
        group = replace(fields, form=form, citizens=(other, citizen_id))
        assert desk.read(form_choice.question_about, group) is None
        found = desk.read(form_choice.advice_on, group)
        assert found is not None
        assert found.members[1].form.outcome is Outcome.WARNED
