"""Contacts that fall apart: each with a proposal, looked over before anything changes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import WeekContact
from bostoette.models.wording import from_to, listed, when
from bostoette.planning.day_changes import (
    DayAct,
    DayGround,
    DayWish,
    given_twice,
    placed,
    proposed,
)
from bostoette.services.day_changes import DayDecision
from bostoette.ui.careful_dialog import CarefulDialog
from bostoette.ui.main_button import make_main
from bostoette.ui.naming import Naming
from bostoette.ui.week.day_contact_line import ContactLine
from bostoette.ui.week.roomy_table import roomy
from bostoette.ui.words import Words, quiet

_SAID = (
    (DayAct.MOVE, "flyttes"),
    (DayAct.PHONE, "omlægges til telefon"),
    (DayAct.VIDEO, "omlægges til video"),
    (DayAct.GIVE, "gives til en kollega"),
    (DayAct.GIVE_PHONE, "ringes op af en kollega"),
    (DayAct.GIVE_VIDEO, "får video med en kollega"),
    (DayAct.CANCEL, "aflyses"),
    (DayAct.LEAVE, "bliver stående"),
)


class ContactsChangeDialog(CarefulDialog):
    """Lists contacts with a choice each; `decisions` after it was accepted."""

    empty = "Der er ingen planlagte kontakter."
    """Said where there is nothing to choose."""

    def __init__(
        self, title: str, reason: str, naming: Naming, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._naming = naming
        self._ground: DayGround | None = None
        self.contact_lines: list[ContactLine] = []
        self.reason = QLineEdit(reason, self)
        self.said = Words(parent=self)
        self.trouble = Words(parent=self)
        self.head = QVBoxLayout()
        """What is asked above the list."""
        self._rows = QWidget(self)
        self._grid = QGridLayout(self._rows)
        self._do = QPushButton("Gør det", self)
        self._lay_out()

    @property
    def leaves(self) -> Key:
        """Who is away."""
        raise NotImplementedError

    def decisions(self) -> dict[Key, DayDecision]:
        """Return what is done with each contact."""
        spans = self._placed()
        return {
            line.contact.id: DayDecision(
                line.wish.act,
                spans.get(line.contact.id),
                self.leaves,
                line.wish.worker,
                line.as_visit,
            )
            for line in self.contact_lines
        }

    def show_ground(self, ground: DayGround) -> None:
        """Show contacts, the most vulnerable citizens' first, with what is proposed for each."""
        self.show_nothing("")
        self._ground = ground
        for contact in ground.by_vulnerability():
            self._add_line(ContactLine(contact, ground, self._said(contact), self._rows))
        self._grid.setRowStretch(2 * len(self.contact_lines), 1)
        self.propose()

    def show_nothing(self, trouble: str) -> None:
        """Show no contacts, and say why."""
        self._ground = None
        for line in self.contact_lines:
            for widget in (line.title, line.about, line.choice, line.told):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.contact_lines = []
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.said.setText("")
        self._do.setEnabled(False)

    def propose(self) -> None:
        """Choose for each contact what is proposed."""
        if self._ground is not None:
            wishes = proposed(self._ground)
            for line in self.contact_lines:
                line.choose(wishes[line.contact.id])
            self.refresh()

    def leave_all(self) -> None:
        """Let all stand, so that they can be taken one by one."""
        for line in self.contact_lines:
            line.choose(DayWish(DayAct.LEAVE))
        self.refresh()

    def refresh(self) -> None:
        """Say what comes of the choices."""
        ground = self._ground
        if ground is None:
            return
        spans, twice = self._placed(), given_twice(ground, self._wishes())
        fine = [
            line.tell(
                spans.get(line.contact.id),
                ground.colleagues[line.contact.id],
                twice=line.contact.id in twice,
            )
            for line in self.contact_lines
        ]
        acts = [line.wish.act for line in self.contact_lines]
        self.said.setText(summed(acts) if acts else self.empty)
        self._do.setEnabled(all(fine) and any(act is not DayAct.LEAVE for act in acts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines as wide as there is room."""
        super().resizeEvent(event)
        self._rows.updateGeometry()

    def _wishes(self) -> dict[Key, DayWish]:
        return {line.contact.id: line.wish for line in self.contact_lines}

    def _placed(self) -> dict[Key, TimeSpan | None]:
        return {} if self._ground is None else placed(self._ground, self._wishes())

    def _said(self, contact: WeekContact) -> str:
        who = listed(self._naming.name_of(one.name, one.initials) for one in contact.citizens)
        away = self._ground is not None and self._ground.away
        time = when(contact.span) if away else from_to(contact.span)
        return " · ".join(part for part in (time, contact.form.short_name, who) if part)

    def _add_line(self, line: ContactLine) -> None:
        row = 2 * len(self.contact_lines)
        above, below = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(line.title, row, 0, above)
        self._grid.addWidget(line.choice, row, 1)
        self._grid.addWidget(line.about, row + 1, 0, below)
        self._grid.addWidget(line.told, row + 1, 1, below)
        self._grid.setRowMinimumHeight(row + 1, self.fontMetrics().height() * 2)
        line.choice.activated.connect(lambda _place: self.refresh())
        self.contact_lines.append(line)

    def _lay_out(self) -> None:
        self.said.setProperty("heading", True)  # noqa: FBT003 – Qt's signature
        self.trouble.setObjectName("trouble")
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._rows)
        scroll.setAccessibleName("Kontakterne")
        reason = QLabel("&Grund, som bliver stående ved det, der aflyses eller omlægges", self)
        reason.setWordWrap(True)
        reason.setBuddy(self.reason)
        column = QVBoxLayout(self)
        column.addLayout(self.head)
        column.addWidget(self.said)
        column.addWidget(self.trouble)
        column.addWidget(scroll, 1)
        column.addWidget(reason)
        column.addWidget(self.reason)
        column.addWidget(quiet("Tiderne er forslag. Intet er ændret endnu.", self))
        column.addWidget(self._foot())
        roomy(self)

    def _foot(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        make_main(self._do)
        buttons.addButton(self._do, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Annullér", QDialogButtonBox.ButtonRole.RejectRole)
        for words, do in (
            ("&Lad alle stå", self.leave_all),
            ("&Foreslå igen", self.propose),
        ):
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, do=do: do())
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def summed(acts: Sequence[DayAct]) -> str:
    """Say how many are moved, made calls, given away, called off and left."""
    return ", ".join(f"{acts.count(act)} {word}" for act, word in _SAID if act in acts) + "."
