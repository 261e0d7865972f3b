"""The form of one goal (delmål): the citizen's own words first, then the field's words (P45)."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtWidgets import QLineEdit, QWidget

from bostoette.models.ffb import FunctionLevel, GoalType, SubTheme, SupportLevel, Theme
from bostoette.models.goal_fields import GoalFields
from bostoette.ui.choice_box import ChoiceBox
from bostoette.ui.date_field import DateField
from bostoette.ui.form_dialog import FormDialog
from bostoette.ui.form_rows import FormRows
from bostoette.ui.theme import Theme as Look
from bostoette.ui.words import Words

_SIZE = (600, 500)


K = TypeVar("K", GoalType, Theme, FunctionLevel, SupportLevel)


class GoalEditor(FormDialog):
    """Asks for a goal and gives it to ``save``; ``warning`` says that there are many already."""

    def __init__(
        self,
        theme: Look,
        today: date,
        save: Callable[[GoalFields], object],
        *,
        known: GoalFields | None = None,
        warning: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Ret delmål" if known else "Nyt delmål", _SIZE, parent)
        form = QWidget(self)
        self.words = _line("Borgerens egne ord", "Fx: Jeg vil kunne invitere min søster hjem", form)
        self.title = _line("Fagligt formuleret", "Fx: Vasker op selv hver anden dag", form)
        self.goal_type = _choice("Måltype", GoalType, form)
        self.goal_theme = _choice("Tema", Theme, form)
        self.sub_theme = ChoiceBox[SubTheme | None]("Undertema", [(None, "Hele temaet")], form)
        self.functioning = _choice("Funktionsevneniveau", FunctionLevel, form)
        self.support = _choice("Støttebehovsniveau", SupportLevel, form)
        self.review_on = DateField("Ses på igen", today, "Ikke aftalt", form)
        self.warning = Words(warning, form)
        self.warning.setObjectName("tightSpots")
        self.warning.setVisible(bool(warning))
        self.goal_theme.box.currentIndexChanged.connect(self._offer_parts)
        self._lay_out(form)
        self.hold(form, lambda: self._give(save))
        self._fill(known or GoalFields("", goal_type=GoalType.DEVELOP, theme=Theme.PRACTICAL))
        self.begin()
        self.words.setFocus()

    def fields(self) -> GoalFields:
        """Return what is filled in; raises PlanError where the day cannot be read."""
        return GoalFields(
            self.words.text().strip(),
            self.title.text().strip(),
            self.goal_type.value,
            self.goal_theme.value,
            self.sub_theme.value,
            self.functioning.value,
            self.support.value,
            self.review_on.day(),
        )

    def _lay_out(self, form: QWidget) -> None:
        rows = FormRows(self.theme, form)
        rows.addWidget(self.warning)
        rows.row(("Borgerens egne ord", self.words))
        rows.row(("Fagligt formuleret (kan stå tomt)", self.title))
        rows.row(("Tema", self.goal_theme.box), ("Måltype", self.goal_type.box))
        rows.row(("Undertema", self.sub_theme.box))
        rows.row(
            ("Funktionsevneniveau", self.functioning.box),
            ("Støttebehovsniveau", self.support.box),
        )
        rows.row(("Ses på igen", self.review_on), ("", QWidget(form)))
        rows.addStretch(1)

    def _give(self, save: Callable[[GoalFields], object]) -> None:
        fields = self.fields()
        fields.check()
        save(fields)

    def _offer_parts(self) -> None:
        parts = [(part, part.danish) for part in self.goal_theme.value.parts]
        self.sub_theme.offer([(None, "Hele temaet"), *parts])

    def _fill(self, known: GoalFields) -> None:
        self.words.setText(known.words)
        self.title.setText(known.title)
        self.goal_type.choose(known.goal_type)
        self.goal_theme.choose(known.theme)
        self._offer_parts()
        self.sub_theme.choose(known.sub_theme)
        self.functioning.choose(known.functioning)
        self.support.choose(known.support)
        self.review_on.show_day(known.review_on)


def _line(name: str, hint: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    return line


def _choice(name: str, kind: type[K], parent: QWidget) -> ChoiceBox[K]:
    return ChoiceBox(name, [(one, one.danish) for one in kind], parent)
