"""A day that falls apart: each contact with a proposal, looked over before anything changes."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.contact_form import ContactForm
from bostoette.models.cover import Cover
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import WeekContact
from bostoette.models.wording import from_to, listed, short_day
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.day_changes import (
    DayAct,
    DayGround,
    DayWish,
    acts_for,
    placed,
    proposed,
)
from bostoette.services.day_changes import DayDecision
from bostoette.ui.entry.words import Words, quiet
from bostoette.ui.naming import Naming
from bostoette.ui.week.series_dates import roomy

Look = Callable[[Key, date], DayGround]
USUAL_REASON = "Sygdom"
_WORDS = {
    DayAct.PHONE: "Omlæg til telefon",
    DayAct.CANCEL: "Aflys (af os)",
    DayAct.LEAVE: "Lad stå",
}


class ContactLine:
    """One contact of the day: who and when, what is done with it, and its new time."""

    def __init__(self, contact: WeekContact, ground: DayGround, said: str, parent: QWidget) -> None:
        self.contact = contact
        self.title = Words(said, parent)
        known = ground.vulnerable.get(contact.id)
        self.about = quiet(known.said(ground.today) if known else "", parent)
        self.about.setVisible(known is not None)
        self.choice = QComboBox(parent)
        self.choice.setAccessibleName(f"Hvad der sker med {said}")
        self.told = Words(parent=parent)
        self._wishes: list[DayWish] = []
        self._strangers: set[Key] = set()
        for act in acts_for(contact, ground):
            if act is DayAct.MOVE:
                for day in ground.days:
                    self._offer(DayWish(act, day), f"Flyt til {short_day(day)}")
            else:
                self._offer(DayWish(act), _WORDS[act])
            if act is DayAct.MOVE:
                self._offer_covers(ground)

    def _offer_covers(self, ground: DayGround) -> None:
        """Offer colleagues who are free: known ones, and how a stranger could help (P13)."""
        calls = self.contact.id not in ground.no_phone
        self._strangers = {
            one.worker_id for one in ground.covers.get(self.contact.id, ()) if one.stranger
        }
        for one in ground.covers.get(self.contact.id, ()):
            words = "Giv til {} som besøg ({})" if self._as_visit(one) else "Giv til {} ({})"
            knows = one.relation.strength.danish
            give = DayWish(DayAct.GIVE, worker=one.worker_id)
            self._offer(give, words.format(one.initials, knows))
            if calls and (self.contact.form is not ContactForm.PHONE or one.stranger):
                only = " kort for at flytte" if one.stranger else ""
                self._offer(
                    DayWish(DayAct.GIVE_PHONE, worker=one.worker_id),
                    f"{one.initials} ringer{only} ({knows})",
                )

    def _as_visit(self, cover: Cover) -> bool:
        return cover.stranger and not self.contact.form.face_to_face

    @property
    def as_visit(self) -> bool:
        """Whether what is chosen makes a visit of a remote contact, since the two are strangers."""
        return self.wish.worker in self._strangers and not self.contact.form.face_to_face

    def _offer(self, wish: DayWish, words: str) -> None:
        self._wishes.append(wish)
        self.choice.addItem(words)

    @property
    def wish(self) -> DayWish:
        """What is chosen."""
        return self._wishes[self.choice.currentIndex()]

    def choose(self, wish: DayWish) -> None:
        """Choose something that is offered."""
        self.choice.setCurrentIndex(self._wishes.index(wish))

    def tell(self, to: TimeSpan | None, colleagues: Sequence[str]) -> bool:
        """Say what comes of the choice; tell whether it can be done."""
        act = self.wish.act
        if act in {DayAct.MOVE, DayAct.PHONE} and to is None:
            self.told.setText("Ingen ledig tid den dag. Vælg en anden.")
            return False
        if to is not None:
            self.told.setText(from_to(to))
        elif act is DayAct.LEAVE and colleagues:
            self.told.setText(f"{', '.join(colleagues)} er med")
        else:
            self.told.setText("Bliver stående som aflyst" if act is DayAct.CANCEL else "")
        return True


class DayChangeDialog(QDialog):
    """Lists a day's contacts with a choice each; `decisions` after it was accepted."""

    def __init__(
        self,
        days: Sequence[date],
        workers: Sequence[WeekWorker],
        look: Look,
        naming: Naming,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Flyt eller aflys en dag")
        self._look, self._naming = look, naming
        self._ground: DayGround | None = None
        self.contact_lines: list[ContactLine] = []
        self.days, self.workers = QComboBox(self), QComboBox(self)
        self.reason = QLineEdit(USUAL_REASON, self)
        self.said = Words(parent=self)
        self.trouble = Words(parent=self)
        self._rows = QWidget(self)
        self._grid = QGridLayout(self._rows)
        self._do = QPushButton("Gør det", self)
        for day in days:
            self.days.addItem(short_day(day), day)
        for worker in workers:
            said = naming.name_of(f"{worker.initials} · {worker.name}", worker.initials)
            self.workers.addItem(said, worker.id)
        self._lay_out()
        self.days.activated.connect(lambda _place: self.load())
        self.workers.activated.connect(lambda _place: self.load())

    def begin(self, worker_id: Key, day: date) -> None:
        """Show one worker's day."""
        self.workers.setCurrentIndex(max(0, self.workers.findData(worker_id)))
        self.days.setCurrentIndex(max(0, self.days.findData(day)))
        self.load()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first contact's choice."""
        super().showEvent(event)
        first = self.contact_lines[0].choice if self.contact_lines else self.days
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def day(self) -> date:
        """The day that is shown."""
        day: date = self.days.currentData()
        return day

    def decisions(self) -> dict[Key, DayDecision]:
        """Return what is done with each contact."""
        spans = self._placed()
        return {
            line.contact.id: DayDecision(
                line.wish.act,
                spans.get(line.contact.id),
                self.workers.currentData(),
                line.wish.worker,
                line.as_visit,
            )
            for line in self.contact_lines
        }

    def load(self) -> None:
        """Read the day, and fill in what is proposed."""
        self._empty()
        try:
            ground = self._look(self.workers.currentData(), self.day)
        except PlanError as error:
            self._tell(error.sentence)
            return
        self._ground = ground
        for contact in ground.by_vulnerability():
            self._add_line(ContactLine(contact, ground, self._said(contact), self._rows))
        for key, wish in proposed(ground).items():
            next(one for one in self.contact_lines if one.contact.id == key).choose(wish)
        self._grid.setRowStretch(2 * len(self.contact_lines), 1)
        self.refresh()

    def refresh(self) -> None:
        """Say what comes of the choices."""
        if self._ground is None:
            return
        spans = self._placed()
        fine = [
            line.tell(spans.get(line.contact.id), self._ground.colleagues[line.contact.id])
            for line in self.contact_lines
        ]
        self._tell("")
        acts = [line.wish.act for line in self.contact_lines]
        self.said.setText(_summed(acts))
        self._do.setEnabled(all(fine) and any(act is not DayAct.LEAVE for act in acts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines as wide as there is room."""
        super().resizeEvent(event)
        self._rows.updateGeometry()

    def _placed(self) -> dict[Key, TimeSpan | None]:
        if self._ground is None:
            return {}
        return placed(self._ground, {line.contact.id: line.wish for line in self.contact_lines})

    def _said(self, contact: WeekContact) -> str:
        who = listed(self._naming.name_of(one.name, one.initials) for one in contact.citizens)
        parts = (from_to(contact.span), contact.form.short_name, who)
        return " · ".join(part for part in parts if part)

    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        if sentence:
            self.said.setText("")
            self._do.setEnabled(False)

    def _empty(self) -> None:
        self._ground = None
        for line in self.contact_lines:
            for widget in (line.title, line.about, line.choice, line.told):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.contact_lines = []

    def _add_line(self, line: ContactLine) -> None:
        row = 2 * len(self.contact_lines)
        self._grid.addWidget(line.title, row, 0)
        self._grid.addWidget(line.choice, row, 1)
        self._grid.addWidget(line.told, row, 2)
        self._grid.addWidget(line.about, row + 1, 0, 1, 3)
        line.choice.activated.connect(lambda _place: self.refresh())
        self.contact_lines.append(line)

    def _lay_out(self) -> None:
        self.days.setAccessibleName("Dag")
        self.workers.setAccessibleName("Medarbejder")
        self.workers.setVisible(self.workers.count() > 1)
        self.said.setProperty("heading", True)  # noqa: FBT003 – Qt's signature
        self.trouble.setObjectName("trouble")
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(2, 2)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._rows)
        scroll.setAccessibleName("Dagens kontakter")
        reason = QLabel("&Grund, som bliver stående ved det, der aflyses eller omlægges", self)
        reason.setWordWrap(True)
        reason.setBuddy(self.reason)
        column = QVBoxLayout(self)
        for widget in (self.days, self.workers, self.said, self.trouble):
            column.addWidget(widget)
        column.addWidget(scroll, 1)
        column.addWidget(reason)
        column.addWidget(self.reason)
        column.addWidget(quiet("Tiderne er forslag. Intet er ændret endnu.", self))
        column.addWidget(self._foot())
        roomy(self)

    def _foot(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self._do.setProperty("main", True)  # noqa: FBT003 – Qt's signature
        self._do.setDefault(True)
        buttons.addButton(self._do, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Annullér", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _summed(acts: Sequence[DayAct]) -> str:
    """Say how many are moved, made calls, called off and left."""
    if not acts:
        return "Der er ingen planlagte kontakter den dag. Vælg en anden dag eller medarbejder."
    words = (
        (DayAct.MOVE, "flyttes"),
        (DayAct.PHONE, "omlægges til telefon"),
        (DayAct.GIVE, "gives til en kollega"),
        (DayAct.GIVE_PHONE, "ringes op af en kollega"),
        (DayAct.CANCEL, "aflyses"),
        (DayAct.LEAVE, "bliver stående"),
    )
    return ", ".join(f"{acts.count(act)} {word}" for act, word in words if act in acts) + "."
