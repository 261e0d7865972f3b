"""Choosing one or more people, each in a list that can be typed in."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from bostoette.models.folded_text import search_folded
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.planning.citizen_search import search_text
from bostoette.ui.calm_box import CalmBox
from bostoette.ui.week.forgiving_completer import ForgivingCompleter, fold_items

NOBODY = -1
_STEPS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class _NameBox(CalmBox):
    """A list that can be typed in and tells when the person goes on."""

    left = Signal()
    begun = ""
    """Letters that were typed before the box had the keyboard."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let what is typed next follow the letters it began with, and not replace them."""
        super().focusInEvent(event)
        edit = self.lineEdit()
        if edit is not None and self.begun and edit.text() == self.begun:
            edit.end(False)  # noqa: FBT003 - Qt's signature

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step among those who fit the letters typed, never to somebody else in the list."""
        if event.key() not in _STEPS or not self.suggest(first=True):
            super().keyPressEvent(event)

    def suggest(self, *, first: bool = False) -> bool:
        """Open the suggestions where a name is begun and not yet whole; tell whether it is."""
        typed, completer = self.currentText().strip(), self.completer()
        whole = self.findText(typed, Qt.MatchFlag.MatchFixedString) != NOBODY
        if not typed or whole or completer is None:
            return False
        completer.setCompletionPrefix(typed)
        completer.complete()
        shown = completer.popup()
        if first and shown is not None:
            shown.setCurrentIndex(completer.completionModel().index(0, 0))
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell it, but not while the list of suggestions is open."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class PeopleField(QWidget):
    """One row for each person; the first is the one it is mainly about.

    ``created`` says who is created where, for who is not on the list yet.
    """

    changed = Signal()

    def __init__(
        self,
        what: str,
        choices: tuple[tuple[Key, str], ...],
        parent: QWidget | None = None,
        *,
        created: str,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._what = what
        self._first = f"Opret først {created}"
        self._said_none = (
            f"Ingen {what.lower()} hedder det, der er skrevet. Vælg på listen, eller opret først "
            f"{created}."
        )
        self._said_several = (
            f"Det, der er skrevet, passer på flere; vælg den rigtige {what.lower()} på listen."
        )
        self._choices = choices
        self._rows: list[_NameBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._more = QPushButton(f"+ Endnu en {what.lower()}", self)
        self._more.clicked.connect(self._add_and_focus)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_row()

    def choose(self, keys: tuple[Key, ...]) -> None:
        """Show these people."""
        while len(self._rows) < max(1, len(keys)):
            self._add_row()
        for place, row in enumerate(self._rows):
            key = keys[place] if place < len(keys) else None
            found = next((n for n, (one, _) in enumerate(self._choices) if one == key), NOBODY)
            row.setCurrentIndex(found)

    def keys(self) -> tuple[Key, ...]:
        """Return who is chosen, each once; text that fits nobody counts as nobody."""
        found = [self._key_of(row) for row in self._rows]
        return tuple(dict.fromkeys(key for key in found if key is not None))

    def check(self) -> None:
        """Raise PlanError where something is typed that is not one person; nobody is left out."""
        row = self._unread()
        if row is not None:
            several = len(self._fitting(row.currentText().strip())) > 1
            said = self._said_several if several else self._said_none
            raise PlanError(f"{said} Intet er gemt endnu, og det skrevne står der stadig.")

    def point_at_fault(self, *, needed: bool = False) -> None:
        """Give the keyboard to what is not one person, or to the one that is ``needed``."""
        row = self._unread()
        if row is None and needed and not self.keys():
            row = self._rows[0]
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            edit = row.lineEdit()
            if edit is not None:
                edit.selectAll()

    def make_room_for(self, draft: dict[str, str]) -> None:
        """Have as many rows as a draft has people."""
        while f"{self._what} {len(self._rows) + 1}" in draft:
            self._add_row()

    def type_into_first(self, letters: str) -> None:
        """Begin typing a name."""
        first = self._rows[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        edit = first.lineEdit()
        if edit is not None:
            edit.setText(letters)
            first.begun = letters
            first.suggest()

    def _unread(self) -> _NameBox | None:
        """Return the first row whose text is not one person."""
        typed = (row for row in self._rows if row.currentText().strip())
        return next((row for row in typed if self._key_of(row) is None), None)

    def _key_of(self, row: QComboBox) -> Key | None:
        typed = row.currentText().strip()
        exact = [key for key, name in self._choices if name.casefold() == typed.casefold()]
        fitting = exact or self._fitting(typed)
        return fitting[0] if typed and (len(fitting) == 1 or exact) else None

    def _fitting(self, typed: str) -> list[Key]:
        return [key for key, name in self._choices if search_folded(typed) in search_text(name)]

    def _write_out(self, row: QComboBox) -> None:
        key = self._key_of(row)
        name = next((name for one, name in self._choices if one == key), "")
        if name and name != row.currentText():
            row.setCurrentText(name)

    def _add_and_focus(self) -> None:
        self._add_row().setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self) -> _NameBox:
        row = _NameBox(self)
        row.left.connect(partial(self._write_out, row))
        row.setEditable(True)
        row.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )  # the longest name decides nothing
        row.setMinimumContentsLength(10)
        row.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        number = len(self._rows) + 1
        row.setAccessibleName(self._what if number == 1 else f"{self._what} {number}")
        for _key, name in self._choices:
            row.addItem(name)
        row.setCurrentIndex(NOBODY)
        fold_items(row)
        row.setCompleter(ForgivingCompleter(row))
        edit = row.lineEdit()
        if edit is not None:
            edit.setPlaceholderText("Skriv eller vælg" if self._choices else self._first)
            edit.setAccessibleName(row.accessibleName())
        row.currentTextChanged.connect(self.changed)
        self._rows.append(row)
        self._column.insertWidget(number - 1, row)
        for before, after in pairwise((*self._rows, self._more)):
            self.setTabOrder(before, after)
        return row
