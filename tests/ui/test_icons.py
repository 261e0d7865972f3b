import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from bostoette.models.contact_form import ContactForm
from bostoette.models.resource_folder import resource_folder
from bostoette.ui import icons
from bostoette.ui.form_look import look_of

DRAWINGS = sorted((resource_folder() / "icons").glob("*.svg"))


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_every_icon_keeps_to_the_grid_and_the_stroke(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert re.findall(r'stroke-width="([^"]*)"', text) == ["1.75"]
    assert set(re.findall(r'(?:stroke|fill)="([^"]*)"', text)) == {"currentColor", "none"}


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_every_icon_shows_something_in_the_colour_asked_for(path: Path, qapp: QApplication) -> None:
    assert qapp is not None
    picture = icons.pixmap(path.stem, "#0F4C9C", 24, 2.0).toImage()
    picture = picture.convertToFormat(QImage.Format.Format_ARGB32)
    assert picture.width() == 48
    full = {
        picture.pixelColor(x, y).name()[:5]  # thin lines lose their last digits to rounding
        for x in range(48)
        for y in range(48)
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert full == {"#0f4c"}
    edge = [(place, side) for place in range(48) for side in (0, 47)]
    assert not any(
        picture.pixelColor(*spot).alpha() for x, y in edge for spot in ((x, y), (y, x))
    ), "cut at the edge of its grid"


def test_an_icon_is_sharp_on_every_usual_screen(qapp: QApplication) -> None:
    assert qapp is not None
    drawn = icons.icon("home", "#000000", 20)
    assert {size.width() for size in drawn.availableSizes()} == {20, 30, 40, 60, 80}


def test_an_icon_grows_with_large_text(qapp: QApplication) -> None:
    assert qapp is not None
    drawn = icons.icon("home", "#000000").pixmap(QSize(32, 32), 1.0)
    assert drawn.width() == 32


def test_every_form_has_its_icon() -> None:
    names = {path.stem for path in DRAWINGS}
    assert {look_of(form).icon for form in (*ContactForm, None)} <= names
