"""Where what was found is shown: the note, words marked, the draft, the goal, or the citizen."""

from typing import TYPE_CHECKING

from bostoette.models.found_text import FoundDraft, FoundText, SearchLimits
from bostoette.models.key import Key
from bostoette.models.search_kinds import SearchKind
from bostoette.ui.main_window import MainWindow

if TYPE_CHECKING:
    from bostoette.ui.citizens.citizens_page import CitizensPage

_GOALS = frozenset({SearchKind.WISH, SearchKind.AIM, SearchKind.GOAL})


def show_found(window: MainWindow, found: FoundText | FoundDraft, typed: str) -> None:
    """Open the place of what was found with what was typed."""
    from bostoette.ui.notes.note_work import NoteWork

    work = window.findChild(NoteWork) or NoteWork(window)
    if isinstance(found, FoundDraft):
        work.write(found.contact_id, found.citizen_id)
    elif found.row.note_id is not None:
        work.read(found.row.note_id, typed)
    elif found.row.kind in _GOALS:
        _citizens_page(window).show_goal(found.row.citizen_id, found.row.id, typed)
    else:
        show_citizen(window, found.row.citizen_id)


def show_citizen(window: MainWindow, key: Key) -> None:
    """Go to a citizen."""
    _citizens_page(window).choose(key)


def _citizens_page(window: MainWindow) -> "CitizensPage":
    from bostoette.ui.citizens.citizens_page import CitizensPage

    window.show_page("citizens")
    page = window.page("citizens")
    assert isinstance(page, CitizensPage)  # noqa: S101 - so it was assembled
    return page


def search_on(window: MainWindow, typed: str, limits: SearchLimits) -> None:
    """Go to the notes and search there."""
    from bostoette.ui.notes.search_work import SearchWork

    window.show_page("notes")
    page = window.page("notes")
    work = page.findChild(SearchWork) if page is not None else None
    assert work is not None  # noqa: S101 - so it was assembled
    work.begin(typed, limits)
