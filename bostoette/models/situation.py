"""A Situation is what an advice must know about one contact besides the citizen's profile."""

from dataclasses import dataclass

from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.practice_condition import Companion


@dataclass(frozen=True, slots=True)
class Situation:
    """One contact on its own date: what lies before that date counts, planned or held.

    Days are whole days back from the contact's date; None means never, and never starts no clock.
    """

    purpose: str
    worker_face_to_face_count: int
    """How often this worker and this citizen have met face to face (P11)."""
    days_since_home_visit: int | None
    days_since_face_to_face: int | None
    """Since anybody met the citizen face to face."""
    companion: Companion = Companion.NONE
    place: ContactPlace = ContactPlace.HOME
    has_relapsed: bool = False
    reason_codes: tuple[str, ...] = ()
    """Reasons that were given for beginning at a distance (P14)."""
    meetings_lately: int = 0
    """Face-to-face meetings of the pair within the months of P15."""
    remote_in_a_row: int = 0
    """Contacts at a distance since the latest face-to-face one (P16)."""
    no_shows_lately: int = 0
    """Times that the citizen did not come within the days of P43."""
    video_paused: bool = False
    """Whether video with the citizen holds a pause because the technology failed (P65)."""

    @property
    def met_by_others(self) -> bool:
        """Tell whether the citizen has met others, but never this worker (P13)."""
        return not self.worker_face_to_face_count and self.days_since_face_to_face is not None
