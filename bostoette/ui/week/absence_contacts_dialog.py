"""Whom an absence leaves without a worker: the most vulnerable first, with a proposal for each."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from bostoette.models.days import Days
from bostoette.models.key import Key
from bostoette.planning.day_changes import DayGround
from bostoette.ui.naming import Naming
from bostoette.ui.week.contacts_change_dialog import ContactsChangeDialog
from bostoette.ui.words import Words, quiet

_LEAD = (
    "De mest sårbare først: risiko, vurderingen af hvem der skal have besøg, og hvor længe siden "
    "I sidst havde kontakt. Tag dem alle på én gang, eller lad nogle stå og kom tilbage."
)


class AbsenceContactsDialog(ContactsChangeDialog):
    """Shows one absence's contacts; `decisions` after it was accepted."""

    empty = "Ingen borgere har planlagte kontakter i fraværet."

    def __init__(
        self,
        worker_id: Key,
        initials: str,
        days: Days,
        reason: str,
        ground: DayGround,
        *,
        naming: Naming,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"Fravær: {initials}", reason, naming, parent)
        self._worker_id = worker_id
        self.days = days
        self.whose = Words(parent=self)
        self.whose.setProperty("heading", True)  # noqa: FBT003 – Qt's signature
        self.head.addWidget(self.whose)
        self.head.addWidget(quiet(_LEAD, self))
        self.show_ground(ground)
        self.whose.setText(_told(initials, days, ground))

    @property
    def leaves(self) -> Key:
        """Who is away."""
        return self._worker_id

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first contact's choice."""
        super().showEvent(event)
        if self.contact_lines:
            self.contact_lines[0].choice.setFocus(Qt.FocusReason.OtherFocusReason)


def _told(initials: str, days: Days, ground: DayGround) -> str:
    """Say who is away when, and how many that leaves: ``M.J. · man. 7. dec. – … · 4 borgere``."""
    citizens = len({one.id for contact in ground.contacts for one in contact.citizens})
    people = "1 borger" if citizens == 1 else f"{citizens} borgere"
    contacts = len(ground.contacts)
    many = "1 kontakt" if contacts == 1 else f"{contacts} kontakter"
    return f"{initials} · {days.said} · {people}, {many}"
