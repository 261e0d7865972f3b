"""The profile's form: plain questions in groups, about what decides which form fits."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from bostoette.models.citizen_fields import CitizenChoices, ProfileFields
from bostoette.models.key import Key
from bostoette.ui.citizens.choice_box import ChoiceBox
from bostoette.ui.citizens.date_field import DateField
from bostoette.ui.citizens.form_dialog import FormDialog
from bostoette.ui.citizens.form_rows import FormRows
from bostoette.ui.citizens.profile_questions import GROUPS, WISHES, Question
from bostoette.ui.entry.words import quiet
from bostoette.ui.number_field import NumberField
from bostoette.ui.theme import Theme

_LONGEST_WAY = 600


class ProfileForm(FormDialog):
    """Asks for the profile and gives it to ``save``, as gone through today."""

    def __init__(
        self,
        theme: Theme,
        choices: CitizenChoices,
        today: date,
        known: ProfileFields,
        *,
        save: Callable[[ProfileFields], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Profil", (660, 700), parent)
        self._known = known
        self._today = today
        self._form = QWidget(self)
        self.ticks: dict[str, QCheckBox] = {}
        self.chosen: dict[str, ChoiceBox[StrEnum]] = {}
        self.asked_on = DateField("Ønskerne er talt igennem den", today, "Ikke endnu", self._form)
        self.asked_by = ChoiceBox[Key | None](
            "Hvem talte om ønskerne?",
            [(None, "Ingen")]
            + [
                (one.id, f"{one.initials} · {one.name}")
                for one in choices.workers
                if one.active or one.id == known.wishes_asked_by
            ],
            self._form,
        )
        self.checked_on = DateField("Udstyret er set efter den", today, "Ikke endnu", self._form)
        self.platform = ChoiceBox[str | None](
            "Platform til video",
            [(None, "Ikke valgt")]
            + [
                (one.id, one.title)
                for one in choices.platforms
                if one.active or one.id == known.platform_id
            ],
            self._form,
        )
        self.travel = NumberField(self._form)
        self.travel.setAccessibleName("Rejsetid den ene vej i minutter")
        self.travel.setRange(0, _LONGEST_WAY)
        self.travel.setSuffix(" min")
        self._lay_out()
        self.hold(self._form, lambda: save(self.fields()))
        self._fill()
        self.begin()

    def fields(self) -> ProfileFields:
        """Return the answers; raises PlanError where a day cannot be read."""
        answers: dict[str, Any] = {name: box.isChecked() for name, box in self.ticks.items()}
        answers |= {name: box.value for name, box in self.chosen.items()}
        return replace(
            self._known,
            **answers,
            filled_on=self._today,
            wishes_asked_on=self.asked_on.day(),
            wishes_asked_by=self.asked_by.value,
            equipment_checked_on=self.checked_on.day(),
            platform_id=self.platform.value,
            travel_minutes_one_way=self.travel.value(),
        )

    def _lay_out(self) -> None:
        rows = FormRows(self.theme, self._form)
        rows.addWidget(
            quiet(
                "Svarene hjælper med at vælge den form, der passer. Diagnose, målgruppe og alder "
                "hører ikke til her.",
                self._form,
            )
        )
        rows.heading("Hvad synes borgeren om formerne?")
        first, second, third, fourth = (self._ask(question) for question in WISHES)
        rows.row(first, second)
        rows.row(third, fourth)
        rows.row(
            ("Talt igennem den", self.asked_on), ("Hvem talte om ønskerne?", self.asked_by.box)
        )
        for group in GROUPS:
            rows.heading(group.title)
            for question in group.questions:
                rows.row(self._ask(question))
        rows.heading("Praktisk")
        rows.row(("Udstyret er set efter den", self.checked_on))
        rows.row(("Platform til video", self.platform.box), ("Rejsetid den ene vej", self.travel))

    def _ask(self, question: Question) -> tuple[str, QWidget]:
        """Make the field of a question; a statement to tick needs no label of its own."""
        if question.words is None:
            tick = QCheckBox(question.asked, self._form)
            self.ticks[question.field] = tick
            return "", tick
        box = ChoiceBox[StrEnum](
            question.asked, [(word, _danish(word)) for word in question.words], self._form
        )
        self.chosen[question.field] = box
        return question.asked, box.box

    def _fill(self) -> None:
        for name, tick in self.ticks.items():
            tick.setChecked(getattr(self._known, name))
        for name, box in self.chosen.items():
            box.choose(getattr(self._known, name))
        self.asked_on.show_day(self._known.wishes_asked_on)
        self.asked_by.choose(self._known.wishes_asked_by)
        self.checked_on.show_day(self._known.equipment_checked_on)
        self.platform.choose(self._known.platform_id)
        self.travel.setValue(self._known.travel_minutes_one_way)


def _danish(word: StrEnum) -> str:
    """Return the Danish word that every such value knows."""
    return str(getattr(word, "danish"))  # noqa: B009 - the kinds share no class that says so
