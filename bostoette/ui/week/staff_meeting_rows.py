"""What the contact form leaves out of a meeting among workers, in which no citizen takes part.

Such a meeting has one purpose, is held at nobody's home, and is agreed with no citizen.
"""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.contact_variant import MeetingFlag
from bostoette.ui.week.form_fields import FormFields
from bostoette.ui.week.people_field import PeopleField
from bostoette.ui.week.variant_fields import VariantFields

MEETING = "meeting"
"""The purpose of a meeting of several people, where the team has it."""


class StaffMeetingRows(QObject):
    """Hides what belongs to a citizen while none takes part; it comes back with her."""

    def __init__(
        self,
        rows: QFormLayout,
        *,
        citizens: PeopleField,
        purpose: QComboBox,
        agreed: QCheckBox,
        variant: VariantFields,
        form_fields: FormFields,
    ) -> None:
        super().__init__(variant)
        self._rows, self._citizens, self._purpose = rows, citizens, purpose
        self._agreed, self._variant, self._place = agreed, variant, form_fields.place
        self._moved = self._duty = False
        variant.changed.connect(self._look)
        citizens.changed.connect(self._look)
        self._look()

    @property
    def among_staff(self) -> bool:
        """Tell whether what is filled in is a meeting without a citizen."""
        return self._variant.chosen.for_staff and not self._citizens.keys()

    def filled_into(self, fields: ContactFields) -> ContactFields:
        """Return the contact without what is hidden."""
        if self._duty:
            return replace(fields, agreed_with_citizen=False)
        if not self.among_staff:
            return fields
        known = self._purpose.findData(MEETING) >= 0
        flags = fields.meeting_flags
        return replace(
            fields,
            purpose_id=MEETING if known else fields.purpose_id,
            agreed_with_citizen=False,
            meeting_flags=tuple(one for one in flags if one is not MeetingFlag.CARE_DUTIES),
        )

    def show_form(self, form: ContactForm) -> None:
        """Ask about nobody's time where the contact is a duty on the hotline."""
        self._duty = form is ContactForm.HOTLINE
        self._look()

    def _look(self) -> None:
        alone = self.among_staff
        self._rows.setRowVisible(self._purpose, not alone)
        self._rows.setRowVisible(self._agreed, not (alone or self._duty))
        self._variant.flags[MeetingFlag.CARE_DUTIES].setVisible(not alone)
        self._offer_home(offered=not alone)

    def _offer_home(self, *, offered: bool) -> None:
        """Move the meeting to the centre while nobody's home is there to meet in."""
        home = self._place.findData(ContactPlace.HOME)
        centre = self._place.findData(ContactPlace.CENTRE)
        self._place.view().setRowHidden(home, not offered)  # type: ignore[attr-defined]
        self._place.model().item(home).setEnabled(offered)  # type: ignore[attr-defined]
        if not offered and self._place.currentIndex() == home:
            self._place.setCurrentIndex(centre)
            self._moved = True
        elif offered and self._moved:
            self._moved = False
            if self._place.currentIndex() == centre:
                self._place.setCurrentIndex(home)
