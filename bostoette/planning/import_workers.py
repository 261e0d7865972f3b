"""Which worker a cell of a list means: ``MJ``, ``Jensen, Mette``, ``Mette Jensen (MJ)``."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from bostoette.models.citizen_import import KnownWorker, UnknownWorker
from bostoette.models.folded_text import folded, folded_words, one_line
from bostoette.planning.citizen_code import initials_of

_WITH_BRACKET = re.compile(r"(.+?)\s*[(\[]([^)\]]+)[)\]]")
_LONGEST_INITIALS = 5


def turned_name(text: str) -> str:
    """Return ``Sørensen, Anne Marie`` as ``Anne Marie Sørensen``; other names as they are."""
    last, comma, first = one_line(text).partition(",")
    return one_line(f"{first} {last}") if comma and first.strip() else one_line(last)


class WorkerDirectory:
    """The known workers by initials and by name, and the unknown ones met on the way."""

    def __init__(self, workers: Iterable[KnownWorker]) -> None:
        self._known: dict[str, set[str]] = defaultdict(set)
        self._taken: set[str] = set()
        self._unknown: dict[str, tuple[str, str]] = {}
        self._lines: dict[str, list[int]] = defaultdict(list)
        for worker in workers:
            self._taken.add(_initials_key(worker.initials))
            for key in (_initials_key(worker.initials), folded_words(worker.name)):
                if key:
                    self._known[key].add(worker.initials)

    def known(self, text: str) -> Sequence[str]:
        """Return the initials of every known worker the text can mean."""
        keys = {key for part in _parts(text) for key in (_initials_key(part), folded_words(part))}
        return sorted({initials for key in keys for initials in self._known.get(key, ())})

    def resolved(self, text: str, line: int) -> str:
        """Return the initials of the worker meant; one who is unknown is noted with the line."""
        if not text:
            return ""
        known = self.known(text)
        if known:
            return known[0]
        key = folded_words(_parts(text)[0])
        if key not in self._unknown:
            self._unknown[key] = self._newcomer(text)
        if line not in self._lines[key]:
            self._lines[key].append(line)
        return self._unknown[key][0]

    @property
    def unknown(self) -> tuple[UnknownWorker, ...]:
        """The unknown workers in the order they were met."""
        return tuple(
            UnknownWorker(initials, name, tuple(self._lines[key]))
            for key, (initials, name) in self._unknown.items()
        )

    def _newcomer(self, text: str) -> tuple[str, str]:
        name, *rest = _parts(text)
        if rest:
            return self._free(rest[0]), name
        if _looks_like_initials(name):
            return self._free(name), ""
        return self._free(initials_of(name)), name

    def _free(self, initials: str) -> str:
        number, free = 1, initials
        while _initials_key(free) in self._taken:
            number += 1
            free = f"{initials}{number}"
        self._taken.add(_initials_key(free))
        return free


def _parts(text: str) -> list[str]:
    """Return the name, and the initials in brackets after it if there are any."""
    with_bracket = _WITH_BRACKET.fullmatch(one_line(text))
    return (
        [turned_name(part) for part in with_bracket.groups()]
        if with_bracket
        else [turned_name(text)]
    )


def _initials_key(text: str) -> str:
    """Make initials alike; a blank inside means it is a name, which never equals initials."""
    return re.sub(r"\W", "", folded(text)) if len(text.split()) == 1 else folded_words(text)


def _looks_like_initials(text: str) -> bool:
    letters = re.sub(r"[\W\d]", "", text)
    return " " not in text and letters.isupper() and len(letters) <= _LONGEST_INITIALS
