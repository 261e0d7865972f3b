"""Which colour and icon stands for which form, at the foot of the tray where there is room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from bostoette.models.contact_form import CORE_FORMS
from bostoette.ui import icons
from bostoette.ui.form_look import look_of
from bostoette.ui.theme import Theme

ICON = 14


class TrayLegend(QWidget):
    """The four forms, two beside two."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName("Farver")
        self._chips = {form: (QLabel(self), QLabel(form.short_name, self)) for form in CORE_FORMS}
        grid = QGridLayout(self)
        edge = theme.pixels(4)
        grid.setContentsMargins(0, edge, 0, 0)
        grid.setSpacing(edge)
        for place, (mark, word) in enumerate(self._chips.values()):
            pair = QHBoxLayout()
            pair.setSpacing(edge)
            pair.addWidget(mark)
            pair.addWidget(word, 1)
            grid.addLayout(pair, place // 2, place % 2)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        tokens, size = self._theme.tokens, self._theme.pixels(ICON)
        corner = self._theme.pixels(6)
        for form, (mark, word) in self._chips.items():
            look = look_of(form)
            mark.setPixmap(
                icons.pixmap(look.icon, look.ink_of(tokens), size, self.devicePixelRatioF())
            )
            mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
            mark.setFixedSize(self._theme.pixels(24), self._theme.pixels(24))
            mark.setStyleSheet(f"background: {look.tint_of(tokens)}; border-radius: {corner}px;")
            word.setStyleSheet(f"color: {look.ink_of(tokens)}; font-weight: 600;")
