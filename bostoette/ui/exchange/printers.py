"""Asking for a printer in the system's own way; without the module for it, nothing is offered."""

from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

WhichPrinter = Callable[[QWidget], "QPrinter | None"]
"""Asks for a printer; None where the person gave up."""


def can_print() -> bool:
    """Tell whether the program came with what it takes to print."""
    return find_spec("PySide6.QtPrintSupport") is not None


def ask_which_printer(parent: QWidget) -> "QPrinter | None":
    """Ask for a printer, with A4 on its side proposed."""
    return _ask(parent, QPageLayout.Orientation.Landscape)


def ask_which_printer_upright(parent: QWidget) -> "QPrinter | None":
    """Ask for a printer, with A4 upright proposed."""
    return _ask(parent, QPageLayout.Orientation.Portrait)


def _ask(parent: QWidget, orientation: QPageLayout.Orientation) -> "QPrinter | None":
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(orientation)
    asked = QPrintDialog(printer, parent)
    chosen = asked.exec() == QDialog.DialogCode.Accepted
    asked.deleteLater()
    return printer if chosen else None
