"""The fields that belong to a form: a visit has a place, a call a number, a video a link.

All are kept while the form is switched back and forth; only the form's own are shown.
"""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.services.lists import Choice, CitizenChoice
from bostoette.ui.calm_box import CalmBox

VISIT = {ContactForm.PHYSICAL}
CALL = {ContactForm.PHONE, ContactForm.SMS_CHAT, ContactForm.HOTLINE}
SCREEN = {ContactForm.VIDEO, ContactForm.GROUP_ONLINE}
WRITTEN = {ContactForm.SMS_CHAT}
"""Only approved channels (P78)."""
WALK = {ContactForm.WALK_TALK, ContactForm.GROUP_WALK}


class FormFields(QObject):
    """Shows the fields of one form at a time, and remembers them all."""

    def __init__(self, platforms: tuple[Choice, ...], rows: QFormLayout, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._rows = rows
        self._shown_for: list[tuple[QWidget, set[ContactForm]]] = []
        self._offered: dict[QLineEdit, str] = {}
        self._offered_platform: str | None = None
        self.place = CalmBox(owner)
        for place in ContactPlace:
            self.place.addItem(place.danish, place)
        self.platform = CalmBox(owner)
        self.platform.addItem("Ikke valgt", None)
        for choice in platforms:
            self.platform.addItem(choice.title, choice.id)
        self._add("Hvor", self.place, VISIT)
        self.place_text = self._line("Sted", "Fx indgang, etage eller andet sted", VISIT)
        self.phone = self._line("Telefonnummer", "12 34 56 78", CALL)
        self._add("Platform", self.platform, SCREEN | WRITTEN)
        self.link = self._line("Videolink", "https://", SCREEN)
        self.meeting_point = self._line(
            "Mødested", "Fx ved indgangen til parken; ruten rundt om søen", WALK
        )
        self.bad_weather = self._line(
            "Ved dårligt vejr", "Fx indkøbscenteret eller en samtale", WALK
        )
        self.plan_b = self._line("Plan B", "Hvad I gør, hvis det driller", CALL | SCREEN)

    def show_form(self, form: ContactForm) -> None:
        """Show the fields that belong to the form."""
        for widget, forms in self._shown_for:
            self._rows.setRowVisible(widget, form in forms)

    def fill(self, fields: ContactFields) -> None:
        """Show a contact's fields, of all forms."""
        self.place.setCurrentIndex(self.place.findData(fields.place))
        self.place_text.setText(fields.place_text)
        self.phone.setText(fields.phone_number)
        self.platform.setCurrentIndex(max(0, self.platform.findData(fields.video_platform_id)))
        self.link.setText(fields.video_link)
        self.meeting_point.setText(fields.meeting_point)
        self.bad_weather.setText(fields.bad_weather_plan)
        self.plan_b.setText(fields.plan_b)

    def filled_into(self, fields: ContactFields) -> ContactFields:
        """Return the contact with what stands in the fields, of all forms."""
        return replace(
            fields,
            place=ContactPlace(self.place.currentData()),
            place_text=self.place_text.text().strip(),
            phone_number=self.phone.text().strip(),
            video_platform_id=self.platform.currentData(),
            video_link=self.link.text().strip(),
            meeting_point=self.meeting_point.text().strip(),
            bad_weather_plan=self.bad_weather.text().strip(),
            plan_b=self.plan_b.text().strip(),
        )

    def offer(self, citizen: CitizenChoice) -> None:
        """Fill in what the citizen's own data know, where nothing is typed.

        What another citizen's data filled in goes again.
        """
        known = ((self.phone, citizen.phone), (self.meeting_point, citizen.meeting_point))
        for line, words in known:
            if line.text() in {"", self._offered.get(line, "")}:
                line.setText(words)
                self._offered[line] = words
        if self.platform.currentData() in {None, self._offered_platform}:
            self.platform.setCurrentIndex(max(0, self.platform.findData(citizen.platform_id)))
            self._offered_platform = self.platform.currentData()

    def _line(self, name: str, hint: str, forms: set[ContactForm]) -> QLineEdit:
        line = QLineEdit(self._owner)
        line.setPlaceholderText(hint)
        self._add(name, line, forms)
        return line

    def _add(self, name: str, widget: QWidget, forms: set[ContactForm]) -> None:
        widget.setAccessibleName(name)
        self._rows.addRow(name, widget)
        self._shown_for.append((widget, forms))
