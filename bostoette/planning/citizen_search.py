"""Finding a citizen as people type: ``soren``, ``soeren`` and ``am`` find Søren and A.M."""

import unicodedata
from collections.abc import Iterable

from bostoette.models.citizen_fields import ListedCitizen
from bostoette.planning.folded_text import folded

_ONE_LETTER = str.maketrans({"ø": "o", "Ø": "O", "å": "a", "Å": "A", "ö": "o", "Ö": "O"})


def search_text(*texts: str) -> str:
    """Return what is searched in: every word in both ways of writing æ, ø and å."""
    return f" {' '.join(way for text in texts for way in _ways(text))}"


def found(query: str, text: str) -> bool:
    """Tell whether every word of the query begins a word of the text (from `search_text`)."""
    return all(
        any(f" {way}" in text or f"-{way}" in text for way in _ways(word)) for word in query.split()
    )


def narrowed(
    citizens: Iterable[ListedCitizen], texts: dict[bytes, str], query: str
) -> tuple[ListedCitizen, ...]:
    """Return the citizens that the query finds; ``texts`` holds each one's search text by key."""
    return tuple(one for one in citizens if found(query, texts[one.id]))


def citizens_texts(citizens: Iterable[ListedCitizen]) -> dict[bytes, str]:
    """Return each citizen's search text: name, initials and code."""
    return {one.id: search_text(one.name, one.initials, one.code) for one in citizens}


def _ways(text: str) -> tuple[str, str]:
    """Return text folded with ``ø`` as ``oe``, and with ``ø`` as ``o``."""
    return folded(text), folded(unicodedata.normalize("NFC", text).translate(_ONE_LETTER))
