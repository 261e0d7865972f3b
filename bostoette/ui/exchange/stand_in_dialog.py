"""The stand-in's sheet for a day: whose day it is, which one, and the pages as they will be."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.ui.choice_box import ChoiceBox
from bostoette.ui.date_field import DateField
from bostoette.ui.exchange.paper_dialog import PaperDialog, PaperTask
from bostoette.ui.labelled import Labelled
from bostoette.ui.theme import Theme


class StandInDialog(PaperDialog):
    """Asks for a worker and a day."""

    def __init__(
        self,
        theme: Theme,
        task: PaperTask,
        workers: Sequence[tuple[Key, str]],
        whose: Key,
        day: date,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, task, parent)
        self.worker = ChoiceBox[Key]("Hvis dag", workers, self)
        self.worker.choose(whose)
        self.day = DateField("Dag", day, parent=self)
        self.day.show_day(day)
        self._shown = day
        self.offer(Labelled(theme, "Hvis dag", self.worker.box))
        self.offer(Labelled(theme, "Dag", self.day))
        self.worker.box.currentIndexChanged.connect(self.draw)
        self.day.editingFinished.connect(self._take_day)

    def _take_day(self) -> None:
        try:
            day = self.day.needed_day()
        except PlanError as error:
            self.tell(error)
            return
        if day != self._shown or self.trouble.isVisible():
            self._shown = day
            self.draw()
