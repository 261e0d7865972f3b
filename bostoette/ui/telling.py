"""The one place where a PlanError or a bug is told: the sentence, and its details folded away."""

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


def show_fault(parent: QWidget | None, written: str) -> None:
    """Tell of a bug in general words; what was written of it is folded away."""
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        "Bostøtte",
        "Noget gik galt i programmet, og det seneste blev måske ikke gjort. Det, der var "
        "gemt, er i behold. Prøv igen; kommer det tilbage, så send detaljerne til os. "
        "Der står ingen navne i dem.",
        parent=parent,
    )
    box.setDetailedText(written)
    box.exec()
