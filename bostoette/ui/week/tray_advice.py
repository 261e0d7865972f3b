"""The advice while a contact from the tray is given a time; each answer is read once a day."""

from dataclasses import replace

from bostoette.models.contact_form import ContactForm
from bostoette.models.form_question import FormQuestion
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.services import form_choice
from bostoette.services.desk import Desk
from bostoette.services.form_choice import PlacedForm
from bostoette.services.tray import TrayItem
from bostoette.ui.week.form_asking import FormAnswer, FormAsking

DAY_END = 24 * 60
"""While something is dragged over a day, all that lies on it counts as being before it."""


class TrayAdvice:
    """Remembers what was read until the week is read anew."""

    def __init__(self, desk: Desk, asking: FormAsking) -> None:
        self._desk = desk
        self._asking = asking
        self._best: dict[tuple[Key, int, TimeSpan, Key], ContactForm] = {}
        self._asked: dict[PlacedForm, FormQuestion | None] = {}

    def forget(self) -> None:
        """Read anew from now on."""
        self._best.clear()
        self._asked.clear()

    def best(self, item: TrayItem, span: TimeSpan, worker: Key) -> ContactForm:
        """Return the best of a line's forms at a time."""
        where = (item.citizen.id, item.place, span, worker)
        if where not in self._best:
            placed = PlacedForm(item.citizen.id, item.forms[0], span, worker)
            self._best[where] = self._desk.read(form_choice.best_form, item.forms, placed)
        return self._best[where]

    def said(self, placed: PlacedForm) -> tuple[str, ...]:
        """Say what speaks against the form on the day it is held over."""
        span = placed.span
        whole_day = replace(span, start=DAY_END - span.minutes)
        of_day = replace(placed, span=whole_day)
        if of_day not in self._asked:
            self._asked[of_day] = self._desk.read(form_choice.question_about_placed, of_day)
        question = self._asked[of_day]
        if question is None:
            return ()
        form = placed.form.short_name.capitalize()
        return (f"{form}: {question.word.lower()}. {question.reasons[0].text}",)

    def answer(self, placed: PlacedForm) -> FormAnswer | None:
        """Ask why, unless nothing is asked; None where it is left.

        Raises PlanError where the form cannot be chosen at all.
        """
        return self._asking.answer(
            lambda codes: self._desk.read(form_choice.question_about_placed, placed, codes)
        )
