"""Converting a contact: a short call or video today, why, and when to come instead (P24)."""

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.contact_form import ContactForm
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import from_to
from bostoette.services.conversion import ConversionOffer
from bostoette.ui.careful_dialog import CarefulDialog
from bostoette.ui.main_button import make_main
from bostoette.ui.week.new_visit_box import NewVisitBox
from bostoette.ui.week.quick_radio import QuickRadio
from bostoette.ui.week.reason_choice import ReasonChoice
from bostoette.ui.week.what_matters import WhatMatters
from bostoette.ui.week.wish_words import rather_not
from bostoette.ui.words import Words

_FORMS = ((ContactForm.PHONE, "&Ring i dag"), (ContactForm.VIDEO, "Mød på &video i dag"))


class ConvertDialog(CarefulDialog):
    """Asks for the form and the reason; ``form``, ``span`` and ``reason`` after it was accepted."""

    def __init__(
        self, whom: str, now: ContactForm, offer: ConversionOffer, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Omlæg kontakt")
        self._offer = offer
        self._group = QButtonGroup(self)
        self.forms: dict[ContactForm, QuickRadio] = {}
        for form, words in _FORMS:
            span = offer.of(form)
            if span is not None and form is not now:
                said = f"{words} kl. {from_to(span)}{rather_not(offer, form)}"
                self.forms[form] = QuickRadio(said, self)
                self._group.addButton(self.forms[form])
        self.why = ReasonChoice(self)
        self.new_visit = NewVisitBox(offer, self)
        self._lay_out(whom)

    @property
    def form(self) -> ContactForm:
        """The form to hold it in."""
        return next(form for form, button in self.forms.items() if button.isChecked())

    @property
    def span(self) -> TimeSpan:
        """When it is held today."""
        span = self._offer.of(self.form)
        assert span is not None  # noqa: S101 - only forms with a time are offered
        return span

    @property
    def reason(self) -> str:
        """Why."""
        return self.why.said

    @property
    def wanted_visit(self) -> TimeSpan | None:
        """The new visit that is to be planned too, if any."""
        return self.new_visit.wanted

    def _lay_out(self, whom: str) -> None:
        column = QVBoxLayout(self)
        column.addWidget(
            Words(f"Kontakten med {whom} bliver stående som omlagt, og en ny står i dag.", self)
        )
        for place, button in enumerate(self.forms.values()):
            button.setChecked(place == 0)
            column.addWidget(button)
        heading = QLabel("Hvorfor?", self)
        heading.setProperty("heading", True)  # noqa: FBT003 – Qt's signature
        column.addWidget(heading)
        column.addWidget(self.why)
        column.addWidget(self.new_visit)
        column.addWidget(WhatMatters(self._offer.what_matters, self))
        buttons = QDialogButtonBox(self)
        done = QPushButton("Omlæg kontakten", self)
        make_main(done)
        buttons.addButton(done, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Behold den", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
