"""What tests of a citizen's page read from it."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from bostoette.models.key import Key
from bostoette.ui.citizens.citizens_page import CitizensPage
from tests.clock import MONDAY

TODAY = MONDAY + timedelta(days=3)
Plan = Callable[..., Key]


def texts(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def open_dialog(page: CitizensPage) -> QDialog:
    (found,) = (one for one in page.findChildren(QDialog) if one.isVisible())
    return found


def cells(page: CitizensPage) -> list[list[str]]:
    table = page.card.side.table
    found = []
    for row in range(table.rowCount()):
        items = [table.item(row, column) for column in range(table.columnCount())]
        found.append([item.text() for item in items if item is not None])
    return found
