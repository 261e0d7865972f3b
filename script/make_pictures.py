"""Make the pictures of the documents from the running program, on the example team.

    python script/make_pictures.py

Writes docs/pictures/*.png. The day is fixed, so that a new run differs only where the program
does. Run it on a machine with an ordinary sans-serif font.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from bostoette.app import Program, make_application
from bostoette.clocks import utc_now
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.figure_scope import Section
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key_person import KeyPerson
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.worker_fields import AbsenceFields, WorkerFields
from bostoette.models.worker_kinds import AbsenceKind, WorkerRole
from bostoette.models.working_hours import WorkingHours
from bostoette.services import people, template_laying, unlocking, week_templates
from bostoette.services.example import DEMO_PASSPHRASE, open_demo
from bostoette.services.first_answers import FirstAnswers
from bostoette.services.people import FirstPassphrase
from bostoette.services.week import active_workers
from bostoette.services.week_templates import SavingWish
from bostoette.store.places import Places
from bostoette.ui.assembly import assemble
from bostoette.ui.citizens.citizen_card import CONTACTS, DEVELOPMENT, GOALS
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.conditions.conditions_page import ConditionsPage
from bostoette.ui.entry.entry_window import EntryWindow
from bostoette.ui.entry.unlock_page import UnlockPage
from bostoette.ui.exchange.citizen_papers import CitizenPapers
from bostoette.ui.exchange.emergency_dialog import EmergencyDialog
from bostoette.ui.figures.figures_page import FiguresPage
from bostoette.ui.figures.figures_work import FiguresWork
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.paper.paper_device import image_of
from bostoette.ui.review.review_page import ReviewPage
from bostoette.ui.settings.people_section import PeopleSection
from bostoette.ui.settings.settings_page import SettingsPage
from bostoette.ui.theme import Appearance, Theme
from bostoette.ui.together.board_work import open_board
from bostoette.ui.week.absence_asking import AbsenceAsking
from bostoette.ui.week.absence_contacts_dialog import AbsenceContactsDialog
from bostoette.ui.week.lay_template_dialog import LayTemplateDialog
from bostoette.ui.week.week_page import WeekPage

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
NOW = datetime(2026, 11, 26, 12, 25)  # noqa: DTZ001 - wall-clock, as everything on screen
INVENTED = (KeyPerson("0a", "K.L.", "Karl Lund"), KeyPerson("0b", "M.J.", "Mona Jensen"))
"""Who can be chosen at the pictured door."""
LARGE = 200
LOOK_MS = 2000
"""Time for what a dialog reads beside the window."""
SETTLE_S = 1.5
"""Time for what a page adds once it is painted."""


def main() -> int:
    """Make all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        places = Places.at(Path(folder))
        draw_entry(app, places)
        program = Program(app, places, now=lambda: NOW)
        program.show_main_window(open_demo(places, utc_now, NOW.date()))
        window = program.window
        assert window is not None
        window.resize(1280, 800)
        while not window.is_workable:  # its panes are empty until then
            app.processEvents()
        draw_pages(app, program, window)
        draw_dialogs(app, window)
        draw_papers(app, window)
        draw_whole_weeks(app, window)
        window.close()
        draw_people(app, program.theme, Path(folder))
        program.close_file()
    return 0


def draw_entry(app: QApplication, places: Places) -> None:
    """Draw the first start."""
    program = Program(app, places, now=lambda: NOW)
    entry = EntryWindow(places, utc_now, program.theme, shared=places)
    entry.show()
    save(app, entry, "first-start")
    entry.close()
    page = UnlockPage(program.theme, INVENTED, last=INVENTED[1].worker)
    page.resize(960, 720)
    page.show()
    save(app, page, "unlock-people")
    page.close()


def draw_people(app: QApplication, theme: Theme, folder: Path) -> None:
    """Draw who comes in on a computer, in data of invented people that are made for it."""
    places, leader = Places.at(folder / "flere"), DEMO_PASSPHRASE
    answers = FirstAnswers(
        "Mona Jensen", "M.J.", WorkingHours.standard(), role=WorkerRole.TEAM_LEADER
    )
    opened, _key = unlocking.begin(places, leader, answers, utc_now)
    last = date(2026, 12, 18)
    for fields in (
        WorkerFields("Karl Lund", "K.L."),
        WorkerFields("Vera Holm", "V.H.", role=WorkerRole.SUBSTITUTE, valid_to=last),
    ):
        people.take_in(opened, leader, fields, FirstPassphrase.given())
    window = assemble(opened, theme, MachineSettings(), lambda: NOW)
    window.show()
    window.show_page("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    page.choose(PeopleSection)
    save(app, window, "settings-people")
    window.close()
    opened.close()


def draw_pages(app: QApplication, program: Program, window: MainWindow) -> None:
    """Draw every page in light, dark and with large text."""
    looks = (
        (Appearance.LIGHT, 100, "light"),
        (Appearance.DARK, 100, "dark"),
        (Appearance.LIGHT, LARGE, "200"),
    )
    for appearance, percent, word in looks:
        program.theme.use(appearance, percent)
        for page in ("week", "citizens", "notes", "figures", "conditions", "settings"):
            window.show_page(page)
            save(app, window, f"{page}-{word}")
    program.theme.use(Appearance.LIGHT)
    draw_goals(app, window)
    draw_discreet(app, window)
    draw_team(app, window)
    draw_review(app, window)
    draw_figures(app, window)
    draw_meeting(app, window)


def draw_goals(app: QApplication, window: MainWindow) -> None:
    """Draw a citizen's goals, and how they went over time."""
    window.show_page("citizens")
    page = window.page("citizens")
    assert isinstance(page, CitizensPage)
    for tab, word in ((GOALS, "goals"), (DEVELOPMENT, "development")):
        page.card.head.tabs.setCurrentIndex(tab)
        save(app, window, f"citizens-{word}")
    page.card.head.tabs.setCurrentIndex(CONTACTS)


def draw_discreet(app: QApplication, window: MainWindow) -> None:
    """Draw the pages with names on them in discretion."""
    window.keep(replace(window.settings, discreet=True))
    for page in ("week", "citizens", "notes", "figures"):
        window.show_page(page)
        save(app, window, f"{page}-discreet")
    window.keep(replace(window.settings, discreet=False))


def draw_team(app: QApplication, window: MainWindow) -> None:
    """Draw the team's week and one of its days."""
    window.show_page("week")
    page = window.page("week")
    assert isinstance(page, WeekPage)
    page.whose.show_team()
    save(app, window, "team-week")
    page.whose.show_team(NOW.date())
    save(app, window, "team-day")
    page.whose.show_worker(window.desk.actor_id)


def draw_review(app: QApplication, window: MainWindow) -> None:
    """Draw the review of this week."""
    window.show_page("review")
    page = window.page("review")
    assert isinstance(page, ReviewPage)
    page.show_week(IsoWeek.of(NOW.date()))
    save(app, window, "review-light")


def draw_figures(app: QApplication, window: MainWindow) -> None:
    """Draw what lies behind a number, and a worker's list of drives."""
    window.show_page("figures")
    page = window.page("figures")
    assert isinstance(page, FiguresPage)
    page.show_section(Section.ATTENDANCE)
    work = page.findChild(FiguresWork)
    assert isinstance(work, FiguresWork)
    dialog = work.dialog(page.figures[0].lines[0].cells[2])
    dialog.show()
    save(app, dialog, "figures-behind")
    dialog.close()
    page.show_section(Section.DRIVES)
    save(app, window, "figures-drives")
    page.show_section(Section.MIX)


def draw_meeting(app: QApplication, window: MainWindow) -> None:
    """Draw the meeting that goes through the team's conditions."""
    window.show_page("conditions")
    page = window.page("conditions")
    assert isinstance(page, ConditionsPage)
    page.begin_meeting()
    save(app, window, "conditions-meeting")
    page.end_meeting()


def draw_dialogs(app: QApplication, window: MainWindow) -> None:
    """Draw the forms that the week page opens."""
    window.show_page("week")
    page = window.page("week")
    assert isinstance(page, WeekPage)
    planned = next(
        one
        for one in page.shown.contacts
        if one.form is ContactForm.VIDEO and one.status is ContactStatus.PLANNED
    )
    page.grid.choose(planned.id)
    save(app, window, "week-panel")
    draw_dialog(app, "contact-form", lambda: page.edit_asked.emit(planned.id))
    draw_dialog(app, "export", page.export_asked.emit)


def draw_papers(app: QApplication, window: MainWindow) -> None:
    """Draw the citizen's own week as it is on paper, and the dialog it is seen in."""
    window.show_page("citizens")
    page = window.page("citizens")
    assert isinstance(page, CitizensPage)
    assert page.current is not None
    papers = CitizenPapers(window, example=True)
    dialog = papers.week_plan(page.current)
    dialog.period.choose((IsoWeek.of(NOW.date()), 2))
    dialog.draw()
    assert dialog.laid_out is not None
    image_of(dialog.laid_out, 0, 1.0).save(str(PICTURES / "citizen-week-page.png"))
    dialog.show()
    save(app, dialog, "citizen-week-dialog")
    dialog.close()


def draw_whole_weeks(app: QApplication, window: MainWindow) -> None:
    """Draw a template week before it is laid, whom an absence hits, the board, the list."""
    window.show_page("week")
    page = window.page("week")
    assert isinstance(page, WeekPage)
    page.whose.show_worker(window.desk.actor_id)
    page.show_week(IsoWeek.of(NOW.date()))
    draw_template(app, window, page)
    days = AbsenceFields(NOW.date(), NOW.date() + timedelta(days=8), AbsenceKind.ILLNESS)
    naming = Naming()
    asking = AbsenceAsking(page, window.desk, window.theme, NOW.date, lambda: naming)
    asking.show_contacts(window.desk.actor_id, days)
    listed = page.findChild(AbsenceContactsDialog)
    assert listed is not None
    save(app, listed, "absence-contacts")
    listed.reject()
    board = open_board(window.desk, window)
    save(app, board, "board")
    board.close()
    emergency = EmergencyDialog(window, example=True)
    emergency.draw()
    emergency.show()
    save(app, emergency, "emergency-list")
    emergency.close()


def draw_template(app: QApplication, window: MainWindow, page: WeekPage) -> None:
    """Save this week as a template, and draw what laying it would do."""
    desk, today = window.desk, NOW.date()
    wish = SavingWish(desk.actor_id, IsoWeek.of(today).monday, 1)
    lines = desk.read(week_templates.preview_saving, wish)
    desk.do(week_templates.save, wish, [one.key for one in lines], "Almindelig uge")
    dialog = LayTemplateDialog(
        desk.read(week_templates.listed)[0],
        IsoWeek.of(today).plus(1),
        desk.read(active_workers),
        page,
        look=lambda asked: desk.read(template_laying.preview, asked, today),
        naming=Naming(),
    )
    dialog.show()
    save(app, dialog, "templates")
    dialog.close()


def draw_dialog(app: QApplication, name: str, ask: Callable[[], None]) -> None:
    """Draw the dialog that an action opens, and close it."""

    def look() -> None:
        shown = app.activeModalWidget()
        assert isinstance(shown, QDialog)
        save(app, shown, name)
        shown.reject()

    QTimer.singleShot(LOOK_MS, look)
    ask()


def save(app: QApplication, widget: QWidget, name: str) -> None:
    """Let everything be painted, and keep the picture."""
    until = time.monotonic() + SETTLE_S
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.01)
    widget.grab().save(str(PICTURES / f"{name}.png"))
    print(name)


if __name__ == "__main__":
    sys.exit(main())
