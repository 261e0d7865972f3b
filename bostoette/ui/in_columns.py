"""Cards side by side in as many columns as there is room for."""

from collections.abc import Collection

from PySide6.QtWidgets import QGridLayout, QWidget


def put_in_columns(grid: QGridLayout, cards: Collection[QWidget], columns: int) -> None:
    """Put the cards into so many columns of one width; columns used before take no room."""
    for place, card in enumerate(cards):
        grid.addWidget(card, place // columns, place % columns)
    for column in range(max(len(cards), grid.columnCount())):
        grid.setColumnStretch(column, 1 if column < columns else 0)
