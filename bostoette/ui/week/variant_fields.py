"""What kind of contact it is beside its form, and what a meeting asks for more (P52, P73, P74)."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_variant import ContactVariant, MeetingFlag
from bostoette.ui.form_parts import Choice


class VariantFields(QObject):
    """Offers the kinds that fit the form; what is typed for a meeting stays when it is none."""

    changed = Signal()

    def __init__(self, rows: QFormLayout, owner: QWidget) -> None:
        super().__init__(owner)
        self._rows, self._form = rows, ContactForm.PHYSICAL
        self.variant = Choice([(one, one.danish) for one in ContactVariant])
        self.variant.setParent(owner)
        self.aim = QLineEdit(owner)
        self.aim.setPlaceholderText("Fx at blive enige om den næste måned")
        self._flags = QWidget(owner)
        column = QVBoxLayout(self._flags)
        column.setContentsMargins(0, 0, 0, 0)
        self.flags: dict[MeetingFlag, QCheckBox] = {}
        for flag in MeetingFlag:
            box = QCheckBox(flag.danish, self._flags)
            box.setAccessibleName(flag.danish)
            self.flags[flag] = box
            column.addWidget(box)
        for name, widget in (
            ("Art", self.variant),
            ("Mødets formål", self.aim),
            ("Om mødet", self._flags),
        ):
            widget.setAccessibleName(name)
            rows.addRow(name, widget)
        self.variant.currentIndexChanged.connect(self._turn)
        self._turn()

    @property
    def chosen(self) -> ContactVariant:
        """What is chosen, as far as it fits the form."""
        found: ContactVariant = self.variant.value
        return found if found.fits(self._form) else ContactVariant.ORDINARY

    def show_form(self, form: ContactForm) -> None:
        """Offer the kinds that a form can be."""
        self._form = form
        for place, one in enumerate(ContactVariant):
            self.variant.view().setRowHidden(place, not one.fits(form))  # type: ignore[attr-defined]
            item = self.variant.model().item(place)  # type: ignore[attr-defined]
            item.setEnabled(one.fits(form))
        if not self.variant.value.fits(form):
            self.variant.choose(ContactVariant.ORDINARY)
        self._turn()

    def fill(self, fields: ContactFields) -> None:
        """Show a contact's kind."""
        self.variant.choose(fields.variant)
        self.aim.setText(fields.meeting_aim)
        for flag, box in self.flags.items():
            box.setChecked(flag in fields.meeting_flags)
        self.show_form(fields.form)

    def filled_into(self, fields: ContactFields) -> ContactFields:
        """Return the contact with what stands here."""
        return replace(
            fields,
            meeting_aim=self.aim.text().strip(),
            meeting_flags=tuple(flag for flag, box in self.flags.items() if box.isChecked()),
        )

    def _turn(self) -> None:
        fitting = sum(one.fits(self._form) for one in ContactVariant)
        self._rows.setRowVisible(self.variant, fitting > 1)
        for widget in (self.aim, self._flags):
            self._rows.setRowVisible(widget, self.chosen.is_meeting)
        self.changed.emit()
