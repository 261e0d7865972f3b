"""Searching in what was written: signed notes and additions, agreements and goals, newest first.

What is not signed yet is found by whoever is writing it, and by nobody else.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from bostoette.models.contact_form import ContactForm
from bostoette.models.found_text import FoundDraft, FoundText, SearchAnswer, SearchLimits
from bostoette.models.key import Key
from bostoette.planning.search_marks import holds_all, snippet
from bostoette.planning.search_query import Wanted, wanted_of
from bostoette.store import search_index
from bostoette.store.journal import act
from bostoette.store.plain_reader import PlainReader
from bostoette.store.search_rows import IndexQuestion, draft_rows, found_rows

FIRST = 20
"""So many are shown at once."""

_WORDS = (
    "since_last_text",
    "did_text",
    "text",
    "observed_text",
    "told_text",
    "next_time_text",
    "new agreement",
)
"""The fields of a draft that are words, in the order of the form."""


def find(
    reader: PlainReader,
    typed: str,
    worker_id: Key,
    limits: SearchLimits | None = None,
    *,
    after: int = -1,
    first: int = FIRST,
) -> SearchAnswer:
    """Return the newest that hold all that is typed within the limits, for ``desk.look``.

    ``after`` is the number of the last row that is known already. Where nothing is typed and
    nothing limits, nothing is found.
    """
    limits = limits or SearchLimits()
    wanted = wanted_of(typed)
    if not wanted and (not limits.narrows or typed.strip()):
        return SearchAnswer((), (), more=False)
    question = IndexQuestion([(one.words, one.begins) for one in wanted], limits, after)
    rows = found_rows(reader, question, lambda text: holds_all(text, wanted), first + 1)
    found = tuple(FoundText(row, snippet(row.text, wanted)) for row in rows[:first])
    drafts = tuple(_drafts(reader, worker_id, wanted, limits)) if after < 0 else ()
    return SearchAnswer(drafts, found, len(rows) > first)


def make_anew(session: Session) -> int:
    """Make the index of words anew from everything written; return how much it holds."""
    written = search_index.rebuild(session.connection().connection.driver_connection)
    act(session, "Søgningen bygget op igen", rows=written)
    return written


def _drafts(
    reader: PlainReader, worker_id: Key, wanted: Sequence[Wanted], limits: SearchLimits
) -> Iterator[FoundDraft]:
    if limits.author_id not in {None, worker_id}:
        return
    for contact, citizen, name, initials, day, form, fields in draft_rows(reader, worker_id):
        draft = FoundDraft(
            contact,
            citizen,
            name,
            initials,
            date.fromisoformat(day),
            ContactForm(form),
            snippet(text := _typed(fields), wanted),
        )
        if _within(draft, limits) and holds_all(text, wanted):
            yield draft


def _within(draft: FoundDraft, limits: SearchLimits) -> bool:
    return (
        limits.citizen_id in {None, draft.citizen_id}
        and limits.form in {None, draft.form}
        and (limits.first is None or limits.first <= draft.day)
        and (limits.last is None or draft.day <= limits.last)
    )


def _typed(fields: str) -> str:
    """Return the words of a draft, without the taps, times and choices that are kept beside."""
    kept = json.loads(fields)
    agreed = [text for text, *_beside in json.loads(kept.get("made", "[]"))]
    words = (kept.get(name, "") for name in _WORDS)
    return "\n".join(text for text in (*words, *agreed) if text)
