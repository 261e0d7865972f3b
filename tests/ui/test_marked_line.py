"""What was found is seen on one line, however little room there is beside the name."""

from PySide6.QtGui import QFont

from bostoette.models.found_text import Snippet
from bostoette.ui.marked_line import marked_line
from bostoette.ui.theme import Theme

TEXT = "… blev til det sidste. Hør, hvordan det gik med lægen og fik en tid hos lægen."
FIRST = TEXT.index("lægen")
LAST = TEXT.rindex("lægen")
PIECE = Snippet(TEXT, ((FIRST, FIRST + 5), (LAST, LAST + 5)))


def test_the_first_hit_is_seen_where_the_line_is_short(theme: Theme) -> None:
    laid = marked_line(PIECE, QFont(), theme, 200)
    seen = laid.text()[: laid.lineAt(0).textLength()]
    assert "lægen" in seen
    hits = [laid.text()[one.start : one.start + one.length] for one in laid.formats()]
    assert hits == ["lægen", "lægen"]


def test_a_line_with_room_for_the_hit_begins_where_the_piece_does(theme: Theme) -> None:
    assert marked_line(PIECE, QFont(), theme, 4000).text() == TEXT
