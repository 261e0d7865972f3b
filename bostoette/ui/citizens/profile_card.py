"""One group of the profile on the page: folded, read, or asked anew where it stands."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.plan_error import PlanError
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.ui import icons
from bostoette.ui.citizens.citizen_facts import NOT_ASKED, Shown
from bostoette.ui.citizens.profile_fields import ProfileFieldsForm
from bostoette.ui.citizens.profile_group import ProfileGroup
from bostoette.ui.emptied import emptied
from bostoette.ui.form_draft import FormDraft, has_draft
from bostoette.ui.leaving_form import ask_whether_it_may_go
from bostoette.ui.theme import Theme
from bostoette.ui.typed_state import TypedState, put_back, typed_state
from bostoette.ui.words import Words, quiet

Save = Callable[[int, dict[str, Any]], None]
"""Saves answers, given the version of the profile that they began with."""


class ProfileCard(QFrame):
    """Says nothing as a fact that nobody has asked about."""

    saved = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        group: ProfileGroup,
        save: Save,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.group = group
        self._theme = theme
        self._desk = desk
        self._save = save
        self._shown: Shown | None = None
        self._version = 0
        self._draft: FormDraft | None = None
        self._began: TypedState = {}
        self.form: ProfileFieldsForm | None = None
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName(group.title)
        self.head = QToolButton(self)
        self.action = QPushButton("Ret", self)
        self.state = quiet("", self)
        self.about = quiet(group.about, self)
        self.kept = quiet("", self)
        self.trouble = Words(parent=self)
        self.trouble.setObjectName("trouble")
        self.keep = QPushButton("Gem", self)
        self.leave = QPushButton("Annullér", self)
        self._body = QWidget(self)
        self._facts = QGridLayout()
        self._told: list[QWidget] = []
        self._place = QVBoxLayout()
        self._lay_out()
        self._connect()
        self._dress()

    def show_citizen(self, shown: Shown) -> None:
        """Show a citizen; a form that is open for her stays as it is."""
        before, self._shown = self._shown, shown
        if before is None or before.details.id != shown.details.id:
            self._close()
            self._tell()
            if has_draft(self._desk, self._of):
                self.ask()
        elif self.form is None:
            self._tell()

    def ask(self) -> None:
        """Show the questions."""
        if self.form is not None or self._shown is None:
            return
        self.head.setChecked(True)
        self._version = self._shown.details.profile_version
        self.form = ProfileFieldsForm(
            self._theme, self.group, self._shown, self._desk.actor_id, self._body
        )
        self._place.addWidget(self.form)
        form = self.form
        self._began = typed_state(form)
        self._draft = FormDraft(form, self._desk, self._of, lambda: typed_state(form))
        at = self._draft.take_up(lambda state: put_back(form, state))
        said = f"Fortsat fra en kladde, der blev gemt {at}. Den er ikke gemt endnu." if at else ""
        self.kept.setText(said)
        self._turn()

    def _ask_and_focus(self) -> None:
        self.ask()
        if self.form is not None:
            self.form.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def store(self) -> None:
        """Save the answers in one step, or say what is wrong and keep them."""
        if self.form is None:
            return
        try:
            self._save(self._version, self.form.answers())
        except PlanError as error:
            self.trouble.setText(error.sentence)
            self.trouble.setAccessibleName(error.sentence)
            self.trouble.show()
            QAccessible.updateAccessibility(QAccessibleEvent(self.trouble, QAccessible.Event.Alert))
            return
        self.put_away()

    def put_away(self) -> None:
        """Close the form and let its draft go."""
        if self._draft is not None:
            self._draft.forget()
        self._leave_for_later()

    def cancel(self) -> None:
        """Put the form away, after a question where something typed would be lost."""
        if self.form is None or typed_state(self.form) == self._began:
            self.put_away()
        else:
            ask_whether_it_may_go(self, self.group.title, self.put_away, self._leave_for_later)

    def _leave_for_later(self) -> None:
        self._close()
        self._tell()
        self.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_draft(self) -> None:
        """Keep what is half-written."""
        if self._draft is not None:
            self._draft.keep_if_typed()

    @property
    def _of(self) -> DraftOf:
        assert self._shown is not None  # noqa: S101 - a form belongs to a citizen
        return DraftOf(f"profile {self.group.key}", self._shown.details.id, self._desk.actor_id)

    def _close(self) -> None:
        self.keep_draft()
        if self.form is not None:
            self.form.hide()
            self.form.setParent(None)
            self.form.deleteLater()
        self.form = self._draft = None
        self._turn()

    def _tell(self) -> None:
        if self._shown is None:
            return
        state = self.group.state(self._shown)
        asked = self.group.asked_on(self._shown.details.profile) is not None
        self.state.setText(state)
        self.action.setText("Ret" if asked else "Spørg nu")
        self.action.setAccessibleName(f"{self.action.text()}: {self.group.title}")
        emptied(self._facts)
        facts = self.group.facts(self._shown) if asked else []
        self._told = []
        for place, fact in enumerate(facts):
            for column, words in enumerate((quiet(fact.label, self), Words(fact.value, self))):
                self._facts.addWidget(words, place, column, Qt.AlignmentFlag.AlignTop)
                self._told.append(words)
        self.setAccessibleDescription(state if asked else NOT_ASKED)

    def _turn(self) -> None:
        """Show what belongs to how it stands: folded, read or asked."""
        opened, asking = self.head.isChecked(), self.form is not None
        self._body.setVisible(opened)
        self.action.setVisible(not asking)
        for widget in (self.keep, self.leave):
            widget.setVisible(asking)
        self.trouble.hide()
        self.kept.setVisible(asking and bool(self.kept.text()))
        for words in self._told:
            words.setVisible(not asking)
        name = "chevron-down" if opened else "chevron-right"
        self.head.setIcon(icons.icon(name, self._theme.tokens.muted, self._theme.pixels(16)))

    def _lay_out(self) -> None:
        self.head.setText(self.group.title)
        self.head.setAccessibleName(self.group.title)
        self.head.setCheckable(True)
        self.head.setChecked(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.keep.setProperty("main", True)  # noqa: FBT003 - Qt's signature
        self.keep.setAccessibleName(f"Gem: {self.group.title}")
        self.leave.setAccessibleName(f"Annullér: {self.group.title}")
        for button in (self.action, self.keep, self.leave):
            button.setAutoDefault(True)
        top = QHBoxLayout()
        top.addWidget(self.head, 1)
        top.addWidget(self.action)
        self._facts.setColumnStretch(0, 2)
        self._facts.setColumnStretch(1, 3)
        self._facts.setHorizontalSpacing(self._theme.pixels(12))
        self._facts.setVerticalSpacing(self._theme.pixels(6))
        last = QHBoxLayout()
        last.addWidget(self.keep)
        last.addWidget(self.leave)
        last.addStretch(1)
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(self._theme.pixels(8))
        inside.addWidget(self.kept)
        inside.addLayout(self._facts)
        inside.addLayout(self._place)
        inside.addWidget(self.trouble)
        inside.addLayout(last)
        edge, above = self._theme.pixels(16), self._theme.pixels(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, above, edge, edge)
        column.setSpacing(self._theme.pixels(6))
        column.addLayout(top)
        column.addWidget(self.state)
        column.addWidget(self.about)
        column.addWidget(self._body)
        self.kept.hide()
        self._turn()

    def _connect(self) -> None:
        self.head.toggled.connect(self._turn)
        self.action.clicked.connect(self._ask_and_focus)
        self.keep.clicked.connect(self.store)
        self.leave.clicked.connect(self.cancel)
        self._theme.changed.connect(self._dress)

    def _dress(self) -> None:
        side = self._theme.pixels(16)
        self.head.setIconSize(QSize(side, side))
        self.head.setStyleSheet(
            "QToolButton { border: 2px solid transparent; background: transparent;"
            " font-weight: 600; text-align: left; }"
            f"QToolButton:focus {{ border-color: {self._theme.tokens.focus}; }}"
            f"QToolButton:checked {{ color: {self._theme.tokens.ink}; }}"
        )
        self._turn()
