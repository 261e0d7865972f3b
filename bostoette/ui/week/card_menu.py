"""The menu of a card in the week, by the right mouse button, the menu key or Shift+F10."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.ui import icons
from bostoette.ui.form_look import look_of
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel_foot import PanelAction, Wish, keys_of, wishes_for, words_of
from bostoette.ui.week.status_wish import StatusWish
from bostoette.ui.week.week_card import WeekCard
from bostoette.ui.week.week_grid import WeekGrid

A_WEEK = timedelta(weeks=1)


class CardMenu(QObject):
    """Offers what can be done with the card that is chosen, or with an empty time."""

    def __init__(
        self,
        grid: WeekGrid,
        theme: Theme,
        carry_out: Callable[[Wish], None],
        duplicate: Callable[[Key], Key],
        plan_own_time: Callable[[], None],
        *,
        noteless: Callable[[Key], bool],
    ) -> None:
        super().__init__(grid)
        self._grid, self._theme = grid, theme
        self._carry_out, self._duplicate, self._plan_own_time = carry_out, duplicate, plan_own_time
        self._noteless = noteless
        self.menu = QMenu("Kontakten", grid)
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(self.open)
        # Only Windows itself makes a wish for a menu of Shift+F10.
        keys = QShortcut(QKeySequence("Shift+F10"), grid)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self._open_by_keys)

    def open(self, place: QPoint) -> None:
        """Open the menu: at the pointer if that is on the chosen card, else at the card."""
        card = self._grid.chosen_card()
        self.menu.clear()
        if card is None:
            self._fill_for_empty_time()
        else:
            self._fill(card)
            box = self._grid.visualRect(self._grid.currentIndex())
            place = place if box.contains(place) else box.bottomLeft()
        self.menu.popup(self._grid.viewport().mapToGlobal(place))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _open_by_keys(self) -> None:
        if not self.menu.isVisible():
            self.open(QPoint())

    def _fill(self, card: WeekCard) -> None:
        wishes = wishes_for(card.status, card.form, changeable=card.movable, alone=card.alone)
        if PanelAction.NOTE in wishes and self._noteless(card.key):
            wishes = tuple(wish for wish in wishes if wish is not PanelAction.NOTE)
        if not wishes:
            self._add("Læst fra en kalender, og rettes dér", self.menu.close).setEnabled(False)
        first = [wish for wish in wishes if wish is PanelAction.OPEN]
        self._offer(card, first)
        if card.form is not None and card.status is ContactStatus.PLANNED and card.movable:
            self._offer_forms(card, card.form)
        self.menu.addSeparator()
        self._offer(card, (wish for wish in wishes if wish not in first and wish not in _LAST))
        self.menu.addSeparator()
        next_week = replace(card.span, day=card.span.day + A_WEEK)
        if card.movable:
            self._add(
                "Flyt til næste uge\tCtrl+Alt+Højre",
                partial(self._grid.span_asked.emit, card.key, next_week),
            )
        if card.form is not None:
            self._add("Kopiér\tCtrl+D", partial(self._copy, card.key))
        if card.form is not None or card.movable:
            self._add(
                "Kopiér til næste uge", partial(self._grid.copy_asked.emit, card.key, next_week)
            )
        self._offer(card, (wish for wish in wishes if wish in _LAST))

    def _copy(self, key: Key) -> None:
        self._grid.choose_copy(self._duplicate(key), key)

    def _offer_forms(self, card: WeekCard, current: ContactForm) -> None:
        self.menu.addSeparator()
        for number, form in enumerate(CORE_FORMS, start=1):
            action = self._add(
                f"{form.full_name.capitalize()}\tAlt+{number}",
                partial(self._grid.form_asked.emit, card.key, form),
            )
            look = look_of(form)
            ink = look.ink_of(self._theme.tokens)
            action.setIcon(icons.icon(look.icon, ink, self._theme.pixels(16)))
            action.setEnabled(form is not current)

    def _fill_for_empty_time(self) -> None:
        slot = self._grid.slot
        span = None if slot is None else slot.span()
        self._add("Ny kontakt her …", partial(self._grid.create_asked.emit, span, ""))
        self._add("Ny egen tid …", self._plan_own_time)

    def _offer(self, card: WeekCard, wishes: Iterable[Wish]) -> None:
        for wish in wishes:
            keys = keys_of(wish)
            held = wish is PanelAction.NOTE and card.status is ContactStatus.HELD
            words = "Notat" if held else words_of(wish)
            self._add(f"{words}\t{keys}" if keys else words, partial(self._carry_out, wish))

    def _add(self, words: str, do: Callable[[], object]) -> QAction:
        action = self.menu.addAction(words)
        action.triggered.connect(partial(_without_state, do))
        return action


_LAST = frozenset({StatusWish.CALL_OFF, PanelAction.DELETE})
"""What takes something away stands at the foot."""


def _without_state(do: Callable[[], object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what Qt sends
    do()
