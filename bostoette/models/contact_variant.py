"""A ContactVariant is a contact that goes by rules of its own: a delivery, a webinar, a meeting."""

from enum import StrEnum

from bostoette.models.contact_form import ContactForm


class ContactVariant(StrEnum):
    """What kind of contact it is beside its form."""

    ORDINARY = "ordinary"
    DELIVERY = "delivery"
    """At the door; it counts as a meeting only where they saw each other and talked (P52)."""
    WEBINAR = "webinar"
    """An online group of any size, of which only attendance is noted (P73)."""
    STATUS_MEETING = "status_meeting"
    NETWORK_MEETING = "network_meeting"
    TEAM_MEETING = "team_meeting"
    SUPERVISION = "supervision"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return _DANISH[self]

    @property
    def is_meeting(self) -> bool:
        """Tell whether it is a meeting with roles and a talking order (P31, P74)."""
        return self in MEETINGS

    @property
    def for_staff(self) -> bool:
        """Tell whether it is held among workers, without a citizen."""
        return self in {ContactVariant.TEAM_MEETING, ContactVariant.SUPERVISION}

    @property
    def alone(self) -> str:
        """What stands for a contact without a citizen."""
        return self.danish if self.for_staff else "Hotline"

    def made_with(self, whom: str) -> str:
        """Say that a new one was made with somebody, or that the workers hold a meeting."""
        among_staff = self.for_staff and whom == self.alone.lower()
        return f"Nyt møde: {whom}" if among_staff else f"Ny kontakt med {whom}"

    def fits(self, form: ContactForm) -> bool:
        """Tell whether a contact in this form can be one."""
        match self:
            case ContactVariant.DELIVERY:
                return form is ContactForm.PHYSICAL
            case ContactVariant.WEBINAR:
                return form is ContactForm.GROUP_ONLINE
            case ContactVariant.ORDINARY:
                return True
            case _:
                return form in {ContactForm.PHYSICAL, ContactForm.PHONE, ContactForm.VIDEO}


_DANISH = {
    ContactVariant.ORDINARY: "Almindelig kontakt",
    ContactVariant.DELIVERY: "Aflevering ved døren",
    ContactVariant.WEBINAR: "Webinar",
    ContactVariant.STATUS_MEETING: "Statusmøde",
    ContactVariant.NETWORK_MEETING: "Netværksmøde",
    ContactVariant.TEAM_MEETING: "Teammøde",
    ContactVariant.SUPERVISION: "Supervision",
}

MEETINGS = (
    ContactVariant.STATUS_MEETING,
    ContactVariant.NETWORK_MEETING,
    ContactVariant.TEAM_MEETING,
    ContactVariant.SUPERVISION,
)


class MeetingFlag(StrEnum):
    """What makes a meeting fit the screen badly, or the citizen's own sofa well (P29, P31)."""

    CARE_DUTIES = "care_duties"
    CONFLICT = "conflict"
    STRANGERS = "strangers"
    OPEN_DEBATE = "open_debate"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            MeetingFlag.CARE_DUTIES: "Borgeren har nogen at passe derhjemme",
            MeetingFlag.CONFLICT: "Der kan blive uenighed",
            MeetingFlag.STRANGERS: "Deltagerne kender ikke hinanden",
            MeetingFlag.OPEN_DEBATE: "Åben debat eller lange drøftelser",
        }[self]

    @property
    def against_screen(self) -> bool:
        """Tell whether it speaks for sitting in the same room (P29)."""
        return self is not MeetingFlag.CARE_DUTIES
