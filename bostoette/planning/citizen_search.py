"""Finding a citizen as people type: ``soren``, ``soeren`` and ``am`` find Søren and A.M."""

from collections.abc import Iterable, Mapping

from bostoette.models.citizen_fields import ListedCitizen
from bostoette.models.folded_text import search_folded


def search_text(*texts: str) -> str:
    """Return what is searched in, folded as notes are."""
    return f" {' '.join(search_folded(text) for text in texts)}"


def found(query: str, text: str) -> bool:
    """Tell whether every word of the query begins a word of the text (from `search_text`)."""
    return _holds(text, _wanted(query))


def narrowed(
    citizens: Iterable[ListedCitizen], texts: Mapping[bytes, str], query: str
) -> tuple[ListedCitizen, ...]:
    """Return the citizens that the query finds; ``texts`` holds each one's search text by key."""
    wanted = _wanted(query)
    return tuple(one for one in citizens if _holds(texts[one.id], wanted))


def citizens_texts(citizens: Iterable[ListedCitizen]) -> dict[bytes, str]:
    """Return each citizen's search text: name, initials and code."""
    return {one.id: search_text(one.name, one.initials, one.code) for one in citizens}


def _wanted(query: str) -> list[tuple[str, ...]]:
    """Return, for each word of a query, what one of must begin a word of the text."""
    return [(f" {word}", f"-{word}") for word in search_folded(query).split()]


def _holds(text: str, wanted: list[tuple[str, ...]]) -> bool:
    return all(any(beginning in text for beginning in ways) for ways in wanted)
