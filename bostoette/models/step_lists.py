"""StepLists are what is followed step by step: a meeting's checklist, guided support, guides."""

from dataclasses import dataclass

from bostoette.models.folded_text import folded


@dataclass(frozen=True, slots=True)
class MeetingPoint:
    """One point of the checklist for meetings (P74)."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class GuidedSteps:
    """Ready steps for guided support on video (P50)."""

    id: str
    title: str
    steps: tuple[str, ...]
    asks_trip: bool
    """Whether to ask first if the trip to the shop means something."""


@dataclass(frozen=True, slots=True)
class RelativesGuide:
    """How to set up a talk with relatives on a platform; "" for any other one (P35)."""

    platform: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepLists:
    """Everything the file says."""

    meeting_points: tuple[MeetingPoint, ...]
    guided: tuple[GuidedSteps, ...]
    guides: tuple[RelativesGuide, ...]

    def guide_for(self, platform: str) -> RelativesGuide:
        """Return the guide of a platform by its title, else the general one."""
        known = {folded(one.platform): one for one in self.guides}
        return known.get(folded(platform)) or known[""]
