"""The advice on one contact: the four forms with how each fits; never a score (P07, P54)."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bostoette.models.advice import Advice, FormAdvice, Outcome
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.wording import listed
from bostoette.services.form_choice import ContactAdvice
from bostoette.ui.theme import Theme
from bostoette.ui.week.advice_row import AdviceRow
from bostoette.ui.week.colleague_row import ColleagueRow
from bostoette.ui.week.contact_panel_group import PanelGroup
from bostoette.ui.week.member_rows import MemberRows
from bostoette.ui.words import Words, quiet

TITLE = "Passer formen?"
GROUPS_TITLE = "Passer gruppen?"
TEAMS = "Teamets rammer"


class AdviceView(PanelGroup):
    """One Tab stop with arrows; each form unfolds its reasons."""

    profile_asked = Signal(object)
    """Show the profile of the citizen with this key."""
    colleague_asked = Signal(object)
    """Let the colleague with this key hold the contact."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, TITLE, parent)
        self._citizen: object = None
        self._for: object = None
        self.note = Words(parent=self)
        self.profile = QPushButton("Udfyld profilen", self)
        self.profile.setAutoDefault(False)
        self.answered = Words(parent=self)
        self.sheet = quiet("", self)
        self.rows = {form: AdviceRow(theme, form, self) for form in CORE_FORMS}
        self.column.addWidget(self.note)
        self.column.addWidget(self.profile)
        forms = QVBoxLayout()
        forms.setSpacing(0)
        for row in self.rows.values():
            forms.addWidget(row)
            row.folded.connect(self._reach)
        self.column.addLayout(forms)
        self.members = MemberRows(theme, self)
        self.members.folded.connect(self._reach)
        self.column.addWidget(self.members)
        self.colleagues = ColleagueRow(theme, self)
        self.colleagues.asked.connect(self.colleague_asked)
        self.column.addWidget(self.colleagues)
        self.column.addWidget(self.sheet)
        self.column.addWidget(self.answered)
        self.profile.clicked.connect(lambda: self.profile_asked.emit(self._citizen))
        self.hide()

    def show_advice(self, shown: ContactAdvice | None, of: object = None) -> None:
        """Show the advice on a contact, or none.

        ``of`` names the contact: while it is the same one, what was unfolded stays so; for another
        one, and where something begins to speak against the chosen form, that form unfolds.
        """
        self.setVisible(shown is not None)
        if shown is None:
            self._for = None
            return
        advice = shown.advice
        asked = GROUPS_TITLE if shown.members else TITLE
        title = f"{asked} · {shown.purpose}" if shown.purpose else asked
        self.heading.setText(title.upper())
        self.heading.setAccessibleName(title)
        self._citizen = shown.citizen_id
        self._show_note(advice, group=bool(shown.members))
        self.members.show_members(shown.members, shown.rules)
        for form, row in self.rows.items():
            found = advice.of(form) if not shown.members else None
            row.setVisible(found is not None)
            if found is not None:
                best = advice.best is not None and advice.best.form is form
                told = "" if form is shown.form or found.reasons else good_for(shown, found)
                row.show_advice(found, shown.rules, advice.best_rules if best else (), told)
        chosen = advice.of(shown.form)
        state = (of, shown.form, chosen is not None and bool(chosen.reasons))
        if state != self._for:
            self._for = state
            self._unfold(advice, shown.form)
        self.colleagues.offer(shown.known)
        said = good_for(shown, chosen) if chosen is not None else ""
        self.sheet.setText(f"{TEAMS}: {said}" if said else "")
        self.sheet.setVisible(bool(said))
        self.answered.setText(_answered(shown))
        self.answered.setVisible(bool(self.answered.text()))
        self._reach()

    def _unfold(self, advice: Advice, chosen: ContactForm) -> None:
        for form, row in self.rows.items():
            found = advice.of(form)
            row.head.setChecked(form is chosen and found is not None and bool(found.reasons))

    def _show_note(self, advice: Advice, *, group: bool) -> None:
        lines = []
        if not advice.known:
            lines = [
                f"{advice.headline}. Spørg om:",
                *(f"• {one.text}" for one in advice.questions),
            ]
        elif advice.best is None and not group:
            lines = [advice.headline]
        if advice.suggests:
            further = listed([form.full_name for form in advice.suggests])
            lines.append(f"Overvej også: {further}.")
        self.note.setText("\n".join(lines))
        self.note.setVisible(bool(lines))
        self.profile.setVisible(not advice.known and self._citizen is not None)

    def _reach(self) -> None:
        own = [] if self.profile.isHidden() else [self.profile]
        rows = [row for row in self.rows.values() if not row.isHidden()]
        forms = [stop for row in rows for stop in row.stops()]
        rest = self.colleagues.buttons.values()
        self.stops.set_stops([*own, *forms, *self.members.stops(), *rest])


def good_for(shown: ContactAdvice, found: FormAdvice) -> str:
    """Say what the team says a form is good for (P09); nothing of one that is not offered."""
    lines = shown.good_for.get(found.form, ())
    if not lines or found.outcome is Outcome.EXCLUDED:
        return ""
    return f"{found.form.short_name.capitalize()} er god til: {in_one_line(lines)}"


def in_one_line(lines: Iterable[str]) -> str:
    """Join the lines of a form's card: ``korte opkald · det, der haster``."""
    return " · ".join(line.strip().rstrip(".") for line in lines)


def _answered(shown: ContactAdvice) -> str:
    """Say what was answered to the advice (P07, P14)."""
    answers = [*shown.code_titles, *filter(None, (shown.override_reason,))]
    return f"Valgt med begrundelse: {'; '.join(answers)}" if answers else ""
