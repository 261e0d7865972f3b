"""Saving the week on paper: initials or names, PDF or picture, seen before it is saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.plan_error import PlanError
from bostoette.services.week_document import WeekDocument, proposed_name
from bostoette.ui.asking_for_file import ask_where_to_save
from bostoette.ui.exchange.exchange_dialog import ExchangeDialog, WhereTo
from bostoette.ui.exchange.page_picture import PagePicture
from bostoette.ui.exchange.printers import WhichPrinter, ask_which_printer, can_print
from bostoette.ui.paper.week_paper import page_count, print_week, week_image, week_pdf, week_png
from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet


@dataclass(frozen=True, slots=True)
class PaperWork:
    """What the dialog asks others to do; each raises PlanError where it cannot."""

    documents: Callable[[bool], Sequence[WeekDocument]]
    """The weeks, one a worker, with names or without."""
    save: Callable[[Path, bytes, int, bool], None]
    """Puts the bytes in place and remembers that so many pages left, with names or without."""
    printed: Callable[[int, bool], None] = lambda _pages, _names: None
    """Remembers that so many pages went to a printer."""


class WeekPaperDialog(ExchangeDialog):
    """Shows the first page as it will be; ``said`` tells what was saved."""

    def __init__(
        self,
        theme: Theme,
        work: PaperWork,
        parent: QWidget | None = None,
        *,
        discreet: bool = False,
        where_to: WhereTo = ask_where_to_save,
        which_printer: WhichPrinter = ask_which_printer,
    ) -> None:
        super().__init__(theme, "Ugen på papir", "Gem som …", (860, 700), parent)
        self._paper_work = work
        self._where_to = where_to
        self._which_printer = which_printer
        self.print_button = QPushButton("Udskriv …", self)
        self.print_button.setAutoDefault(False)
        self.print_button.setVisible(can_print())
        self.print_button.clicked.connect(self._print)
        self._documents: Sequence[WeekDocument] = ()
        self.names = QCheckBox("Hele navne i stedet for initialer", self)
        self.names.setEnabled(not discreet)
        self.names.toggled.connect(self.draw_page)
        self.pdf = QRadioButton("PDF", self)
        self.png = QRadioButton("Billede (PNG)", self)
        self.pdf.setChecked(True)
        self.picture = PagePicture(self)
        self.pages = QLabel(self)
        self.pages.setProperty("quiet", "true")
        self._lay_out(discreet=discreet)
        self.main_button.clicked.connect(self._save)
        self.draw_page()

    def draw_page(self) -> None:
        """Draw the page with what is chosen."""
        self.untell()
        self._allow(on=False)
        try:
            self._documents = self._paper_work.documents(self.names.isChecked())
            image = week_image(self._documents[0])
            number = page_count(self._documents)
        except PlanError as error:
            self.tell(error)
            return
        first = self._documents[0]
        words = f"Side 1: {first.title}. {first.together}"
        self.picture.show_page(QPixmap.fromImage(image), words)
        self.pages.setText("1 side, A4 på tværs" if number == 1 else f"{number} sider, A4 på tværs")
        self.png.setEnabled(number == 1)
        if number > 1:
            self.pdf.setChecked(True)
        self._allow(on=True)

    def _allow(self, *, on: bool) -> None:
        for button in (self.main_button, self.print_button):
            button.setEnabled(on)

    def _print(self) -> None:
        documents = self._documents
        printer = self._which_printer(self)
        if printer is None:
            return
        try:
            print_week(printer, documents)
            self._paper_work.printed(page_count(documents), bool(documents[0].name))
        except PlanError as error:
            self.tell(error)
            return
        self.said = "Ugen er sendt til printeren."
        self.accept()

    def _save(self) -> None:
        ending = "png" if self.png.isChecked() else "pdf"
        kinds = {"pdf": "PDF (*.pdf)", "png": "Billede (*.png)"}[ending]
        documents = self._documents
        path = self._where_to(self, "Gem ugen", proposed_name(documents[0].week, ending), kinds)
        if path is None:
            return
        names = bool(documents[0].name)
        try:
            content = week_pdf(documents) if ending == "pdf" else week_png(documents[0])
            self._paper_work.save(path, content, page_count(documents), names)
        except PlanError as error:
            self.tell(error)
            return
        self.said = f"Ugen er gemt i {path.name}."
        self.accept()

    def _lay_out(self, *, discreet: bool) -> None:
        kinds = QHBoxLayout()
        for widget in (self.pdf, self.png):
            kinds.addWidget(widget)
        kinds.addWidget(self.pages)
        kinds.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self.picture, 1)
        column.addWidget(self.names)
        column.addWidget(
            quiet(
                "Diskretion er slået til (F8), så siden viser kun initialer."
                if discreet
                else "Med navne skal papiret gemmes væk for andre og makuleres efter brug.",
                self,
            )
        )
        column.addLayout(kinds)
        column.addWidget(self.trouble)
        foot = self.foot()
        foot.insertWidget(foot.count() - 1, self.print_button)
        column.addLayout(foot)
