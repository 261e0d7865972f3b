"""How a group's form fits each of its members, a line each (P61, P73)."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bostoette.models.advice import MemberAdvice
from bostoette.models.contact_form import ContactForm
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.wording import listed
from bostoette.ui.emptied import emptied
from bostoette.ui.theme import Theme
from bostoette.ui.week.advice_row import AdviceRow
from bostoette.ui.words import Words

_HELD = {
    ContactForm.VIDEO: "Gruppen mødes på video.",
    ContactForm.WALK_TALK: "Gruppen går tur sammen.",
}


class MemberRows(QWidget):
    """Says whom the group suits; each member's line unfolds what speaks against it."""

    folded = Signal()
    """What can be reached by keys has changed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.said = Words(parent=self)
        self.rows: list[AdviceRow] = []
        self._whom: tuple[object, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addLayout(self._lines)

    def show_members(self, members: Sequence[MemberAdvice], rules: PracticeRules) -> None:
        """Show a group, or none; what was unfolded stays so while its members are the same."""
        self.setVisible(bool(members))
        self.said.setText(_said(members) if members else "")
        whom = tuple((one.initials, one.form.form) for one in members)
        if whom != self._whom:
            self._whom = whom
            self._make(members)
        for row, one in zip(self.rows, members, strict=True):
            row.show_advice(one.form, rules, ())

    def stops(self) -> Iterator[QWidget]:
        """Give what the keys reach, from top to bottom."""
        for row in self.rows:
            yield from row.stops()

    def _make(self, members: Sequence[MemberAdvice]) -> None:
        emptied(self._lines)
        self.rows = []
        for one in members:
            row = AdviceRow(self._theme, one.form.form, self, one.initials)
            row.folded.connect(self.folded)
            self._lines.addWidget(row)
            self.rows.append(row)


def _said(members: Sequence[MemberAdvice]) -> str:
    """Say whom the form suits, and about whom there is something to read."""
    held = _HELD[members[0].form.form]
    against = [one.initials for one in members if one.form.reasons]
    if not against:
        return f"{held} Intet taler imod for nogen af dem."
    whom = "dem" if len(against) > 1 else "borgeren"
    return f"{held} Noget taler imod for {listed(against)}; se hvad, og tal med {whom}."
