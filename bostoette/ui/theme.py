"""The theme: one table of tokens for light and one for dark, and how the program wears them.

No colour is written anywhere else. Widgets that paint themselves are given the Theme, read
``tokens`` when they paint, and repaint when ``changed`` is sent.
"""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from bostoette.ui import stylesheet
from bostoette.ui.icon_drawing import drawing

STYLE_ARGUMENTS = ("-style", "Fusion")
"""Qt's own drawing that the theme builds on; told to the application as it is made.

Set later it comes back as a Python object, for whose class 8 ms of every start would go.
"""
SMALLEST_TEXT = 100
LARGEST_TEXT = 200


class Appearance(StrEnum):
    """Which table of tokens the person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Tokens(NamedTuple):
    """The colours of one scheme, each named after what it is for, as ``#RRGGBB``.

    A named tuple, because a dataclass of so many fields takes 2 ms of every start to make.
    """

    ground: str
    surface: str
    ink: str
    muted: str
    line: str
    edge: str
    """Borders of what can be operated; ``line`` only divides."""
    accent: str
    accent_tint: str
    on_accent: str
    focus: str
    focus_on_accent: str
    rail: str
    rail_ink: str
    rail_active: str
    warn: str
    warn_tint: str
    stop: str
    stop_tint: str
    hit_tint: str
    """Behind words that were searched for."""
    now: str
    other: str
    other_tint: str
    physical: str
    physical_tint: str
    phone: str
    phone_tint: str
    video: str
    video_tint: str
    walk: str
    walk_tint: str


LIGHT = Tokens(
    ground="#F5F4F0",
    surface="#FFFFFF",
    ink="#1D2433",
    muted="#5B6475",
    line="#E2E0D9",
    edge="#7D8592",
    accent="#0E6B63",
    accent_tint="#E1F1EE",
    on_accent="#FFFFFF",
    focus="#0E6B63",
    focus_on_accent="#05070B",
    rail="#16302E",
    rail_ink="#DDE9E7",
    rail_active="#24514D",
    warn="#9A3B00",
    warn_tint="#FDEBDD",
    stop="#A4161A",
    stop_tint="#FBE6E6",
    hit_tint="#FFE9A8",
    now="#C4161C",
    other="#5B6475",
    other_tint="#ECEBE6",
    physical="#2858AA",
    physical_tint="#E4EDFA",
    phone="#723A00",
    phone_tint="#FBF0DA",
    video="#9F1675",
    video_tint="#FAE6F2",
    walk="#2B7A30",
    walk_tint="#E7F5E8",
)

DARK = Tokens(
    ground="#12161A",
    surface="#1A1F24",
    ink="#EEF1F4",
    muted="#A9B3BF",
    line="#323A42",
    edge="#76828F",
    accent="#5CC4B6",
    accent_tint="#173632",
    on_accent="#0B1F1C",
    focus="#5CC4B6",
    focus_on_accent="#05070B",
    rail="#0C1F1D",
    rail_ink="#D5E4E2",
    rail_active="#1F4743",
    warn="#F2A56B",
    warn_tint="#3A2415",
    stop="#F58C8C",
    stop_tint="#3D1D1F",
    hit_tint="#4A3D12",
    now="#FF6B6B",
    other="#A9B3BF",
    other_tint="#2A3036",
    physical="#8DB8F5",
    physical_tint="#1B2A40",
    phone="#F0B45A",
    phone_tint="#362A14",
    video="#E481C0",
    video_tint="#3A1D30",
    walk="#97E79C",
    walk_tint="#1B3220",
)


class Theme(QObject):
    """What the whole program wears; follows the system unless told otherwise."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._appearance = Appearance.SYSTEM
        self._text_percent = SMALLEST_TEXT
        self._tokens = LIGHT
        self._scale = 1.0
        self._drawings = QTemporaryDir()
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._wear()

    @property
    def tokens(self) -> Tokens:
        """The table in use now."""
        return self._tokens

    @property
    def is_dark(self) -> bool:
        """Tell whether the dark table is in use."""
        return self._tokens is DARK

    @property
    def text_percent(self) -> int:
        """Size of the text in percent of the system's own."""
        return self._text_percent

    @property
    def appearance(self) -> Appearance:
        """What the person asked for."""
        return self._appearance

    def use(self, appearance: Appearance, text_percent: int = SMALLEST_TEXT) -> None:
        """Wear a scheme and a text size; sizes outside 100–200 % are brought inside."""
        percent = min(LARGEST_TEXT, max(SMALLEST_TEXT, text_percent))
        if (appearance, percent) == (self._appearance, self._text_percent):
            return  # dressing every widget anew takes time
        self._appearance, self._text_percent = appearance, percent
        self._wear()

    def pixels(self, at_100_percent: float) -> int:
        """Scale a length with the text, the system's own text size included."""
        return round(at_100_percent * self._scale)

    def colour(self, token: str) -> QColor:
        """Return a token's colour by the token's name."""
        return QColor(getattr(self._tokens, token))

    def _font(self) -> QFont:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * self._text_percent / 100)
        else:
            font.setPixelSize(round(font.pixelSize() * self._text_percent / 100))
        return font

    def _follow_system(self) -> None:
        if self._appearance is Appearance.SYSTEM:
            self._wear()

    def _wear(self) -> None:
        self._tokens = self._table()
        # 12 px is the text height that look.md's measures are drawn for.
        self._scale = max(1.0, _pixel_size(self._font()) / 12)
        marks = self._draw_marks()
        self._app.setFont(self._font())
        self._app.setPalette(palette_of(self._tokens))
        self._app.setStyleSheet(stylesheet.sheet(self._tokens, self._scale, marks))
        self.changed.emit()

    def _table(self) -> Tokens:
        if self._appearance is Appearance.SYSTEM:
            return DARK if self._hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._appearance is Appearance.DARK else LIGHT

    def _draw_marks(self) -> dict[str, str]:
        """Draw the few icons a stylesheet needs as files, since it can only name files."""
        scheme = "dark" if self.is_dark else "light"
        colours = {
            "check": self._tokens.on_accent,
            "chevron-down": self._tokens.muted,
            "chevron-up": self._tokens.muted,
        }
        marks = {}
        for name, colour in colours.items():
            path = Path(self._drawings.path()) / f"{name}-{scheme}.svg"
            path.write_text(drawing(name, colour), encoding="utf-8")
            marks[name] = path.as_posix()
        return marks


def _pixel_size(font: QFont) -> float:
    if font.pointSizeF() <= 0:
        return font.pixelSize()
    return font.pointSizeF() * QGuiApplication.primaryScreen().logicalDotsPerInch() / 72


def palette_of(tokens: Tokens) -> QPalette:
    """Make the palette that Qt's own drawing needs from the tokens."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.ground,
        role.WindowText: tokens.ink,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.ground,
        role.Text: tokens.ink,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.stop,
        role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.surface,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Light: tokens.surface,
        role.Midlight: tokens.line,
        role.Mid: tokens.edge,
        role.Dark: tokens.edge,
        role.Shadow: tokens.edge,
    }
    palette = QPalette()
    for name, colour in colours.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.muted))
    return palette
