"""The sentences and words that the large examples' notes are invented from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DemoNoteWords:
    """Read from ``resources/demo_notes.toml``; what stands first is written most."""

    sentences: tuple[str, ...]
    places: tuple[str, ...]
    town_places: tuple[str, ...]
    people: tuple[str, ...]
    times: tuple[str, ...]
    feelings: tuple[str, ...]
    deeds: tuple[str, ...]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    agreements: tuple[str, ...]
