"""Leaving a form half-written, the same way everywhere: nothing typed goes without a word.

*Esc* closes a form that keeps drafts and remembers what was typed for the next time, with a quiet
word about it. *Annullér*, and *Esc* where nothing is kept, ask what becomes of it.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from bostoette.ui.quiet_message import QuietMessage

KEPT = "Det, du skrev, er husket. Det ligger klar, næste gang du åbner formularen."


def ask_whether_it_may_go(
    form: QWidget,
    title: str,
    throw: Callable[[], object],
    keep: Callable[[], object] | None = None,
) -> None:
    """Ask whether what was typed is thrown away, kept for the next time where it can be, or stays.

    Staying is what Enter and Esc mean.
    """
    box = QMessageBox(form)
    box.setWindowTitle(title)
    box.setText("Det, du har skrevet, er ikke gemt. Vil du kassere det?")
    gone = box.addButton("&Kassér", QMessageBox.ButtonRole.DestructiveRole)
    gone.clicked.connect(throw)
    if keep is not None:
        box.setInformativeText("Husker du det, ligger det klar, næste gang du åbner formularen.")
        kept = box.addButton("&Husk til næste gang", QMessageBox.ButtonRole.ActionRole)
        kept.clicked.connect(keep)
    stay = box.addButton("&Bliv her", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.finished.connect(box.deleteLater)
    box.open()


def say_it_is_kept(form: QWidget) -> None:
    """Say quietly in the window behind a form that what was typed is remembered."""
    behind = form.parentWidget()
    message = behind.window().findChild(QuietMessage) if behind is not None else None
    if message is not None:
        message.say(KEPT, undoable=False)
