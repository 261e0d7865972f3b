"""The answer of a trial: each form's advice now and after the change, and what the week feels."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from bostoette.models.advice import Advice
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.sheet_trial import Trial, WeekTrial
from bostoette.models.wording import short_day
from bostoette.ui.conditions.form_name import FormFrame, FormName
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_MOST_LISTED = 12
NOW, AFTER = "Nu", "Efter ændringen"


class TrialAnswer(QWidget):
    """Two columns for each form, in words; never a score."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = Words(parent=self)
        self.headline.setProperty("heading", "true")
        self.frames = {form: _FormTrial(theme, form, self) for form in CORE_FORMS}
        self.week = Words(parent=self)
        self.contacts = quiet("", self)
        self.contacts.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.pixels(12))
        column.addWidget(self.headline)
        for frame in self.frames.values():
            column.addWidget(frame)
        card = QFrame(self)
        card.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        inside = QVBoxLayout(card)
        edge = theme.pixels(14)
        inside.setContentsMargins(edge, edge, edge, edge)
        inside.addWidget(self.week)
        inside.addWidget(self.contacts)
        column.addWidget(card)
        column.addStretch(1)

    def show_trial(self, trial: Trial) -> None:
        """Show the advice before and after."""
        changed = [form for form in CORE_FORMS if self.frames[form].show_trial(trial)]
        before, after = trial.before.headline, trial.after.headline
        if not changed:
            self.headline.setText(f"Rådet er det samme: {before}")
        elif before == after:
            self.headline.setText(f"Det bedste er det samme ({before}), men grundene ændrer sig.")
        else:
            self.headline.setText(f"Nu: {before}. Efter: {after}.")

    def show_week(self, week: IsoWeek, found: WeekTrial) -> None:
        """Show how many of the team's planned contacts would be advised otherwise."""
        count = len(found.changed)
        said = f"{count} af teamets {found.contacts} planlagte kontakter i uge {week.number}"
        self.week.setText(f"{said} ville få et andet råd.")
        lines = [
            f"• {one.citizen} {short_day(one.day)}, {one.form.short_name}: "
            + (f"{one.before} → {one.after}" if one.before != one.after else "andre grunde")
            for one in found.changed[:_MOST_LISTED]
        ]
        if count > _MOST_LISTED:
            lines.append(f"• og {count - _MOST_LISTED} mere")
        self.contacts.setText("\n".join(lines))
        self.contacts.setVisible(bool(lines))


class _FormTrial(FormFrame):
    """One form now and after the change."""

    def __init__(self, theme: Theme, form: ContactForm, parent: QWidget) -> None:
        super().__init__(theme, form, parent)
        self.before, self.after = Words(parent=self), Words(parent=self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.pixels(16))
        for place, (title, words) in enumerate(((NOW, self.before), (AFTER, self.after))):
            words.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(quiet(title, self), 0, place)
            grid.addWidget(words, 1, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)
        self.column.addWidget(FormName(theme, form, self))
        self.column.addLayout(grid)

    def show_trial(self, trial: Trial) -> bool:
        """Show both; tell whether they differ."""
        before, after = (_said(advice, self.form) for advice in (trial.before, trial.after))
        self.before.setText(before)
        self.after.setText(after if after != before else "Det samme.")
        self.setAccessibleName(f"{self.form.short_name}: nu {before}. Efter {self.after.text()}")
        return before != after


def _said(advice: Advice, form: ContactForm) -> str:
    found = advice.of(form)
    if found is None:
        return advice.headline
    reasons = [f"• {one.text} ({', '.join(one.rules)})" for one in found.reasons]
    hints = [f"• {one.text} ({', '.join(one.rules)})" for one in found.hints]
    return "\n".join([found.word, *reasons, *hints])
