"""A table's columns share the page by their shares; a word that is longer takes from others."""

import pytest

from bostoette.ui.paper.column_widths import column_widths


@pytest.mark.parametrize(
    ("shares", "least", "wides"),
    [
        ((2, 1, 1), (0, 0, 0), [200, 100, 100]),
        ((2, 1, 1), (0, 160, 0), [160, 160, 80]),
        ((1, 1, 2), (120, 110, 0), [120, 110, 170]),
        ((1, 1, 2), (0, 190, 150), [60, 190, 150]),
        ((1, 1, 2), (300, 300, 0), [100, 100, 200]),
    ],
    ids=["shares alone", "one", "two", "one brings about another", "no room for all"],
)
def test_columns_share_the_room(
    shares: tuple[int, ...], least: tuple[float, ...], wides: list[float]
) -> None:
    assert column_widths(shares, least, 400) == pytest.approx(wides)
