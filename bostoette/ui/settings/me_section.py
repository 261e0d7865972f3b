"""Mig: the person's own entry in the team."""

from PySide6.QtWidgets import QPushButton

from bostoette.models.worker import Worker
from bostoette.models.worker_fields import WorkerDetails
from bostoette.services import workers
from bostoette.ui.naming import Naming
from bostoette.ui.settings.ground import Ground
from bostoette.ui.settings.section import Section, main_button
from bostoette.ui.settings.worker_form import WorkerForm


class MeSection(Section):
    """Name, initials, title, working hours, base, and how one travels."""

    title = "Mig"
    lead = "Det, kollegerne ser, og det, ugen regner arbejdstid og rejsetid ud fra."
    kinds = (Worker,)

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._known = self._read()
        self.form = self._make_form()
        self.save_button = main_button("Gem")
        self.fetch_button = QPushButton("Hent det gemte igen")
        self.save_button.clicked.connect(self.save)
        self.fetch_button.clicked.connect(self.fetch)
        self._place = self.column.count()
        self.add(self.form)
        self.add(self.notice)
        self.add_buttons([self.save_button, self.fetch_button])
        self.finish_column()

    def refresh(self) -> None:
        """Show what is stored, unless the person is in the middle of changing it."""
        if self.form.values() == self._known.fields and self._read() != self._known:
            self.fetch()

    def use_naming(self, naming: Naming) -> None:
        """Keep the person's own name: she is the one who edits it."""
        self.naming = naming

    def fetch(self) -> None:
        """Show what is stored, and let go of what was typed."""
        self.notice.clear()
        self._known = self._read()
        old, self.form = self.form, self._make_form()
        self.column.removeWidget(old)
        old.hide()
        old.deleteLater()
        self.column.insertWidget(self._place, self.form)
        self.setTabOrder(self.form.point, self.save_button)
        self.setTabOrder(self.save_button, self.fetch_button)

    def save(self) -> None:
        """Store what was filled in, or say beside the fields what is wrong."""
        self.notice.clear()
        faulty = self.form.faulty_field()
        values = self.form.values()
        if faulty is not None or values is None:
            (faulty or self.form.name).setFocus()
            return
        desk, known = self.ground.desk, self._known
        actor = self.ground.actor
        if self.attempt(lambda: desk.do(workers.change, actor, known.id, known.version, values)):
            self.fetch()

    def _read(self) -> WorkerDetails:
        return self.ground.desk.read(workers.details, self.ground.actor)

    def _make_form(self) -> WorkerForm:
        return WorkerForm(self.theme, self._known.fields, self.ground.today, with_role=False)
