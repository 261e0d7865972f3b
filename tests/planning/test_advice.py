from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.advice import Advice, Outcome
from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.practice_condition import PROFILE_FIELDS, Companion
from bostoette.models.practice_rule import NumberName
from bostoette.models.situation import Situation
from bostoette.planning.advice import advise
from tests.planning.conditions import compiled, situation
from tests.planning.plain_table import ORDERS, read_table

DELIVERED = compiled()
KNOWN = ProfileFields(filled_on=date(2026, 11, 1))
SAFEST = "citizen_feels_safest_at_home"
COMES = "remote_start_is_what_makes_them_come"
PHYSICAL, PHONE, VIDEO, WALK = CORE_FORMS

DAYS = st.none() | st.integers(0, 60) | st.sampled_from((13, 14, 15, 27, 28, 29))


def answers(kind: Any) -> st.SearchStrategy[Any]:
    if kind is int:
        return st.integers(0, 90)
    return st.booleans() if kind is bool else st.sampled_from(kind)


PROFILES = st.builds(
    ProfileFields,
    filled_on=st.just(KNOWN.filled_on),
    **{name: answers(kind) for name, kind in PROFILE_FIELDS.items()},
)
SITUATIONS = st.builds(
    Situation,
    purpose=st.sampled_from(sorted(ORDERS)),
    worker_face_to_face_count=st.integers(0, 3),
    days_since_home_visit=DAYS,
    days_since_face_to_face=DAYS,
    companion=st.sampled_from(Companion),
    place=st.sampled_from(ContactPlace),
    has_relapsed=st.booleans(),
    reason_codes=st.sampled_from(((), (), (SAFEST,), (COMES,), (SAFEST, COMES))),
)


def known(**answers: Any) -> ProfileFields:
    """A profile with these answers, in the words of the catalogue."""
    given = {name: PROFILE_FIELDS[name](answer) for name, answer in answers.items()}
    return replace(KNOWN, **given)


def advised(
    profile: ProfileFields = KNOWN, purpose: str = "support_conversation", **other: Any
) -> Advice:
    return advise(profile, situation(purpose, **other), DELIVERED)


def named(advice: Advice, outcome: Outcome) -> list[str]:
    return [one.form.value for one in advice.having(outcome)]


def ids(advice: Advice, form: ContactForm) -> tuple[str, ...]:
    found = advice.of(form)
    assert found is not None
    return found.rules


def word(advice: Advice, form: ContactForm) -> str:
    found = advice.of(form)
    assert found is not None
    return found.word


@given(PROFILES, SITUATIONS)
def test_the_advice_is_what_the_table_says(profile: ProfileFields, one: Situation) -> None:
    advice, told = advise(profile, one, DELIVERED), read_table(profile, one)
    assert (advice.best.form.value if advice.best else None) == told.best
    assert named(advice, Outcome.ACCEPTED) == told.accepted
    assert named(advice, Outcome.WARNED) == told.warned
    assert named(advice, Outcome.EXCLUDED) == told.excluded
    reasons = {
        each.form.value: set(each.rules)
        for each in advice.forms
        if each.rules and each.outcome is not Outcome.BEST
    }
    assert {"best": set(advice.best_rules), **reasons} == told.reasons
    wanted = {"sms_chat": not profile.has_private_room, "group_walk": one.purpose == "social_need"}
    assert list(advice.suggests) == [form for form, is_it in wanted.items() if is_it]


@given(PROFILES, SITUATIONS)
def test_every_form_has_one_outcome_and_every_reason_says_what_lifts_it(
    profile: ProfileFields, one: Situation
) -> None:
    advice = advise(profile, one, DELIVERED)
    assert tuple(each.form for each in advice.forms) == CORE_FORMS
    assert len(advice.having(Outcome.BEST)) <= 1
    for each in advice.forms:
        assert all(reason.text and reason.lift and reason.rules for reason in each.reasons)
        assert len(set(each.rules)) == len(each.rules)


@given(PROFILES, SITUATIONS)
def test_hints_never_change_the_order(profile: ProfileFields, one: Situation) -> None:
    bare = replace(DELIVERED, hints=())
    with_hints, without = advise(profile, one, DELIVERED), advise(profile, one, bare)
    assert [each.outcome for each in with_hints.forms] == [each.outcome for each in without.forms]


def test_the_purposes_of_the_table_are_those_delivered() -> None:
    assert set(DELIVERED.purposes) == set(ORDERS)


def test_neither_age_nor_diagnosis_nor_target_group_can_enter() -> None:
    known = {field.name for kind in (ProfileFields, Situation) for field in fields(kind)}
    assert not [name for name in known if name.startswith(("age", "diagnos", "target", "birth"))]


def test_an_exclusion_beats_a_warning_and_all_reasons_are_told() -> None:
    profile = known(wish_phone="refuses", needs_something_to_look_at=True)
    advice = advised(profile, "sensitive_topic")
    assert ids(advice, PHONE) == ("P04", "P18", "P57")
    assert word(advice, PHONE) == "Tilbydes ikke"


def test_the_words_are_danish() -> None:
    advice = advised(known(wish_phone="dislikes", can_walk_outdoors=False))
    assert [one.word for one in advice.forms] == ["Anbefales", "Frarådes", "Mulig", "Tilbydes ikke"]
    assert advice.headline == "Anbefales: besøg"


def test_a_form_that_is_best_though_advised_against_says_so_and_keeps_its_reasons() -> None:
    profile = known(wish_physical="refuses", uneasy_in_public=True, may_hide_being_unwell=True)
    advice = advised(profile)
    assert advice.headline == "Frarådes – men bedst her: gåtur"
    assert advice.best_rules == ("P05", "P04", "P60")
    assert advice.best is not None
    assert advice.best.needs_reason
    assert named(advice, Outcome.WARNED) == ["phone", "video"]


def test_where_nothing_is_left_there_is_no_best_form_but_word_to_the_leader() -> None:
    advice = advised(known(wish_physical="refuses"), "hands_on")
    assert advice.best is None
    assert advice.best_rules == ()
    assert "lederen" in advice.headline


def test_of_two_preferred_forms_the_purpose_decides() -> None:
    profile = known(wish_phone="prefers", wish_walk_talk="prefers")
    for purpose, form in (("support_conversation", WALK), ("acute", PHONE)):
        advice = advised(profile, purpose)
        assert advice.best is not None
        assert advice.best.form is form
        assert advice.best_rules == ("P04",)


def test_what_speaks_against_earlier_forms_stands_beside_a_preferred_one() -> None:
    profile = known(wish_phone="prefers", does_not_want_home_seen=True)
    assert advised(profile).best_rules == ("P04", "P53")


def test_a_preferred_form_that_is_advised_against_does_not_come_first() -> None:
    advice = advised(known(wish_phone="prefers"), "sensitive_topic")
    assert advice.best is not None
    assert advice.best.form is PHYSICAL
    assert advice.best_rules == ("P18",)


@pytest.mark.parametrize(
    ("purpose", "since", "rules"),
    [
        ("support_conversation", None, ("P11", "P12")),
        ("first_meeting", 7, ("P11", "P12")),
        ("support_conversation", 7, ("P11", "P13")),
    ],
)
def test_a_first_meeting_and_a_substitute_have_different_reasons(
    purpose: str, since: int | None, rules: tuple[str, ...]
) -> None:
    advice = advised(KNOWN, purpose, worker_face_to_face_count=0, days_since_face_to_face=since)
    assert ids(advice, PHONE) == ids(advice, VIDEO) == rules


@pytest.mark.parametrize("code", [SAFEST, COMES])
def test_a_reason_code_clears_that_they_never_met_and_nothing_else(code: str) -> None:
    profile = known(may_hide_being_unwell=True)
    advice = advised(profile, worker_face_to_face_count=0, reason_codes=(code,))
    assert ids(advice, PHONE) == ("P36",)
    phone = advice.of(PHONE)
    assert phone is not None
    assert [reason.rules for reason in phone.cleared] == [("P11",), ("P13",)]


def test_never_starts_no_clock() -> None:
    advice = advised(days_since_home_visit=None, days_since_face_to_face=None)
    assert named(advice, Outcome.WARNED) == []


@pytest.mark.parametrize(("need", "limit"), [("low", 28), ("medium", 28), ("high", 14)])
def test_the_home_is_seen_within_its_limit(need: str, limit: int) -> None:
    profile = known(support_need=need)
    assert named(advised(profile, days_since_home_visit=limit), Outcome.WARNED) == []
    late = advised(profile, days_since_home_visit=limit + 1)
    assert named(late, Outcome.WARNED) == ["phone", "video", "walk_talk"]
    assert f"{limit} dage" in late.forms[1].reasons[0].text
    assert late.forms[1].reasons[0].assumed


def test_where_the_home_is_not_to_be_seen_the_clock_runs_on_meeting() -> None:
    profile = known(does_not_want_home_seen=True)
    outside: dict[str, Any] = {"place": ContactPlace.CENTRE, "days_since_home_visit": 400}
    assert ids(advised(profile, **outside), PHONE) == ()
    late = advised(profile, **outside, days_since_face_to_face=29)
    assert ids(late, PHONE) == ("P37",)
    assert ids(late, WALK) == ids(late, PHYSICAL) == ()


def test_a_profile_nobody_filled_in_gives_questions_instead_of_a_best_form() -> None:
    advice = advised(ProfileFields(), "sensitive_topic")
    assert advice.headline == "Ved ikke nok endnu"
    assert advice.best is None
    assert "Hvad synes borgeren om besøg, telefon, video og gåtur?" in [
        question.text for question in advice.questions
    ]
    assert ids(advice, PHONE) == ("P18",)


def test_a_part_of_the_profile_that_was_gone_through_is_not_asked_about_again() -> None:
    def asked(**answers: Any) -> str:
        profile = replace(ProfileFields(), **answers)
        found = advised(profile, "support_conversation")
        assert not found.known
        return " ".join(one.text for one in found.questions)

    assert "Har borgeren en telefon" in asked()
    equipped = asked(equipment_checked_on=date(2026, 11, 2))
    for words in ("en telefon", "opstartspakken", "kontakt på afstand"):
        assert words in asked()
        assert words not in equipped
    assert "Hvad synes borgeren" in equipped
    assert "Hvad synes borgeren" not in asked(wishes_asked_on=date(2026, 11, 2))
    assert "noget at se på" in equipped


def test_an_unknown_purpose_asks_for_one() -> None:
    advice = advised(KNOWN, "")
    assert not advice.known
    assert [question.rules for question in advice.questions] == [("P08",)]


def test_a_teams_own_purpose_counts_as_the_one_that_it_is_like() -> None:
    conditions = DELIVERED.with_own_purposes({"own-1": "sensitive_topic", "own-2": "gone"})
    advice = advise(KNOWN, situation("own-1"), conditions)
    assert advice.best_rules == ids(advice, PHONE) == ("P18",)
    assert not advise(KNOWN, situation("own-2"), conditions).known


def test_a_rule_that_is_switched_off_advises_no_more() -> None:
    profile = known(has_private_room=False, wish_video="prefers")
    off = compiled(lambda rules: rules.switched("P69", on=False))
    assert ids(advise(profile, situation(), off), PHONE) == ("P78",)
    both = compiled(lambda rules: rules.switched("P69", on=False).switched("P78", on=False))
    advice = advise(profile, situation(), both)
    assert ids(advice, PHONE) == advice.suggests == ()
    assert advice.best is not None
    assert advice.best.form is VIDEO


def test_without_wishes_a_preference_and_a_refusal_count_for_nothing() -> None:
    off = compiled(lambda rules: rules.switched("P04", on=False))
    profile = known(wish_physical="refuses", wish_phone="prefers")
    advice = advise(profile, situation(), off)
    assert advice.best_rules == ("P05",)


def test_an_order_whose_rule_is_off_stays_but_is_not_cited() -> None:
    off = compiled(lambda rules: rules.switched("P05", on=False))
    advice = advise(KNOWN, situation(), off)
    assert advice.headline == "Anbefales: besøg"
    assert advice.best_rules == ()


def test_without_its_rule_a_reason_code_clears_nothing() -> None:
    off = compiled(lambda rules: rules.switched("P14", on=False))
    one = situation(worker_face_to_face_count=0, reason_codes=(SAFEST,))
    assert ids(advise(KNOWN, one, off), PHONE) == ("P11", "P13")


def test_an_exercise_that_may_be_done_at_a_distance_ranks_what_its_order_leaves_out() -> None:
    off = compiled(lambda rules: rules.switched("P28", on=False))
    advice = advise(known(wish_physical="refuses"), situation("hands_on"), off)
    assert advice.headline == "Anbefales: telefon"


def test_a_number_that_is_changed_changes_advice_and_text() -> None:
    name = NumberName("P37", "home_days")
    sooner = compiled(lambda rules: rules.with_number(name, 9))
    phone = advise(KNOWN, situation(), sooner).of(PHONE)
    assert phone is not None
    assert [reason.text for reason in phone.reasons] == ["Hjemmet er ikke set i mere end 9 dage."]
    twice = compiled(lambda rules: rules.with_number(NumberName("P11", "meetings"), 2))
    once = situation(worker_face_to_face_count=1)
    assert ids(advise(KNOWN, once, DELIVERED), PHONE) == ()
    assert ids(advise(KNOWN, once, twice), PHONE) == ("P11",)


@pytest.mark.parametrize(
    ("profile", "other", "rule", "form"),
    [
        ({"wish_video": "dislikes"}, {}, "P10", VIDEO),
        ({}, {"meetings_lately": 3}, "P15", PHONE),
        ({}, {"remote_in_a_row": 4}, "P16", VIDEO),
        ({}, {"no_shows_lately": 2}, "P43", WALK),
        ({"meeting_hard_anxiety_or_pain": True}, {}, "P51", PHONE),
        ({"transport_tiring": True}, {}, "P51", VIDEO),
        ({"risk_level": "red"}, {}, "P55", VIDEO),
        ({"travel_minutes_one_way": 30}, {}, "P83", PHONE),
    ],
)
def test_a_hint_stands_beside_its_form_only_when_it_fits(
    profile: dict[str, Any], other: dict[str, Any], rule: str, form: ContactForm
) -> None:
    def hinted(advice: Advice) -> list[str]:
        found = advice.of(form)
        assert found is not None
        return [one for hint in found.hints for one in hint.rules]

    assert rule in hinted(advised(known(**profile), **other))
    assert rule not in hinted(advised())
