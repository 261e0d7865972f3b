"""The professional words of the field (Fælles Faglige Begreber) that goals are described with.

Each value is stored by an identifier of our own; the Danish words are what the screen says.
"""

from enum import StrEnum


class GoalType(StrEnum):
    """What a goal aims for (måltype)."""

    KEEP = "keep"
    DEVELOP = "develop"
    LIMIT_LOSS = "limit_loss"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            GoalType.KEEP: "Fastholde funktionsevne",
            GoalType.DEVELOP: "Udvikle funktionsevne",
            GoalType.LIMIT_LOSS: "Begrænse tab af funktionsevne",
        }[self]


class FunctionLevel(StrEnum):
    """How much the functioning is reduced (funktionsevneniveau)."""

    NOT_ASSESSED = "not_assessed"
    NONE = "none"
    SLIGHT = "slight"
    MODERATE = "moderate"
    SEVERE = "severe"
    COMPLETE = "complete"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            FunctionLevel.NOT_ASSESSED: "Ikke vurderet",
            FunctionLevel.NONE: "Ingen nedsat funktionsevne",
            FunctionLevel.SLIGHT: "Let nedsat funktionsevne",
            FunctionLevel.MODERATE: "Moderat nedsat funktionsevne",
            FunctionLevel.SEVERE: "Svært nedsat funktionsevne",
            FunctionLevel.COMPLETE: "Fuldstændig nedsat funktionsevne",
        }[self]


class SupportLevel(StrEnum):
    """How much support is needed (støttebehovsniveau)."""

    NOT_ASSESSED = "not_assessed"
    NONE = "none"
    SLIGHT = "slight"
    MODERATE = "moderate"
    HIGH = "high"
    COMPLETE = "complete"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            SupportLevel.NOT_ASSESSED: "Ikke vurderet",
            SupportLevel.NONE: "Intet støttebehov",
            SupportLevel.SLIGHT: "Let støttebehov",
            SupportLevel.MODERATE: "Moderat støttebehov",
            SupportLevel.HIGH: "Højt støttebehov",
            SupportLevel.COMPLETE: "Fuldstændigt støttebehov",
        }[self]


class Theme(StrEnum):
    """What part of life a goal is about (aktivitet og deltagelse)."""

    RELATIONS = "relations"
    COMMUNICATION = "communication"
    MOBILITY = "mobility"
    SELF_CARE = "self_care"
    COMMUNITY = "community"
    PRACTICAL = "practical"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            Theme.RELATIONS: "Relationer",
            Theme.COMMUNICATION: "Kommunikation",
            Theme.MOBILITY: "Mobilitet",
            Theme.SELF_CARE: "Egenomsorg",
            Theme.COMMUNITY: "Samfundsliv",
            Theme.PRACTICAL: "Praktiske opgaver",
        }[self]

    @property
    def parts(self) -> tuple["SubTheme", ...]:
        """Its sub-themes, in the order of choice."""
        return tuple(part for part in SubTheme if part.theme is self)


class SubTheme(StrEnum):
    """The part of a theme that a goal is about."""

    INTERACTION = "interaction"
    NETWORK = "network"
    LEISURE = "leisure"
    CONVERSATION = "conversation"
    UNDERSTAND = "understand"
    EXPRESS = "express"
    DEVICES = "devices"
    WALK = "walk"
    TRANSPORT = "transport"
    POSTURE = "posture"
    CARRY = "carry"
    EAT = "eat"
    DRINK = "drink"
    WASH = "wash"
    BODY_CARE = "body_care"
    DRESS = "dress"
    TOILET = "toilet"
    HEALTH = "health"
    SEXUALITY = "sexuality"
    INTEREST = "interest"
    HOUSING = "housing"
    ECONOMY = "economy"
    POST = "post"
    EDUCATION = "education"
    WORK = "work"
    SHOP = "shop"
    COOK = "cook"
    CLEAN = "clean"
    LAUNDRY = "laundry"
    BELONGINGS = "belongings"
    CARE_FOR_OTHERS = "care_for_others"

    @property
    def theme(self) -> Theme:
        """The theme it belongs to."""
        return _PARTS[self][0]

    @property
    def danish(self) -> str:
        """The Danish words."""
        return _PARTS[self][1]


_PARTS = {
    SubTheme.INTERACTION: (Theme.RELATIONS, "Indgå i samspil og kontakt"),
    SubTheme.NETWORK: (Theme.RELATIONS, "Varetage relationer til netværk"),
    SubTheme.LEISURE: (Theme.RELATIONS, "Deltage i sociale fællesskaber og fritidsaktiviteter"),
    SubTheme.CONVERSATION: (Theme.COMMUNICATION, "Samtale"),
    SubTheme.UNDERSTAND: (Theme.COMMUNICATION, "Forstå meddelelser"),
    SubTheme.EXPRESS: (Theme.COMMUNICATION, "Fremstille meddelelser"),
    SubTheme.DEVICES: (Theme.COMMUNICATION, "Anvende kommunikationsudstyr- og teknikker"),
    SubTheme.WALK: (Theme.MOBILITY, "Gå og bevæge sig"),
    SubTheme.TRANSPORT: (Theme.MOBILITY, "Færdes med transportmidler"),
    SubTheme.POSTURE: (Theme.MOBILITY, "Ændre og opretholde kropsstilling"),
    SubTheme.CARRY: (Theme.MOBILITY, "Bære, flytte og håndtere genstande"),
    SubTheme.EAT: (Theme.SELF_CARE, "Spise"),
    SubTheme.DRINK: (Theme.SELF_CARE, "Drikke"),
    SubTheme.WASH: (Theme.SELF_CARE, "Vaske sig"),
    SubTheme.BODY_CARE: (Theme.SELF_CARE, "Pleje sin krop"),
    SubTheme.DRESS: (Theme.SELF_CARE, "Klæde sig af og på"),
    SubTheme.TOILET: (Theme.SELF_CARE, "Gå på toilettet"),
    SubTheme.HEALTH: (Theme.SELF_CARE, "Varetage egen sundhed"),
    SubTheme.SEXUALITY: (Theme.SELF_CARE, "Varetage sin seksualitet"),
    SubTheme.INTEREST: (Theme.SELF_CARE, "Dyrke interesse"),
    SubTheme.HOUSING: (Theme.COMMUNITY, "Varetage bolig"),
    SubTheme.ECONOMY: (Theme.COMMUNITY, "Varetage økonomi"),
    SubTheme.POST: (Theme.COMMUNITY, "Håndtere post"),
    SubTheme.EDUCATION: (Theme.COMMUNITY, "Varetage uddannelse"),
    SubTheme.WORK: (Theme.COMMUNITY, "Varetage beskæftigelse"),
    SubTheme.SHOP: (Theme.PRACTICAL, "Købe ind"),
    SubTheme.COOK: (Theme.PRACTICAL, "Lave mad"),
    SubTheme.CLEAN: (Theme.PRACTICAL, "Gøre rent"),
    SubTheme.LAUNDRY: (Theme.PRACTICAL, "Vaske tøj"),
    SubTheme.BELONGINGS: (Theme.PRACTICAL, "Passe ejendele"),
    SubTheme.CARE_FOR_OTHERS: (Theme.PRACTICAL, "Udvise hjælp og omsorg for andre"),
}


class Recommendation(StrEnum):
    """What the provider recommends at a follow-up (indstilling); the authority decides."""

    CONTINUE = "continue"
    END_AND_ANEW = "end_and_anew"
    END = "end"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            Recommendation.CONTINUE: "fortsætte",
            Recommendation.END_AND_ANEW: "afslutte og visitere til ny",
            Recommendation.END: "afslutte",
        }[self]
