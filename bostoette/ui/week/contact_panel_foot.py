"""The actions at the panel's foot: one Tab stop, arrows inside, each with its key."""

from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.ui import icons
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel_group import ArrowStops
from bostoette.ui.week.status_wish import StatusWish


class PanelAction(Enum):
    """What a person can do with what is chosen, besides where a contact stands (StatusWish)."""

    OPEN = auto()
    MOVE = auto()
    DELETE = auto()
    NOTE = auto()


Wish = PanelAction | StatusWish


_WORDS: dict[Wish, tuple[str, str]] = {
    PanelAction.NOTE: ("Skriv notat", "Skriv notatet; kontakten noteres som afholdt (Ctrl+Enter)"),
    PanelAction.OPEN: ("Åbn", "Åbn og ret (Enter)"),
    StatusWish.HOLD: ("Afholdt", "Noter, at den blev holdt (Ctrl+Shift+H)"),
    StatusWish.MISSED: ("Udeblevet …", "Udeblevet, og hvordan (Ctrl+Shift+U)"),
    PanelAction.MOVE: ("Flyt …", "Flyt til en anden dag eller tid (Ctrl+piletaster i ugen)"),
    StatusWish.CONVERT: ("Omlæg …", "Omlæg til telefon eller video i dag (Ctrl+Shift+O)"),
    StatusWish.CALL_OFF: ("Aflys …", "Aflys med en grund (Del)"),
    StatusWish.PLAN_AGAIN: ("Sæt til planlagt", "Sæt kontakten tilbage til planlagt"),
    StatusWish.CORRECT_TIME: ("Ret tiden …", "Ret, hvornår den blev holdt, og hvor længe"),
    PanelAction.DELETE: ("Slet", "Slet (Del); Ctrl+Z fortryder"),
}
_PLANNED: tuple[Wish, ...] = (
    PanelAction.NOTE,
    PanelAction.OPEN,
    StatusWish.HOLD,
    StatusWish.MISSED,
    StatusWish.CONVERT,
    PanelAction.MOVE,
    StatusWish.CALL_OFF,
)
_HELD: tuple[Wish, ...] = (
    PanelAction.NOTE,
    PanelAction.OPEN,
    StatusWish.CORRECT_TIME,
    StatusWish.PLAN_AGAIN,
)
_OTHERWISE: tuple[Wish, ...] = (PanelAction.OPEN, StatusWish.PLAN_AGAIN)
_OWN_TIME: tuple[Wish, ...] = (PanelAction.OPEN, PanelAction.MOVE, PanelAction.DELETE)
_OF_CITIZENS: frozenset[Wish] = frozenset({PanelAction.NOTE, StatusWish.CONVERT})
_KEYS: dict[Wish, str] = {
    PanelAction.NOTE: "Ctrl+Enter",
    PanelAction.OPEN: "Enter",
    StatusWish.HOLD: "Ctrl+Shift+H",
    StatusWish.MISSED: "Ctrl+Shift+U",
    StatusWish.CONVERT: "Ctrl+Shift+O",
    StatusWish.CALL_OFF: "Delete",
    PanelAction.DELETE: "Delete",
}
_COLUMNS = 2


def words_of(wish: Wish) -> str:
    """Return what a wish is called on buttons and in menus."""
    return _WORDS[wish][0]


def keys_of(wish: Wish) -> str:
    """Return the keys that carry a wish out in the week; empty where there are none."""
    return _KEYS.get(wish, "")


def wishes_for(
    status: ContactStatus,
    form: ContactForm | None,
    *,
    changeable: bool = True,
    alone: bool = False,
) -> tuple[Wish, ...]:
    """Return what can be done where a contact stands; ``form`` None is own time.

    Time read from a calendar is changed there. A contact that is held ``alone``, without a
    citizen, has no note and nobody to tell of another form.
    """
    if form is None:
        return _OWN_TIME if changeable else ()
    offered = {ContactStatus.PLANNED: _PLANNED, ContactStatus.HELD: _HELD}.get(status, _OTHERWISE)
    if alone or form is ContactForm.HOTLINE:
        return tuple(wish for wish in offered if wish not in _OF_CITIZENS)
    return offered


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
        self._theme = theme
        self.buttons[PanelAction.NOTE].setProperty("main", True)  # noqa: FBT003 - Qt's signature
        theme.changed.connect(self._dress)
        self._dress()
        self._stops = ArrowStops(self)

    def offer_contact(
        self,
        status: ContactStatus,
        form: ContactForm,
        *,
        due: bool = False,
        noted: bool = False,
        noteless: bool = False,
        alone: bool = False,
    ) -> None:
        """Offer what can be done with a contact; ``due`` where its day has come, ``noted`` signed.

        One that is held ``alone``, without a citizen, has no note and nobody to tell of another
        form. A ``noteless`` one, where nobody came or was seen, has nothing to note.

        The note is the main thing once the day has come; until then it is opening it.
        """
        without: set[Wish] = {StatusWish.PLAN_AGAIN} if noted else set()
        if noteless or (status is ContactStatus.PLANNED and not due):
            without |= {PanelAction.NOTE}
        self.buttons[PanelAction.NOTE].setText("Se notat" if noted else "Skriv notat")
        offered = wishes_for(status, form, alone=alone)
        self._offer(tuple(wish for wish in offered if wish not in without))

    def offer_own_time(self, *, changeable: bool) -> None:
        """Offer what can be done with own time; time read from a calendar is changed there."""
        self._offer(wishes_for(ContactStatus.PLANNED, None, changeable=changeable))

    def _offer(self, wanted: tuple[Wish, ...]) -> None:
        shown: list[QWidget] = [self.buttons[wish] for wish in wanted]
        for button in shown:
            button.show()
        self._keep_focus(shown)
        for button in self.buttons.values():
            self._grid.removeWidget(button)
            button.setVisible(button in shown)
        for place, one in enumerate(shown):
            wide = shown[0] is self.buttons[PanelAction.NOTE]
            cell = place + 1 if wide and place else place
            last_alone = place == len(shown) - 1 and cell % _COLUMNS == 0
            row, column = divmod(cell, _COLUMNS)
            self._grid.addWidget(
                one, row, column, 1, _COLUMNS if last_alone or (wide and not place) else 1
            )
        main = PanelAction.NOTE if self.buttons[PanelAction.NOTE] in shown else PanelAction.OPEN
        self._show_main(main)
        self._stops.set_stops(shown)
        self.setVisible(bool(shown))

    def _keep_focus(self, shown: list[QWidget]) -> None:
        """Let focus go from a button that has served to the first, and not away from the foot.

        Qt would give it to something else in the panel, and that would be scrolled to. Also while
        a dialog has the keyboard: the window remembers where to go back to.
        """
        used = self.window().focusWidget()
        if shown and used in self.buttons.values() and used not in shown:
            shown[0].setFocus()

    def _show_main(self, main: PanelAction) -> None:
        for wish in (PanelAction.NOTE, PanelAction.OPEN):
            button = self.buttons[wish]
            if button.property("main") is not (wish is main):
                button.setProperty("main", wish is main)
                button.style().unpolish(button)
                button.style().polish(button)

    def _dress(self) -> None:
        size = self._theme.pixels(16)
        note = self.buttons[PanelAction.NOTE]
        note.setIcon(icons.icon("note", self._theme.tokens.on_accent, size))
        note.setIconSize(QSize(size, size))

    def _make(self, wish: Wish) -> QPushButton:
        words, tip = _WORDS[wish]
        button = QPushButton(words, self)
        button.setAccessibleName(words.removesuffix(" …"))
        button.setToolTip(tip)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(partial(self.asked.emit, wish))
        return button
