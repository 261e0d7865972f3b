"""A day, typed as people write it, and shown as it was understood once the field is left."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from bostoette.models.plan_error import PlanError
from bostoette.models.wording import short_day
from bostoette.planning.danish_date import parse_day


class DateField(QLineEdit):
    """Takes a day; an empty field is no day."""

    def __init__(
        self, name: str, today: date, empty: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._today = today
        self.setAccessibleName(name)
        self.setPlaceholderText(empty or "dd/mm/åååå")
        self.setToolTip("Skriv fx 1/3/2026, 010326 eller mandag")
        self.editingFinished.connect(self._show_understood)

    def show_day(self, day: date | None) -> None:
        """Show a day, or none."""
        self.setText("" if day is None else f"{short_day(day)} {day.year}")

    def day(self) -> date | None:
        """Return the day; None where the field is empty. Raises PlanError where it is no day."""
        return parse_day(self.text(), self._today) if self.text().strip() else None

    def needed_day(self) -> date:
        """Return the day; raises PlanError also where the field is empty."""
        day = self.day()
        if day is None:
            raise PlanError(
                f"»{self._name}« mangler. Intet er gemt endnu, og det skrevne står der stadig. "
                "Skriv en dag, fx 1/3/2026."
            )
        return day

    def _show_understood(self) -> None:
        try:
            self.show_day(self.day())
        except PlanError:
            return  # said when the form is saved; meanwhile what was typed stays
