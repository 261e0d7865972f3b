"""What the palette answers of what was written: the newest hits, and the way to all of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bostoette.models.citizen_fields import ListedCitizen, WorkerName
from bostoette.models.found_text import FoundDraft, FoundText, SearchAnswer, SearchLimits
from bostoette.models.wording import short_day
from bostoette.planning.citizen_search import found, search_text
from bostoette.planning.search_marks import shortened
from bostoette.planning.typed_search import TypedSearch, typed_search
from bostoette.ui.naming import Naming
from bostoette.ui.palette.answers import Answer

MOST_TEXTS = 6
FEWEST_LETTERS = 2
_PIECE = 56
"""Letters of what was written that stand in one line beside whose it is."""
Find = Callable[[str, SearchLimits], SearchAnswer]
Open = Callable[[FoundText | FoundDraft, str], None]
Go = Callable[[str, SearchLimits], None]


@dataclass(frozen=True, slots=True)
class TextWays:
    """How what was written is asked for, opened, and searched on with."""

    find: Find
    open: Open
    go: Go


class TextAnswers:
    """Answers with notes, agreements and goals; limits are typed as ``form:telefon``."""

    def __init__(
        self,
        today: date,
        citizens: Sequence[ListedCitizen],
        workers: Sequence[WorkerName],
        naming: Naming,
        ways: TextWays,
    ) -> None:
        self._today, self._naming, self._ways = today, naming, ways
        self._citizens = [(search_text(one.name, one.initials, one.code), one) for one in citizens]
        self._workers = [(_text_of(one), one) for one in workers]

    def __call__(self, typed: str) -> tuple[Answer, ...]:
        """Return the newest that fit, and the way on; nothing for a single letter."""
        if len(typed.strip()) < FEWEST_LETTERS:
            return ()
        read = typed_search(typed, self._today)
        limits = None if read.unclear else self._limits(read)
        if limits is None or not (read.words or limits.narrows):
            return ()
        answer = self._ways.find(read.words, limits)
        hits: list[FoundText | FoundDraft] = [*answer.drafts, *answer.found]
        if not hits:
            return ()
        on = Answer(
            f"Søg efter »{typed.strip()}« i alt, der er skrevet",
            "Notater",
            "search",
            lambda: self._ways.go(read.words, limits),
        )
        return (*(self._answer(one, read.words) for one in hits[:MOST_TEXTS]), on)

    def _answer(self, hit: FoundText | FoundDraft, words: str) -> Answer:
        one = hit.row if isinstance(hit, FoundText) else hit
        kind = hit.row.kind.danish if isinstance(hit, FoundText) else "Din kladde"
        name = self._naming.name_of(one.citizen, one.initials)
        piece = shortened(hit.snippet, _PIECE)
        shown = self._naming.hidden(piece.text)
        return Answer(
            f"{name} · {kind.lower()} {short_day(one.day)}",
            shown,
            "note",
            lambda: self._ways.open(hit, words),
            marks=piece.marks if shown == piece.text else (),
        )

    def _limits(self, read: TypedSearch) -> SearchLimits | None:
        """Return the limits; None where somebody is named whom nobody knows."""
        citizen = author = None
        if read.citizen:
            citizen = next((one for text, one in self._citizens if found(read.citizen, text)), None)
            if citizen is None:
                return None
        if read.author:
            author = next((one for text, one in self._workers if found(read.author, text)), None)
            if author is None:
                return None
        return SearchLimits(
            citizen.id if citizen else None,
            author.id if author else None,
            read.form,
            read.first,
            read.last,
        )


def _text_of(worker: WorkerName) -> str:
    """Return what finds a worker: initials also as they are said, without the dots."""
    return search_text(worker.name, worker.initials, worker.initials.replace(".", ""))
