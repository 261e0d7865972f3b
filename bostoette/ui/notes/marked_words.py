"""A written text with the words marked that were searched for."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from bostoette.planning.search_marks import marks
from bostoette.planning.search_query import Wanted
from bostoette.ui.theme import Theme


def mark_words(label: QLabel, text: str, wanted: Sequence[Wanted], theme: Theme) -> bool:
    """Show the text in a label with its hits in bold on a ground of their own; tell if any."""
    found = marks(text, wanted)
    if not found:
        return False
    ground, ink = theme.tokens.hit_tint, theme.tokens.ink
    before, parts = 0, []
    for begin, end in found:
        parts.append(escape(text[before:begin]))
        style = f"background-color:{ground}; color:{ink}; font-weight:600"
        parts.append(f'<span style="{style}">{escape(text[begin:end])}</span>')
        before = end
    parts.append(escape(text[before:]))
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText(f'<div style="white-space:pre-wrap">{"".join(parts)}</div>')
    label.setAccessibleName(text)
    return True
