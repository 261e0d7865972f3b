"""What happens around the citizens page: the forms it opens, and what they give to the desk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from bostoette.models.citizen_fields import (
    AgreementFields,
    CitizenDetails,
    CitizenFields,
    GrantFields,
)
from bostoette.models.key import Key
from bostoette.services import (
    agreements,
    citizen_import,
    citizens,
    ending,
    equipment,
    grants,
    on_demand,
    relapse,
)
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.ui.citizens.agreement_editor import AgreementEditor
from bostoette.ui.citizens.citizen_dialog import CitizenDialog
from bostoette.ui.citizens.end_citizen_dialog import EndCitizenDialog
from bostoette.ui.citizens.grant_editor import GrantEditor
from bostoette.ui.citizens.import_dialog import ImportDialog, ImportWork
from bostoette.ui.citizens.loan_editor import LoanEditor
from bostoette.ui.form_dialog import open_to_fill
from bostoette.ui.form_draft import FormDraft
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme


class CitizenWork(QObject):
    """Opens forms with fresh values; each saves through the desk while it is still open."""

    created = Signal(object)
    """The key of a citizen who was just taken in."""

    def __init__(self, page: QWidget, desk: Desk, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._theme = theme
        self._today = today
        self.naming = Naming()

    def new_citizen(self) -> None:
        """Take in a citizen."""

        def save(fields: CitizenFields) -> None:
            self.created.emit(self._desk.do(citizens.create, fields))

        workers = self._desk.read(citizens.choices).workers
        mine = CitizenFields(name="", primary_worker_id=self._desk.actor_id)
        dialog = CitizenDialog(self._theme, workers, save, begun=mine, parent=self._page)
        self._open(dialog, self._of("new citizen", self._desk.actor_id))

    def change(self, key: Key) -> None:
        """Change who she is and where she is found."""
        found = self._desk.read(citizens.details, key)
        workers = self._desk.read(citizens.choices).workers
        self._open(
            CitizenDialog(
                self._theme,
                workers,
                lambda fields: self._desk.do(citizens.change, key, found.version, fields),
                found.fields,
                self._page,
            ),
            self._of("citizen", key),
        )

    def save_profile(self, key: Key, version: int, answers: dict[str, Any]) -> None:
        """Save the answers of one group, in one step."""
        found = self._desk.read(citizens.details, key)
        fields = replace(found.profile, **answers)
        self._desk.do(citizens.change_profile, key, version, fields, self._desk.actor_id)

    def lend(self, key: Key) -> None:
        """Lend equipment."""
        self._open(
            LoanEditor(
                self._theme,
                self._today(),
                lambda fields: self._desk.do(equipment.lend, key, fields),
                parent=self._page,
            ),
            self._of("loan", key),
        )

    def correct_loan(self, key: Key, loan: Key) -> None:
        """Correct a loan, or note that it came back."""
        stored = next(one for one in self._desk.read(equipment.loans_of, key) if one.id == loan)
        self._open(
            LoanEditor(
                self._theme,
                self._today(),
                lambda fields: self._desk.do(equipment.change_loan, loan, stored.version, fields),
                known=stored.fields,
                give_back=lambda day: self._desk.do(equipment.give_back, loan, day),
                parent=self._page,
            )
        )

    def agree(self, key: Key) -> None:
        """Agree anew."""
        found = self._desk.read(citizens.details, key)
        now = found.agreement_on(self._today())

        def save(fields: AgreementFields) -> None:
            self._desk.do(on_demand.agree_anew, key, fields)

        self._open(
            AgreementEditor(
                self._theme, self._today(), save, now.fields if now else None, parent=self._page
            ),
            self._of("new agreement", key),
        )

    def correct_agreement(self, key: Key, agreement: Key) -> None:
        """Correct an agreement."""
        found = self._desk.read(citizens.details, key)
        stored = next(one for one in found.agreements if one.id == agreement)

        def save(fields: AgreementFields) -> None:
            self._desk.do(agreements.change, agreement, stored.version, fields)

        self._open(
            AgreementEditor(
                self._theme, self._today(), save, stored.fields, anew=False, parent=self._page
            ),
            self._of("agreement", agreement),
        )

    def grant(self, key: Key) -> None:
        """Add a grant."""
        paragraphs = self._desk.read(citizens.choices).paragraphs

        def save(fields: GrantFields) -> None:
            self._desk.do(grants.add, key, fields)

        dialog = GrantEditor(self._theme, paragraphs, self._today(), save, parent=self._page)
        self._open(dialog, self._of("new grant", key))

    def correct_grant(self, key: Key, grant: Key) -> None:
        """Correct a grant."""
        found = self._desk.read(citizens.details, key)
        stored = next(one for one in found.grants if one.id == grant)
        paragraphs = self._desk.read(citizens.choices).paragraphs

        def save(fields: GrantFields) -> None:
            self._desk.do(grants.change, grant, stored.version, fields)

        self._open(
            GrantEditor(
                self._theme,
                paragraphs,
                self._today(),
                save,
                known=stored.fields,
                parent=self._page,
            ),
            self._of("grant", grant),
        )

    def change_status(self, key: Key) -> None:
        """Pause, end or take up support, after a look at what stops."""
        found = self._desk.read(citizens.details, key)
        self._open(
            EndCitizenDialog(
                self._theme,
                self._who(found),
                found.status,
                self._today(),
                what_stops=lambda day: self._desk.read(ending.what_stops, key, day),
                save=lambda status, day, stop: self._desk.do(
                    ending.change_status, key, found.version, status, day, stop=stop
                ),
                parent=self._page,
            )
        )

    def note_relapse(self, key: Key) -> None:
        """Note that she has relapsed today (P40)."""
        self._desk.do(relapse.note_relapse, key, by=self._desk.actor_id, today=self._today())

    def take_in_file(self) -> None:
        """Import citizens from a file."""
        work = ImportWork(
            read=citizen_import.read_file,
            match=citizen_import.matched,
            preview=lambda table, matches: self._desk.read(
                citizen_import.preview, table, matches, self._today()
            ),
            store=lambda found, workers: self._desk.do(
                citizen_import.import_citizens, found, workers
            ).said(),
        )
        self._open(ImportDialog(self._theme, work, self.naming, self._page))

    def _who(self, found: CitizenDetails) -> str:
        return self.naming.name_of(found.fields.name, found.fields.initials)

    def keep_drafts(self) -> None:
        """Keep what is half-written in the forms that are open."""
        for draft in self._page.findChildren(FormDraft):
            draft.keep_if_typed()

    def _of(self, kind: str, subject: Key) -> DraftOf:
        return DraftOf(kind, subject, self._desk.actor_id)

    def _open(self, dialog: QDialog, of: DraftOf | None = None) -> None:
        open_to_fill(dialog, self._desk, of)
