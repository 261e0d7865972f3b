"""The members of a group in the panel: who said yes, who came, and whose note is written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bostoette.models.attendance import Attendance
from bostoette.models.group import Group, GroupMember
from bostoette.models.key import Key
from bostoette.ui.emptied import emptied
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel_group import PanelGroup
from bostoette.ui.words import Words, quiet

_ANSWERS = ((Attendance.CAME, "Kom"), (Attendance.DID_NOT_COME, "Kom ikke"))


class GroupView(PanelGroup):
    """Says who takes part; a second press on an answer takes it back."""

    attendance_asked = Signal(object, object)
    """A citizen's key, and the Attendance."""
    consent_asked = Signal(object, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Deltagere", parent)
        self.warning = Words(parent=self)
        self.count = quiet("", self)
        self.answers: dict[tuple[Key, Attendance], QPushButton] = {}
        self.consents: dict[Key, QCheckBox] = {}
        self._stops_made: list[QWidget] = []
        self._rows = QWidget(self)
        self._lines = QVBoxLayout(self._rows)
        self._lines.setContentsMargins(0, 0, 0, 0)
        for widget in (self.warning, self.count, self._rows):
            self.column.addWidget(widget)
        self.dress()

    def show_group(self, group: Group, naming: Naming) -> None:
        """Show a group; the keyboard stays at the member it was at."""
        where = self._where()
        self.warning.setText("\n".join(group.said))
        self.warning.setVisible(bool(group.said))
        self.count.setText(_counted(group))
        emptied(self._lines)
        self.answers, self.consents, self._stops_made = {}, {}, []
        for member in group.members:
            self._lines.addWidget(self._row(group, member, naming))
        self.stops.set_stops(self._stops_made)
        if where is not None and where < len(self._stops_made):
            self._stops_made[where].setFocus(Qt.FocusReason.OtherFocusReason)

    def _where(self) -> int | None:
        return next((n for n, one in enumerate(self._stops_made) if one.hasFocus()), None)

    def _row(self, group: Group, member: GroupMember, naming: Naming) -> QWidget:
        name = naming.name_of(member.citizen.name, member.citizen.initials)
        row = QWidget(self._rows)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, self.theme.pixels(4))
        column.setSpacing(self.theme.pixels(4))
        column.addWidget(Words(f"{name}{_note_words(group, member)}", row))
        buttons = QHBoxLayout()
        buttons.setSpacing(self.theme.pixels(4))
        for answer, word in _ANSWERS:
            buttons.addWidget(self._answer(group, member, answer, f"{name}: {word.lower()}", word))
        buttons.addStretch(1)
        column.addLayout(buttons)
        if group.asks_consent:
            column.addWidget(self._consent(member, name))
        return row

    def _answer(
        self, group: Group, member: GroupMember, answer: Attendance, name: str, word: str
    ) -> QPushButton:
        button = QPushButton(word, self._rows)
        button.setCheckable(True)
        button.setProperty("answer", True)  # noqa: FBT003 - Qt's signature
        button.setAutoDefault(False)
        button.setAccessibleName(name)
        button.setChecked(member.attendance is answer)
        button.setEnabled(group.may_note_attendance)
        key = member.citizen.id
        button.clicked.connect(lambda on: self._ask(key, answer, on=on))
        self.answers[member.citizen.id, answer] = button
        self._stops_made.append(button)
        return button

    def _consent(self, member: GroupMember, name: str) -> QCheckBox:
        box = QCheckBox("Har sagt ja til gruppen", self._rows)
        box.setAccessibleName(f"{name} har sagt ja til gruppen")
        box.setChecked(member.consented)
        key = member.citizen.id
        box.clicked.connect(lambda on: self.consent_asked.emit(key, on))
        self.consents[member.citizen.id] = box
        self._stops_made.append(box)
        return box

    def _ask(self, citizen: Key, answer: Attendance, *, on: bool) -> None:
        self.attendance_asked.emit(citizen, answer if on else Attendance.NOT_NOTED)

    def dress(self) -> None:
        """Wear the theme's colours and sizes."""
        super().dress()
        if hasattr(self, "warning"):
            self.warning.setStyleSheet(f"color: {self.theme.tokens.warn};")


def _counted(group: Group) -> str:
    said = f"{len(group.members)} med"
    noted = sum(one.attendance is not Attendance.NOT_NOTED for one in group.members)
    return f"{said}, {group.came} kom" if noted else f"{said}. Notér, hvem der kom, når I begynder."


def _note_words(group: Group, member: GroupMember) -> str:
    if not group.asks_notes or member.attendance is Attendance.DID_NOT_COME:
        return ""
    return " · notat skrevet" if member.noted else " · mangler notat"
