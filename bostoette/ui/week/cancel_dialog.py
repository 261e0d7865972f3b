"""Calling a contact off: by whom, and why; a visit may become a short call today instead (P24)."""

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.calling_off import NoShow
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import clock
from bostoette.services.conversion import ConversionOffer
from bostoette.ui.careful_dialog import CarefulDialog
from bostoette.ui.main_button import make_main
from bostoette.ui.week.new_visit_box import NewVisitBox
from bostoette.ui.week.quick_radio import QuickRadio
from bostoette.ui.week.reason_choice import ReasonChoice
from bostoette.ui.week.what_matters import WhatMatters
from bostoette.ui.week.wish_words import rather_not
from bostoette.ui.words import Words

CHOICES = (
    (ContactStatus.CANCELLED_BY_CITIZEN, "&Borgeren har aflyst"),
    (ContactStatus.CANCELLED_BY_US, "&Vi har aflyst"),
    (ContactStatus.NO_SHOW, "&Udeblevet"),
)
_WITHOUT_NO_SHOW = 2


class CancelDialog(CarefulDialog):
    """Asks how a contact came to nothing; ``status`` and ``reason`` after it was accepted.

    Where ``instead`` is a form, the contact is to be converted to it rather than called off.
    """

    def __init__(
        self,
        whom: str,
        parent: QWidget | None = None,
        *,
        offer: ConversionOffer | None = None,
        ahead: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Aflys kontakt")
        self.instead: ContactForm | None = None
        self._offer = offer
        self._group = QButtonGroup(self)
        self.choices = self._make_choices(ahead=ahead)
        self.why = ReasonChoice(self)
        self._how = QButtonGroup(self)
        self.missed_row, self.missed = self._make_missed()
        self.offer_frame = QFrame(self)
        self.calls: dict[ContactForm, QPushButton] = {}
        self.new_visit = NewVisitBox(offer, self)
        self._lay_out(whom)
        self.why.changed.connect(self._show_fitting)
        self._group.idToggled.connect(lambda _id, on: self._show_fitting() if on else None)
        self._show_fitting()

    @property
    def status(self) -> ContactStatus:
        """How it came to nothing."""
        return CHOICES[self._group.checkedId()][0]

    @property
    def reason(self) -> str:
        """Why, or how somebody stayed away."""
        if self.status is ContactStatus.NO_SHOW:
            return next(how.value for how, one in self.missed.items() if one.isChecked())
        return self.why.said

    @property
    def wanted_visit(self) -> TimeSpan | None:
        """The new visit that is to be planned with a conversion, if any."""
        return self.new_visit.wanted

    def convert_to(self, form: ContactForm) -> None:
        """Close with the wish to hold it in another form today."""
        self.instead = form
        self.accept()

    def _make_choices(self, *, ahead: bool) -> tuple[QuickRadio, ...]:
        made = []
        for place, (_status, words) in enumerate(CHOICES[: _WITHOUT_NO_SHOW if ahead else None]):
            choice = QuickRadio(words, self)
            self._group.addButton(choice, place)
            made.append(choice)
        made[0].setChecked(True)
        return tuple(made)

    def _make_missed(self) -> tuple[QWidget, dict[NoShow, QuickRadio]]:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        made = {}
        for how in NoShow:
            made[how] = QuickRadio(f"&{how.value.capitalize()}", row)
            self._how.addButton(made[how])
            line.addWidget(made[how])
        line.addStretch(1)
        made[NoShow.NOT_AT_HOME].setChecked(True)
        return row, made

    def _show_fitting(self) -> None:
        missed = self.status is ContactStatus.NO_SHOW
        self.why.setVisible(not missed)
        self.missed_row.setVisible(missed)
        offered = self._offer is not None and (self._offer.phone or self._offer.video)
        fits = bool(offered) and not missed and self.why.reason.keeps_contact
        self.offer_frame.setVisible(fits)
        self.adjustSize()

    def _lay_out(self, whom: str) -> None:
        column = QVBoxLayout(self)
        column.addWidget(Words(f"Kontakten med {whom} bliver stående som aflyst.", self))
        for choice in self.choices:
            column.addWidget(choice)
        heading = QLabel("Hvorfor?", self)
        heading.setProperty("heading", True)  # noqa: FBT003 – Qt's signature
        column.addWidget(heading)
        column.addWidget(self.why)
        column.addWidget(self.missed_row)
        self._lay_out_offer()
        column.addWidget(self.offer_frame)
        buttons = QDialogButtonBox(self)
        done = QPushButton("Aflys kontakten", self)
        make_main(done)
        buttons.addButton(done, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Behold den", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _lay_out_offer(self) -> None:
        self.offer_frame.setProperty("card", True)  # noqa: FBT003 – Qt's signature
        inside = QVBoxLayout(self.offer_frame)
        inside.addWidget(Words("Kan I tale sammen i dag i stedet? Så holder I kontakten."))
        row = QHBoxLayout()
        for form, verb in ((ContactForm.PHONE, "&Ring"), (ContactForm.VIDEO, "Mød på vid&eo")):
            span = self._offer.of(form) if self._offer is not None else None
            if self._offer is not None and span is not None:
                words = f"{verb} kl. {clock(span.start)}{rather_not(self._offer, form)}"
                button = QPushButton(words, self.offer_frame)
                button.setAutoDefault(False)
                button.clicked.connect(lambda _checked=False, form=form: self.convert_to(form))
                self.calls[form] = button
                row.addWidget(button)
        row.addStretch(1)
        inside.addWidget(self.new_visit)
        inside.addLayout(row)
        inside.addWidget(WhatMatters(self._offer.what_matters if self._offer else "", self))
