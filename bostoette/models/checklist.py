"""A ChecklistPoint and a PackageStep are entries of the practice rules: what to do, and why."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.remote_kinds import CheckPoint, StartStep


@dataclass(frozen=True, slots=True)
class ChecklistPoint:
    """One point to see to before a contact at a distance, with the rules it stands on."""

    point: CheckPoint
    text: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackageStep:
    """One step of the start-up package (opstartspakke), and how it is done (P63)."""

    step: StartStep
    text: str
    how: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ticked:
    """Who ticked something, and when."""

    day: date
    initials: str
