"""Whether one is alone on this computer, or several share the data there."""

from PySide6.QtWidgets import QLabel, QRadioButton, QVBoxLayout, QWidget

from bostoette.models.worker_kinds import WorkerRole
from bostoette.ui.labelled import Labelled
from bostoette.ui.one_choice import one_choice
from bostoette.ui.roomy_box import RoomyBox
from bostoette.ui.theme import Theme

_ROLES = (WorkerRole.TEAM_LEADER, WorkerRole.WORKER, WorkerRole.SUPERUSER)
_HINT = (
    "Dataene ligger i en mappe, som alle konti på computeren kan bruge. Hver person får sin egen "
    "adgangssætning, når I er i gang."
)


class TogetherFields(QWidget):
    """Two choices; whoever begins for several says what she is in the team."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        heading = QLabel("Hvem bruger computeren?")
        heading.setProperty("heading", "true")
        self.alone_button = QRadioButton("Kun mig på denne computer")
        self.together_button = QRadioButton("Vi er flere på denne computer")
        one_choice(self, (self.alone_button, self.together_button))
        self.role_field = RoomyBox()
        self.role_field.setAccessibleName("Din rolle")
        self.role_field.addItems([role.danish for role in _ROLES])
        self._role_row = Labelled(theme, "Din rolle", self.role_field, hint=_HINT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.pixels(8))
        for part in (heading, self.alone_button, self.together_button, self._role_row):
            column.addWidget(part)
        self._role_row.hide()
        self.together_button.toggled.connect(self._role_row.setVisible)

    @property
    def together(self) -> bool:
        """Whether several share the data."""
        return self.together_button.isChecked()

    @property
    def role(self) -> WorkerRole:
        """What whoever begins is in the team; a worker where she is alone."""
        return _ROLES[self.role_field.currentIndex()] if self.together else WorkerRole.WORKER
