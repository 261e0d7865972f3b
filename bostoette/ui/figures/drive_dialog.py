"""Asks how a drive really was: kilometres, car, whether it counts, a remark."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QWidget

from bostoette.models.car_kind import CarKind
from bostoette.models.drive_list import LONGEST_REMARK, Drive, DriveFields
from bostoette.models.figure import decimal
from bostoette.models.plan_error import PlanError
from bostoette.services.figure_files import drive_when
from bostoette.ui.field_dialog import FieldDialog
from bostoette.ui.form_parts import Choice, labelled, line
from bostoette.ui.theme import Theme


class DriveDialog(FieldDialog):
    """What is left empty counts as it was worked out."""

    def __init__(
        self,
        theme: Theme,
        drive: Drive,
        keep: Callable[[DriveFields], None],
        parent: QWidget,
    ) -> None:
        where = f"{drive.from_code} – {drive.to_code}"
        super().__init__(theme, "Ret kørslen", "", "Gem rettelsen", parent)
        self._keep = keep
        kept = drive.correction or DriveFields()
        worked_out = "ukendt" if drive.worked_out is None else f"{decimal(drive.worked_out)} km"
        self.km = line("" if kept.km is None else decimal(kept.km).replace(".", ""), 8)
        self.km.setPlaceholderText("som regnet ud")
        self.car = Choice(
            [(None, f"Som til daglig: {drive.usual_car.danish.lower()}")]
            + [(car, car.danish) for car in CarKind],
            kept.car,
        )
        self.skipped = QCheckBox("Turen tæller ikke med")
        self.skipped.setChecked(kept.skipped)
        self.remark = line(kept.remark, LONGEST_REMARK)
        hint = f"{drive_when(drive)}, {where}. Regnet ud: {worked_out}."
        self.column.addWidget(labelled(theme, "Kilometer", self.km, hint=hint))
        self.column.addWidget(labelled(theme, "Bil", self.car))
        self.column.addWidget(self.skipped)
        self.column.addWidget(labelled(theme, "Bemærkning", self.remark, hint="Uden navne."))

    def submit(self) -> None:
        """Store the correction."""
        self._keep(
            DriveFields(
                _km(self.km.text()), self.car.value, self.skipped.isChecked(), self.remark.text()
            )
        )
        self.finish()


def _km(typed: str) -> float | None:
    """Return typed kilometres; None where nothing is typed. Raises PlanError at rubbish."""
    plain = typed.strip().removesuffix("km").strip().replace(",", ".")
    if not plain:
        return None
    try:
        found = float(plain)
    except ValueError as error:
        raise PlanError(
            "Skriv kilometer som et tal, fx 12,5. Intet er gemt endnu, og det skrevne står der "
            "stadig."
        ) from error
    if found != found or found in {float("inf"), float("-inf")}:  # noqa: PLR0124 - not a number
        raise PlanError("Skriv kilometer som et tal, fx 12,5. Intet er gemt endnu.")
    return round(found, 1)
