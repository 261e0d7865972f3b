"""How people are named on screen: in full, or by initials only while discretion is on (F8)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Naming:
    """Says names as long as may be read by somebody looking over a shoulder."""

    discreet: bool = False

    def name_of(self, name: str, initials: str) -> str:
        """Return the name, or the initials in discretion."""
        return initials if self.discreet else name
