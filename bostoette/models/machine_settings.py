"""MachineSettings belong to this computer and this person's eyes, not to the team."""

from dataclasses import dataclass

LOCK_MINUTES = 10
SMALLEST_TEXT = 100
LARGEST_TEXT = 200
LONGEST_WAIT = 24 * 60
"""Minutes."""
LARGEST_ZOOM = 4.0
EARLIEST_REMINDER = 120
"""Minutes."""
FOLDERS = ("", "own", "shared")
APPEARANCES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class MachineSettings:
    """What one computer remembers between starts; nothing in it is about citizens."""

    appearance: str = "system"
    """``system``, ``light`` or ``dark``."""
    text_percent: int = SMALLEST_TEXT
    lock_minutes: int = LOCK_MINUTES
    """Idle minutes before the program locks itself; 0 never."""
    weekend: bool = False
    zoom: float = 1.0
    discreet: bool = False
    reminder_minutes: int = 0
    """Minutes before a contact, or before leaving for it, at which it is said; 0 never."""

    begin_with_review: bool = False
    """Whether whoever reviews the team's weeks begins there instead of in her own week (P88)."""
    note_headings: bool = False
    """Whether notes are written under headings."""
    last_person: str = ""
    """Who came in last where several can: her key in hex, chosen beforehand the next time."""
    data_in: str = ""
    """``own`` or ``shared``: the folder that was chosen at the first start; empty before it."""

    def makes_sense(self) -> bool:
        """Tell whether every value is one that the program can work with (NaN is none)."""
        return (
            self.appearance in APPEARANCES
            and SMALLEST_TEXT <= self.text_percent <= LARGEST_TEXT
            and 0 <= self.lock_minutes <= LONGEST_WAIT
            and 1.0 <= self.zoom <= LARGEST_ZOOM
            and 0 <= self.reminder_minutes <= EARLIEST_REMINDER
            and self.data_in in FOLDERS
        )
