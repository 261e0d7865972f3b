"""The ramp-up after a break as a list to look at first, then one step (P41)."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bostoette.models.wording import listed
from bostoette.planning.ramp_up import RampStep
from bostoette.ui.citizens.citizen_facts import brief_day
from bostoette.ui.form_dialog import FormDialog
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_SIZE = (520, 320)


class RampUpDialog(FormDialog):
    """Tells every step; nothing is changed before it is said yes to."""

    def __init__(
        self,
        theme: Theme,
        steps: Sequence[RampStep],
        save: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, "Optrapning efter en pause", _SIZE, parent, save_words="Læg ind i aftalen"
        )
        form = QWidget(self)
        column = QVBoxLayout(form)
        column.setSpacing(theme.pixels(8))
        column.addWidget(
            Words(
                "Korte og hyppige kontakter først. Aftal det med borgeren, før du lægger det ind.",
                form,
            )
        )
        self.lines = [Words(step_words(step), form) for step in steps]
        for line in self.lines:
            column.addWidget(line)
        column.addWidget(
            quiet(
                "Kontakterne kommer til at stå under »Mangler en tid« uge for uge. Faste tider i "
                "serier bliver stående; ret dem i ugen. Ét skridt; Ctrl+Z fortryder det.",
                form,
            )
        )
        column.addStretch(1)
        self.hold(form, save)
        self.begin()


def step_words(step: RampStep) -> str:
    """Say a step: its days, and what is agreed in them."""
    days = f"Fra {brief_day(step.first)}"
    if step.last is not None:
        days = f"{brief_day(step.first)} – {brief_day(step.last)}"
    lines = [
        f"{line.said()}, {listed([form.short_name for form in line.forms])}"
        for line in step.fields.lines
    ]
    return f"{days}: {'; '.join(lines)}"
