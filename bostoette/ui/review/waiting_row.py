"""What waits for the leader, each opening where it is dealt with: not sent, asked, silent, away."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from bostoette.models.review import AwayToday, Review, SilentToo
from bostoette.models.wording import listed, short_day
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.menu_button import give_menu
from bostoette.ui.naming import Naming
from bostoette.ui.one_stop import OneStop
from bostoette.ui.theme import Theme

MOST_NAMED = 6
Entry = tuple[str, Callable[[], None]]


class WaitingRow(QWidget):
    """Four buttons; each has a menu with whom it is about."""

    worker_asked = Signal(object)
    """Choose this worker's week in the list."""
    citizen_asked = Signal(object)
    """Show this citizen."""
    away_asked = Signal(object)
    """Show whom this AwayToday leaves without a worker."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Det, der venter")
        self._flow = FlowLayout(self, 8, 6)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.not_sent, self.asked, self.silent, self.away = (self._button() for _ in range(4))
        OneStop(self, first=(self.not_sent,))
        theme.changed.connect(self.updateGeometry)

    def show_review(self, review: Review, naming: Naming) -> None:
        """Say what waits, and offer each of it."""
        self._offer(
            self.not_sent,
            "Har ikke sendt",
            [one.initials for one in review.not_sent],
            [
                (
                    f"{naming.name_of(one.name, one.initials)} · {_contacts(one.contacts)}",
                    partial(self.worker_asked.emit, one.worker_id),
                )
                for one in review.not_sent
            ],
        )
        asked = [line for line in review.lines if line.open_questions]
        self._offer(
            self.asked,
            "Åbne spørgsmål",
            [one.initials for one in asked],
            [
                (
                    f"{naming.name_of(one.name, one.initials)} · {one.open_questions} spørgsmål",
                    partial(self.worker_asked.emit, one.worker_id),
                )
                for one in asked
            ],
        )
        self._offer(
            self.silent,
            "Ikke hørt fra",
            [one.initials for one in review.silent],
            [self._of_silent(one, naming) for one in review.silent],
        )
        self._offer(
            self.away,
            "Væk i dag",
            [one.initials for one in review.away],
            [self._of_away(one, naming) for one in review.away],
        )

    @property
    def said(self) -> str:
        """All four in one line."""
        buttons = (self.not_sent, self.asked, self.silent, self.away)
        return " · ".join(one.text() for one in buttons)

    def _of_silent(self, one: SilentToo, naming: Naming) -> Entry:
        name = naming.name_of(one.name, one.initials)
        mode = " · efter behov" if one.on_demand else ""
        return f"{name} · {one.days} dage{mode}", partial(self.citizen_asked.emit, one.id)

    def _of_away(self, one: AwayToday, naming: Naming) -> Entry:
        name = naming.name_of(one.name, one.initials)
        until = f"til og med {short_day(one.absence.last_day)}"
        left = f"{_contacts(one.contacts)} uden andre" if one.contacts else "intet mangler"
        words = f"{name} {one.absence.kind.said} {until} · {left}"
        return words, partial(self.away_asked.emit, one)

    def _offer(
        self, button: QToolButton, title: str, initials: Sequence[str], entries: Sequence[Entry]
    ) -> None:
        many = len(initials) > MOST_NAMED
        said = str(len(initials)) if many else listed(initials) if initials else "ingen"
        button.setText(f"{title}: {said}")
        button.setAccessibleName(button.text())
        button.setEnabled(bool(entries))
        menu = button.menu()
        menu.clear()
        for words, do in entries:
            menu.addAction(words).triggered.connect(lambda _checked=False, do=do: do())

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        give_menu(button, QMenu(button))
        self._flow.addWidget(button)
        return button


def _contacts(number: int) -> str:
    return "1 kontakt" if number == 1 else f"{number} kontakter"
