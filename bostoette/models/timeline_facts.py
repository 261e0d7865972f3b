"""What a citizen's contacts can be chosen by beside what the timeline shows: people and goals."""

from dataclasses import dataclass

from bostoette.models.key import Key


@dataclass(frozen=True, slots=True)
class TimelineChoice:
    """A worker or a goal, and the contacts that go with it."""

    words: str
    """Initials, or the goal in the citizen's words."""
    discreet_words: str
    """As it is said in discretion."""
    contacts: frozenset[Key]


@dataclass(frozen=True, slots=True)
class TimelineFacts:
    """Who held contacts with a citizen or wrote their notes, and the goals that were served."""

    workers: tuple[TimelineChoice, ...] = ()
    goals: tuple[TimelineChoice, ...] = ()
