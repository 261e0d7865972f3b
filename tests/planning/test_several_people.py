"""What is said of a meeting while it is planned."""

from dataclasses import replace

import pytest

from bostoette.models.contact_fields import ContactFields, Participant
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_variant import ContactVariant, MeetingFlag
from bostoette.models.timespan import TimeSpan
from bostoette.planning.several_people import sentences
from bostoette.store.practice_rules_file import delivered_practice_rules
from tests.clock import MONDAY

RULES = delivered_practice_rules()
WORKERS = tuple(bytes([number]) * 16 for number in range(9))
CITIZEN = b"c" * 16


def meeting(workers: int, variant: ContactVariant, **more: object) -> ContactFields:
    fields = ContactFields(
        TimeSpan(MONDAY, 600, 60),
        ContactForm.VIDEO,
        "meeting",
        WORKERS[:workers],
        () if variant.for_staff else (CITIZEN,),
        variant=variant,
    )
    return replace(fields, **more)  # type: ignore[arg-type]


def rules_of(fields: ContactFields) -> list[str]:
    return [rule for rule, _text in sentences(fields, RULES)]


def test_nine_people_on_video_are_many_and_a_split_is_proposed() -> None:
    nine = sentences(meeting(9, ContactVariant.TEAM_MEETING), RULES)
    assert [rule for rule, _ in nine] == ["P74"]
    assert "9 på video" in nine[0][1]
    assert "Del mødet i to" in nine[0][1]
    assert rules_of(meeting(6, ContactVariant.TEAM_MEETING)) == []
    together = meeting(9, ContactVariant.TEAM_MEETING, form=ContactForm.PHYSICAL)
    assert rules_of(together) == []


def test_six_professionals_propose_that_the_citizen_joins_from_home() -> None:
    """The worker beside the citizen is none of the six, nor is a relative."""
    roles = ("læge", "psykolog", "sagsbehandler", "jobkonsulent", "lærer", "sygeplejerske", "mor")
    people = tuple(
        Participant(f"Person {number}", role, 600, 660) for number, role in enumerate(roles)
    )
    six = meeting(1, ContactVariant.NETWORK_MEETING, form=ContactForm.PHYSICAL, participants=people)
    said = dict(sentences(six, RULES))
    assert "6 fagpersoner" in said["P31"]
    assert "hjemmefra" in said["P31"]
    assert "4 fagpersoner" in dict(sentences(replace(six, participants=people[2:]), RULES))["P31"]
    assert rules_of(replace(six, participants=people[3:])) == []
    another_colleague = replace(six, participants=people[3:], workers=WORKERS[:2])
    assert rules_of(another_colleague) == ["P31"]


@pytest.mark.parametrize(
    "flag", [MeetingFlag.CONFLICT, MeetingFlag.STRANGERS, MeetingFlag.OPEN_DEBATE]
)
def test_some_meetings_are_better_held_in_the_same_room(flag: MeetingFlag) -> None:
    tense = meeting(2, ContactVariant.NETWORK_MEETING, meeting_flags=(flag,))
    assert rules_of(tense) == ["P29"]
    assert rules_of(replace(tense, form=ContactForm.PHYSICAL)) == []


def test_somebody_to_look_after_proposes_to_join_from_home() -> None:
    caring = meeting(2, ContactVariant.STATUS_MEETING, meeting_flags=(MeetingFlag.CARE_DUTIES,))
    assert rules_of(caring) == ["P31"]


def test_a_rule_that_is_switched_off_says_nothing() -> None:
    nine = meeting(9, ContactVariant.TEAM_MEETING)
    assert sentences(nine, RULES.switched("P74", on=False)) == ()


def test_a_message_is_not_for_sensitive_matters_and_needs_an_approved_channel() -> None:
    chat = meeting(1, ContactVariant.NETWORK_MEETING, form=ContactForm.SMS_CHAT)
    plain = replace(chat, variant=ContactVariant.ORDINARY, purpose_id="short_follow_up")
    assert rules_of(plain) == ["P66"]
    assert rules_of(replace(plain, video_platform_id="teams")) == []
    acute = replace(plain, purpose_id="acute", video_platform_id="teams")
    assert rules_of(acute) == ["P78"]
