"""Fields whose text nothing but their own form reads: a passphrase is kept nowhere meanwhile."""

from PySide6.QtWidgets import QWidget

_UNREAD = "readNowhere"


def leave_unread(field: QWidget) -> None:
    """Let nothing else read what stands in a field."""
    field.setProperty(_UNREAD, True)  # noqa: FBT003 - Qt's signature


def is_unread(field: QWidget) -> bool:
    """Tell whether nothing else may read it."""
    return bool(field.property(_UNREAD))
