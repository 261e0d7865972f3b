"""A FormCondition says when a form is excluded or warned; a PlanCheck what to look for in a plan.

They are the decision table of the practice rules, as data. Age, diagnosis and target group are no
fields here (P03, P54).
"""

from dataclasses import dataclass
from enum import StrEnum

from bostoette.models.citizen_kinds import (
    FormWish,
    PrivateNetwork,
    RiskLevel,
    SupportNeed,
    ToleratesShifts,
    VideoAbility,
)
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.practice_rule import NumberName


class Companion(StrEnum):
    """Who is with the citizen during a contact at a distance (P46, P63)."""

    NONE = "none"
    SUPERUSER = "superuser"
    RELATIVE = "relative"
    STAFF = "staff"


class Effect(StrEnum):
    """What a condition does to a form; an exclusion beats a warning."""

    EXCLUDED = "excluded"
    WARNED = "warned"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {Effect.EXCLUDED: "tilbydes ikke", Effect.WARNED: "frarådes"}[self]


PROFILE_FIELDS: dict[str, type] = {
    "lives_alone": bool,
    "private_network": PrivateNetwork,
    "support_need": SupportNeed,
    "risk_level": RiskLevel,
    "isolation_risk": bool,
    "in_substance_treatment": bool,
    "tolerates_shifts": ToleratesShifts,
    "needs_predictability": bool,
    "wish_physical": FormWish,
    "wish_phone": FormWish,
    "wish_video": FormWish,
    "wish_walk_talk": FormWish,
    "has_phone": bool,
    "has_video_device": bool,
    "loan_device_planned": bool,
    "has_internet": bool,
    "video_ability": VideoAbility,
    "video_startup_done": bool,
    "needs_teaching_for_video": bool,
    "can_relate_to_remote": bool,
    "needs_something_to_look_at": bool,
    "uses_visual_methods": bool,
    "dislikes_own_face_on_screen": bool,
    "uneasy_in_public": bool,
    "does_not_want_home_seen": bool,
    "may_hide_being_unwell": bool,
    "meeting_hard_anxiety_or_pain": bool,
    "transport_tiring": bool,
    "can_walk_outdoors": bool,
    "has_private_room": bool,
    "values_shop_trip": bool,
    "travel_minutes_one_way": int,
}
"""The citizen's answers that a condition may look at, and what kind each is."""

SITUATION_FIELDS: dict[str, type] = {
    "purpose": str,
    "worker_face_to_face_count": int,
    "met_by_others": bool,
    "meetings_lately": int,
    "remote_in_a_row": int,
    "no_shows_lately": int,
    "days_since_home_visit": int,
    "days_since_face_to_face": int,
    "companion": Companion,
    "place": ContactPlace,
    "has_relapsed": bool,
    "video_paused": bool,
}
"""What a condition may look at in one contact (`Situation`); days count from its own date."""

FieldValue = bool | int | str


class Comparison(StrEnum):
    """How a field is compared."""

    IS = "is"
    IS_NOT = "is_not"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    FEWER_THAN = "fewer_than"

    @property
    def of_numbers(self) -> bool:
        """Tell whether only numbers are compared so."""
        return self not in {Comparison.IS, Comparison.IS_NOT}


@dataclass(frozen=True, slots=True)
class FieldTest:
    """One field compared with one value or with a rule's number; "never" passes no such test."""

    field: str
    comparison: Comparison
    value: FieldValue | NumberName


@dataclass(frozen=True, slots=True)
class FormCondition:
    """When all its tests hold, the forms are excluded or warned, with the rules as reasons."""

    id: str
    text: str
    lift: str
    """What would take the reason away."""
    when: tuple[FieldTest, ...]
    forms: tuple[ContactForm, ...]
    effect: Effect
    rules: tuple[str, ...]
    cleared_by: tuple[str, ...]
    """Reason codes that take it away for one contact (P14)."""
    suggests: tuple[ContactForm, ...]
    assumed: bool
    """Whether the condition itself is our own."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A text beside some forms when all its tests hold; it never changes their order."""

    id: str
    text: str
    when: tuple[FieldTest, ...]
    forms: tuple[ContactForm, ...]
    rules: tuple[str, ...]
    beside_warned: bool
    """Whether it stands beside forms that are warned, instead of those that nothing is against."""


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask a citizen whose profile nobody has filled in."""

    id: str
    text: str
    rules: tuple[str, ...]
    answered_by: str = ""
    """The profile's day on which a group of it was gone through that answers this; "" where only
    the whole profile does."""


@dataclass(frozen=True, slots=True)
class ReasonCode:
    """A reason that takes a warning away for one contact (P14)."""

    id: str
    title: str
    rules: tuple[str, ...]


class CheckedFor(StrEnum):
    """Whose plan a check looks at."""

    CITIZEN = "citizen"
    WORKER = "worker"


class Measure(StrEnum):
    """What is counted in a plan; remote is phone and video."""

    FACE_TO_FACE_CONTACTS = "face_to_face_contacts"
    HOME_VISITS = "home_visits"
    MINUTES_OVER_CAP = "minutes_over_cap"
    REMOTE_CONTACTS_PER_WEEK = "remote_contacts_per_week"
    LONGEST_REMOTE_MINUTES = "longest_remote_minutes"
    DISTINCT_WORKERS = "distinct_workers"
    CITIZENS_IN_ONLINE_GROUP = "citizens_in_online_group"
    CONTACTS_ON_ONE_DAY = "contacts_on_one_day"
    MINUTES_AFTER_REMOTE = "minutes_after_remote"
    MINUTES_BEYOND_TRAVEL = "minutes_beyond_travel"
    VIDEO_CONTACTS = "video_contacts"
    VIDEO_MINUTES = "video_minutes"
    VIDEO_CONTACTS_IN_A_ROW = "video_contacts_in_a_row"
    TRAVELLING_CONTACTS_ON_HOME_DAY = "travelling_contacts_on_home_day"
    CALLS_TO_MUST_VISIT_ON_HOME_DAY = "calls_to_must_visit_on_home_day"
    MINUTES_OUTSIDE_HOURS = "minutes_outside_hours"
    TEAM_SLOTS = "team_slots"
    LEADER_TALKS = "leader_talks"


class Limit(StrEnum):
    """How a measure is held against its limit."""

    ONCE_IN_DAYS = "once_in_days"
    """Raised when there is not at least one for every so many days of the period."""
    FEWER_THAN = "fewer_than"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"


@dataclass(frozen=True, slots=True)
class MeasureTest:
    """One count held against a number or a rule's number."""

    measure: Measure
    limit: Limit
    value: int | NumberName


@dataclass(frozen=True, slots=True)
class PlanCheck:
    """When all its tests hold over its days, the plan is told of it."""

    id: str
    per: CheckedFor
    days: int
    text: str
    when: tuple[FieldTest, ...]
    raised_when: tuple[MeasureTest, ...]
    rules: tuple[str, ...]
