"""What stands in a form's fields right now, as plain values, to be kept as a draft and put back."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from bostoette.ui.unread import is_unread

Field = QLineEdit | QPlainTextEdit | QComboBox | QSpinBox | QCheckBox
TypedState = dict[str, str]
_CHECKED = "x"


def typed_state(form: QWidget) -> TypedState:
    """Return what stands in every named field, as text."""
    return {name: text_in(field) for name, field in _fields(form)}


def put_back(form: QWidget, state: TypedState) -> None:
    """Put a draft back; fields it does not know are left as they are."""
    for name, field in _fields(form):
        if name in state:
            _write(field, state[name])


def watch(form: QWidget, changed: Callable[[], None]) -> None:
    """Call ``changed`` at everything typed or chosen in the fields there are now."""
    for _name, field in _fields(form):
        _changes(field).connect(lambda *_: changed())


def fields_in(form: QWidget) -> Iterator[Field]:
    """Give every field but those for a passphrase; inner parts of a field are not fields."""
    for widget in form.findChildren(QWidget):
        inner = isinstance(widget.parent(), QComboBox | QSpinBox)
        if isinstance(widget, Field) and not inner and not is_unread(widget):
            yield widget


def _changes(field: Field) -> SignalInstance:
    match field:
        case QLineEdit() | QPlainTextEdit():
            return field.textChanged
        case QComboBox():
            return field.currentTextChanged
        case QSpinBox():
            return field.valueChanged
        case QCheckBox():
            return field.toggled


def _fields(form: QWidget) -> Iterator[tuple[str, Field]]:
    """Give the fields with their accessible names; inner parts of a field are not fields."""
    for widget in form.findChildren(QWidget):
        inner = isinstance(widget.parent(), QComboBox | QSpinBox)
        name = widget.accessibleName() or (_check_words(widget))
        if isinstance(widget, Field) and name and not inner:
            yield name, widget


def _check_words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QCheckBox) else ""


def text_in(field: Field) -> str:
    """Return what stands in a field."""
    match field:
        case QLineEdit():
            return field.text()
        case QPlainTextEdit():
            return field.toPlainText()
        case QComboBox():
            return field.currentText()
        case QSpinBox():
            return str(field.value())
        case QCheckBox():
            return _CHECKED if field.isChecked() else ""


def _write(field: Field, text: str) -> None:
    match field:
        case QLineEdit():
            field.setText(text)
        case QPlainTextEdit():
            field.setPlainText(text)
        case QComboBox():
            place = field.findText(text)
            field.setCurrentIndex(place)
            if field.isEditable():
                field.setEditText(text)
        case QSpinBox():
            field.setValue(int(text) if text.isdigit() else field.value())
        case QCheckBox():
            field.setChecked(text == _CHECKED)
