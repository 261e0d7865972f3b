"""Borgere, der skal slettes: who is due, ticked and confirmed, and then deleted for good."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.wording import MONTHS
from bostoette.services import deletion
from bostoette.services.deletion import Deletions, DueForDeletion
from bostoette.services.desk import Desk
from bostoette.ui.exchange.exchange_dialog import ExchangeDialog, log_seen_said, snug
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_NONE = "Der er ingen borgere at slette nu. Fristen er {months} efter støttens ophør."
_WHAT = (
    "Fristen på {months} er gået for borgerne her. Alt om dem slettes: stamdata, aftaler, "
    "kontakter, notater, mål, opgaver, kladder og det, loggen husker. Kontakter og grupper, de "
    "har delt med andre, bliver stående for de andre."
)
_FOR_GOOD = (
    "Det kan ikke fortrydes. Kopier, der allerede er taget, indeholder stadig borgerne, til "
    "kopierne bliver for gamle og falder væk; kopier, I selv har lagt andre steder, skal I selv "
    "slette. I loggen står kun, at en borger er slettet, hvornår og af hvem."
)
_SURE = "Jeg har set listen igennem, og det, kommunen skal gemme, ligger i fagsystemet"
_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class DeletionWork:
    """What the dialog asks others to do; each may raise PlanError."""

    due: Deletions
    delete: Callable[[Key, Callable[[int], None]], None]
    """Deletes one citizen, telling how much of the log is seen through; beside the window."""
    finish: Callable[[], None]
    """Lets nothing stay in the log beside the file."""


class DeletionDialog(ExchangeDialog):
    """Everybody is ticked at first; whoever is to stay longer is unticked."""

    def __init__(
        self, theme: Theme, work: DeletionWork, naming: Naming, parent: QWidget | None = None
    ) -> None:
        size = (620, 600 if work.due.due else 120)
        super().__init__(theme, "Borgere, der skal slettes", "Slet for altid", size, parent)
        self._work = work
        self._deleting = False
        self._gone = self._seen = 0
        """How many are deleted, and how much of the log is seen through for the next."""
        due, months = work.due.due, work.due.months
        self.said = ""
        self.lead = snug(Words((_WHAT if due else _NONE).format(months=_months_said(months)), self))
        self.list = QListWidget(self)
        self.list.setAccessibleName("Borgere, der skal slettes")
        for one in due:
            item = QListWidgetItem(_line(one, naming), self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(_KEY, one.id)
        self.sure = QCheckBox(_SURE, self)
        column = QVBoxLayout(self)
        column.addWidget(self.lead)
        column.addWidget(self.list, 1)
        for_good = quiet(_FOR_GOOD, self)
        column.addWidget(for_good)
        column.addWidget(self.sure)
        column.addWidget(self.trouble)
        column.addStretch(0 if due else 1)
        column.addLayout(self.foot())
        for part in (self.list, for_good, self.sure, self.main_button):
            part.setVisible(bool(due))
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(self._allow)
        self.sure.toggled.connect(self._allow)
        self.main_button.setDefault(False)
        self.main_button.setAutoDefault(False)
        self.close_button.setDefault(True)
        self.main_button.clicked.connect(self._delete)
        self._allow()

    @property
    def chosen(self) -> list[Key]:
        """Who is ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [one.data(_KEY) for one in items if one.checkState() is Qt.CheckState.Checked]

    def reject(self) -> None:
        """Close, but not in the middle of it: it is soon over."""
        if not self._deleting:
            super().reject()

    def _allow(self) -> None:
        number = len(self.chosen)
        many = "1 borger" if number == 1 else f"{number} borgere"
        self.main_button.setText(f"Slet {many} for altid")
        self.main_button.setEnabled(bool(number) and self.sure.isChecked() and not self._deleting)

    def _delete(self) -> None:
        chosen = self.chosen
        self._hold(deleting=True)

        def job() -> int:
            try:
                for place, key in enumerate(chosen):
                    self._gone, self._seen = place, 0
                    self._work.delete(key, self._see)
            finally:
                self._work.finish()
            return len(chosen)

        self.work("Sletter …", job, self._done)
        self.bar.setRange(0, len(chosen))
        self.follow(self._said_far)

    def _see(self, number: int) -> None:
        """Note how far the log is seen through; called in the other thread, which draws nothing."""
        self._seen = number

    def _said_far(self) -> str:
        self.bar.setValue(self._gone)
        return f"Sletter {self._gone + 1} af {self.bar.maximum()}{log_seen_said(self._seen)}"

    def _done(self, number: int) -> None:
        self._hold(deleting=False)
        many = "1 borger" if number == 1 else f"{number} borgere"
        self.said = f"{many} er slettet efter fristen."
        self.accept()

    def _refused(self, error: PlanError) -> None:
        self._hold(deleting=False)
        super()._refused(error)

    def _hold(self, *, deleting: bool) -> None:
        self._deleting = deleting
        for part in (self.list, self.sure, self.close_button):
            part.setEnabled(not deleting)
        self._allow()


def delete_due(desk: Desk, theme: Theme, naming: Naming, today: date, parent: QWidget) -> str:
    """Show who is due and let it be confirmed; return what was done, or nothing."""
    work = DeletionWork(
        desk.read(deletion.deletions, today),
        lambda key, told: desk.do(deletion.delete_citizen, desk.actor_id, key, today, told),
        desk.empty_log,
    )
    dialog = DeletionDialog(theme, work, naming, parent)
    done = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.said if done else ""


def _line(one: DueForDeletion, naming: Naming) -> str:
    day = f"{one.since.day}. {MONTHS[one.since.month - 1]} {one.since.year}"
    return f"{naming.name_of(one.name, one.initials)} · {one.status.danish.lower()} {day}"


def _months_said(months: int) -> str:
    return "1 måned" if months == 1 else f"{months} måneder"
