"""Whether a citizen has what a form needs, as far as that is known (P62)."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.wording import MONTHS_SHORT, listed
from bostoette.planning.asking_again import ask_again_on


@dataclass(frozen=True, slots=True)
class AtHand:
    """What is known of the equipment for a form."""

    known: bool
    """Whether somebody has looked, and not too long ago."""
    missing: str
    """What the citizen lacks, as a sentence; empty where nothing is known to lack."""
    said: str

    @property
    def ready(self) -> bool:
        """Tell whether all is there, and known to be."""
        return self.known and not self.missing


def at_hand(profile: ProfileFields, form: ContactForm, today: date, check_months: int) -> AtHand:
    """Say whether the equipment for a form is there, by the same answers that advice goes by."""
    missing = _missing(profile, form)
    looked = profile.equipment_checked_on
    if missing:
        return AtHand(known=True, missing=missing, said=missing)
    if looked is None:
        return AtHand(known=False, missing="", said="Ingen har spurgt endnu")
    if ask_again_on(looked, check_months) <= today:
        return AtHand(known=False, missing="", said=f"Sidst set efter {said_day(looked)}")
    return AtHand(known=True, missing="", said=f"Set efter {said_day(looked)}")


def said_day(day: date) -> str:
    """Say a day with its year: ``1. mar. 2026``."""
    return f"{day.day}. {MONTHS_SHORT[day.month - 1]} {day.year}"


def _missing(profile: ProfileFields, form: ContactForm) -> str:
    if form is ContactForm.PHONE:
        return "" if profile.has_phone else "Borgeren har ingen telefon"
    lacks = []
    if not profile.has_video_device:
        lacks.append("udstyr til video")
    if not profile.has_internet:
        lacks.append("internet")
    return f"Borgeren mangler {listed(lacks)}" if lacks else ""
