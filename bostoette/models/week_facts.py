"""WeekFacts are what the strip above the week says once the week itself is painted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """Granted minutes, contacts nobody planned, and where the week stands in review."""

    granted_from: int | None = None
    """Minutes granted in the week to the citizens the workers are primary for; None where no
    grant says a number."""
    granted_to: int | None = None
    """Equal to ``granted_from`` unless a range was granted."""
    unplanned: int = 0
    """Contacts that came up on their day; they count among the planned ones too."""
    review: str = ""
    """Where one worker's week stands in review; empty for a team's week."""
    questions: int = 0
    """Questions to the worker about the week that she has not answered."""
