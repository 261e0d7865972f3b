"""The plan of a phase-out (nedtrapning), looked over step by step before anything changes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from bostoette.models.citizen_life import PhaseStep
from bostoette.ui.date_field import DateField
from bostoette.ui.form_dialog import FormDialog
from bostoette.ui.form_rows import FormRows
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet


class PhaseOutEditor(FormDialog):
    """Each step can be left out or given another day; ``save`` gets those that are kept."""

    def __init__(
        self,
        theme: Theme,
        today: date,
        steps: Sequence[PhaseStep],
        save: Callable[[tuple[PhaseStep, ...]], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Nedtrapning", (640, 460), parent, save_words="Læg planen")
        form = QWidget(self)
        self._steps = tuple(steps)
        self.chosen_steps: list[QCheckBox] = []
        self.days: list[DateField] = []
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(theme.pixels(12))
        for place, step in enumerate(self._steps):
            kept = QCheckBox(f"Trin {place + 1}", form)
            kept.setChecked(True)
            day = DateField(f"Trin {place + 1} fra og med", today, parent=form)
            day.show_day(step.first_day)
            self.chosen_steps.append(kept)
            self.days.append(day)
            grid.addWidget(kept, place, 0)
            grid.addWidget(Words(step.said(), form), place, 1)
            grid.addWidget(day, place, 2)
        rows = FormRows(theme, form)
        rows.addWidget(
            quiet(
                "Et forslag ud fra aftalen. Ingen trin sker af sig selv: I tager hvert trin, når "
                "borgeren er klar, og så følger aftalen efter.",
                form,
            )
        )
        rows.addLayout(grid)
        rows.addStretch(1)
        self.hold(form, lambda: save(self.chosen()))
        self.begin()

    def chosen(self) -> tuple[PhaseStep, ...]:
        """Return the steps that are kept; raises PlanError where a day cannot be read."""
        return tuple(
            replace(step, first_day=day.needed_day())
            for step, kept, day in zip(self._steps, self.chosen_steps, self.days, strict=True)
            if kept.isChecked()
        )
