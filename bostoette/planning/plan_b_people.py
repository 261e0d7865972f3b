"""Who stands in a contact's plan B: the colleagues whom its words name (P32, P40)."""

import re
from collections.abc import Iterable

from bostoette.models.citizen_fields import WorkerName
from bostoette.models.folded_text import folded
from bostoette.models.key import Key

_WORDS = re.compile(r"[^\s,;:()/]+")


def named_in(texts: Iterable[str], workers: Iterable[WorkerName]) -> tuple[Key, ...]:
    """Return the workers whom the texts name by initials, first name or whole name."""
    words = {folded(word).rstrip(".") for text in texts for word in _WORDS.findall(text)}
    return tuple(one.id for one in workers if one.active and not words.isdisjoint(_names(one)))


def _names(worker: WorkerName) -> set[str]:
    names = {worker.initials, worker.initials.replace(".", ""), *worker.name.split()[:1]}
    return {folded(name).rstrip(".") for name in names if name}
