"""What the page about the team's sheet shows: versions, differences, who overrides what (P09)."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.key import Key
from bostoette.models.sheet_change import SheetChanges

DELIVERED_NUMBER = 1
"""The number of the delivered conditions, which every team begins with."""


@dataclass(frozen=True, slots=True)
class Participant:
    """A worker who can take part in a meeting, or did."""

    id: Key
    initials: str
    name: str


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """One version; the delivered one has neither date nor people."""

    number: int
    changes: SheetChanges
    saved_on: date | None = None
    author: Participant | None = None
    participants: tuple[Participant, ...] = ()
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs between two sheets, in words."""

    name: str
    """The change's name."""
    what: str
    """``P01 · Længst mellem møder ansigt til ansigt``."""
    before: str
    """"" where it was not there."""
    after: str
    """"" where it is there no more."""
    rule: str = ""
    """The rule's id, where it is about one."""

    @property
    def said(self) -> str:
        """Say what became of it: ``28 dage → 21 dage``, or that it was added or taken out."""
        if not self.before:
            return f"tilføjet: {self.after}"
        return f"{self.before} → {self.after}" if self.after else f"taget ud: {self.before}"


@dataclass(frozen=True, slots=True)
class Overridden:
    """How often a rule's advice was set aside with a reason (P07)."""

    rule: str
    times: int
    reasons: tuple[str, ...]
    """The latest reasons, newest first."""
