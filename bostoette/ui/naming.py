"""How people are named on screen: in full, or by initials only while discretion is on (F8)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Naming:
    """Says names as long as may be read by somebody looking over a shoulder."""

    discreet: bool = False

    def name_of(self, name: str, initials: str) -> str:
        """Return the name, or the initials in discretion."""
        return initials if self.discreet else name

    def hidden(self, words: str) -> str:
        """Return what tells who somebody is, such as an address, or that it is hidden."""
        return "Skjult (F8 viser det)" if self.discreet and words else words

    def title_of(self, title: str, kind: str) -> str:
        """Name own time by its title; in discretion by its kind, since a title may name people."""
        return kind if self.discreet or not title else title
