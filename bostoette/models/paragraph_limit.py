"""A ParagraphLimit says how long support by a paragraph may run: §82b, at most six months."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ParagraphLimit:
    """The longest time in whole months, and how many days before its end to begin to warn."""

    paragraph_id: str
    months: int
    warn_days: int
