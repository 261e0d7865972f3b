"""The fixed words about citizens and their profile (practice catalogue, part 3)."""

from enum import StrEnum


class CitizenStatus(StrEnum):
    """Where a citizen's support stands; only active and paused citizens are planned for."""

    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"
    DEAD = "dead"
    MOVED_AWAY = "moved_away"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            CitizenStatus.ACTIVE: "Aktiv",
            CitizenStatus.PAUSED: "På pause",
            CitizenStatus.ENDED: "Afsluttet",
            CitizenStatus.DEAD: "Død",
            CitizenStatus.MOVED_AWAY: "Flyttet",
        }[self]

    @property
    def stops_everything(self) -> bool:
        """Tell whether contacts, tasks and series stop at once."""
        return self in {CitizenStatus.ENDED, CitizenStatus.DEAD, CitizenStatus.MOVED_AWAY}


class FormWish(StrEnum):
    """What a citizen thinks of a form (P04)."""

    REFUSES = "refuses"
    DISLIKES = "dislikes"
    NEUTRAL = "neutral"
    PREFERS = "prefers"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            FormWish.REFUSES: "Siger nej",
            FormWish.DISLIKES: "Vil helst ikke",
            FormWish.NEUTRAL: "Lige meget",
            FormWish.PREFERS: "Vil helst",
        }[self]


class VideoAbility(StrEnum):
    """How a citizen manages video (P46)."""

    ALONE = "alone"
    WITH_HELP = "with_help"
    CANNOT = "cannot"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            VideoAbility.ALONE: "Alene",
            VideoAbility.WITH_HELP: "Med hjælp",
            VideoAbility.CANNOT: "Kan ikke",
        }[self]


class PrivateNetwork(StrEnum):
    """How much private network there is."""

    NONE = "none"
    WEAK = "weak"
    STRONG = "strong"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            PrivateNetwork.NONE: "Intet",
            PrivateNetwork.WEAK: "Svagt",
            PrivateNetwork.STRONG: "Stærkt",
        }[self]


class SupportNeed(StrEnum):
    """How much support is needed (P37)."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            SupportNeed.LOW: "Let",
            SupportNeed.MEDIUM: "Moderat",
            SupportNeed.HIGH: "Højt",
        }[self]


class RiskLevel(StrEnum):
    """The risk colour (P42)."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {RiskLevel.GREEN: "Grøn", RiskLevel.YELLOW: "Gul", RiskLevel.RED: "Rød"}[self]

    @property
    def sign(self) -> str:
        """A shape of its own, so that nobody has to see the colour."""
        return {RiskLevel.GREEN: "●", RiskLevel.YELLOW: "▲", RiskLevel.RED: "■"}[self]


class ToleratesShifts(StrEnum):
    """How well shifts of place and person are borne (P56)."""

    FEW = "few"
    NORMAL = "normal"
    NEEDS_CHANGE = "needs_change"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            ToleratesShifts.FEW: "Få skift",
            ToleratesShifts.NORMAL: "Almindeligt",
            ToleratesShifts.NEEDS_CHANGE: "Har brug for skift",
        }[self]


class GrantPeriod(StrEnum):
    """What granted minutes are counted per."""

    WEEK = "week"
    MONTH = "month"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {GrantPeriod.WEEK: "pr. uge", GrantPeriod.MONTH: "pr. måned"}[self]


class AgreementRhythm(StrEnum):
    """What an agreed number of contacts is counted per (P02)."""

    WEEK = "week"
    N_WEEKS = "n_weeks"
    MONTH = "month"
