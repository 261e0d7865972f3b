"""Opens notes wherever they are asked for: to be written, to be read, to be given and carried."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QDialog

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.note_fields import NoteFields
from bostoette.models.note_kinds import GivenHow
from bostoette.models.plan_error import PlanError
from bostoette.models.printed_document import (
    Block,
    Bullets,
    Paragraph,
    PrintedDocument,
    proposed_file_name,
)
from bostoette.models.signed_note import SignedNote
from bostoette.models.timespan import TimeSpan
from bostoette.models.waiting_note import WaitingKind, WaitingNote
from bostoette.planning.note_text import summary_text
from bostoette.services import (
    citizen_news,
    citizens,
    contacts,
    note_sheet,
    notes,
    printed,
    sentences,
    signed_note,
    summaries,
)
from bostoette.ui.exchange.paper_dialog import PaperDialog, PaperTask
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.notes.clipboard import ShortClipboard
from bostoette.ui.notes.news_dialog import NewsDialog
from bostoette.ui.notes.note_dialog import NoteDialog
from bostoette.ui.notes.signed_note_dialog import SignedNoteDialog
from bostoette.ui.notes.summary_dialog import SummaryDialog

LETTER_FOOT = "Spørg mig, hvis noget er uklart."
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


class NoteWork(QObject):
    """One for the whole window; each dialog acts through the desk while it is still open."""

    drafts_changed = Signal()
    """Something was written or thrown away that is no note yet."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._clipboard = ShortClipboard()
        self._read: set[tuple[Key, date]] = set()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what is being written before the window closes or locks."""
        if watched is self._window and event.type() == QEvent.Type.Close:
            for dialog in self._window.findChildren(NoteDialog):
                dialog.keep_now()
            for read in self._window.findChildren(SignedNoteDialog):
                read.keep_now()
        return super().eventFilter(watched, event)

    def open_waiting(self, waiting: WaitingNote) -> None:
        """Open what waits."""
        if waiting.kind in {WaitingKind.MISSING, WaitingKind.DRAFT}:
            self.write(waiting.contact_id, waiting.citizen.id)
        elif waiting.kind is WaitingKind.NEWS:
            self.show_news(waiting.citizen.id)
        elif waiting.note_id is not None and waiting.kind is WaitingKind.SUMMARY:
            self.summarize(waiting.note_id)
        elif waiting.note_id is not None:
            self.read(waiting.note_id)

    def of_contact(self, contact_id: Key) -> None:
        """Write the note of a contact: of the first who has none yet."""
        missing = self._desk.read(note_sheet.without_note, contact_id)
        note_id = self._desk.read(signed_note.note_of, contact_id)
        if missing:
            self.write(contact_id, missing[0].id)
        elif note_id is not None:
            self.read(note_id)
        elif self._desk.read(contacts.details, contact_id).fields.citizens:
            raise PlanError("Ingen kom eller blev set, så der er intet at skrive notat om.")
        else:
            raise PlanError("Kontakten er ikke med en borger, så den har intet notat.")

    def of_citizen(self, contact_id: Key, citizen_id: Key) -> None:
        """Read a citizen's note at a contact, or write it where there is none."""
        note_id = self._desk.read(signed_note.note_of, contact_id, citizen_id)
        if note_id is None:
            self.write(contact_id, citizen_id)
        else:
            self.read(note_id)

    def write(self, contact_id: Key, citizen_id: Key) -> None:
        """Write one citizen's note."""
        sheet = self._desk.read(note_sheet.sheet_of, contact_id, citizen_id)
        dialog = NoteDialog(
            self._window.theme,
            sheet,
            self._naming,
            self._window.now(),
            partial(self._sign, contact_id, citizen_id),
            parent=self._window,
            headings=self._window.settings.note_headings,
            sentences=self._desk.read(sentences.in_use),
        )
        dialog.keep_draft(self._desk, notes.draft_of(contact_id, citizen_id, self._desk.actor_id))
        dialog.headings_changed.connect(self._remember_headings)
        dialog.accepted.connect(partial(self._go_on, contact_id))
        self._open(dialog)

    def read(self, note_id: Key, typed: str = "") -> None:
        """Read a signed note, with what was searched for marked, and what can be done with it."""
        note = self._desk.read(signed_note.signed_note, note_id)
        theme = self._window.theme
        dialog = SignedNoteDialog(theme, note, self._naming, self._window, typed=typed)
        of = notes.addition_draft_of(note_id, note.citizen.id, self._desk.actor_id)
        dialog.keep_draft(self._desk, of)
        dialog.addition_asked.connect(partial(self._add, dialog))
        dialog.copy_asked.connect(self._clipboard.copy)
        dialog.transferred_asked.connect(partial(self._transfer, dialog))
        dialog.summary_asked.connect(lambda: self.summarize(note_id, dialog))
        self._open(dialog)
        self.note_reading(note.citizen.id)

    def summarize(self, note_id: Key, shown: SignedNoteDialog | None = None) -> None:
        """Give the citizen the summary of a note (P70), which may be ``shown`` meanwhile."""
        note = self._desk.read(signed_note.signed_note, note_id)
        name = note.citizen.name.split()[0] if note.citizen.name else note.citizen.initials
        first = self._naming.name_of(name, note.citizen.initials)
        text = summary_text(note, note.author_name.split()[0], first)
        dialog = SummaryDialog(
            self._window.theme,
            self._naming.name_of(note.citizen.name, note.citizen.initials),
            note.summary.text if note.summary else text,
            self._desk.read(summaries.most_words),
            partial(self._give, note_id, shown),
            parent=self._window,
        )
        dialog.copy_asked.connect(self._clipboard.copy)
        dialog.print_asked.connect(partial(self._print_letter, note))
        self._open(dialog)

    def _give(self, note_id: Key, shown: SignedNoteDialog | None, text: str, how: GivenHow) -> None:
        by, at = self._desk.actor_id, self._moment()
        self._desk.do(summaries.give, note_id, text, how, by=by, at=at)
        if shown is not None and shown.isVisible():
            shown.show_note(self._desk.read(signed_note.signed_note, note_id))

    def _print_letter(self, note: SignedNote, text: str) -> None:
        PaperDialog(self._window.theme, self._letter(note, text), self._window).show_pages()

    def _letter(self, note: SignedNote, text: str) -> PaperTask:
        blocks = tuple(map(_on_letter, filter(str.strip, text.splitlines())))
        now, week = self._window.now(), IsoWeek.of(note.span.day)
        said = f"Opsummering til {note.citizen.initials}"
        facts: dict[str, Any] = {"names": True, "citizen_id": note.citizen.id}

        def make() -> PrintedDocument:
            return self._desk.read(
                printed.on_paper,
                "Det, vi aftalte",
                blocks,
                now,
                names=True,
                foot=LETTER_FOOT,
                large=True,
            )

        return PaperTask(
            "Brev til borgeren",
            proposed_file_name("opsummering", note.citizen.code, week),
            "Brevet",
            make,
            save=lambda path, content, pages: self._desk.do(
                printed.save_printed, path, content, said, pages=pages, **facts
            ),
            printed=lambda pages: self._desk.do(printed.note_printed, said, pages=pages, **facts),
        )

    def _add(self, dialog: SignedNoteDialog, text: str) -> None:
        key, by = dialog.note.id, self._desk.actor_id
        self._desk.do(notes.add, key, text, by=by, at=self._moment())
        dialog.added()
        dialog.show_note(self._desk.read(signed_note.signed_note, key))

    def _transfer(self, dialog: SignedNoteDialog, done: bool) -> None:  # noqa: FBT001 - from a signal
        by = self._desk.actor_id
        self._desk.do(notes.transferred, dialog.note.id, by=by, at=self._moment(), done=done)

    def show_news(self, citizen_id: Key) -> None:
        """Show what is new on a citizen, and mark it as read."""
        found = self._desk.read(
            citizen_news.news_of, citizen_id, self._desk.actor_id, self._moment()
        )
        name = self._desk.read(citizens.details, citizen_id).fields
        who = self._naming.name_of(name.name, name.initials)
        dialog = NewsDialog(self._window.theme, who, found, self._naming, self._window)
        self._open(dialog)
        self._desk.do(citizen_news.mark_read, citizen_id, by=self._desk.actor_id, at=self._moment())

    def note_reading(self, citizen_id: Key) -> None:
        """Write that notes of a citizen are read: an act once a day."""
        today = (citizen_id, self._window.now().date())
        if today not in self._read:
            self._read.add(today)
            self._desk.do(
                citizen_news.note_reading, citizen_id, by=self._desk.actor_id, at=self._moment()
            )

    def _sign(
        self, contact_id: Key, citizen_id: Key, fields: NoteFields, held: TimeSpan | None
    ) -> None:
        self._desk.do(
            notes.sign,
            contact_id,
            citizen_id,
            fields,
            by=self._desk.actor_id,
            at=self._moment(),
            today=self._window.now().date(),
            held=held,
        )

    def _go_on(self, contact_id: Key) -> None:
        """Say that it is signed, and go on with the next member of a group."""
        missing = self._desk.read(note_sheet.without_note, contact_id)
        self._window.message.say("Notatet er underskrevet", undoable=False)
        if missing:
            self.write(contact_id, missing[0].id)

    def _remember_headings(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's value
        self._window.keep(replace(self._window.settings, note_headings=wanted))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(self.drafts_changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @property
    def _naming(self) -> Naming:
        return Naming(self._window.settings.discreet)

    def _moment(self) -> datetime:
        return self._window.now().replace(tzinfo=COPENHAGEN).astimezone(UTC)


def _on_letter(line: str) -> Block:
    """Put a line of the summary on the letter; what was agreed stands behind a dot."""
    agreed = line.removeprefix("- ")
    return Bullets((agreed,)) if agreed != line else Paragraph(line)
