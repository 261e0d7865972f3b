"""What a contact being filled in would clash with, said quietly above the buttons."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from bostoette.models.contact_fields import ContactFields
from bostoette.planning.week_sentence import WeekSentence

LookAhead = Callable[[ContactFields], tuple[WeekSentence, ...]]
"""Tells what there would be to look at if a contact were planned as filled in."""

ANYWAY = "Planlæg alligevel"
PAUSE_MS = 200
MOST_SHOWN = 3


class TightSpots(QLabel):
    """Looks ahead at every pause of typing; it says and never forbids."""

    def __init__(
        self,
        look: LookAhead,
        filled_in: Callable[[], ContactFields | None],
        save: QPushButton,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("tightSpots")
        self.setWordWrap(True)
        self.hide()
        self._look = look
        self._filled_in = filled_in
        self._save = save
        self._usual = save.text()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.look_now)

    def look_soon(self) -> None:
        """Look when nothing is typed for a moment."""
        self._pause.start(PAUSE_MS)

    def look_now(self) -> None:
        """Look at what is filled in; nothing is said while it is not a whole contact."""
        fields = self._filled_in()
        said = () if fields is None else self._look(fields)
        words = "\n".join(_words(said))
        self.setText(words)
        self.setAccessibleName(f"Se på: {words}" if words else "")
        self.setVisible(bool(said))
        self._save.setText(ANYWAY if said else self._usual)


def _words(said: tuple[WeekSentence, ...]) -> list[str]:
    shown = ["• " + " ".join(filter(None, (_text(one), one.lift))) for one in said[:MOST_SHOWN]]
    more = len(said) - len(shown)
    return [*shown, f"Og {more} mere." if more == 1 else f"Og {more} flere."] if more else shown


def _text(sentence: WeekSentence) -> str:
    return f"{sentence.text} ({sentence.rule})" if sentence.rule else sentence.text
