"""The right column of a citizen's page: what is agreed, granted and at hand to be reached with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bostoette.models.iso_week import IsoWeek
from bostoette.planning.agreed_mix import minutes_by_form
from bostoette.ui.button_row import ButtonRow
from bostoette.ui.citizens.citizen_facts import (
    Shown,
    agreed_facts,
    digital_facts,
    grant_facts,
    grant_note,
    history_facts,
    loan_facts,
)
from bostoette.ui.citizens.fact_card import FactCard
from bostoette.ui.citizens.inquiry_facts import inquiry_facts, sent_facts
from bostoette.ui.citizens.mix_bar import MixBar
from bostoette.ui.citizens.mix_table import MixTable
from bostoette.ui.citizens.mix_words import mix_texts, table_words, this_week_words
from bostoette.ui.citizens.video_startup_card import VideoStartupCard
from bostoette.ui.citizens.wishes_card import WishesCard
from bostoette.ui.citizens.worth_card import WorthCard
from bostoette.ui.fitting_scroll import FittingScroll
from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet

UPPER = 5
"""So many cards stand above wishes and the start-up package."""


class CitizenSide(FittingScroll):
    """Cards below each other; all their buttons are one Tab stop with arrows between them."""

    profile_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName("Aftale, bevilling og udstyr")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget(self)
        self._make_cards()
        self.digital.action.clicked.connect(self.profile_asked)
        self.bar = MixBar(theme, self.agreement)
        self.words = quiet("", self.agreement)
        self.table = MixTable(theme, self.agreement)
        self.legend = quiet("", self.agreement)
        for widget in (self.bar, self.words, self.table, self.legend):
            self.agreement.add(widget)
        self.worth = WorthCard(theme, self._inside)
        self.package = VideoStartupCard(theme, self._inside)
        self.wishes = WishesCard(theme, self._inside)
        self._row = ButtonRow(self)
        self._column = QVBoxLayout(self._inside)
        self._lay_out()

    def show_citizen(self, shown: Shown) -> None:
        """Show a citizen."""
        page = shown.page
        self.agreement.show_facts(agreed_facts(shown))
        self._show_mix(shown)
        self.history.show_facts(history_facts(shown))
        self.history.setVisible(bool(page.details.agreements))
        self.grant.show_facts(grant_facts(shown), grant_note(shown))
        self.grant.warn(any(clock.warns for clock in page.clocks))
        self.digital.show_facts(digital_facts(shown))
        self.loans.show_facts(loan_facts(shown))
        self.inquiries.show_facts(inquiry_facts(shown))
        self.sent.show_facts(sent_facts(shown))
        self.sent.setVisible(bool(page.sent))
        self.wishes.show_wishes(page.wishes, page.today)
        self.package.show_package(page.package)
        self.hold_buttons()

    def hold_buttons(self) -> None:
        """Let the arrows go between the buttons that are shown now."""
        upper, lower = self._cards()[:UPPER], self._cards()[UPPER:]
        first = [button for card in upper for button in card.buttons()]
        last = [button for card in lower for button in card.buttons()]
        remote = [*self.wishes.buttons(), *self.package.buttons()]
        self._row.hold([*self.worth.buttons(), *first, *remote, *last])

    def take_in(self, widget: QWidget) -> None:
        """Show something more above the cards."""
        self._column.insertWidget(0, widget)

    def _show_mix(self, shown: Shown) -> None:
        page = shown.page
        week = IsoWeek.of(page.today)
        minutes = minutes_by_form(page.contacts, week.monday, week.sunday)
        words = this_week_words(page.mix[-1], minutes)
        texts = mix_texts(page.mix)
        self.words.setText(words)
        self.bar.show_minutes(minutes, page.balance.granted_to or 0, words)
        self.table.show_texts(texts)
        self.legend.setText(table_words(page.mix))
        anything = bool(texts.rows)
        for widget in (self.bar, self.words, self.table, self.legend):
            widget.setVisible(anything)

    def _cards(self) -> tuple[FactCard, ...]:
        return (
            self.agreement,
            self.history,
            self.grant,
            self.follow_ups,
            self.digital,
            self.loans,
            self.inquiries,
            self.sent,
        )

    def _make_cards(self) -> None:
        self.agreement = self._card(
            "Kontaktaftale pr. uge",
            "Ny aftale",
            "Der er ingen aftale, der gælder nu. Aftal, hvor ofte og hvordan I mødes.",
        )
        self.history = self._card("Aftaler, nu og før", "", "", stacked=True)
        self.grant = self._card(
            "Bevilling",
            "Ny bevilling",
            "Der står ingen bevilling endnu. Skriv den, så timerne kan holdes op mod planen.",
        )
        self.follow_ups = self._card(
            "Opfølgning",
            "Ny opfølgning",
            "Der er ikke aftalt en opfølgning. Sæt en dag, så bliver det en opgave i tide.",
            stacked=True,
        )
        self.digital = self._card("Digital profil", "Se profil", "")
        self.loans = self._card("Udstyr på lån", "Lån ud", "Intet er lånt ud.", stacked=True)
        self.inquiries = self._card(
            "Pårørende og henvendelser",
            "Notér henvendelse",
            "Ingen har henvendt sig om borgeren endnu.",
            stacked=True,
        )
        self.sent = self._card("Sendt materiale", "", "", stacked=True)

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, self._theme.pixels(4), 0)
        self._column.setSpacing(self._theme.pixels(12))
        self._column.addWidget(self.worth)
        for card in self._cards():
            if card is self.loans:
                self._column.addWidget(self.wishes)
                self._column.addWidget(self.package)
            self._column.addWidget(card)
        self._column.addStretch(1)
        self.hold(self._inside)

    def _card(self, title: str, action: str, nothing: str, *, stacked: bool = False) -> FactCard:
        return FactCard(self._theme, title, action, nothing, self._inside, stacked=stacked)
