"""The start-up package for video (P63): its steps with ticks, practice calls, and the pause."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from bostoette.models.remote_contact import NextVisit, PackageLine, StartupPackage
from bostoette.models.wording import when
from bostoette.ui.check_line import CheckLine
from bostoette.ui.citizens.citizen_facts import NOT_ASKED, brief_day
from bostoette.ui.emptied import emptied
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

TITLE = "Opstartspakke til video"


class VideoStartupCard(QFrame):
    """Folded to one sentence where the citizen is ready; open while there are steps to go."""

    ticked = Signal(object, int, bool)
    """A StartStep, its number, and whether it is done."""
    ready_asked = Signal()
    resume_asked = Signal()
    visit_asked = Signal(object)
    """Take the steps along to the visit with this key."""
    off_asked = Signal(object)
    """Take the steps off the agenda of the visit with this key."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._package: StartupPackage | None = None
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName(TITLE)
        title = QLabel(TITLE, self)
        title.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        self.state = quiet("", self)
        self.paused = Words(parent=self)
        self.resume = self._button("Ophæv pausen")
        self.ready = self._button("Klar til video")
        self.taken = Words(parent=self)
        self.off = self._button("Tag af dagsordenen igen")
        self.visit = self._button("Tag med på besøg")
        self.steps = self._button("Vis trinene")
        self.lines: list[CheckLine] = []
        self._points = QVBoxLayout()
        self._points.setSpacing(theme.pixels(6))
        edge = theme.pixels(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, theme.pixels(12), edge, edge)
        column.setSpacing(theme.pixels(8))
        for widget in (title, self.state, self.paused):
            column.addWidget(widget)
        column.addWidget(self.resume, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._points)
        column.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.taken)
        for button in (self.off, self.visit, self.steps):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.ready.clicked.connect(self.ready_asked)
        self.resume.clicked.connect(self.resume_asked)
        self.visit.clicked.connect(self._ask_visit)
        self.off.clicked.connect(self._ask_off)
        self.steps.clicked.connect(self._show_steps)
        theme.changed.connect(self._dress)
        self._dress()

    def show_package(self, package: StartupPackage) -> None:
        """Show how far a citizen is; the step that has the keyboard keeps it."""
        focused = next((at for at, one in enumerate(self.lines) if one.box.hasFocus()), None)
        self._package = package
        self.state.setText(_state(package))
        self.paused.setVisible(package.paused_on is not None)
        self.resume.setVisible(package.paused_on is not None)
        if package.paused_on is not None:
            self.paused.setText(
                f"Video holder pause siden {brief_day(package.paused_on)}, fordi teknikken har "
                "svigtet. Se på den sammen, og ophæv så pausen."
            )
        self._fill(package.lines)
        opened = not package.ready or package.begun
        self._open(opened)
        self.steps.setVisible(not opened and bool(package.lines))
        self.ready.setVisible(not package.ready and bool(package.lines) and not package.left)
        self._offer_visit(package)
        if focused is not None and focused < len(self.lines):
            self.lines[focused].box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(bool(package.lines))

    def buttons(self) -> list[QAbstractButton]:
        """Return what the arrows reach, from top to bottom."""
        boxes = [line.box for line in self.lines]
        return [self.resume, *boxes, self.ready, self.off, self.visit, self.steps]

    def _fill(self, steps: tuple[PackageLine, ...]) -> None:
        if len(steps) != len(self.lines):
            emptied(self._points)
            self.lines = [CheckLine(self._theme, self) for _ in steps]
            for place, line in enumerate(self.lines):
                line.asked.connect(partial(self._tick, place))
                self._points.addWidget(line)
        for line, step in zip(self.lines, steps, strict=True):
            said = step.said or step.how
            line.show_point(step.text, said, step.how, done=step.done, by_hand=step.by_hand)

    def _tick(self, place: int, done: bool) -> None:  # noqa: FBT001 - a signal's value
        if self._package is not None:
            step = self._package.lines[place]
            self.ticked.emit(step.step, step.number, done)

    def _offer_visit(self, package: StartupPackage) -> None:
        """Offer the next visit, or say which one it is on the agenda of; the keyboard stays."""
        was_here = self.visit.hasFocus() or self.off.hasFocus()
        wanted = not (package.ready and package.known)
        taken = package.taken_to if wanted else None
        visit = package.next_visit if wanted and package.can_be_taken else None
        for widget in (self.taken, self.off):
            widget.setVisible(taken is not None)
        self.visit.setVisible(visit is not None)
        if taken is not None:
            self.taken.setText(_taken_said(taken, package.left))
            moment = when(taken.span)
            self.off.setAccessibleName(f"Tag opstartspakken af dagsordenen {moment}")
        if visit is not None:
            moment = when(visit.span)
            self.visit.setText(f"Tag med {moment}")
            self.visit.setAccessibleName(f"Tag opstartspakken med på besøget {moment}")
            self.visit.setToolTip("De trin, der mangler, kommer på besøgets dagsorden")
        if was_here and (taken or visit):
            (self.off if taken else self.visit).setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_visit(self) -> None:
        if self._package is not None and self._package.next_visit is not None:
            self.visit_asked.emit(self._package.next_visit.id)

    def _ask_off(self) -> None:
        if self._package is not None and self._package.taken_to is not None:
            self.off_asked.emit(self._package.taken_to.id)

    def _show_steps(self) -> None:
        self._open(opened=True)
        self.steps.hide()
        self.lines[0].box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, opened: bool) -> None:  # noqa: FBT001 - one state
        for line in self.lines:
            line.setVisible(opened)

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(True)  # Enter presses it, as Space does
        return button

    def _dress(self) -> None:
        self.paused.setStyleSheet(f"color: {self._theme.tokens.warn};")


def _taken_said(taken: NextVisit, left: int) -> str:
    """Say which visit's agenda the steps stand on."""
    moment = when(taken.span)
    if taken.points >= left:
        what = "Trinet" if left == 1 else "Trinene"
        return f"{what} står på dagsordenen for besøget {moment}."
    return f"{taken.points} af {left} trin står på dagsordenen for besøget {moment}."


def _state(package: StartupPackage) -> str:
    if package.ready and not package.known:
        return NOT_ASKED
    if package.ready:
        return "Klar til video."
    if not package.left:
        return "Alle trin er gjort."
    return "Ét trin mangler." if package.left == 1 else f"{package.left} trin mangler."
