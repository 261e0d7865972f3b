"""Om: the program's version, where the data lie, how they are kept safe, and the example."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from bostoette import __version__
from bostoette.ui.settings.ground import Ground
from bostoette.ui.settings.section import Section
from bostoette.ui.words import Words

_SAFE = (
    "Alt ligger krypteret i én fil (SQLCipher). Nøglen ligger ved siden af, låst med din "
    "adgangssætning og din gendannelsesnøgle. Programmet sender intet over nettet, og CPR-numre "
    "bliver aldrig gemt."
)
_OPEN_LEAD = "Et opdigtet team at prøve alt på. Det ligger for sig selv og blandes aldrig med dit."
_LEAVE_LEAD = (
    "Du ser eksemplet: et opdigtet team, der ligger for sig selv. Dine egne data er urørte."
)


class AboutSection(Section):
    """What the program is, and the way to the example and back."""

    title = "Om Bostøtte"

    example_asked = Signal()
    leave_example_asked = Signal()

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self.version = _selectable(f"Version {__version__}")
        self.folder = _selectable(str(ground.opened.places.folder))
        self.example_button = QPushButton("Forlad eksemplet" if ground.example else "Åbn eksemplet")
        self.example_button.clicked.connect(
            self.leave_example_asked if ground.example else self.example_asked
        )
        self.add(self.version)
        self.add_heading("Her ligger dine data")
        self.add(self.folder)
        self.add_heading("Sådan er de beskyttet")
        self.add(Words(_SAFE))
        self.add_heading("Eksemplet", _LEAVE_LEAD if ground.example else _OPEN_LEAD)
        self.add_buttons([self.example_button])
        self.finish_column()


def _selectable(words: str) -> Words:
    label = Words(words)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
