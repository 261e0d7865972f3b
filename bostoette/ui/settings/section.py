"""A Section is one part of the settings: heading, lead, content, and a place to say a fault."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bostoette.models.base import Base
from bostoette.models.plan_error import PlanError
from bostoette.ui.naming import Naming
from bostoette.ui.notice import Notice
from bostoette.ui.settings.ground import Ground
from bostoette.ui.words import Words, quiet

WIDEST = 640
"""Width of a section's content at 100 % text, so that lines stay readable."""


class Section(QWidget):
    """What all sections share."""

    title = ""
    heading = ""
    """What stands above it, where that is longer than its title among the sections."""
    lead = ""
    kinds: tuple[type[Base], ...] = ()
    """The kinds of rows it shows."""

    settings_changed = Signal(object)
    """The MachineSettings to use from now on."""
    said = Signal(str)
    """Something was done that the window may say."""

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self.ground = ground
        self.theme = ground.theme
        self.naming = Naming()
        self.setAccessibleName(self.heading or self.title)
        heading = Words(self.heading or self.title)
        heading.setObjectName("pageTitle")
        self.column = QVBoxLayout(self)
        self.column.addWidget(heading)
        if self.lead:
            self.column.addWidget(quiet(self.lead))
        self.notice = Notice(self.theme, boxed=True)
        self.theme.changed.connect(self.dress)

    def refresh(self) -> None:
        """Read anew what is shown; what the person is typing stays."""

    def use_naming(self, naming: Naming) -> None:
        """Name people in full or by initials."""
        self.naming = naming
        self.refresh()

    def add(self, part: QWidget) -> None:
        """Put a part below the others."""
        self.column.addWidget(part)

    def add_heading(self, words: str, lead: str = "") -> None:
        """Begin a part of the section."""
        heading = Words(words)
        heading.setProperty("heading", "true")
        self.column.addSpacing(self.theme.pixels(8))
        self.column.addWidget(heading)
        if lead:
            self.column.addWidget(quiet(lead))

    def add_buttons(self, buttons: Sequence[QPushButton]) -> None:
        """Put buttons side by side, from the left."""
        row = QHBoxLayout()
        row.setSpacing(self.theme.pixels(8))
        for button in buttons:
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)

    def finish_column(self) -> None:
        """Close the section's content at the bottom."""
        self.column.addStretch(1)
        self.dress()

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something; say what a person can act on, and tell whether it was done."""
        self.notice.clear()
        try:
            act()
        except PlanError as error:
            self.say_error(error)
            return False
        return True

    def say_error(self, error: PlanError) -> None:
        """Say what went wrong, in the section's one place for it."""
        self.notice.say_error(error)

    def dress(self) -> None:
        """Wear the theme's sizes."""
        self.column.setSpacing(self.theme.pixels(12))
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setMaximumWidth(self.theme.pixels(WIDEST))


def main_button(words: str) -> QPushButton:
    """Make a section's main action."""
    button = QPushButton(words)
    button.setProperty("main", "true")
    return button
