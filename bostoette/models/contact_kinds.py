"""The fixed words about contacts: where they stand, where they are held, why a form was chosen."""

from enum import StrEnum


class ContactStatus(StrEnum):
    """Where a contact stands (P85)."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED_BY_CITIZEN = "cancelled_by_citizen"
    CANCELLED_BY_US = "cancelled_by_us"
    NO_SHOW = "no_show"
    CONVERTED = "converted"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            ContactStatus.PLANNED: "planlagt",
            ContactStatus.HELD: "afholdt",
            ContactStatus.CANCELLED_BY_CITIZEN: "aflyst af borger",
            ContactStatus.CANCELLED_BY_US: "aflyst af os",
            ContactStatus.NO_SHOW: "udeblevet",
            ContactStatus.CONVERTED: "omlagt",
        }[self]

    @property
    def called_off(self) -> bool:
        """Tell whether nothing takes place: such a contact clashes with nothing."""
        return self in {
            ContactStatus.CANCELLED_BY_CITIZEN,
            ContactStatus.CANCELLED_BY_US,
            ContactStatus.CONVERTED,
        }

    @property
    def takes_time(self) -> bool:
        """Tell whether the worker's time is taken (planned, held, or waited for in vain)."""
        return not self.called_off


class ContactPlace(StrEnum):
    """Where a contact is held."""

    HOME = "home"
    OUTDOORS = "outdoors"
    CENTRE = "centre"
    OTHER = "other"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            ContactPlace.HOME: "Hjemme hos borgeren",
            ContactPlace.OUTDOORS: "Ude",
            ContactPlace.CENTRE: "I centeret",
            ContactPlace.OTHER: "Et andet sted",
        }[self]

    @property
    def code(self) -> str:
        """The place code of exported files (P94)."""
        return {
            ContactPlace.HOME: "Hjem",
            ContactPlace.OUTDOORS: "Ude",
            ContactPlace.CENTRE: "Center",
            ContactPlace.OTHER: "Andet",
        }[self]


class FormReason(StrEnum):
    """Why a form was chosen (P06)."""

    CITIZENS_WISH = "citizens_wish"
    PROFESSIONAL = "professional"
    PRACTICAL = "practical"
    WORKERS_WISH = "workers_wish"
