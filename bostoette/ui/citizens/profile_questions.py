"""The questions of the profile in plain Danish, in the order they are asked (catalogue, part 3)."""

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


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the profile's field, how it is asked, and how the answer is told briefly.

    A yes-or-no question is asked as a statement to tick; ``yes`` and ``no`` tell the answers on
    the card, an empty one is what goes without saying.
    """

    field: str
    asked: str
    yes: str = ""
    no: str = ""
    words: type[StrEnum] | None = None
    chosen: tuple[tuple[bool | None, str], ...] = ()
    """The answers to choose from where nobody may take one for granted; None is no answer yet."""


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions that belong together."""

    title: str
    questions: tuple[Question, ...]


WISHES = (
    Question("wish_physical", "Fysisk besøg", words=FormWish),
    Question("wish_phone", "Telefon", words=FormWish),
    Question("wish_video", "Video", words=FormWish),
    Question("wish_walk_talk", "Walk-and-talk", words=FormWish),
)
EVERYDAY = QuestionGroup(
    "Hverdag og støtte",
    (
        Question("lives_alone", "Bor alene", yes="Bor alene", no="Bor sammen med andre"),
        Question("private_network", "Hvor stærkt er det private netværk?", words=PrivateNetwork),
        Question("support_need", "Hvor stort er støttebehovet?", words=SupportNeed),
        Question("risk_level", "Hvilken farve har risikovurderingen?", words=RiskLevel),
        Question("isolation_risk", "Er i fare for at isolere sig", yes="Fare for isolation"),
        Question("in_substance_treatment", "Er i rusmiddelbehandling", yes="I rusmiddelbehandling"),
        Question(
            "tolerates_shifts",
            "Hvordan går det med skift af sted og person?",
            words=ToleratesShifts,
        ),
        Question(
            "needs_predictability",
            "Har brug for faste tider og besked i god tid",
            yes="Har brug for forudsigelighed",
        ),
    ),
)
EQUIPMENT = QuestionGroup(
    "Udstyr og video",
    (
        Question("has_phone", "Har en telefon", yes="Telefon", no="Ingen telefon"),
        Question(
            "has_video_device",
            "Har tablet, computer eller telefon til video",
            yes="Udstyr til video",
            no="Intet udstyr til video",
        ),
        Question("loan_device_planned", "Skal låne udstyr af os", yes="Lån af udstyr er planlagt"),
        Question("has_internet", "Har internet derhjemme", yes="Internet", no="Intet internet"),
        Question("video_ability", "Hvordan går det med at bruge video?", words=VideoAbility),
        Question(
            "video_startup_done",
            "Har I øvet video sammen (opstartspakken)?",
            yes="Øvet i video",
            no="Mangler at øve video",
            chosen=((None, "Ikke svaret endnu"), (True, "Ja"), (False, "Nej, ikke endnu")),
        ),
        Question(
            "needs_teaching_for_video",
            "Skal have video vist og øvet flere gange",
            yes="Skal have video vist og øvet",
        ),
        Question(
            "can_relate_to_remote",
            "Kan forholde sig til kontakt på afstand",
            no="Kan ikke forholde sig til kontakt på afstand",
        ),
    ),
)
TALKING = QuestionGroup(
    "Når I taler sammen",
    (
        Question(
            "needs_something_to_look_at",
            "Har brug for noget at fokusere øjnene på",
            yes="Har brug for noget at se på",
        ),
        Question(
            "uses_visual_methods",
            "Bruger tegn, billeder eller tegninger",
            yes="Bruger tegn, billeder eller tegninger",
        ),
        Question(
            "dislikes_own_face_on_screen",
            "Bryder sig ikke om at se sit eget ansigt på skærmen",
            yes="Vil ikke se sit eget ansigt på skærmen",
        ),
        Question(
            "uneasy_in_public",
            "Er utryg ved at tale i det offentlige rum",
            yes="Utryg i det offentlige rum",
        ),
        Question(
            "does_not_want_home_seen",
            "Vil ikke vise sit hjem frem",
            yes="Vil ikke vise sit hjem frem",
        ),
        Question(
            "may_hide_being_unwell",
            "Skjuler måske, når det går dårligt",
            yes="Skjuler måske, når det går dårligt",
        ),
        Question(
            "meeting_hard_anxiety_or_pain",
            "Angst eller smerter gør det svært at mødes",
            yes="Angst eller smerter gør det svært at mødes",
        ),
        Question("transport_tiring", "Bliver træt af transport", yes="Bliver træt af transport"),
        Question("can_walk_outdoors", "Kan gå en tur ude", no="Kan ikke gå en tur ude"),
        Question(
            "values_shop_trip",
            "Turen til butikken betyder noget",
            yes="Turen til butikken betyder noget",
        ),
        Question(
            "has_private_room",
            "Har et sted, hvor ingen lytter med",
            no="Har ikke et uforstyrret sted",
        ),
    ),
)
GROUPS = (EVERYDAY, EQUIPMENT, TALKING)
