"""The fields of one group of the profile: plain questions, and when and by whom they were asked."""

from enum import StrEnum
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from bostoette.models.citizen_fields import ListName, WorkerName
from bostoette.models.key import Key
from bostoette.ui.choice_box import ChoiceBox
from bostoette.ui.citizens.citizen_facts import Shown
from bostoette.ui.citizens.profile_group import EQUIPMENT_GROUP, WISHES_GROUP, ProfileGroup
from bostoette.ui.citizens.profile_questions import Question
from bostoette.ui.date_field import DateField
from bostoette.ui.form_rows import FormRows
from bostoette.ui.naming import Naming
from bostoette.ui.number_field import NumberField
from bostoette.ui.theme import Theme

_LONGEST_WAY = 600
_PAIR = 2


class ProfileFieldsForm(QWidget):
    """Asks one group's questions, begun with the answers so far."""

    def __init__(
        self,
        theme: Theme,
        group: ProfileGroup,
        shown: Shown,
        me: Key,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.group = group
        self._theme = theme
        self._shown = shown
        self.ticks: dict[str, QCheckBox] = {}
        self.chosen: dict[str, ChoiceBox[StrEnum]] = {}
        self.answered: dict[str, ChoiceBox[bool | None]] = {}
        self.asked_on = DateField(_asked_words(group), shown.today, parent=self)
        self.asked_by = ChoiceBox[Key | None](
            "Hvem spurgte?", _workers(shown.choices.workers, me, shown.naming), self
        )
        self.platform = ChoiceBox[str | None](
            "Platform til video",
            _platforms(shown.choices.platforms, shown.details.profile.platform_id),
            self,
        )
        self.travel = NumberField(self)
        self.travel.setAccessibleName("Rejsetid den ene vej i minutter")
        self.travel.setRange(0, _LONGEST_WAY)
        self.travel.setSuffix(" min")
        self._lay_out()
        self._fill(me)

    @property
    def first(self) -> QWidget:
        """The field to begin with."""
        boxes = [choice.box for choice in self.chosen.values()]
        return boxes[0] if boxes else self.asked_on

    def answers(self) -> dict[str, Any]:
        """Return the answers by the profile's fields; raises PlanError where a day is missing."""
        found: dict[str, Any] = {name: box.isChecked() for name, box in self.ticks.items()}
        found |= {name: box.value for name, box in self.chosen.items()}
        found |= {name: bool(box.value) for name, box in self.answered.items()}
        day = self.asked_on.needed_day()
        if self.group is WISHES_GROUP:
            return found | {"wishes_asked_on": day, "wishes_asked_by": self.asked_by.value}
        if self.group is EQUIPMENT_GROUP:
            return found | {"equipment_checked_on": day, "platform_id": self.platform.value}
        return found | {"filled_on": day, "travel_minutes_one_way": self.travel.value()}

    def _lay_out(self) -> None:
        rows = FormRows(self._theme, self)
        rows.setContentsMargins(0, 0, 0, 0)
        listed = [one for one in self.group.questions if one.words or one.chosen]
        boxes = [self._ask(one) for one in listed]
        for place in range(0, len(boxes), _PAIR):
            rows.row(*boxes[place : place + _PAIR])
        for question in self.group.questions:
            if question not in listed:
                rows.row(self._ask(question))
        date_row: list[tuple[str, QWidget]] = [(_asked_words(self.group), self.asked_on)]
        if self.group is WISHES_GROUP:
            date_row.append(("Hvem spurgte?", self.asked_by.box))
        elif self.group is EQUIPMENT_GROUP:
            date_row.append(("Platform til video", self.platform.box))
        else:
            date_row.append(("Rejsetid den ene vej", self.travel))
        rows.row(*date_row)
        for unused in (self.asked_by.box, self.platform.box, self.travel):
            if all(unused is not field for _, field in date_row):
                unused.setParent(None)

    def _ask(self, question: Question) -> tuple[str, QWidget]:
        """Make the field of a question; a statement to tick needs no label of its own."""
        if question.chosen:
            answers = ChoiceBox[bool | None](question.asked, question.chosen, self)
            self.answered[question.field] = answers
            return question.asked, answers.box
        if question.words is None:
            tick = QCheckBox(question.asked, self)
            self.ticks[question.field] = tick
            return "", tick
        box = ChoiceBox[StrEnum](
            question.asked, [(word, _danish(word)) for word in question.words], self
        )
        self.chosen[question.field] = box
        return question.asked, box.box

    def _fill(self, me: Key) -> None:
        profile = self._shown.details.profile
        for name, tick in self.ticks.items():
            tick.setChecked(getattr(profile, name))
        for name, box in self.chosen.items():
            box.choose(getattr(profile, name))
        known = self.group.asked_on(profile) is not None
        for name, answers in self.answered.items():
            answers.choose(getattr(profile, name) if known else None)
        self.asked_on.show_day(self._shown.today)
        self.asked_by.choose(me)
        self.platform.choose(profile.platform_id)
        self.travel.setValue(profile.travel_minutes_one_way)


def _asked_words(group: ProfileGroup) -> str:
    return "Set efter den" if group is EQUIPMENT_GROUP else "Talt igennem den"


def _workers(
    workers: tuple[WorkerName, ...], me: Key, naming: Naming
) -> list[tuple[Key | None, str]]:
    offered: list[tuple[Key | None, str]] = [(None, "Ingen")]
    return offered + [
        (one.id, naming.name_of(f"{one.initials} · {one.name}", one.initials))
        for one in workers
        if one.active or one.id == me
    ]


def _platforms(platforms: tuple[ListName, ...], chosen: str | None) -> list[tuple[str | None, str]]:
    offered: list[tuple[str | None, str]] = [(None, "Ikke valgt")]
    return offered + [(one.id, one.title) for one in platforms if one.active or one.id == chosen]


def _danish(word: StrEnum) -> str:
    """Return the Danish word that every such value knows."""
    return str(getattr(word, "danish"))  # noqa: B009 - the kinds share no class that says so
