"""The note of one citizen at one contact: written, kept as it is typed, and signed in one place.

Closing keeps the draft; it is let go only by signing, or by throwing it away.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QMenu,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.note_fields import NoteFields
from bostoette.models.note_sheet import NoteSheet
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import from_to, listed, short_day
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.form_dialog import FormDialog
from bostoette.ui.naming import Naming
from bostoette.ui.notes.note_form import NoteForm
from bostoette.ui.theme import Theme
from bostoette.ui.typed_state import TypedState
from bostoette.ui.week.when_fields import WhenFields
from bostoette.ui.words import Words, quiet

Sign = Callable[[NoteFields, TimeSpan | None], object]
"""Signs what was filled in; with a time where the contact was held otherwise than planned."""
SIZE = (640, 720)


class NoteDialog(FormDialog):
    """Writes and signs one note."""

    headings_changed = Signal(bool)
    """Whether the person wants headings from now on."""

    def __init__(
        self,
        theme: Theme,
        sheet: NoteSheet,
        naming: Naming,
        now: datetime,
        sign: Sign,
        *,
        parent: QWidget | None = None,
        headings: bool = False,
        sentences: tuple[str, ...] = (),
    ) -> None:
        who = naming.name_of(sheet.citizen.name, sheet.citizen.initials)
        super().__init__(theme, f"Notat · {who}", SIZE, parent, save_words="Underskriv")
        self._sheet = sheet
        self._sign = sign
        self._sentences = sentences
        self._now, today = now, now.date()
        self.form = NoteForm(theme, sheet, today, self)
        self.form.headings.setChecked(headings)
        self.when = WhenFields(today, self)
        self.when.show_span(sheet.span)
        self.when.day.setEnabled(False)
        self.nothing = QCheckBox("Intet at notere", self)
        self.nothing.setToolTip("Luk kontakten uden ord; den tæller som noteret")
        self.throw_away = QPushButton("Kassér kladden", self)
        self.sentence = QPushButton("Indsæt sætning", self)
        self.other_time = QPushButton("Ret tiden", self)
        self._written_in = self.form.first_text
        self._others = [naming.name_of(one.name, one.initials) for one in sheet.others]
        self._lay_out(who)
        self._connect()

    def keep_draft(self, desk: Desk, of: DraftOf) -> None:
        """Keep what is typed from now on, half a second behind, and put back what was kept."""
        super().keep_draft(desk, of)
        found = not self.kept.isHidden()
        self.throw_away.setVisible(found)
        if found:
            self.kept.setText(self.kept.text().replace("gemt endnu", "underskrevet endnu"))

    def typed(self) -> TypedState:
        """Return what stands in the form."""
        return {
            **self.form.state(),
            "start": self.when.start.text(),
            "minutes": str(self.when.minutes.value()),
            "nothing": "x" if self.nothing.isChecked() else "",
        }

    def put_back(self, state: TypedState) -> None:
        """Put a draft back."""
        self.form.put_back(state)
        self.when.start.setText(state.get("start", self.when.start.text()))
        minutes = state.get("minutes", "")
        if minutes.isdigit():
            self.when.minutes.setValue(int(minutes))
        self.nothing.setChecked(bool(state.get("nothing")))

    def keep_now(self) -> None:
        """Keep what is typed at once: the window is about to close or lock."""
        if self._draft is not None:
            self._draft.keep_if_typed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Never sign by Enter in a field: only Ctrl+Enter and the button close a note."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if not enter or isinstance(self.focusWidget(), QPushButton):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the text, behind what is written."""
        super().showEvent(event)
        if not event.spontaneous():
            self._written_in = self.form.first_text
            self._written_in.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Close, and keep the draft."""
        self.keep_now()
        QDialog.reject(self)

    def cancel(self) -> None:
        """Close with *Luk* as with Esc."""
        self.reject()

    def _sign_it(self) -> None:
        """Sign; what stands in the form is kept until that has gone well."""
        self.keep_now()
        fields = self.form.fields()
        if self.nothing.isChecked():
            fields = replace(fields, nothing_to_note=True)
        self._sign(fields, self._held())

    def _held(self) -> TimeSpan | None:
        """Return when it was held, where it is not noted so already."""
        span = self.when.span()
        planned = self._sheet.status is ContactStatus.PLANNED
        return span if planned or span != self._sheet.span else None

    def _ask_to_throw_away(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle("Kassér kladden")
        box.setText("Det, du har skrevet her, bliver slettet. Det kan ikke fortrydes.")
        stay = box.addButton("Behold kladden", QMessageBox.ButtonRole.RejectRole)
        gone = box.addButton("Kassér", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        gone.clicked.connect(self._leave)
        box.finished.connect(box.deleteLater)
        box.open()

    def _connect(self) -> None:
        self.form.headings.toggled.connect(self.headings_changed)
        self.throw_away.clicked.connect(self._ask_to_throw_away)
        self.cancel_button.setText("Luk")
        self.cancel_button.setToolTip("Luk og behold kladden (Esc)")
        self.save_button.setToolTip("Underskriv: derefter kan der kun føjes til (Ctrl+Enter)")
        self.save_button.setDefault(False)
        self.save_button.setAutoDefault(False)
        self.cancel_button.setAutoDefault(False)
        self.nothing.toggled.connect(self.form.setDisabled)

    def _lay_out(self, who: str) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        edge = self.theme.pixels(8)
        column.setContentsMargins(edge, 0, edge, edge)
        column.setSpacing(self.theme.pixels(12))
        title = Words(who, inside)
        title.setObjectName("pageTitle")
        title.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(title)
        said = [_said_contact(self._sheet), _said_held(self._sheet, self._now)]
        if self._others:
            said.append(f"Bagefter kommer notatet om {listed(self._others)}.")
        column.addWidget(quiet("\n".join(said), inside))
        if self._sheet.sent:
            column.addWidget(self._sent_row(inside))
        column.addWidget(self._tools(inside))
        column.addWidget(self.when)
        column.addWidget(self.form, 1)
        self.hold(inside, self._sign_it)
        foot = QHBoxLayout()
        foot.addWidget(self.nothing)
        foot.addWidget(self.throw_away)
        foot.addStretch(1)
        self.throw_away.hide()
        self.throw_away.setAutoDefault(False)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)  # noqa: S101 - so the form is laid out
        whole.removeWidget(self.buttons)
        foot.addWidget(self.buttons)
        whole.addLayout(foot)

    def _sent_row(self, inside: QWidget) -> QWidget:
        """Say what was sent since the latest note, ready to be put into the text (P76)."""
        row = QWidget(inside)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = f"Sendt til borgeren: {listed(self._sheet.sent)}."
        line.addWidget(Words(words, row), 1)
        self.put_sent = QPushButton("Skriv det i notatet", row)
        self.put_sent.setAutoDefault(False)
        self.put_sent.clicked.connect(lambda: self._insert(words))
        line.addWidget(self.put_sent, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _tools(self, inside: QWidget) -> QWidget:
        tools = QWidget(inside)
        gap = self.theme.pixels(8)
        flow = FlowLayout(tools, gap, gap)
        flow.setContentsMargins(0, 0, 0, 0)
        menu = QMenu(self.sentence)
        for words in self._sentences:
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, one=words: self._insert(one))
        self.sentence.setMenu(menu)
        self.sentence.setAutoDefault(False)
        self.sentence.setToolTip("Sæt en af teamets sætninger ind (Ctrl+Shift+S)")
        self.sentence.setVisible(bool(self._sentences))
        QShortcut(QKeySequence("Ctrl+Shift+S"), self, self.sentence.showMenu)
        self.other_time.setCheckable(True)
        self.other_time.setAutoDefault(False)
        self.other_time.toggled.connect(self.when.setVisible)
        self.when.hide()
        shown = (self.form.more, self.sentence, self.form.headings, self.other_time)
        for place, widget in enumerate(shown):
            flow.insert_widget(place, widget)
        return tools

    def _insert(self, words: str) -> None:
        """Put a sentence in where was written last."""
        field = next((one for one in self.form.texts.values() if one.used_last), self._written_in)
        field.insert_sentence(words)
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def _said_contact(sheet: NoteSheet) -> str:
    name = sheet.form.full_name
    parts = (
        name[0].upper() + name[1:],
        short_day(sheet.span.day),
        from_to(sheet.span),
        sheet.purpose,
    )
    return " · ".join(part for part in parts if part)


def _said_held(sheet: NoteSheet, now: datetime) -> str:
    times = from_to(sheet.span)
    if sheet.status is ContactStatus.PLANNED:
        if (sheet.span.day, sheet.span.start) > (now.date(), now.hour * 60 + now.minute):
            return "Kontakten er ikke begyndt. Skriv en kladde nu, og underskriv, når den er holdt."
        return f"Når du underskriver, noteres kontakten som afholdt {times}."
    if sheet.status is ContactStatus.HELD:
        return f"Afholdt {times}."
    return f"Kontakten er {sheet.status.danish}. Blev den holdt alligevel, så sæt den til afholdt."
