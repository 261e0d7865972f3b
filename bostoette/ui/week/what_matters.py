"""What matters to a citizen when we meet and part, told where a visit becomes a call (P30)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bostoette.ui.words import Words


class WhatMatters(Words):
    """Gone where nobody has asked; the caller hides it in discretion by handing in nothing."""

    def __init__(self, said: str, parent: QWidget | None = None) -> None:
        super().__init__(f"Når I mødes og skilles, betyder det noget: {said}", parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setVisible(bool(said))
