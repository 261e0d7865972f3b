"""Logs calls: from a hotline duty in the panel, and from anywhere in the window (P75, P79)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from bostoette.models.contact_form import ContactForm
from bostoette.models.inquiry import Inquiry
from bostoette.models.key import Key
from bostoette.models.panel_contact import PanelContact
from bostoette.services import inquiries
from bostoette.services.desk import Changes, Desk
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.together.ask_inquiry import ask_inquiry, citizens_to_choose
from bostoette.ui.together.become_dialog import BecomeDialog, TieDialog
from bostoette.ui.together.call_rows import CallRows
from bostoette.ui.together.calls_view import CallsView
from bostoette.ui.together.inquiries_dialog import InquiriesDialog
from bostoette.ui.together.together_parts import TogetherParts
from bostoette.ui.week.contact_panel import ContactPanel
from bostoette.ui.week.week_page import WeekPage

KEYS = "Ctrl+Shift+R"


class InquiryWork(QObject):
    """Shows a duty's calls, and asks for new ones."""

    def __init__(
        self,
        page: WeekPage,
        panel: ContactPanel,
        parts: TogetherParts,
        desk: Desk,
        window: MainWindow,
    ) -> None:
        super().__init__(panel)
        self._panel, self._parts = panel, parts
        self._desk, self._window = desk, window
        self._dialog: InquiriesDialog | None = None
        self.calls = CallsView(window.theme, panel)
        parts.hold(self.calls)
        self.calls.note_asked.connect(partial(ask_inquiry, window, hotline=True))
        self.calls.all_asked.connect(self.show_all)
        self._listen(self.calls.rows)
        panel.shown_changed.connect(self._show)
        page.data_changed.connect(self._on_changes)
        note = self._action("Notér henvendelse …", lambda: ask_inquiry(window))
        note.setShortcut(QKeySequence(KEYS))
        page.bar.more.addAction(note)
        page.bar.more.addAction(self._action("Henvendelser …", self.show_all))
        self._show(panel.contact)

    def show_all(self) -> None:
        """List whoever turned to us lately, whether on the hotline or not."""
        dialog = InquiriesDialog(self._window.theme, self._window)
        self._listen(dialog.rows)
        dialog.note_asked.connect(partial(ask_inquiry, self._window))
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        self._show_listed()
        dialog.open()

    def _action(self, words: str, do: Callable[[], object]) -> QAction:
        action = QAction(words, self._window)
        action.triggered.connect(lambda _checked=False: do())
        self._window.addAction(action)
        return action

    def _listen(self, rows: CallRows) -> None:
        rows.citizen_asked.connect(self._become)
        rows.tie_asked.connect(self._ask_whose)

    def _become(self, inquiry: Key) -> None:
        BecomeDialog(
            self._window.theme, partial(self._take_in, inquiry), self._window
        ).show_fitting()

    def _ask_whose(self, inquiry: Key) -> None:
        people = citizens_to_choose(self._window)
        TieDialog(
            self._window.theme, people, partial(self._tie, inquiry), self._window
        ).show_fitting()

    def _tie(self, inquiry: Key, citizen: Key) -> None:
        self._desk.do(inquiries.tie, inquiry, citizen)

    def _take_in(self, inquiry: Key, name: str) -> None:
        today = self._window.now().date()
        me = self._desk.actor_id
        self._desk.do(inquiries.become_citizen, inquiry, name, by=me, today=today)

    def _show(self, shown: PanelContact | None) -> None:
        duty = shown is not None and shown.form is ContactForm.HOTLINE
        if duty and shown is not None:
            calls = self._desk.read(inquiries.of_day, shown.span.day)
            self.calls.show_calls(calls, self._panel.naming)
        self._parts.show_part(self.calls, on=duty)

    def _show_listed(self) -> None:
        if self._dialog is not None:
            naming = Naming(self._window.settings.discreet)
            self._dialog.show_calls(self._desk.read(inquiries.latest), naming)

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _on_changes(self, changes: Changes) -> None:
        if changes.touch(Inquiry):
            self._show(self._panel.contact)
            self._show_listed()
