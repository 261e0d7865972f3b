"""The actions at the panel's foot: one Tab stop, arrows inside, each with its key."""

from enum import Enum, auto
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel_group import ArrowStops
from bostoette.ui.week.status_wish import StatusWish


class PanelAction(Enum):
    """What a person can do with what is chosen, besides where a contact stands (StatusWish)."""

    OPEN = auto()
    MOVE = auto()
    DELETE = auto()


Wish = PanelAction | StatusWish


_WORDS: dict[Wish, tuple[str, str]] = {
    PanelAction.OPEN: ("Åbn", "Åbn og ret (Enter)"),
    StatusWish.HOLD: ("Afholdt", "Noter, at den blev holdt (Ctrl+Shift+H)"),
    StatusWish.MISSED: ("Udeblevet …", "Udeblevet, og hvordan (Ctrl+Shift+U)"),
    PanelAction.MOVE: ("Flyt …", "Flyt til en anden dag eller tid (Ctrl+piletaster i ugen)"),
    StatusWish.CONVERT: ("Omlæg …", "Omlæg til telefon eller video i dag (Ctrl+Shift+O)"),
    StatusWish.CALL_OFF: ("Aflys …", "Aflys med en grund (Del)"),
    StatusWish.PLAN_AGAIN: ("Til planlagt", "Sæt kontakten tilbage til planlagt"),
    StatusWish.CORRECT_TIME: ("Ret tiden …", "Ret, hvornår den blev holdt, og hvor længe"),
    PanelAction.DELETE: ("Slet", "Slet (Del); Ctrl+Z fortryder"),
}
_PLANNED: tuple[Wish, ...] = (
    PanelAction.OPEN,
    StatusWish.HOLD,
    StatusWish.MISSED,
    StatusWish.CONVERT,
    PanelAction.MOVE,
    StatusWish.CALL_OFF,
)
_HELD: tuple[Wish, ...] = (PanelAction.OPEN, StatusWish.CORRECT_TIME, StatusWish.PLAN_AGAIN)
_OTHERWISE: tuple[Wish, ...] = (PanelAction.OPEN, StatusWish.PLAN_AGAIN)
_OWN_TIME: tuple[Wish, ...] = (PanelAction.OPEN, PanelAction.MOVE, PanelAction.DELETE)
_COLUMNS = 2


class PanelFoot(QWidget):
    """Offers what fits where the contact stands."""

    asked = Signal(object)
    """A PanelAction or a StatusWish."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Handlinger")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.pixels(8))
        self.buttons = {wish: self._make(wish) for wish in _WORDS}
        self.buttons[PanelAction.OPEN].setProperty("main", True)  # noqa: FBT003 - Qt's signature
        self._stops = ArrowStops(self)

    def offer_contact(self, status: ContactStatus, form: ContactForm) -> None:
        """Offer what can be done with a contact."""
        match status:
            case ContactStatus.PLANNED if form is ContactForm.HOTLINE:
                self._offer([wish for wish in _PLANNED if wish is not StatusWish.CONVERT])
            case ContactStatus.PLANNED:
                self._offer(list(_PLANNED))
            case ContactStatus.HELD:
                self._offer(list(_HELD))
            case _:
                self._offer(list(_OTHERWISE))

    def offer_own_time(self, *, changeable: bool) -> None:
        """Offer what can be done with own time; time read from a calendar is changed there."""
        self._offer(list(_OWN_TIME) if changeable else [])

    def _offer(self, wanted: list[Wish]) -> None:
        shown: list[QWidget] = [self.buttons[wish] for wish in wanted]
        for button in self.buttons.values():
            self._grid.removeWidget(button)
            button.setVisible(button in shown)
        for place, one in enumerate(shown):
            last_alone = place == len(shown) - 1 and place % _COLUMNS == 0
            row, column = divmod(place, _COLUMNS)
            self._grid.addWidget(one, row, column, 1, _COLUMNS if last_alone else 1)
        self._stops.set_stops(shown)
        self.setVisible(bool(shown))

    def _make(self, wish: Wish) -> QPushButton:
        words, tip = _WORDS[wish]
        button = QPushButton(words, self)
        button.setAccessibleName(words.removesuffix(" …"))
        button.setToolTip(tip)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(partial(self.asked.emit, wish))
        return button
