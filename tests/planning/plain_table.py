"""Table 1b of the practice catalogue, read plainly: what the advice is held against.

Written from the table itself and not from the rules file, so that a slip in either shows.
"""

from dataclasses import dataclass

from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.situation import Situation

FORMS = ("physical", "phone", "video", "walk_talk")
VISIT_FIRST = ("physical", "walk_talk", "video", "phone")
AT_HOME = ("physical", "video", "phone", "walk_talk")
AT_ONCE = ("phone", "video", "physical", "walk_talk")
SHOWING = ("video", "physical", "walk_talk", "phone")
ORDERS = {
    "support_conversation": (VISIT_FIRST, "P05"),
    "short_follow_up": (("video", "phone", "walk_talk", "physical"), "P22"),
    "acute": (AT_ONCE, "P23"),
    "day_structure": (AT_ONCE, "P25"),
    "sensitive_topic": (VISIT_FIRST, "P18"),
    "big_question": (VISIT_FIRST, "P19"),
    "assessment": (VISIT_FIRST, "P19"),
    "practical_help": (AT_HOME, "P20"),
    "schedule_overview": (AT_HOME, "P26"),
    "home_skills": (AT_HOME, "P34"),
    "social_need": (VISIT_FIRST, "P21"),
    "first_meeting": (VISIT_FIRST, "P12"),
    "video_startup": (SHOWING, "P64"),
    "guidance_teaching": (SHOWING, "P27"),
    "guided_support": (("video", "physical", "phone", "walk_talk"), "P50"),
    "treatment_conversation": (("phone", "video", "walk_talk", "physical"), "P52"),
    "after_relapse": (VISIT_FIRST, "P40"),
    "hands_on": (("physical",), "P28"),
    "family_treatment": (VISIT_FIRST, "P29"),
    # not in the table, but purposes of their own in P35 and P31
    "relatives_contact": (("video", "phone", "physical", "walk_talk"), "P35"),
    "meeting": (AT_HOME, "P31"),
}
MEET = {
    "sensitive_topic": "P18",
    "big_question": "P19",
    "assessment": "P19",
    "social_need": "P21",
    "family_treatment": "P29",
    "after_relapse": "P40",
}
VISIT = {"practical_help": "P20", "schedule_overview": "P26", "home_skills": "P34"}


@dataclass
class Told:
    """What the table says of one contact."""

    best: str | None
    accepted: list[str]
    warned: list[str]
    excluded: list[str]
    reasons: dict[str, set[str]]


def read_table(profile: ProfileFields, situation: Situation) -> Told:
    """Go through the table from its first line to its last."""
    excluded = {form: _excluded(form, profile, situation) for form in FORMS}
    warned = {form: _warned(form, profile, situation) for form in FORMS}
    order, rule = ORDERS[situation.purpose]
    free = [form for form in order if not excluded[form] and not warned[form]]
    offered = [form for form in order if not excluded[form]]
    preferred = [form for form in free if getattr(profile, f"wish_{form}") == "prefers"]
    best = next(iter(preferred or free or offered), None)
    reasons = {form: excluded[form] | warned[form] for form in FORMS}
    if best is None:
        beside_best = set[str]()
    else:
        ranking = "P04" if preferred else rule
        beside_best = {ranking}.union(*(reasons[one] for one in order[: order.index(best) + 1]))
    return Told(
        best,
        [one for one in FORMS if not reasons[one] and one != best],
        [one for one in FORMS if warned[one] and not excluded[one] and one != best],
        [one for one in FORMS if excluded[one]],
        {"best": beside_best}
        | {form: ids for form, ids in reasons.items() if ids and form != best},
    )


def _excluded(form: str, profile: ProfileFields, situation: Situation) -> set[str]:
    ids = set[str]()
    if getattr(profile, f"wish_{form}") == "refuses":
        ids |= {"P04"}
    if form == "phone" and not profile.has_phone:
        ids |= {"P62"}
    if form == "video":
        if not profile.has_video_device and not profile.loan_device_planned:
            ids |= {"P62"}
        if profile.video_ability == "cannot":
            ids |= {"P46", "P62"}
    related = profile.can_relate_to_remote or situation.purpose == "relatives_contact"
    if form in {"phone", "video"} and not related:
        ids |= {"P47"}
    if form == "walk_talk" and not profile.can_walk_outdoors:
        ids |= {"P59"}
    if form != "physical" and situation.purpose == "hands_on":
        ids |= {"P28"}
    return ids


def _warned(form: str, profile: ProfileFields, situation: Situation) -> set[str]:
    ids = set[str]()
    if getattr(profile, f"wish_{form}") == "dislikes":
        ids |= {"P04"}
    if form in {"phone", "video"}:
        ids |= _remote(profile, situation)
    if form == "video":
        ids |= _video(profile, situation)
    if form == "phone" and profile.needs_something_to_look_at:
        ids |= {"P57"}
    if form == "walk_talk" and profile.uneasy_in_public:
        ids |= {"P60"}
    if form == "physical" and profile.does_not_want_home_seen and situation.place == "home":
        ids |= {"P53"}
    if form != "physical" and situation.purpose in VISIT:
        ids |= {VISIT[situation.purpose]}
    limit = 14 if profile.support_need == "high" else 28
    if profile.does_not_want_home_seen:
        days, about = situation.days_since_face_to_face, {"phone", "video"}
    else:
        days, about = situation.days_since_home_visit, {"phone", "video", "walk_talk"}
    if form in about and days is not None and days > limit:
        ids |= {"P37"}
    return ids


def _remote(profile: ProfileFields, situation: Situation) -> set[str]:
    ids = set[str]()
    if situation.worker_face_to_face_count == 0 and not situation.reason_codes:
        known_to_others = situation.days_since_face_to_face is not None
        substitute = known_to_others and situation.purpose != "first_meeting"
        ids |= {"P11", "P13"} if substitute else {"P11", "P12"}
    if situation.purpose in MEET:
        ids |= {MEET[situation.purpose]}
    if situation.has_relapsed:
        ids |= {"P40"}
    if profile.uses_visual_methods:
        ids |= {"P57"}
    if profile.may_hide_being_unwell:
        ids |= {"P36"}
    if not profile.has_private_room:
        ids |= {"P69", "P78"}
    return ids


def _video(profile: ProfileFields, situation: Situation) -> set[str]:
    ids = set[str]()
    if not profile.has_video_device and profile.loan_device_planned:
        ids |= {"P62"}
    if not profile.video_startup_done and situation.companion != "superuser":
        ids |= {"P63", "P48"} if profile.needs_teaching_for_video else {"P63"}
    if profile.video_ability == "with_help" and situation.companion == "none":
        ids |= {"P46"}
    if profile.dislikes_own_face_on_screen:
        ids |= {"P58"}
    if profile.does_not_want_home_seen:
        ids |= {"P53"}
    return ids
