"""The form of one follow-up (opfølgning): day, recommendation, and the report for the authority."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QWidget

from bostoette.models.ffb import Recommendation
from bostoette.models.follow_up_fields import FollowUpFields
from bostoette.models.plan_error import PlanError
from bostoette.ui.choice_box import ChoiceBox
from bostoette.ui.date_field import DateField
from bostoette.ui.form_dialog import FormDialog
from bostoette.ui.form_rows import FormRows
from bostoette.ui.spelling import watch_spelling
from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet

_SIZE = (680, 640)


class FollowUpEditor(FormDialog):
    """Gives what is filled in to ``save``; ``draft`` gathers a report where there is none."""

    def __init__(
        self,
        theme: Theme,
        today: date,
        save: Callable[[FollowUpFields], object],
        draft: Callable[[], str],
        *,
        known: FollowUpFields | None = None,
        on_paper: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Ret opfølgning" if known else "Ny opfølgning", _SIZE, parent)
        self._draft_report = draft
        form = QWidget(self)
        self.due = DateField("Opfølgning", today, parent=form)
        self.held_on = DateField("Holdt", today, "Ikke endnu", form)
        words = [(one, f"Indstilling: {one.danish}") for one in Recommendation]
        self.recommendation = ChoiceBox[Recommendation | None](
            "Indstilling", [(None, "Ikke valgt endnu"), *words], form
        )
        self.report = QPlainTextEdit(form)
        self.spelling = watch_spelling(self.report, theme)
        self.report.setAccessibleName("Statusrapport")
        self.report.setTabChangesFocus(True)
        self.report.setMinimumHeight(theme.pixels(320))
        self.fetch = QPushButton("Hent udkast fra mål, kontakter og notater", form)
        self.fetch.setAutoDefault(False)
        self.fetch.clicked.connect(self._fetch)
        self._lay_out(form)
        self.paper: QPushButton | None = None
        if on_paper is not None:
            self.paper = QPushButton("Gem og vis som PDF …", self)
            self.buttons.addButton(self.paper, QDialogButtonBox.ButtonRole.ActionRole)
            self.paper.clicked.connect(lambda: self._save_and_show(save, on_paper))
        self.hold(form, lambda: self._give(save))
        self._fill(known)
        self.begin()

    def fields(self) -> FollowUpFields:
        """Return what is filled in; raises PlanError where a day cannot be read."""
        return FollowUpFields(
            self.due.needed_day(),
            self.held_on.day(),
            self.recommendation.value,
            self.report.toPlainText(),
        )

    def _give(self, save: Callable[[FollowUpFields], object]) -> None:
        fields = self.fields()
        fields.check()
        save(fields)

    def _save_and_show(
        self, save: Callable[[FollowUpFields], object], on_paper: Callable[[], None]
    ) -> None:
        """Save, close, and show the pages."""
        try:
            self._give(save)
        except PlanError as error:
            self.tell(error)
            return
        self.begin()
        self.reject()
        on_paper()

    def _fetch(self) -> None:
        """Put the draft below what is typed already, so that nothing typed is lost."""
        typed = self.report.toPlainText().strip()
        self.report.setPlainText("\n\n".join(filter(None, (typed, self._draft_report()))))

    def _lay_out(self, form: QWidget) -> None:
        rows = FormRows(self.theme, form)
        rows.row(("Opfølgning den", self.due), ("Holdt den", self.held_on))
        rows.row(("Vores indstilling", self.recommendation.box))
        rows.addWidget(quiet("Indstillingen er vores; selve afgørelsen er myndighedens.", form))
        head = QLabel("Statusrapport til myndigheden", form)
        head.setBuddy(self.report)
        rows.addWidget(head)
        rows.addWidget(self.report, 1)
        rows.addWidget(self.fetch, 0, Qt.AlignmentFlag.AlignLeft)

    def _fill(self, known: FollowUpFields | None) -> None:
        if known is not None:
            self.due.show_day(known.due)
            self.held_on.show_day(known.held_on)
            self.recommendation.choose(known.recommendation)
            self.report.setPlainText(known.report)
