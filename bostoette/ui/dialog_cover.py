"""A DialogCover lies over an open dialog while discretion is on, so that nothing in it is read.

What a person is writing must not change under her hands, and whom a form is about shows in more
places than its names. So a form that was open when F8 was pressed is covered as it stands, title
and all, with what is typed untouched below, and comes back by F8 or by the button on the cover.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from bostoette.ui.lock_from_dialogs import ACTS_FROM_DIALOGS
from bostoette.ui.words import Words

_TITLE = "Skjult"
_SAID = "Skjult, fordi diskretion er slået til. Det skrevne er her stadig."
_SHOW = "Vis vinduet"
_EDGE = 12


class _OnlyStop(QPushButton):
    """Keeps the keyboard: what lies below the cover can neither be reached nor read aloud by it."""

    def focusNextPrevChild(self, _onward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Stay."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter or Space alone: Ctrl+Enter was meant for the form below."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.accept()
        else:
            super().keyPressEvent(event)


class DialogCover(QFrame):
    """Covers one dialog until it is lifted; the focus goes back to where it was."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._title = dialog.windowTitle()
        self._before: QWidget | None = dialog.focusWidget()
        self.lifted = False
        """Whether it is on its way out."""
        self.setObjectName("dialogCover")
        self.setAutoFillBackground(True)
        self.show_button = _OnlyStop(_SHOW, self)
        self.show_button.setToolTip("Vis vinduet, selv om diskretion er slået til")
        self.show_button.clicked.connect(self.lift)
        said = Words(_SAID, self)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.addStretch(1)
        column.addWidget(said)
        column.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        dialog.installEventFilter(self)
        dialog.setWindowTitle(_TITLE)
        self.setGeometry(dialog.rect())
        self.show()
        self.raise_()
        self.show_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def lift(self) -> None:
        """Show the dialog again as it was."""
        self._dialog.removeEventFilter(self)
        self._dialog.setWindowTitle(self._title)
        self.hide()
        self.lifted = True
        self.deleteLater()  # and no earlier: its own button may be what lifts it
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the dialog."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._dialog.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep every shortcut from the form below, but for locking and discretion."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            pressed = event.keyCombination()
            if pressed not in ACTS_FROM_DIALOGS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let no key reach the form below: Esc must not close it, nor Enter save it."""
        event.accept()


def cover_dialogs() -> None:
    """Cover every dialog that is open; a list of names that hangs from a field goes first."""
    while (hanging := QApplication.activePopupWidget()) is not None and hanging.close():
        pass
    found = [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QDialog) and one.isVisible() and not _covers(one)
    ]
    for dialog in found:
        DialogCover(dialog)


def uncover_dialogs() -> None:
    """Show again what was covered."""
    for dialog in QApplication.topLevelWidgets():
        for cover in _covers(dialog):
            cover.lift()


def _covers(dialog: QWidget) -> list[DialogCover]:
    return [one for one in dialog.findChildren(DialogCover) if not one.lifted]
