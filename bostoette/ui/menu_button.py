"""A tool button that opens a menu at one press, and looks untouched once the menu has closed.

Qt never tells the button that the pointer has left it where what was chosen in the menu opens a
dialog; it would stay drawn as pointed at until the pointer comes back.
"""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QToolButton


def give_menu(button: QToolButton, menu: QMenu) -> None:
    """Let a button open a menu; it is drawn with the mark for that."""
    button.setProperty("opens", True)  # noqa: FBT003 - Qt's signature
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)
    _LetGo(button, menu)


class _LetGo(QObject):
    def __init__(self, button: QToolButton, menu: QMenu) -> None:
        super().__init__(button)
        self._button = button
        menu.aboutToHide.connect(self._let_go)

    @Slot()
    def _let_go(self) -> None:
        if not self._button.rect().contains(self._button.mapFromGlobal(QCursor.pos())):
            self._button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
            self._button.update()
