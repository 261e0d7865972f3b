"""The stylesheet, made from the tokens: sizes, corners, and a focus ring on everything.

Lengths are given for text at 100 % and grow with it. A push button becomes the main action of
its page with ``setProperty("main", True)``, and a quiet way on with ``"link"``; a label becomes a
heading with ``"heading"``, quiet text with ``"quiet"``, and a frame becomes a card with ``"card"``.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bostoette.ui.theme import Tokens

CONTROL_HEIGHT = 28
"""Smallest height of what can be clicked, at 100 % text."""

TITLE_PIXELS = 18
"""Height of a page's title, at 100 % text."""

_FRAMES = """
QToolTip {{ color: {surface}; background: {ink}; border: 1px solid {ink}; padding: {p4}px; }}
QFrame[card="true"] {{
    background: {surface}; border: 1px solid {line}; border-radius: {p12}px;
}}
QFrame#overlay {{
    background: {surface}; border: 1px solid {edge}; border-radius: {p12}px;
}}
QFrame#dialogCover {{ background: {ground}; border: none; }}
QPushButton#searchButton {{ color: {muted}; text-align: left; }}
QLabel[heading="true"] {{ font-weight: 600; }}
QLabel[quiet="true"] {{ color: {muted}; }}
QLabel#pageTitle {{ font-weight: 600; font-size: {title}px; }}
QLabel#trouble {{ color: {stop}; background: {stop_tint}; border-radius: {p8}px; padding: {p8}px; }}
QLabel#tightSpots {{
    color: {warn}; background: {warn_tint}; border-radius: {p8}px; padding: {p8}px;
}}
QFrame#quietMessage {{
    background: {accent_tint}; border: 1px solid {accent}; border-radius: {p12}px;
}}
QFrame#weekBar {{ background: {surface}; border: none; border-bottom: 1px solid {line}; }}
QGroupBox {{
    background: {surface}; border: 1px solid {line}; border-radius: {p12}px;
    margin-top: {p24}px; padding: {p12}px; font-weight: 600;
}}
QGroupBox::title {{ subcontrol-origin: margin; left: {p4}px; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollArea, QStackedWidget {{ background: transparent; border: none; }}
QScrollArea#abovePinned {{ border-bottom: 1px solid {line}; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QSplitter::handle {{ background: {line}; }}
QMenu {{
    background: {surface}; color: {ink}; border: 1px solid {edge}; padding: {p4}px;
}}
QMenu::item {{ padding: {p4}px {p24}px; min-height: {p20}px; border-radius: {p4}px; }}
QMenu::item:selected {{ background: {accent}; color: {on_accent}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {p4}px; }}
"""

_BUTTONS = """
QPushButton, QToolButton {{
    background: {surface}; color: {ink}; border: 1px solid {edge}; border-radius: {p8}px;
    min-height: {inner}px; padding: 2px {p12}px; outline: none;
}}
QToolButton {{ min-width: {inner}px; padding: 2px {p4}px; }}
QPushButton:hover, QToolButton:hover {{ background: {accent_tint}; }}
QPushButton:pressed, QToolButton:pressed, QToolButton:checked {{
    background: {accent_tint}; color: {accent}; border-color: {accent};
}}
QPushButton:checked {{
    background: {accent_tint}; color: {accent}; border: 2px solid {accent}; padding: 1px {b12}px;
}}
QPushButton:focus, QToolButton:focus {{
    border: 2px solid {focus}; padding: 1px {b12}px;
}}
QToolButton:focus {{ padding: 1px {b4}px; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QToolButton[opens="true"] {{ padding-right: {p24}px; }}
QToolButton[opens="true"]:focus {{ padding-right: {p24}px; }}
QToolButton::menu-indicator {{
    image: url({chevron_down}); width: {p12}px; height: {p12}px;
    subcontrol-origin: border; subcontrol-position: center right; right: {p8}px;
}}
QPushButton::menu-indicator {{
    image: url({chevron_down}); width: {p16}px; height: {p16}px;
    subcontrol-origin: border; subcontrol-position: center right; right: {p8}px;
}}
QPushButton:disabled, QToolButton:disabled {{
    color: {muted}; background: {ground}; border-color: {line};
}}
QPushButton[main="true"] {{
    background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600;
}}
QPushButton[main="true"]:hover {{ background: {accent}; border-color: {ink}; }}
QPushButton[main="true"]:focus {{ border: 2px solid {focus_on_accent}; }}
QPushButton[main="true"]:disabled {{
    background: {ground}; color: {muted}; border-color: {line};
}}
QPushButton[link="true"] {{
    background: transparent; border: 2px solid transparent; color: {accent};
    text-decoration: underline; padding: 1px 2px; border-radius: {p4}px;
}}
QPushButton[link="true"]:hover {{ background: {accent_tint}; }}
QPushButton[link="true"]:focus {{ border-color: {focus}; }}
QPushButton[link="true"]:disabled {{ color: {muted}; }}
QPushButton[answer="true"]:checked {{
    background: {accent}; color: {on_accent}; border-color: {accent};
}}
QPushButton[answer="true"]:checked:focus {{ border: 2px solid {focus_on_accent}; }}
QPushButton[answer="true"]:checked:disabled {{
    background: {ground}; color: {ink}; border: 1px solid {ink};
}}
QCheckBox, QRadioButton {{
    border: 2px solid transparent; border-radius: {p8}px; spacing: {p8}px;
    min-height: {box}px; padding: 0 {p4}px 0 0; outline: none;
}}
QCheckBox:focus, QRadioButton:focus {{ border-color: {focus}; }}
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{
    width: {p16}px; height: {p16}px; background: {surface}; border: 1px solid {edge};
    margin-left: {p4}px;
}}
QCheckBox::indicator, QAbstractItemView::indicator {{ border-radius: {p4}px; }}
QAbstractItemView::indicator {{ margin: 0; }}
QRadioButton::indicator {{ border-radius: {round}px; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{
    background: {accent}; border-color: {accent}; image: url({check});
}}
QRadioButton::indicator:checked {{
    border: {p4}px solid {accent}; width: {dot}px; height: {dot}px;
}}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {line}; }}
"""

_SEGMENTS = """
QFrame[segments="true"] {{
    background: {surface}; border: 1px solid {edge}; border-radius: {p8}px;
}}
QFrame[segments="true"] QPushButton {{
    background: transparent; border: 2px solid transparent; border-radius: {b8}px;
    padding: 0 {p8}px;
}}
QFrame[segments="true"] QPushButton:hover {{ background: {ground}; }}
QFrame[segments="true"] QPushButton:checked {{
    background: {accent_tint}; color: {accent};
}}
QFrame[segments="true"] QPushButton:focus {{ border-color: {focus}; padding: 0 {p8}px; }}
QPushButton#weekTitle {{
    font-weight: 600; font-size: {title}px; border: 2px solid transparent; padding: 0 {p4}px;
    background: transparent;
}}
QPushButton#weekTitle:hover {{ background: {accent_tint}; }}
QPushButton#weekTitle:focus {{ border-color: {focus}; }}
QTableView#month {{ border: none; border-radius: 0; background: transparent; }}
QTableView#month QHeaderView::section {{
    background: {surface}; border: none; padding: 0; font-weight: 400;
}}
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {{
    background: {surface}; color: {ink}; border: 1px solid {edge}; border-radius: {p8}px;
    min-height: {inner}px; padding: 2px {p8}px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus,
QAbstractSpinBox:focus {{ border: 2px solid {focus}; padding: 1px {b8}px; }}
QComboBox:focus {{ padding: 2px {b8}px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled {{ color: {muted}; background: {ground}; border-color: {line}; }}
QLineEdit[wrong="true"], QComboBox[wrong="true"] {{ border-color: {stop}; }}
QAbstractSpinBox > QLineEdit, QComboBox > QLineEdit, QAbstractSpinBox > QLineEdit:focus,
QComboBox > QLineEdit:focus {{
    border: none; background: transparent; min-height: 0; padding: 0;
}}
QComboBox::drop-down {{ border: none; width: {p24}px; }}
QComboBox::down-arrow {{ image: url({chevron_down}); width: {p16}px; height: {p16}px; }}
QComboBox QAbstractItemView {{
    background: {surface}; border: 1px solid {edge}; border-radius: 0; outline: none;
}}
QComboBox QAbstractItemView::item {{ min-height: {box}px; padding: 0 {p8}px; }}
QComboBox QAbstractItemView::item:selected {{ background: {accent}; color: {on_accent}; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
    border: none; width: {p24}px; background: transparent;
}}
QAbstractSpinBox::up-arrow {{ image: url({chevron_up}); width: {p12}px; height: {p12}px; }}
QAbstractSpinBox::down-arrow {{
    image: url({chevron_down}); width: {p12}px; height: {p12}px;
}}
"""

_LISTS = """
QAbstractItemView {{
    background: {surface}; color: {ink}; border: 2px solid {line}; border-radius: {p12}px;
    outline: none; gridline-color: {line};
    selection-background-color: {accent_tint}; selection-color: {ink};
}}
QAbstractItemView:focus {{ border-color: {focus}; }}
QListView::item, QTreeView::item, QTableView::item {{
    min-height: {box}px; padding: 2px {p8}px; border: 2px solid transparent;
    border-radius: {p8}px;
}}
QListView::item:hover, QTreeView::item:hover, QTableView::item:hover {{
    background: {ground};
}}
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {{
    background: {accent_tint}; color: {ink};
}}
QListView::item:focus, QTreeView::item:focus, QTableView::item:focus {{
    border-color: {focus};
}}
QTableView::item, QTreeView::item {{ border-radius: 0; border-left: none; border-right: none; }}
QHeaderView {{ background: {surface}; border: none; }}
QHeaderView::section {{
    background: {surface}; color: {muted}; border: none; border-bottom: 1px solid {line};
    padding: {p4}px {p8}px; min-height: {inner}px; font-weight: 600;
}}
QTabBar::tab {{
    color: {muted}; padding: {p4}px {p12}px; min-height: {inner}px;
    border: 2px solid transparent; border-bottom: 2px solid {line};
}}
QTabBar::tab:selected {{ color: {accent}; border-bottom: 2px solid {accent}; }}
QTabBar {{ outline: none; }}
QTabBar::tab:focus {{ border: 2px solid {focus}; border-radius: {p4}px; }}
QTabBar::scroller {{ width: {target}px; }}
QTabBar QToolButton {{ min-width: 0; padding: 0; border-radius: {p4}px; }}
QTabBar QToolButton:focus {{ padding: 0; }}
QTabWidget::pane {{ border: none; }}
QScrollBar:vertical {{ background: transparent; width: {p12}px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: {p12}px; margin: 2px; }}
QScrollBar::handle {{ background: {edge}; border-radius: {p4}px; }}
QScrollBar::handle:vertical {{ min-height: {p24}px; }}
QScrollBar::handle:horizontal {{ min-width: {p24}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{
    background: {surface}; color: {ink}; border: 1px solid {edge}; border-radius: {p8}px;
    text-align: center; min-height: {p16}px;
}}
QProgressBar::chunk {{ background: {accent_tint}; border-radius: {b8}px; }}
"""

_RAIL = """
QFrame#rail {{ background: {rail}; border: none; }}
QFrame#rail QToolButton {{
    background: transparent; color: {rail_ink}; border: 2px solid transparent;
    border-radius: {p8}px; padding: {p4}px 2px;
}}
QFrame#rail QToolButton:hover {{ border-color: {rail_active}; }}
QFrame#rail QToolButton:checked {{ background: {rail_active}; font-weight: 600; }}
QFrame#rail QToolButton[example="true"] {{
    border: 1px solid {rail_ink}; padding: {b4}px 3px; font-weight: 600;
}}
QFrame#rail QToolButton[example="true"]::menu-indicator {{ image: none; }}
QFrame#rail QToolButton:focus {{ border: 2px solid {rail_ink}; padding: {p4}px 2px; }}
"""


def sheet(tokens: "Tokens", scale: float, marks: dict[str, str]) -> str:
    """Write the stylesheet for a table of tokens.

    ``scale`` is 1.0 at 100 % text; ``marks`` names the drawn check mark and chevrons by file.
    """
    values = tokens._asdict()
    steps = {f"p{step}": str(round(step * scale)) for step in (4, 8, 12, 16, 20, 24)}
    # A ring is one pixel thicker than the edge it replaces, so the inside gives one back.
    beside = {f"b{step}": str(round(step * scale) - 1) for step in (4, 8, 12)}
    heights = {
        "inner": str(round(CONTROL_HEIGHT * scale) - 6),
        "target": str(round(CONTROL_HEIGHT * scale)),
        "box": str(round(CONTROL_HEIGHT * scale) - 4),
        "title": str(round(TITLE_PIXELS * scale)),
        "round": str(round(8 * scale) + 1),
        "dot": str(round(16 * scale) + 2 - 2 * round(4 * scale)),
    }
    files = {name.replace("-", "_"): path for name, path in marks.items()}
    whole = _FRAMES + _BUTTONS + _SEGMENTS + _FIELDS + _LISTS + _RAIL
    return whole.format(**values, **steps, **beside, **heights, **files)
