"""The one place where a PlanError is told: the sentence, and its details folded away."""

from PySide6.QtWidgets import QMessageBox, QWidget

from bostoette.models.plan_error import PlanError


def show_plan_error(parent: QWidget | None, error: PlanError) -> None:
    """Tell what happened and what to do, until the person has read it."""
    box = QMessageBox(QMessageBox.Icon.Information, "Bostøtte", error.sentence, parent=parent)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.button(QMessageBox.StandardButton.Ok).setText("OK")
    if error.details:
        box.setDetailedText(error.details)
    box.exec()
