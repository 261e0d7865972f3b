"""The fixed words about contacts at a distance: steps towards them, checks, and the technology."""

from enum import StrEnum


class StartStep(StrEnum):
    """A step of the start-up package (opstartspakke, P63)."""

    EXPECTATIONS = "expectations"
    EQUIPMENT = "equipment"
    PRACTICE = "practice"
    HOW_IT_GOES = "how_it_goes"
    WHEN_IT_FAILS = "when_it_fails"


class CheckPoint(StrEnum):
    """A point of the checklist before a contact at a distance, as Randers Kommune listed them."""

    EXPECTATIONS = "expectations"
    EQUIPMENT = "equipment"
    MEET_FIRST = "meet_first"
    PRACTICE = "practice"
    TIME_AGREED = "time_agreed"
    AGENDA = "agenda"
    UNDISTURBED = "undisturbed"
    HEADPHONES = "headphones"
    SUMMARY = "summary"


class TechOutcome(StrEnum):
    """How the technology did in one contact (P65)."""

    WORKED = "worked"
    DELAYED = "delayed"
    FALLBACK = "fallback"
    FAILED = "failed"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            TechOutcome.WORKED: "Virkede",
            TechOutcome.DELAYED: "Drillede, men blev løst",
            TechOutcome.FALLBACK: "Gik over til telefon",
            TechOutcome.FAILED: "Svigtede helt",
        }[self]

    @property
    def is_failure(self) -> bool:
        """Tell whether the contact could not go on as it was planned."""
        return self in {TechOutcome.FALLBACK, TechOutcome.FAILED}


class TechPart(StrEnum):
    """Which part of the technology gave trouble."""

    SOUND = "sound"
    PICTURE = "picture"
    CONNECTION = "connection"
    DEVICE = "device"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            TechPart.SOUND: "Lyd",
            TechPart.PICTURE: "Billede",
            TechPart.CONNECTION: "Forbindelse",
            TechPart.DEVICE: "Udstyr",
        }[self]
