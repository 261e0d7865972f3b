from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.practice_condition import PROFILE_FIELDS

ABOUT_THE_ASKING = {
    "citizen_id",
    "filled_on",
    "wishes_asked_on",
    "wishes_asked_by",
    "equipment_checked_on",
    "platform_id",
    "relapsed_on",  # the situation has it, with what came after
}


def answers() -> dict[str, type]:
    """The columns of the profile itself, with the kind of each."""
    own = {name: kind for name, kind in CitizenProfile.__annotations__.items() if name[0] != "_"}
    return {name: kind.__args__[0] for name, kind in own.items() if name not in ABOUT_THE_ASKING}


def test_a_condition_may_look_at_every_answer_of_the_profile_and_at_nothing_else() -> None:
    assert answers() == PROFILE_FIELDS
