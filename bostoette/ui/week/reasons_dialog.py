"""The week's reasons, worker by worker: what was chosen against the advice, and why (P07)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.key import Key
from bostoette.models.wording import when
from bostoette.services.given_reasons import ListedReason
from bostoette.ui.naming import Naming
from bostoette.ui.roomy_items import RoomyItems
from bostoette.ui.week.roomy_table import roomy
from bostoette.ui.words import Words, quiet

_NONE = (
    "Ingen kontakter i ugen er valgt imod rådet. Når nogen gør det med en begrundelse, "
    "står den her."
)


class ReasonsDialog(QDialog):
    """A line each; Enter or a double click closes with ``chosen`` set to the contact."""

    def __init__(
        self,
        title: str,
        reasons: Sequence[ListedReason],
        naming: Naming,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.chosen: Key | None = None
        self.list = QListWidget(self)
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(RoomyItems(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in reasons:
            item = QListWidgetItem(said(one, naming), self.list)
            item.setData(Qt.ItemDataRole.UserRole, one.contact_id)
        self.list.itemActivated.connect(self._choose)
        self.list.setVisible(bool(reasons))
        column = QVBoxLayout(self)
        column.addWidget(Words(_summed(reasons), self))
        column.addWidget(self.list, 1)
        if reasons:
            column.addWidget(
                quiet("Det er til en snak, ikke en karakter. Enter viser kontakten i ugen.", self)
            )
        buttons = QDialogButtonBox(self)
        buttons.addButton("Luk", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        if reasons:
            roomy(self)
            self.list.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen = item.data(Qt.ItemDataRole.UserRole)
        self.accept()


def said(one: ListedReason, naming: Naming) -> str:
    """Say one reason: who, whom, when, in which form, and why."""
    why = [*one.codes, *([naming.hidden(one.reason)] if one.reason else [])]
    first = f"{one.worker}: {one.citizen}, {one.form.short_name} {when(one.span)}"
    return f"{first}\n{' · '.join(why)}"


def _summed(reasons: Sequence[ListedReason]) -> str:
    if not reasons:
        return _NONE
    workers = len({one.worker for one in reasons})
    contacts = "1 kontakt" if len(reasons) == 1 else f"{len(reasons)} kontakter"
    people = "1 medarbejder" if workers == 1 else f"{workers} medarbejdere"
    return f"{contacts} hos {people} er valgt med en begrundelse."
