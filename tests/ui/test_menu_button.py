"""A button that opens a menu looks untouched once the menu has closed."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from bostoette.ui.menu_button import give_menu
from tests.ui.hands import show_active


def test_it_is_not_drawn_as_pointed_at_when_the_pointer_has_left_by_way_of_the_menu(
    qtbot: QtBot,
) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(400, 300)
    button = QToolButton(place)
    menu = QMenu(button)
    menu.addAction("Kopiér uge eller dag …")
    give_menu(button, menu)
    show_active(place)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QCursor.setPos(button.mapToGlobal(QPoint(300, 200)))
    menu.popup(button.mapToGlobal(QPoint(0, 40)))
    menu.hide()
    assert not button.underMouse()
