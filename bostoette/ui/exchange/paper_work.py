"""Opens what can be put on paper, from the week's menu and from a citizen's page."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from bostoette.models.key import Key
from bostoette.ui.main_window import MainWindow
from bostoette.ui.week.week_page import WeekPage

if TYPE_CHECKING:
    from bostoette.services.program_file import OpenFile
    from bostoette.ui.citizens.paper_button import CitizenPaper
    from bostoette.ui.exchange.paper_dialog import PaperDialog


def offer_papers(page: WeekPage, opened: "OpenFile", window: MainWindow) -> None:
    """Put a stand-in's sheet for a day and the emergency list into the week's menu."""
    sheet = page.bar.more.addAction("Vikarark for en dag …")
    sheet.triggered.connect(partial(show_day_sheet, page, opened, window))
    listed = QAction("Nødliste …", page)
    listed.triggered.connect(partial(show_emergency_list, opened, window))
    page.addAction(listed)
    page.bar.more.addAction(listed)


def show_day_sheet(
    page: WeekPage,
    opened: "OpenFile",
    window: MainWindow,
    _checked: bool = False,  # noqa: FBT001, FBT002 - triggered(bool)
) -> None:
    """Show what a stand-in needs for a worker's day as it will be on paper."""
    from bostoette.ui.exchange.citizen_papers import CitizenPapers

    papers = CitizenPapers(window, example=opened.places.is_example)
    papers.open(papers.stand_in_day(page))


def show_emergency_list(
    opened: "OpenFile",
    window: MainWindow,
    _checked: bool = False,  # noqa: FBT001, FBT002 - triggered(bool)
) -> None:
    """Show who must be seen to first as it will be on paper (P89)."""
    from bostoette.ui.exchange.emergency_dialog import EmergencyDialog

    show_paper(window, EmergencyDialog(window, example=opened.places.is_example))


def show_paper(window: MainWindow, dialog: "PaperDialog") -> None:
    """Show the pages, and say what became of them."""
    dialog.draw()
    if dialog.exec() and dialog.said:
        window.message.say(dialog.said, undoable=False)
    dialog.deleteLater()


def put_on_paper(
    opened: "OpenFile", window: MainWindow, citizen: Key, paper: "CitizenPaper"
) -> None:
    """Show something about a citizen as it will be on paper."""
    from bostoette.ui.exchange.citizen_papers import CitizenPapers

    CitizenPapers(window, example=opened.places.is_example).show(citizen, paper)
