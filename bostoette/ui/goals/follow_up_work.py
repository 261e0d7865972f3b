"""Opens follow-ups and their reports, and hands to the desk what is filled in."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bostoette.models.follow_up_fields import FollowUpFields, StoredFollowUp
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.printed_document import PrintedDocument, proposed_file_name
from bostoette.services import citizens, follow_ups, printed, ramp_up, status_report
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.ui.citizens.citizen_facts import Fact, brief_day
from bostoette.ui.citizens.fact_card import FactCard
from bostoette.ui.form_dialog import FormDialog, open_to_fill
from bostoette.ui.goals.development_tab import DevelopmentTab
from bostoette.ui.goals.follow_up_editor import FollowUpEditor
from bostoette.ui.goals.ramp_up_dialog import RampUpDialog
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme


class FollowUpWork(QObject):
    """Acts on the citizen who is shown; the page reads anew by itself."""

    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        theme: Theme,
        today: Callable[[], date],
        current: Callable[[], Key | None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._theme = theme
        self._today = today
        self._current = current
        self.naming = Naming()

    def attach(self, card: FactCard, tab: DevelopmentTab) -> None:
        """Carry out what the card of follow-ups and the tab of development ask for."""
        card.action_asked.connect(self._new)
        card.correction_asked.connect(self._change)
        tab.ramp_up_asked.connect(self._ramp_up)

    def facts(self, found: Iterable[StoredFollowUp]) -> list[Fact]:
        """Say each follow-up in a line."""
        today = self._today()
        return [_fact(one, today) for one in found]

    def _new(self) -> None:
        citizen = self._current()
        if citizen is None:
            return
        dialog = FollowUpEditor(
            self._theme,
            self._today(),
            lambda fields: self._desk.do(follow_ups.plan, citizen, fields, self._desk.actor_id),
            lambda: self._desk.read(status_report.draft, citizen, self._today()),
            parent=self._page,
        )
        self._open(dialog, DraftOf("new follow-up", citizen, self._desk.actor_id))

    def _change(self, key: Key) -> None:
        citizen = self._current()
        if citizen is None:
            return
        stored = self._stored(citizen, key)

        def save(fields: FollowUpFields) -> None:
            self._desk.do(follow_ups.change, key, stored.version, fields, self._desk.actor_id)

        dialog = FollowUpEditor(
            self._theme,
            self._today(),
            save,
            lambda: self._desk.read(status_report.draft, citizen, self._today()),
            known=stored.fields,
            on_paper=partial(self.show_paper, citizen, key),
            parent=self._page,
        )
        self._open(dialog, DraftOf("follow-up", key, self._desk.actor_id))

    def show_paper(self, citizen: Key, key: Key) -> None:
        """Show the report as pages, to be saved as PDF or printed."""
        from bostoette.ui.exchange.paper_dialog import PaperDialog, PaperTask

        details = self._desk.read(citizens.details, citizen)
        said = f"Statusrapport for {details.fields.initials}"
        names = not self.naming.discreet

        def make() -> PrintedDocument:
            return self._desk.read(
                status_report.report_document,
                citizen,
                self._stored(citizen, key),
                datetime.combine(self._today(), time(12)),
                discreet=self.naming.discreet,
            )

        task = PaperTask(
            "Statusrapport",
            proposed_file_name("statusrapport", details.code, IsoWeek.of(self._today())),
            "Statusrapporten",
            make,
            lambda path, content, pages: self._desk.do(
                printed.save_printed,
                path,
                content,
                said,
                pages=pages,
                names=names,
                citizen_id=citizen,
            ),
            lambda pages: self._desk.do(
                printed.note_printed, said, pages=pages, names=names, citizen_id=citizen
            ),
            lead=status_report.what_is_missing(self._stored(citizen, key).fields.report),
        )
        PaperDialog(self._theme, task, self._page).show_pages()

    def _ramp_up(self) -> None:
        citizen = self._current()
        if citizen is None:
            return
        steps = self._desk.read(ramp_up.proposal, citizen, self._today())
        dialog = RampUpDialog(
            self._theme, steps, lambda: self._desk.do(ramp_up.begin, citizen, steps), self._page
        )
        self._open(dialog)

    def _stored(self, citizen: Key, key: Key) -> StoredFollowUp:
        found = self._desk.read(follow_ups.follow_ups_of, citizen)
        return next(one for one in found if one.id == key)

    def _open(self, dialog: FormDialog, of: DraftOf | None = None) -> None:
        open_to_fill(dialog, self._desk, of)


def _fact(one: StoredFollowUp, today: date) -> Fact:
    fields = one.fields
    if fields.held_on is not None:
        label = f"Holdt {brief_day(fields.held_on)}"
    elif one.overdue(today):
        label = f"Skulle være holdt {brief_day(fields.due)}"
    else:
        label = f"Opfølgning {brief_day(fields.due)}"
    said = fields.recommendation
    value = f"Indstilling: {said.danish}" if said else "Ingen indstilling endnu"
    written = "Statusrapport skrevet" if fields.report else "Ingen statusrapport endnu"
    return Fact(label, f"{value}. {written}.", one.id, f"Ret opfølgning {brief_day(fields.due)}")
