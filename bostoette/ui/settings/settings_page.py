"""Indstillinger: the sections at the left, one Tab stop, and the chosen one at the right."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from bostoette.services.desk import Changes
from bostoette.ui.naming import Naming
from bostoette.ui.page import Page
from bostoette.ui.settings.about_section import AboutSection
from bostoette.ui.settings.access_section import AccessSection
from bostoette.ui.settings.copies_section import CopiesSection
from bostoette.ui.settings.export_section import ExportSection
from bostoette.ui.settings.ground import Ground
from bostoette.ui.settings.history_section import HistorySection
from bostoette.ui.settings.lists_section import ListsSection
from bostoette.ui.settings.lock_section import LockSection
from bostoette.ui.settings.looks_section import LooksSection
from bostoette.ui.settings.me_section import MeSection
from bostoette.ui.settings.paper_section import PaperSection
from bostoette.ui.settings.people_section import PeopleSection
from bostoette.ui.settings.section import Section
from bostoette.ui.settings.team_section import TeamSection

SECTIONS: tuple[type[Section], ...] = (
    MeSection,
    TeamSection,
    PeopleSection,
    ListsSection,
    LooksSection,
    LockSection,
    AccessSection,
    ExportSection,
    PaperSection,
    CopiesSection,
    HistorySection,
    AboutSection,
)
OWN_DATA_ONLY = (PeopleSection, AccessSection, CopiesSection)
"""The example's passphrase is known to everybody, and nothing in it is worth a copy."""
_BESIDE = 24
_ROW = 36
"""Height of a section's line at 100 % text."""


class SettingsPage(Page):
    """Shows one section at a time; each is made when it is first chosen."""

    settings_changed = Signal(object)
    """The MachineSettings to use and keep from now on."""
    said = Signal(str)
    example_asked = Signal()
    leave_example_asked = Signal()
    restart_asked = Signal()
    """A copy was restored or the data were moved: the program has to start anew."""

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self._theme = ground.theme
        self._naming = Naming()
        self._kinds = tuple(
            kind for kind in SECTIONS if not (ground.example and kind in OWN_DATA_ONLY)
        )
        self._made: dict[int, Section] = {}
        self.list = QListWidget(self)
        self.list.setObjectName("sections")
        self.list.setAccessibleName("Indstillinger")
        self.list.addItems([kind.title for kind in self._kinds])
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTabKeyNavigation(False)
        self.stack = QStackedWidget(self)
        self._places: dict[int, QScrollArea] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(_BESIDE, _BESIDE, 0, 0)
        row.setSpacing(_BESIDE)
        row.addWidget(self.list)
        row.addWidget(self.stack, 1)
        self.setFocusProxy(self.list)
        self.list.currentRowChanged.connect(self._show)
        self._theme.changed.connect(self._dress)
        self._dress()
        self.list.setCurrentRow(0)

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self._made[self.list.currentRow()]

    def choose(self, kind: type[Section]) -> Section:
        """Show a section."""
        self.list.setCurrentRow(self._kinds.index(kind))
        return self.section

    def on_changes(self, changes: Changes) -> None:
        """Read anew what somebody changed."""
        for section in self._made.values():
            if changes.touch(*section.kinds):
                section.refresh()

    def set_naming(self, naming: Naming) -> None:
        """Use full names or initials."""
        self._naming = naming
        for section in self._made.values():
            section.use_naming(naming)

    def _show(self, row: int) -> None:
        if row < 0:
            return
        if row in self._made:
            self._made[row].refresh()
        else:
            self._make(row)
        self.stack.setCurrentWidget(self._places[row])

    def _make(self, row: int) -> None:
        section = self._kinds[row](self._ground)
        section.use_naming(self._naming)
        section.settings_changed.connect(self.settings_changed)
        section.said.connect(self.said)
        if isinstance(section, AboutSection):
            section.example_asked.connect(self.example_asked)
            section.leave_example_asked.connect(self.leave_example_asked)
        if isinstance(section, CopiesSection):
            section.restored.connect(self.restart_asked)
        if isinstance(section, PeopleSection):
            section.moved.connect(self.restart_asked)
        self._made[row] = section
        self._places[row] = _scrolled(section)
        self.stack.addWidget(self._places[row])

    def _dress(self) -> None:
        metrics = QFontMetrics(self.list.font())
        widest = max(metrics.horizontalAdvance(kind.title) for kind in self._kinds)
        self.list.setFixedWidth(widest + self._theme.pixels(36))
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(0, self._theme.pixels(_ROW)))


def _scrolled(section: Section) -> QScrollArea:
    """Put a section where it can be scrolled, no wider than reads well."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(2, 0, _BESIDE, _BESIDE)
    row.addWidget(section, 1000)
    row.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(holder)
    return scroll
