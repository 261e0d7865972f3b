"""Why a contact came to nothing: a few words that one key gives, kept as its status' reason."""

from enum import StrEnum


class CallingOffReason(StrEnum):
    """Why a contact is called off; the value is what stands as the reason (P24, P85)."""

    ILL = "syg"
    HARD_DAY = "svær dag"
    NO_ENERGY = "intet overskud"
    TRANSPORT = "transport"
    OTHER = "andet"

    @property
    def keeps_contact(self) -> bool:
        """Tell whether a short remote contact may keep the contact going instead (P24)."""
        return self is not CallingOffReason.OTHER

    def with_words(self, words: str) -> str:
        """Return the reason, and what was written beside it: ``svær dag: sov dårligt``."""
        return f"{self.value}: {words.strip()}" if words.strip() else self.value


class NoShow(StrEnum):
    """How somebody stayed away (udeblevet, P85)."""

    NOT_AT_HOME = "ikke hjemme"
    NO_ANSWER = "svarede ikke"
    DID_NOT_COME = "kom ikke"
