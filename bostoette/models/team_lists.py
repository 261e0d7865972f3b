"""The team's short lists as a page shows them: purposes, platforms, paragraphs, travel times."""

from dataclasses import dataclass

from bostoette.models.citizen_fields import ListName


@dataclass(frozen=True, slots=True)
class ListedPurpose:
    """One purpose (formål) in the team's order; an own one says which delivered one it is like."""

    id: str
    title: str
    own: bool
    like: str | None
    """The id of the delivered purpose whose order of forms it takes."""
    like_title: str
    active: bool


@dataclass(frozen=True, slots=True)
class ListedPlatform:
    """One approved platform (P66), with the link that leads to it."""

    id: str
    title: str
    link: str
    active: bool


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place one travels to or from: a worker's base, or where a citizen lives."""

    key: str
    name: str
    initials: str
    base: bool


@dataclass(frozen=True, slots=True)
class ListedTravel:
    """Minutes typed for two places, the same in both directions."""

    one: NamedPlace
    other: NamedPlace
    minutes: int


@dataclass(frozen=True, slots=True)
class TeamLists:
    """All of them at once."""

    purposes: tuple[ListedPurpose, ...]
    platforms: tuple[ListedPlatform, ...]
    paragraphs: tuple[ListName, ...]
    travel: tuple[ListedTravel, ...]
