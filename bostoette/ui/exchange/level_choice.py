"""How much a calendar file tells (P94): each level with plain words about what it tells."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from bostoette.models.calendar_event import ExportLevel, ReaderKind
from bostoette.ui.words import quiet

_WORKER = {
    ExportLevel.CODE: "Form, tid, sted i ét ord og borgerens kode.",
    ExportLevel.INITIALS: "Det samme, med initialer i stedet for kode.",
    ExportLevel.FIRST_NAME: (
        "Fornavn; adresse ved besøg og gåtur, nummer ved telefon, link ved video."
    ),
    ExportLevel.FULL: "Det samme, med hele navnet.",
}
_PARTICIPANT = {
    ExportLevel.CODE: ("Uden adresse og link", "Tid, form og sted i ét ord."),
    ExportLevel.FIRST_NAME: ("Med adresse eller link", "Adressen ved møder, linket ved video."),
}
_NEVER = "Formål, noter, dagsorden, diagnoser og CPR kommer aldrig med."
_BESIDE = {
    ReaderKind.WORKER: _NEVER,
    ReaderKind.CITIZEN: (
        "Medarbejderens fornavn, form, tid og videolink – aldrig borgerens eget navn. " + _NEVER
    ),
    ReaderKind.PARTICIPANT: (
        "Kun deltagerens egen del af tiden, og aldrig borgerens navn. " + _NEVER
    ),
}
_OFF = "Slået fra for teamet."


class LevelChoice(QWidget):
    """One button a level; the least telling one is chosen anew each time."""

    changed = Signal()

    def __init__(self, off: frozenset[ExportLevel], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._off = off
        self._group = QButtonGroup(self)
        self.buttons = {level: QRadioButton(self) for level in ExportLevel}
        self._told = {level: quiet("", self) for level in ExportLevel}
        self._beside = quiet("", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for level, button in self.buttons.items():
            self._group.addButton(button)
            button.clicked.connect(partial(self._choose, level))
            column.addWidget(button)
            column.addWidget(self._told[level])
        column.addWidget(self._beside)
        self._level = ExportLevel.CODE
        self._kind: ReaderKind | None = None
        self.show_for(ReaderKind.WORKER)

    @property
    def level(self) -> ExportLevel:
        """The level chosen."""
        return self._level

    def show_for(self, kind: ReaderKind) -> None:
        """Offer what this reader's file can tell, beginning with the least."""
        if kind is self._kind:
            return
        self._kind = kind
        for level in ExportLevel:
            words, told = _words(kind, level)
            off = level in self._off
            button = self.buttons[level]
            button.setText(words)
            button.setVisible(bool(words))
            button.setEnabled(not off)
            self._told[level].setText(_OFF if off else told)
            self._told[level].setVisible(bool(words))
            button.setAccessibleDescription(_OFF if off else told)
        self._beside.setText(_BESIDE[kind])
        self._level = ExportLevel.CODE
        self.buttons[ExportLevel.CODE].setChecked(True)

    def _choose(self, level: ExportLevel) -> None:
        self._level = level
        self.changed.emit()


def _words(kind: ReaderKind, level: ExportLevel) -> tuple[str, str]:
    """Return what a level is called and tells; empty where there is no choice."""
    if kind is ReaderKind.WORKER:
        return level.danish, _WORKER[level]
    if kind is ReaderKind.PARTICIPANT:
        return _PARTICIPANT.get(level, ("", ""))
    return "", ""
