"""The tokens, computed: contrast by WCAG 2, colour distance by CIEDE2000 after Machado 2009."""

import math
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTimeEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.ui.form_look import OTHER_LOOK, look_of
from bostoette.ui.theme import DARK, LIGHT, Appearance, Theme, Tokens
from tests.ui.hands import show_active

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

EYES: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
SCHEMES = {"light": LIGHT, "dark": DARK}
TINTS = ("physical_tint", "phone_tint", "video_tint", "walk_tint", "other_tint")
FORM_INKS = ("physical", "phone", "video", "walk")

every_scheme = pytest.mark.parametrize("tokens", SCHEMES.values(), ids=SCHEMES.keys())


def linear(colour: str) -> Triple:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        red, green, blue = linear(colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def seen_by(eyes: str, colour: str) -> Triple:
    rgb = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, rgb, strict=True)))) for row in EYES[eyes]
    )
    return red, green, blue


def lab(rgb: Triple) -> Triple:
    red, green, blue = rgb
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883

    def f(t: float) -> float:
        return float(t ** (1 / 3)) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116

    return 116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))


def ciede2000(one: Triple, other: Triple) -> float:
    mean_c = (math.hypot(*one[1:]) + math.hypot(*other[1:])) / 2
    g = 1.5 - 0.5 * math.sqrt(mean_c**7 / (mean_c**7 + 25**7))
    c1, c2 = math.hypot(one[1] * g, one[2]), math.hypot(other[1] * g, other[2])
    h1 = math.degrees(math.atan2(one[2], one[1] * g)) % 360
    h2 = math.degrees(math.atan2(other[2], other[1] * g)) % 360
    grey = c1 * c2 == 0
    turn = 0.0 if grey else (h2 - h1 + 180) % 360 - 180
    mean_h = h1 + h2 if grey else h1 + turn / 2
    mean_l, mean_c = (one[0] + other[0]) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * math.cos(math.radians(mean_h - 30))
        + 0.24 * math.cos(math.radians(2 * mean_h))
        + 0.32 * math.cos(math.radians(3 * mean_h + 6))
        - 0.20 * math.cos(math.radians(4 * mean_h - 63))
    )
    light = (other[0] - one[0]) / (
        1 + 0.015 * (mean_l - 50) ** 2 / math.hypot(20**0.5, mean_l - 50)
    )
    strong = (c2 - c1) / (1 + 0.045 * mean_c)
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * mean_c * t)
    bend = math.sin(math.radians(60 * math.exp(-((((mean_h % 360) - 275) / 25) ** 2))))
    rotation = -2 * math.sqrt(mean_c**7 / (mean_c**7 + 25**7)) * bend
    return math.sqrt(light**2 + strong**2 + hue**2 + rotation * strong * hue)


def pairs(tokens: Tokens, inks: tuple[str, ...], grounds: tuple[str, ...]) -> dict[str, float]:
    return {
        f"{ink} on {ground}": contrast(getattr(tokens, ink), getattr(tokens, ground))
        for ink in inks
        for ground in grounds
    }


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        # From the test data of Sharma, Wu and Dalal (2005).
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0011), 7.2195),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_colour_distance_is_computed_as_published(
    one: Triple, other: Triple, distance: float
) -> None:
    assert ciede2000(one, other) == pytest.approx(distance, abs=1e-4)


@every_scheme
@pytest.mark.parametrize("eyes", EYES)
def test_the_four_forms_are_told_apart_by_every_kind_of_eyes(tokens: Tokens, eyes: str) -> None:
    seen = {ink: lab(seen_by(eyes, getattr(tokens, ink))) for ink in FORM_INKS}
    apart = {pair: ciede2000(seen[pair[0]], seen[pair[1]]) for pair in combinations(seen, 2)}
    assert {pair: distance for pair, distance in apart.items() if distance < 10} == {}


@every_scheme
def test_card_text_has_at_least_seven_to_one(tokens: Tokens) -> None:
    measured = pairs(tokens, ("ink",), (*TINTS, "surface", "accent_tint", "hit_tint"))
    assert {pair: ratio for pair, ratio in measured.items() if ratio < 7} == {}


@every_scheme
def test_all_other_text_has_at_least_four_and_a_half_to_one(tokens: Tokens) -> None:
    grounds = ("ground", "surface")
    measured = (
        pairs(tokens, ("ink", "muted", "accent", "warn", "stop", "other", *FORM_INKS), grounds)
        | pairs(tokens, ("muted", "accent", "ink"), ("accent_tint", "other_tint"))
        | pairs(tokens, ("warn", "ink"), ("warn_tint",))
        | pairs(tokens, ("stop", "ink"), ("stop_tint",))
        | pairs(tokens, ("on_accent",), ("accent",))
        | pairs(tokens, ("rail_ink",), ("rail", "rail_active"))
        | {
            f"{ink} on its tint": contrast(getattr(tokens, ink), getattr(tokens, f"{ink}_tint"))
            for ink in (*FORM_INKS, "other", "warn", "stop")
        }
    )
    assert {pair: ratio for pair, ratio in measured.items() if ratio < 4.5} == {}


@every_scheme
def test_edges_focus_and_the_line_for_now_have_at_least_three_to_one(tokens: Tokens) -> None:
    grounds = ("ground", "surface")
    measured = (
        pairs(tokens, ("edge", "focus", "now", "accent"), grounds)
        | pairs(tokens, ("focus", "now"), (*TINTS, "accent_tint"))
        | pairs(tokens, ("focus_on_accent",), ("accent",))
        | pairs(tokens, ("warn", "muted"), TINTS)
    )
    assert {pair: ratio for pair, ratio in measured.items() if ratio < 3} == {}


def test_every_token_is_a_colour() -> None:
    for tokens in SCHEMES.values():
        for value in tokens:
            assert len(value) == 7
            assert value.startswith("#")
            int(value[1:], 16)


def test_no_two_forms_share_icon_word_and_edge() -> None:
    assert len({look_of(form).edge for form in CORE_FORMS}) == 4
    told = [(look_of(form).icon, form.short_name) for form in ContactForm]
    assert len(set(told)) == len(ContactForm)
    assert look_of(None) is OTHER_LOOK


def test_the_program_wears_what_the_person_asks_for(theme: Theme, qapp: QApplication) -> None:
    theme.use(Appearance.DARK)
    assert theme.tokens is DARK
    assert theme.is_dark
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.ground
    theme.use(Appearance.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == LIGHT.ground


def test_told_to_follow_the_system_it_follows_the_system(theme: Theme) -> None:
    theme.use(Appearance.SYSTEM)
    dark = QGuiApplication.styleHints().colorScheme().name == "Dark"
    assert theme.tokens is (DARK if dark else LIGHT)


def test_text_grows_to_twice_its_size_and_no_further(theme: Theme, qapp: QApplication) -> None:
    small = qapp.font().pointSizeF()
    theme.use(Appearance.LIGHT, 200)
    assert qapp.font().pointSizeF() == pytest.approx(2 * small)
    theme.use(Appearance.LIGHT, 900)
    assert qapp.font().pointSizeF() == pytest.approx(2 * small)
    theme.use(Appearance.LIGHT, 10)
    assert qapp.font().pointSizeF() == pytest.approx(small)


def test_widgets_hear_of_another_scheme(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed, timeout=1000):
        theme.use(Appearance.DARK)


def controls(page: QWidget) -> list[QWidget]:
    column = QVBoxLayout(page)
    made: list[QWidget] = [
        QPushButton("Gem", page),
        QToolButton(page),
        QCheckBox("Aftalt", page),
        QRadioButton("Besøg", page),
        QLineEdit(page),
        QComboBox(page),
        QSpinBox(page),
        QTimeEdit(page),
    ]
    for control in made:
        column.addWidget(control)
    return made


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_every_control_is_high_enough_to_hit(theme: Theme, qtbot: QtBot, percent: int) -> None:
    theme.use(Appearance.LIGHT, percent)
    page = QWidget()
    qtbot.addWidget(page)
    made = controls(page)
    page.show()
    page.ensurePolished()
    heights = {type(control).__name__: control.sizeHint().height() for control in made}
    least = 28 * percent // 100
    assert {name: height for name, height in heights.items() if height < least} == {}
    assert min(control.width() for control in made) >= 24


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_the_focus_is_seen_on_every_control(
    theme: Theme, qtbot: QtBot, appearance: Appearance
) -> None:
    theme.use(appearance)
    page = QWidget()
    qtbot.addWidget(page)
    made = controls(page)
    main = QPushButton("Ny kontakt", page)
    main.setProperty("main", True)  # noqa: FBT003 – Qt's own signature
    page.layout().addWidget(main)  # type: ignore[union-attr]  # the layout was just set
    show_active(page)
    for control in [*made, main]:
        ring = theme.tokens.focus_on_accent if control is main else theme.tokens.focus
        control.clearFocus()
        before = colours(control)
        control.setFocus()
        assert control.hasFocus()
        after = colours(control)
        gained = after.get(ring.lower(), 0) - before.get(ring.lower(), 0)
        assert gained > control.width(), type(control).__name__


def colours(control: QWidget) -> dict[str, int]:
    picture = control.grab().toImage()
    counted: dict[str, int] = {}
    for y in range(picture.height()):
        for x in range(picture.width()):
            name = picture.pixelColor(x, y).name()
            counted[name] = counted.get(name, 0) + 1
    return counted


def test_an_answer_that_is_given_looks_otherwise_than_one_that_is_not(
    qtbot: QtBot, theme: Theme
) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    column = QVBoxLayout(row)
    given, other = QPushButton("Kom", row), QPushButton("Kom", row)
    for button in (given, other):
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(button)
    given.setChecked(True)
    show_active(row)

    assert given.grab().toImage() != other.grab().toImage()
    assert given.sizeHint() == other.sizeHint()
