"""The recovery key on paper: one sheet, in large groups, with what it is for and no names."""

from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QPagedPaintDevice, QPainter

from bostoette.models.recovery_key import RecoveryKey
from bostoette.models.wording import long_day

_WHAT = (
    "Nøglen åbner dataene i programmet Bostøtte, hvis adgangssætningen er glemt. Opbevar papiret "
    "et sikkert sted og ikke sammen med computeren. Alle, der har nøglen og computeren, kan læse "
    "oplysningerne om borgerne. Når der er lavet en ny nøgle, gælder denne ikke mere: makulér den."
)
_PER_ROW = 4


def draw_recovery_sheet(device: QPagedPaintDevice, key: RecoveryKey, printed_on: date) -> bool:
    """Draw the sheet on a printer or a PDF; tell whether the device took it."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    inch = device.logicalDpiY()
    width = device.width()
    _write(painter, QRectF(0, 0, width, inch), "Gendannelsesnøgle til Bostøtte", 20, bold=True)
    _write(painter, QRectF(0, 0.5 * inch, width, inch), f"Lavet {long_day(printed_on)}", 11)
    for place, group in enumerate(key.groups):
        row, column = divmod(place, _PER_ROW)
        cell = width / _PER_ROW
        area = QRectF(column * cell, (1.2 + row) * inch, cell, 0.3 * inch)
        _write(painter, area, f"{place + 1}", 10)
        _write(painter, area.translated(0, 0.25 * inch), group, 22, fixed=True)
    _write(painter, QRectF(0, 3.4 * inch, width, 3 * inch), _WHAT, 11)
    return painter.end()


def fixed_font() -> QFont:
    """Give the font in which 0 and O, 1 and I are easy to tell apart."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)


def _write(
    painter: QPainter,
    area: QRectF,
    text: str,
    points: int,
    *,
    bold: bool = False,
    fixed: bool = False,
) -> None:
    font = fixed_font() if fixed else QFont()
    font.setPointSize(points)
    font.setBold(bold)
    painter.setFont(font)
    flags = Qt.TextFlag.TextWordWrap if not fixed else Qt.TextFlag.TextSingleLine
    if fixed:
        area = QRectF(area.topLeft(), area.size()).adjusted(0, 0, 0, area.height())
    painter.drawText(area, flags | Qt.AlignmentFlag.AlignTop, text)
