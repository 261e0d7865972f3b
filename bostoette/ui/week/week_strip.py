"""The strip above the grid: how many of each form, travel and travel saved, what to look at."""

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from bostoette.models.contact_form import CORE_FORMS
from bostoette.models.wording import duration
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services.week import Week

EMPTY = "Ugen er tom endnu. Træk over den tid, du vil bruge, eller tryk Ctrl+N."
GAP = "\u2003 "
"""A wide space between the sums, where the line may also break."""


class WeekStrip(QFrame):
    """Sums the week up in words."""

    look_asked = Signal()
    """The person wants to read what there is to look at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Ugen i tal")
        self._sums = QLabel(self)
        self._sums.setWordWrap(True)
        self._look = QPushButton(self)
        self._look.clicked.connect(self.look_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(24)
        row.addWidget(self._sums, 1)
        row.addWidget(self._look)

    def show_week(self, week: Week, said: tuple[WeekSentence, ...]) -> None:
        """Sum up one week; contacts that were called off do not count."""
        self._look.setText(_look_words(len(said)))
        self._look.setEnabled(bool(said))
        if not week.contacts:
            self._sums.setText(EMPTY)
            return
        standing = [contact for contact in week.contacts if contact.status.takes_time]
        counts = Counter(contact.form for contact in standing)
        mix = [f"{form.short_name} {counts[form]}" for form in CORE_FORMS if counts[form]]
        others = len(standing) - sum(counts[form] for form in CORE_FORMS)
        if others:
            mix.append(f"andet {others}")
        counted = " · ".join(mix) or "Ingen kontakter står ved magt"
        minutes = sum(travel.minutes for travel in week.travel.values())
        saved = sum(travel.saved_minutes for travel in week.travel.values())
        self._sums.setText(
            f"{counted}{GAP}{duration(sum(one.minutes for one in standing))} planlagt{GAP}"
            f"ca. {duration(minutes)} transport · ca. {duration(saved)} sparet"
        )

    @property
    def summary(self) -> str:
        """What the strip says."""
        return self._sums.text()


def _look_words(count: int) -> str:
    if not count:
        return "Intet at se på"
    return "1 ting at se på" if count == 1 else f"{count} ting at se på"
