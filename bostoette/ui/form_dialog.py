"""A FormDialog is a form with *Gem* and *Annullér* that keeps a draft, so that nothing is lost."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.plan_error import PlanError
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.ui.early_keys import hand_over_where_late
from bostoette.ui.fitting_scroll import FittingScroll
from bostoette.ui.form_draft import FormDraft
from bostoette.ui.leaving_form import ask_whether_it_may_go, say_it_is_kept
from bostoette.ui.main_button import make_main
from bostoette.ui.one_stop import go_on, tab_stops
from bostoette.ui.telling import show_plan_error
from bostoette.ui.theme import Theme
from bostoette.ui.typed_state import TypedState, put_back, typed_state
from bostoette.ui.words import Words

_SCREEN_SHARE = 0.92


def open_to_fill(dialog: QDialog, desk: Desk, of: DraftOf | None = None) -> None:
    """Open a dialog, with its draft where it keeps one; it goes once it is closed."""
    if of is not None and isinstance(dialog, FormDialog):
        dialog.keep_draft(desk, of)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class FormDialog(QDialog):
    """Scrolls its form, keeps its buttons in sight, and closes only once all is saved."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        size: tuple[int, int],
        parent: QWidget | None = None,
        *,
        save_words: str = "Gem",
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self._wanted = size
        self._began: list[object] = []
        self._save: Callable[[], object] = lambda: None
        self._draft: FormDraft | None = None
        self.kept = Words(parent=self)
        self.kept.setProperty("quiet", True)  # noqa: FBT003 - Qt's signature
        self.kept.hide()
        self.trouble = Words(parent=self)
        self.trouble.setObjectName("trouble")
        self.trouble.hide()
        self.area = FittingScroll(self)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.buttons = QDialogButtonBox(self)
        self.save_button = QPushButton(save_words, self)
        make_main(self.save_button)
        self.cancel_button = QPushButton("Annullér", self)
        self.buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.cancel)
        column = QVBoxLayout(self)
        column.addWidget(self.kept)
        column.addWidget(self.area, 1)
        column.addWidget(self.trouble)
        column.addWidget(self.buttons)

    def hold(self, form: QWidget, save: Callable[[], object]) -> None:
        """Show a form, and save it by this function, which raises PlanError where it cannot."""
        self.area.hold(form)
        self._save = save

    def keep_draft(self, desk: Desk, of: DraftOf) -> None:
        """Keep what is typed from now on, and put back what was kept the last time."""
        self._draft = FormDraft(self, desk, of, self.typed)
        at = self._draft.take_up(self.put_back)
        self.kept.setText(f"Fortsat fra en kladde, der blev gemt {at}. Den er ikke gemt endnu.")
        self.kept.setVisible(bool(at))

    def typed(self) -> TypedState:
        """Return what stands in the form."""
        form = self.area.widget()
        return typed_state(form) if form is not None else {}

    def put_back(self, state: TypedState) -> None:
        """Put back what stood in the form."""
        form = self.area.widget()
        if form is not None:
            put_back(form, state)

    def begin(self) -> None:
        """Remember what stands in the form as what is saved already."""
        self._began = self._answers()

    def changed(self) -> bool:
        """Tell whether the person has typed or chosen something."""
        return self._answers() != self._began

    def accept(self) -> None:
        """Save and close, or say what is wrong and keep everything."""
        try:
            self._save()
        except PlanError as error:
            self.tell(error)
            return
        self._let_draft_go()
        super().accept()

    def reject(self) -> None:
        """Close with Esc: what was typed is kept for the next time, or asked about (*Annullér*)."""
        if self._draft is None or not self.changed():
            self.cancel()
            return
        self._draft.keep_if_typed()
        super().reject()
        say_it_is_kept(self)

    def cancel(self) -> None:
        """Close with *Annullér*, after a question where something would be lost."""
        if self.changed():
            keep = self.reject if self._draft is not None else None
            ask_whether_it_may_go(self, self.windowTitle(), self._leave, keep)
        else:
            self._leave()

    def _leave(self) -> None:
        self._let_draft_go()
        super().reject()

    def _let_draft_go(self) -> None:
        if self._draft is not None:
            self._draft.forget()

    def tell(self, error: PlanError) -> None:
        """Say what happened and what to do, beside the form."""
        if error.details:
            show_plan_error(self, error)
            return
        self.trouble.setText(error.sentence)
        self.trouble.setAccessibleName(error.sentence)
        self.trouble.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.trouble, QAccessible.Event.Alert))

    def untell(self) -> None:
        """Take the sentence away, once it does not hold any more."""
        self.trouble.hide()

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Let Tab follow the form as it is laid out, and come to the buttons last."""
        gone = go_on(tab_stops(self), self.focusWidget(), onward=onward)
        return gone or super().focusNextPrevChild(onward)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room the text size asks for, as far as the screen has it."""
        if not event.spontaneous():
            room = self._room()
            width, height = (self.theme.pixels(one) for one in self._wanted)
            self.resize(min(width, room[0]), min(height, room[1]))
            hand_over_where_late(self)
        super().showEvent(event)
        if not event.spontaneous() and self.focusWidget() in (None, *self.buttons.buttons()):
            next(iter(tab_stops(self)), self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _room(self) -> tuple[int, int]:
        """Return the largest size: within the window behind, or else within the screen."""
        behind = self.parentWidget()
        size = (
            behind.window().size()
            if behind is not None
            else QApplication.primaryScreen().availableSize()
        )
        return round(size.width() * _SCREEN_SHARE), round(size.height() * _SCREEN_SHARE)

    def _answers(self) -> list[object]:
        """Read all that can be filled in, in the form's order."""
        found: list[object] = []
        form = self.area.widget()
        for widget in form.findChildren(QWidget) if form is not None else []:
            if isinstance(widget, QLineEdit):
                found.append(widget.text())
            elif isinstance(widget, QAbstractButton) and widget.isCheckable():
                found.append(widget.isChecked())
            elif isinstance(widget, QComboBox):
                found.append(widget.currentIndex())
            elif isinstance(widget, QSpinBox):
                found.append(widget.value())
            elif isinstance(widget, QPlainTextEdit):
                found.append(widget.toPlainText())
        return found
