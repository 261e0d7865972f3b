"""The effect report for politicians: figures in which nobody can be told apart (P91).

A number behind which too few citizens stand is hidden. Where it could be worked out from the total
of its line or column, the smallest number beside it is hidden too.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

from bostoette.models.figure import Cell, Figure, FigureLine, RowKind
from bostoette.models.key import Key

HIDDEN = "skjult"
_PLACE_OF_CITIZEN = {
    RowKind.NOTE: 1,
    RowKind.ANSWER: 1,
    RowKind.MARK: 1,
    RowKind.GOAL: 0,
    RowKind.MEETING: 0,
}
Table = list[list[Cell]]
Place = tuple[int, int]


def anonymous(figure: Figure, taking_part: Mapping[Key, Sequence[Key]], fewest: int) -> Figure:
    """Return a figure without names and without small groups; ``taking_part`` goes by contact."""
    table = [list(line.cells) for line in figure.lines]
    hidden = {
        (row, column)
        for row, cells in enumerate(table)
        for column, cell in enumerate(cells)
        if 0 < _citizens(cell, taking_part, fewest) < fewest
    }
    _hide_what_follows(table, hidden, with_total=_has_total(figure))
    lines = tuple(
        FigureLine(
            line.label,
            tuple(
                Cell(words=HIDDEN) if (row, column) in hidden else cell
                for column, cell in enumerate(line.cells)
            ),
        )
        for row, line in enumerate(figure.lines)
    )
    return replace(
        figure,
        lines=lines,
        said="" if any(row == 0 for row, _column in hidden) else figure.said,
        chart=None if hidden else figure.chart,
        how=f"{figure.how} {how_hidden(fewest)}",
        openable=False,
    )


def how_hidden(fewest: int) -> str:
    """Say what is hidden."""
    return (
        f"Tal, som færre end {fewest} borgere står bag, er skjult – og ét tal mere, hvor det "
        "skjulte ellers kunne regnes ud."
    )


def _citizens(cell: Cell, taking_part: Mapping[Key, Sequence[Key]], enough: int) -> int:
    """Count the citizens behind a number until they are enough; 0 where it is about none."""
    place = _PLACE_OF_CITIZEN.get(cell.kind)
    found: set[Hashable] = set()
    for one in cell.rows:
        if cell.kind is RowKind.CONTACT and isinstance(one, bytes):
            found.update(taking_part.get(one, ()))
        elif cell.kind is RowKind.CITIZEN:
            found.add(one)
        elif place is not None and isinstance(one, tuple):
            found.add(one[place])
        if len(found) >= enough:
            break
    return len(found)


def _has_total(figure: Figure) -> bool:
    return bool(figure.lines) and figure.lines[0].label == "I alt"


def _hide_what_follows(table: Table, hidden: set[Place], *, with_total: bool) -> None:
    """Hide one more where a single hidden number follows from the rest, until none does."""
    rows = range(len(table))
    columns = range(max((len(row) for row in table), default=0))
    groups = [[(row, column) for column in columns[1:]] for row in rows]
    if with_total:
        groups += [[(row, column) for row in rows[1:]] for column in columns]
    again = True
    while again:
        hid = [_hide_one_more(table, hidden, group) for group in groups]
        again = any(hid)


def _hide_one_more(table: Table, hidden: set[Place], group: Sequence[Place]) -> bool:
    """Hide the smallest number of a group in which one alone is hidden; tell whether it was so."""
    if len([place for place in group if place in hidden]) != 1:
        return False
    others = [place for place in group if place not in hidden and table[place[0]][place[1]].rows]
    if not others:
        return False
    hidden.add(min(others, key=lambda place: len(table[place[0]][place[1]].rows)))
    return True
