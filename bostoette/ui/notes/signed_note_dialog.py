"""A signed note, to be read, added to, copied to the case system, and given to the citizen."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.signed_note import SignedNote
from bostoette.models.wording import clock, from_to, short_day
from bostoette.planning.note_text import case_text
from bostoette.planning.search_query import wanted_of
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.ui.emptied import emptied
from bostoette.ui.fitting_scroll import FittingScroll
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.form_draft import FormDraft
from bostoette.ui.naming import Naming
from bostoette.ui.notes.agreement_rows import said_new
from bostoette.ui.notes.marked_words import mark_words
from bostoette.ui.notes.note_text import NoteText
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

SIZE = (600, 620)

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


class SignedNoteDialog(QDialog):
    """Shows the note and its additions; says what is wanted."""

    addition_asked = Signal(str)
    copy_asked = Signal(str)
    """A text to copy for a minute."""
    transferred_asked = Signal(bool)
    summary_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        note: SignedNote,
        naming: Naming,
        parent: QWidget | None = None,
        *,
        typed: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._naming = naming
        self._wanted = wanted_of(typed)
        self._draft: FormDraft | None = None
        self.note = note
        self._who = naming.name_of(note.citizen.name, note.citizen.initials)
        self.setWindowTitle(f"Notat · {self._who}")
        self._inside = QWidget(self)
        self._read = QVBoxLayout()
        hint = "Føj til, eller ret: det underskrevne bliver stående"
        self.addition = NoteText(theme, "Tilføjelse", hint, self, 1)
        self.add = QPushButton("Tilføj", self)
        self.add.setAccessibleName("Føj til notatet")
        self.copy = QPushButton("Kopiér til fagsystem", self)
        self.copy.setToolTip("Læg notatet på udklipsholderen i et minut")
        self.headings = QCheckBox("Med overskrifter", self)
        self.headings.setChecked(True)
        self.transferred = QCheckBox("Overført", self)
        self.summary = QPushButton("Opsummering til borgeren", self)
        self.said = quiet("", self)
        self.close_button = QPushButton("Luk", self)
        self._lay_out()
        self._connect()
        self.show_note(note)

    def keep_draft(self, desk: Desk, of: DraftOf) -> None:
        """Keep what is typed to be added from now on, and put back what was kept."""
        self._draft = FormDraft(self, desk, of, lambda: {"addition": self.addition.toPlainText()})
        at = self._draft.take_up(lambda kept: self.addition.setPlainText(kept.get("addition", "")))
        self.said.setText(f"Din tilføjelse fra {at} er ikke gemt endnu." if at else "")

    def keep_now(self) -> None:
        """Keep what is typed at once, or let go of what was deleted again."""
        if self._draft is not None and self.addition.toPlainText().strip():
            self._draft.keep_if_typed()
        elif self._draft is not None:
            self._draft.forget()

    def done(self, result: int) -> None:
        """Close, and keep what is not added yet."""
        self.keep_now()
        super().done(result)

    def added(self) -> None:
        """Empty the line: what stood in it is part of the note now."""
        self.addition.clear()
        if self._draft is not None:
            self._draft.forget()
            self._draft.begin()
        again = " Det skal overføres igen." if self.note.transferred_at else ""
        self.said.setText(f"Tilføjet.{again}")

    def show_note(self, note: SignedNote) -> None:
        """Show the note as it stands now."""
        self.note = note
        emptied(self._read)
        self._title()
        self._say(_headline(note), quiet_line=True)
        self._say(f"Underskrevet af {note.author} {_at(note.signed_at)}", quiet_line=True)
        for heading, text in note.sections:
            self._heading(heading)
            self._say(self._naming.hidden(text))
        for heading, lines in (
            ("Mål", note.goals),
            ("Aftaler, der blev fulgt op", note.answered),
            ("Nye aftaler", tuple(map(said_new, note.agreed))),
            ("Indtryk", note.answers),
        ):
            if lines:
                self._heading(heading)
                self._say(self._naming.hidden("\n".join(lines)))
        for one in note.additions:
            self._heading(f"Tilføjet af {one.by} {_at(one.at)}")
            self._say(self._naming.hidden(one.text))
        if note.summary is not None:
            given = note.summary
            words = f"Opsummering {given.how.danish} {_at(given.at)} ({given.by})"
            self._say(words, quiet_line=True)
        self.transferred.setChecked(note.transferred_at is not None)

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        self.copy.clicked.connect(self._copy)
        self.transferred.clicked.connect(self.transferred_asked)
        self.summary.clicked.connect(self.summary_asked)
        self.close_button.clicked.connect(self.accept)
        for button in (self.add, self.copy, self.summary, self.close_button):
            button.setAutoDefault(False)

    def _add(self) -> None:
        text = self.addition.toPlainText().strip()
        if text:
            self.addition_asked.emit(text)

    def _copy(self) -> None:
        self.copy_asked.emit(case_text(self.note, headings=self.headings.isChecked()))
        self.said.setText("Kopieret. Udklipsholderen ryddes om et minut.")

    def _title(self) -> None:
        title = QLabel(self._who, self._inside)
        title.setObjectName("pageTitle")
        title.setTextFormat(Qt.TextFormat.PlainText)
        self._read.addWidget(title)

    def _heading(self, words: str) -> None:
        if words:
            label = QLabel(words, self._inside)
            label.setWordWrap(True)
            label.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
            label.setContentsMargins(0, self._theme.pixels(8), 0, 0)
            self._read.addWidget(label)

    def _say(self, text: str, *, quiet_line: bool = False) -> None:
        words = quiet(text, self._inside) if quiet_line else Words(text, self._inside)
        words.setTextFormat(Qt.TextFormat.PlainText)
        if not quiet_line and not self._naming.discreet:
            mark_words(words, text, self._wanted, self._theme)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._read.addWidget(words)

    def _lay_out(self) -> None:
        gap = self._theme.pixels(8)
        self._read.setSpacing(self._theme.pixels(4))
        column = QVBoxLayout(self._inside)
        column.setSpacing(gap)
        column.addLayout(self._read)
        column.addSpacing(gap)
        column.addWidget(self.addition)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        scroll = FittingScroll(self)
        scroll.setAccessibleName("Notatet")
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.hold(self._inside)
        tools = QWidget(self)
        flow = FlowLayout(tools, gap, gap)
        flow.setContentsMargins(0, 0, 0, 0)
        shown = (self.copy, self.headings, self.transferred, self.summary, self.close_button)
        for place, widget in enumerate(shown):
            flow.insert_widget(place, widget)
        whole = QVBoxLayout(self)
        whole.addWidget(scroll, 1)
        whole.addWidget(self.said)
        whole.addWidget(tools)
        behind = self.parentWidget()
        width, height = (self._theme.pixels(one) for one in SIZE)
        room = behind.window().size() if behind else None
        self.resize(
            min(width, room.width()) if room else width,
            min(height, room.height()) if room else height,
        )


def _headline(note: SignedNote) -> str:
    name = note.form.full_name
    day = f"{short_day(note.span.day)} {from_to(note.span)}"
    return " · ".join(part for part in (name[0].upper() + name[1:], day, note.purpose) if part)


def _at(moment: datetime) -> str:
    local = moment.astimezone(COPENHAGEN)
    return f"{short_day(local.date())} {clock(local.hour * 60 + local.minute)}"
