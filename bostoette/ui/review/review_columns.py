"""Where the columns of the review lie: one place for the head above the list and for its rows."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

from bostoette.ui.theme import Theme

BESIDE = 12


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its share of the width, and the least it needs."""

    key: str
    title: str
    share: int
    least: int
    """At 100 % text; where it does not get that, it is left out if it may be."""
    spare: int = 0
    """The first to be left out has the highest number; 0 is never left out."""


COLUMNS = (
    Column("who", "Medarbejder", 20, 120),
    Column("mix", "Fordeling", 26, 140, spare=2),
    Column("time", "Tid", 12, 84, spare=1),
    Column("travel", "Transport", 15, 116, spare=3),
    Column("look", "Se på", 7, 56),
    Column("status", "Status", 14, 128),
)


def columns_in(area: QRect, theme: Theme) -> dict[str, QRect]:
    """Share the width among the columns that there is room for; returns them by key."""
    shown = list(COLUMNS)
    gaps = theme.pixels(BESIDE)
    while len(shown) > 1 and _least(shown, theme, gaps) > area.width():
        spared = max(shown, key=lambda one: one.spare)
        if not spared.spare:
            break
        shown.remove(spared)
    free = area.width() - _least(shown, theme, gaps)
    whole = sum(one.share for one in shown)
    found, left = {}, area.left() + gaps
    for one in shown:
        width = theme.pixels(one.least) + max(0, free) * one.share // whole
        found[one.key] = QRect(left, area.top(), width, area.height())
        left += width + gaps
    return found


def _least(columns: list[Column], theme: Theme, gap: int) -> int:
    return sum(theme.pixels(one.least) + gap for one in columns) + gap
