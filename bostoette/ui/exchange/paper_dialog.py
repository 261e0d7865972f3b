"""Anything on paper: every page seen before it is saved as PDF or printed."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bostoette.models.plan_error import PlanError
from bostoette.models.printed_document import PrintedDocument
from bostoette.ui.asking_for_file import ask_where_to_save
from bostoette.ui.exchange.exchange_dialog import ExchangeDialog, WhereTo, log_seen_said
from bostoette.ui.exchange.page_picture import PagePicture
from bostoette.ui.exchange.printers import WhichPrinter, ask_which_printer_upright, can_print
from bostoette.ui.in_slices import InSlices
from bostoette.ui.main_window import MainWindow
from bostoette.ui.paper.document_paper import DocumentPages, pages_in_steps
from bostoette.ui.paper.paper_device import image_of, pdf_in_steps, print_in_steps
from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet

T = TypeVar("T")

_GATHERS = "Samler oplysningerne …"


@dataclass(frozen=True, slots=True)
class PaperTask:
    """What is printed, and what the dialog asks others to do; each may raise PlanError.

    ``make`` gives the document and is asked again at each `PaperDialog.draw`; where it is
    ``slow`` it runs beside the window. ``save`` puts so many pages' PDF in place and keeps the
    act; ``printed`` keeps the act of printing (`services/printed.py` has both).
    """

    title: str
    """What the dialog is called; no names under discretion."""
    file_name: str
    """Proposed, of code and week alone (`proposed_file_name`)."""
    what: str
    """As a sentence begins: "Ugeplanen"."""
    make: Callable[[], PrintedDocument]
    save: Callable[[Path, bytes, int], None]
    printed: Callable[[int], None]
    lead: str = ""
    slow: bool = False
    log_seen: Callable[[], int] = lambda: 0
    """How much of the log is looked through so far, while it is made beside the window."""


class PaperDialog(ExchangeDialog):
    """Shows the pages one at a time; ``said`` tells what was done, once it is accepted.

    Something to choose goes into the column at the left by `offer`, and calls `draw` when it
    changes.
    """

    drawn = Signal()

    def __init__(
        self,
        theme: Theme,
        task: PaperTask,
        parent: QWidget | None = None,
        *,
        where_to: WhereTo = ask_where_to_save,
        which_printer: WhichPrinter = ask_which_printer_upright,
    ) -> None:
        super().__init__(theme, task.title, "Gem som PDF …", (860, 760), parent)
        self._task = task
        self._where_to = where_to
        self._which_printer = which_printer
        self.laid_out: DocumentPages | None = None
        self._place = 0
        self._slices: InSlices[Any] | None = None
        self.print_button = QPushButton("Udskriv …", self)
        self.print_button.setAutoDefault(False)
        self.print_button.setVisible(can_print())
        self.before_button = QPushButton("Forrige side", self)
        self.next_button = QPushButton("Næste side", self)
        self.picture = PagePicture(self)
        self.pages = QLabel(self)
        self.pages.setProperty("quiet", "true")
        self.column = QVBoxLayout()
        """Where choices stand; empty unless something is offered."""
        self._lay_out()
        self.main_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self.before_button.clicked.connect(lambda: self.show_page(self._place - 1))
        self.next_button.clicked.connect(lambda: self.show_page(self._place + 1))

    def offer(self, widget: QWidget) -> None:
        """Put something to choose beside the page."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def draw(self) -> None:
        """Make the document with what is chosen, and show its first page."""
        self._stop()
        self._allow(on=False)
        if self._task.slow:
            self.work(_GATHERS, self._task.make, self._lay_pages)
            self.follow(lambda: f"{_GATHERS}{log_seen_said(self._task.log_seen())}")
            return
        self.untell()
        try:
            document = self._task.make()
        except PlanError as error:
            self.tell(error)
            return
        self._lay_pages(document)

    def show_pages(self) -> None:
        """Open, draw the pages, and say in the window behind what became of them."""
        self.finished.connect(self.deleteLater)
        self.accepted.connect(self._say)
        self.open()
        self.draw()

    def show_page(self, place: int) -> None:
        """Show a page, the first being 0."""
        laid = self.laid_out
        if laid is None or not 0 <= place < len(laid):
            return
        self._place = place
        self.picture.show_page(QPixmap.fromImage(image_of(laid, place)), laid.words_on(place))
        many = len(laid)
        lying = "A4 på tværs" if laid.landscape else "A4"
        self.pages.setText(f"1 side, {lying}" if many == 1 else f"Side {place + 1} af {many}")
        self.before_button.setEnabled(place > 0)
        self.next_button.setEnabled(place + 1 < many)
        for button in (self.before_button, self.next_button):
            button.setVisible(many > 1)

    @property
    def ready(self) -> bool:
        """Whether there are pages to save."""
        return self.main_button.isEnabled()

    def reject(self) -> None:
        """Close, and stop what is under way."""
        self._stop()
        super().reject()

    def _window_behind(self) -> MainWindow | None:
        behind = self.parentWidget()
        window = behind.window() if behind is not None else None
        return window if isinstance(window, MainWindow) else None

    def _say(self) -> None:
        window = self._window_behind()
        if window is not None:
            window.message.say(self.said, undoable=False)

    def _lay_pages(self, document: PrintedDocument) -> None:
        window = self._window_behind()
        if window is not None and window.is_example:
            document = replace(document, example=True)
        steps = pages_in_steps(document)
        self._begin(steps, "Lægger siderne …", len(document.blocks), self._show_laid)

    def _show_laid(self, laid: DocumentPages) -> None:
        self._end()
        self.laid_out = laid
        self._allow(on=True)
        self.show_page(0)
        self.drawn.emit()

    def _save(self) -> None:
        laid = self.laid_out
        if laid is None:
            return
        path = self._where_to(self, "Gem som PDF", self._task.file_name, "PDF (*.pdf)")
        if path is None:
            return
        steps = pdf_in_steps(laid)
        self._begin(steps, "Skriver siderne …", len(laid), lambda pdf: self._put(path, pdf))

    def _put(self, path: Path, pdf: bytes) -> None:
        self._end()
        try:
            self._task.save(path, pdf, len(self.laid_out or ()))
        except PlanError as error:
            self._fail(error)
            return
        self.said = f"{self._task.what} er gemt i {path.name}."
        self.accept()

    def _print(self) -> None:
        laid = self.laid_out
        printer = None if laid is None else self._which_printer(self)
        if laid is None or printer is None:
            return
        steps = print_in_steps(printer, laid)
        self._begin(steps, "Sender til printeren …", len(laid), self._note_printed)

    def _note_printed(self, _nothing: None) -> None:
        self._end()
        try:
            self._task.printed(len(self.laid_out or ()))
        except PlanError as error:
            self._fail(error)
            return
        self.said = f"{self._task.what} er sendt til printeren."
        self.accept()

    def _begin(
        self,
        steps: Generator[int, None, T],
        words: str,
        many: int,
        done: Callable[[T], None],
    ) -> None:
        self.untell()
        self._allow(on=False)
        self.busy(words)
        self.bar.setRange(0, max(1, many))
        self._slices = InSlices(self, steps, self.bar.setValue, done, self._fail)
        self._slices.start()

    def _fail(self, error: PlanError) -> None:
        self._end()
        self.tell(error)
        self._allow(on=self.laid_out is not None)

    def _end(self) -> None:
        self.bar.hide()
        self._slices = None

    def _stop(self) -> None:
        if self._slices is not None:
            self._slices.stop()
            self._end()

    def _allow(self, *, on: bool) -> None:
        for button in (self.main_button, self.print_button):
            button.setEnabled(on)

    def _lay_out(self) -> None:
        self.column.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(self.theme.pixels(16))
        beside.addLayout(self.column)
        beside.addWidget(self.picture, 1)
        turning = QHBoxLayout()
        for widget in (self.before_button, self.next_button):
            widget.setAutoDefault(False)
            widget.hide()
            turning.addWidget(widget)
        turning.addWidget(self.pages)
        turning.addStretch(1)
        column = QVBoxLayout(self)
        column.addLayout(beside, 1)
        if self._task.lead:
            column.addWidget(quiet(self._task.lead, self))
        column.addLayout(turning)
        column.addWidget(self.trouble)
        foot = self.foot()
        foot.insertWidget(foot.count() - 1, self.print_button)
        column.addLayout(foot)
