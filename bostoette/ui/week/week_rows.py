"""The questions of a template week, one in a row: whose, from which week, and how many."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget


def ask_in_rows(column: QVBoxLayout, questions: Sequence[tuple[str, QWidget]]) -> QFormLayout:
    """Put a label before each field; a long one goes above it. ``&`` marks a label's key."""
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    column.addLayout(form)
    for label, field in questions:
        field.setAccessibleName(label.replace("&", ""))
        form.addRow(label, field)
    return form
