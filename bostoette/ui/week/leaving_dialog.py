"""Before a number, link or address leaves the program: what leaves, and where it goes."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.plan_error import PlanError
from bostoette.planning.outside_address import Leaving, OutsideAddress, refuse_unknown
from bostoette.ui.main_button import make_main
from bostoette.ui.words import Words, quiet

_WORDS = {
    Leaving.NUMBER: (
        "Ring op",
        "Nummeret{told} gives til computerens telefonprogram og forlader Bostøtte.",
        "Nummeret kan stå i det programs opkaldsliste.",
    ),
    Leaving.LINK: (
        "Åbn video",
        "Linket{told} åbnes i computerens browser og forlader Bostøtte.",
        "Linket kan stå i browserens historik.",
    ),
    Leaving.PLACE: (
        "Vis vej",
        "Adressen{told} sendes til kortet på openstreetmap.org og forlader Bostøtte.",
        "Adressen kan stå i browserens historik.",
    ),
}


class LeavingDialog(QDialog):
    """Says what leaves, and lets the person decide."""

    def __init__(self, address: OutsideAddress, *, discreet: bool, parent: QWidget | None) -> None:
        super().__init__(parent)
        done, words, after = _WORDS[address.what]
        self.setWindowTitle(done)
        told = "" if discreet else f" {address.told}"
        self.said = Words(words.format(told=told), self)
        self.not_again = QCheckBox("&Spørg ikke igen i dag", self)
        self.not_again.setAccessibleName("Spørg ikke igen i dag")
        go = QPushButton(done, self)
        make_main(go)
        buttons = QDialogButtonBox(self)
        buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Annullér", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (self.said, quiet(after, self), self.not_again, buttons):
            column.addWidget(part)
        self._column = column

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the words ask for at the width."""
        self.ensurePolished()
        width = max(self._column.minimumSize().width(), self.fontMetrics().averageCharWidth() * 60)
        self.resize(width, self._column.totalHeightForWidth(width))
        super().showEvent(event)


class WayOut:
    """The one way to other programs; remembers for the day what need not be asked again.

    What is remembered is only the kind (number, link, address), and only while the program runs.
    """

    def __init__(
        self, today: Callable[[], date], open_url: Callable[[str], bool] | None = None
    ) -> None:
        self._today = today
        self._open = open_url or _open_by_the_system
        self._not_again: dict[Leaving, date] = {}

    def let_out(self, address: OutsideAddress, *, discreet: bool, parent: QWidget) -> None:
        """Ask, and hand over; raises PlanError where it may not leave or nothing can open it."""
        refuse_unknown(address.url)
        if self._not_again.get(address.what) != self._today() and not self._agreed(
            address, discreet=discreet, parent=parent
        ):
            return
        if not self._open(address.url):
            raise PlanError(
                "Computeren har intet program, der kan åbne det. Intet er sendt; "
                "brug Kopiér ved siden af i stedet."
            )

    def _agreed(self, address: OutsideAddress, *, discreet: bool, parent: QWidget) -> bool:
        dialog = LeavingDialog(address, discreet=discreet, parent=parent)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        if agreed and dialog.not_again.isChecked():
            self._not_again[address.what] = self._today()
        dialog.deleteLater()
        return agreed


def _open_by_the_system(url: str) -> bool:
    return QDesktopServices.openUrl(QUrl(url, QUrl.ParsingMode.StrictMode))
