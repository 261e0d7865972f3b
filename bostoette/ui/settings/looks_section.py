"""Udseende: how the program looks on this computer; everything holds at once."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox

from bostoette.models.machine_settings import LARGEST_TEXT, SMALLEST_TEXT
from bostoette.ui.form_parts import Choice, labelled, number, side_by_side
from bostoette.ui.settings.ground import Ground
from bostoette.ui.settings.section import Section
from bostoette.ui.words import quiet

_APPEARANCES = (("system", "Som computeren"), ("light", "Lyst"), ("dark", "Mørkt"))
_STEP = 10
_REMINDERS = (
    (0, "Fra"),
    (5, "5 minutter før"),
    (10, "10 minutter før"),
    (15, "15 minutter før"),
    (30, "30 minutter før"),
)


class LooksSection(Section):
    """Scheme, text size, weekend, discretion, reminders."""

    title = "Udseende"
    lead = "Gælder på denne computer, med det samme."

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self.appearance = Choice(_APPEARANCES)
        self.text_percent = number(SMALLEST_TEXT, LARGEST_TEXT, " %", _STEP)
        self.weekend = QCheckBox("Vis også lørdag og søndag i ugen")
        self.discreet = QCheckBox("Diskretion: vis kun initialer (F8)")
        self.review_first = QCheckBox("Begynd i Gennemgang, når jeg gennemgår teamets uger")
        for box in (self.weekend, self.discreet, self.review_first):
            box.setAccessibleName(box.text())
        self.add(
            side_by_side(
                self.theme,
                labelled(self.theme, "Farver", self.appearance),
                labelled(self.theme, "Tekststørrelse", self.text_percent),
            )
        )
        self.add(self.weekend)
        self.add(self.discreet)
        self.add(quiet("Diskretion hjælper, når nogen kan se med over skulderen."))
        self.add(self.review_first)
        self.add_heading(
            "Stille påmindelse",
            "Siger i vinduet eller på skrivebordet, når du snart skal af sted, ringe eller mødes. "
            "Kun med initialer, og aldrig med lyd.",
        )
        self.reminder = Choice(_REMINDERS)
        self.add(labelled(self.theme, "Før en kontakt, eller før du skal af sted", self.reminder))
        self.finish_column()
        self.refresh()
        self.reminder.currentIndexChanged.connect(self._apply)
        self.appearance.currentIndexChanged.connect(self._apply)
        self.text_percent.valueChanged.connect(self._apply)
        self.weekend.toggled.connect(self._apply)
        self.discreet.toggled.connect(self._apply)
        self.review_first.toggled.connect(self._apply)

    def refresh(self) -> None:
        """Show the settings as they are now."""
        settings = self.ground.settings()
        fields = (
            self.appearance,
            self.text_percent,
            self.weekend,
            self.discreet,
            self.review_first,
            self.reminder,
        )
        for field in fields:
            field.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.appearance.choose(settings.appearance)
        self.text_percent.setValue(settings.text_percent)
        self.weekend.setChecked(settings.weekend)
        self.discreet.setChecked(settings.discreet)
        self.review_first.setChecked(settings.begin_with_review)
        self.reminder.choose(settings.reminder_minutes)
        for field in fields:
            field.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def _apply(self) -> None:
        self.settings_changed.emit(
            replace(
                self.ground.settings(),
                appearance=self.appearance.value,
                text_percent=self.text_percent.value(),
                weekend=self.weekend.isChecked(),
                discreet=self.discreet.isChecked(),
                begin_with_review=self.review_first.isChecked(),
                reminder_minutes=self.reminder.value,
            )
        )
