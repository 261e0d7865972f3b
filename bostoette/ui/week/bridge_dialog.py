"""A bridge after repeated no-shows: a short contact, and when to meet physically again (P43)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from bostoette.models.contact_form import ContactForm
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import listed
from bostoette.services.no_shows import BRIDGES, BridgeProposal
from bostoette.ui.careful_dialog import CarefulDialog
from bostoette.ui.date_field import DateField
from bostoette.ui.form_rows import FormRows
from bostoette.ui.form_tile import form_icon
from bostoette.ui.main_button import make_main
from bostoette.ui.room_for_words import make_room
from bostoette.ui.segmented import Segmented
from bostoette.ui.theme import Theme
from bostoette.ui.week.when_fields import WhenFields
from bostoette.ui.words import Words, quiet

_WIDTH = 560

Store = Callable[[ContactForm, TimeSpan, date], bool]
"""Stores a form, when, and the day to meet; False where it was left."""


class BridgeDialog(CarefulDialog):
    """Closes once ``store`` has taken what was filled in; a refusal is told above the buttons."""

    def __init__(
        self,
        theme: Theme,
        offer: BridgeProposal,
        today: date,
        store: Store,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle("Byg en bro")
        self._store = store
        self.form = offer.forms[0]
        shown = [one for one in BRIDGES if one in offer.forms]
        self.forms = Segmented("Form", self)
        self.forms.offer([(one, one.short_name.capitalize(), one.full_name) for one in shown])
        self.forms.show_pictures([form_icon(theme, one) for one in shown])
        self.forms.show_chosen(self.form)
        self.forms.chosen.connect(self._choose)
        self.when = WhenFields(today, self)
        self.when.show_span(offer.span)
        self.back = DateField("I mødes fysisk igen senest", today, "", self)
        self.back.show_day(offer.back_on)
        self.trouble = Words(parent=self)
        self.trouble.setObjectName("trouble")
        self.trouble.hide()
        self._lay_out(offer)

    def accept(self) -> None:
        """Store it, or say why not and keep what was typed."""
        try:
            stored = self._store(self.form, self.when.span(), self.back.needed_day())
        except PlanError as error:
            self.trouble.setText(error.sentence)
            self.trouble.show()
            make_room(self)
            return
        if stored:
            super().accept()

    def _choose(self, form: object) -> None:
        assert isinstance(form, ContactForm)  # noqa: S101 - so it is offered
        self.form = form
        self.forms.show_chosen(form)

    def _lay_out(self, offer: BridgeProposal) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(self._theme.pixels(12))
        column.addWidget(
            Words(
                f"{offer.initials} er udeblevet flere gange. En kort kontakt holder forbindelsen, "
                "til I kan mødes igen; dagen bliver en opgave.",
                self,
            )
        )
        left_out = [one.short_name for one in BRIDGES if one not in offer.forms]
        self.left_out = quiet(f"Tilbydes ikke: {listed(left_out)}.", self)
        self.left_out.setVisible(bool(left_out))
        fields = QWidget(self)
        rows = FormRows(self._theme, fields)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.row(("Form", self.forms))
        rows.row(("", self.left_out))
        rows.row(("Hvornår", self.when))
        rows.row(("I mødes fysisk igen senest", self.back))
        column.addWidget(fields)
        column.addWidget(self.trouble)
        buttons = QDialogButtonBox(self)
        done = QPushButton("Planlæg broen", self)
        make_main(done)
        buttons.addButton(done, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Annullér", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        make_room(self, self._theme.pixels(_WIDTH))
