"""Where pages go: a PDF, a printer, or a picture on screen, all by the same drawing.

Lengths are pixels of 1/96 inch everywhere; a page is A4, upright or on its side.
"""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from bostoette.models.plan_error import PlanError
from bostoette.ui.paper.paper_text import refuse_without_fonts
from bostoette.ui.theme import LIGHT

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DPI = 96
LONG_SIDE, SHORT_SIDE = 1123, 794
"""A4."""
SCREEN_SCALE = 2.0
T = TypeVar("T")


class PaperPages(Protocol):
    """Pages that are laid out and can be drawn one by one."""

    @property
    def title(self) -> str:
        """What the PDF calls itself."""

    @property
    def landscape(self) -> bool:
        """Whether the pages lie on their side."""

    def __len__(self) -> int:
        """How many there are."""

    def draw(self, painter: QPainter, place: int) -> None:
        """Draw one of them, the first being 0."""


def pdf_of(pages: PaperPages) -> bytes:
    """Return the pages as a PDF; raises PlanError where the machine has no fonts."""
    return finished(pdf_in_steps(pages))


def pdf_in_steps(pages: PaperPages) -> Generator[int, None, bytes]:
    """Make a PDF page by page, saying after each how many are drawn."""
    refuse_without_fonts()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageOrientation(_orientation(pages))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(pages.title)
    writer.setCreator("Bostøtte")
    with _painting(QPainter(writer)) as painter:
        for place in range(len(pages)):
            if place:
                writer.newPage()
            pages.draw(painter, place)
            yield place + 1
    return bytes(buffer.data().data())


def print_on(printer: "QPrinter", pages: PaperPages) -> None:
    """Draw the pages on a printer, each as the PDF has it.

    Raises PlanError where the machine has no fonts, or where the printer cannot be reached.
    """
    finished(print_in_steps(printer, pages))


def print_in_steps(printer: "QPrinter", pages: PaperPages) -> Generator[int, None, None]:
    """Print page by page, saying after each how many are drawn; raises as `print_on` does."""
    refuse_without_fonts()
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(_orientation(pages))
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PlanError(
            "Printeren svarer ikke, så siden er ikke skrevet ud. Intet er ændret; se efter "
            "printeren, eller gem som PDF og skriv ud derfra."
        )
    scale = printer.resolution() / DPI
    with _painting(painter):
        for place in range(len(pages)):
            if place:
                printer.newPage()
            painter.save()
            painter.scale(scale, scale)
            pages.draw(painter, place)
            painter.restore()
            yield place + 1


def image_of(pages: PaperPages, place: int = 0, scale: float = SCREEN_SCALE) -> QImage:
    """Return one page as an image, so many pixels to 1/96 inch."""
    refuse_without_fonts()
    wide, high = (LONG_SIDE, SHORT_SIDE) if pages.landscape else (SHORT_SIDE, LONG_SIDE)
    image = QImage(round(wide * scale), round(high * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    with _painting(QPainter(image)) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        pages.draw(painter, place)
    return image


def png_of(image: QImage) -> bytes:
    """Return an image as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes
    return bytes(buffer.data().data())


def finished(steps: Generator[object, None, T]) -> T:
    """Take all the steps at once and return what they came to."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            answer: T = done.value
            return answer


@contextmanager
def _painting(painter: QPainter) -> Iterator[QPainter]:
    """End a painter whatever happens: one left open would outlive its paper."""
    try:
        yield painter
    finally:
        painter.end()


def _orientation(pages: PaperPages) -> QPageLayout.Orientation:
    kind = QPageLayout.Orientation
    return kind.Landscape if pages.landscape else kind.Portrait
