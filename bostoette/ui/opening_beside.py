"""Opening a file beside the window that already shows its week.

The window is painted first; what works in it is loaded and opened meanwhile. The first key or
press waits for it, so that none is lost.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bostoette.models.plan_error import PlanError
from bostoette.ui.background import beside
from bostoette.ui.first_input import FirstInput

if TYPE_CHECKING:
    from bostoette.services.program_file import OpenFile
    from bostoette.ui.main_window import MainWindow
    from bostoette.ui.piecemeal import Piecemeal


class OpeningBeside:
    """Opens once the window is painted, or at its first key or press."""

    def __init__(
        self,
        window: "MainWindow",
        work: Callable[[], "OpenFile"],
        opened: Callable[["OpenFile", bool], "Piecemeal"],
        refused: Callable[[PlanError], None],
    ) -> None:
        """Take what to do: ``work`` in another thread, the others in the window's.

        ``opened`` is told whether the person has begun already, and gives the steps that make the
        window workable.
        """
        self._window = window
        self._work = work
        self._opened = opened
        self._refused = refused
        self._wait: Callable[[], None] | None = None
        self._steps: Piecemeal | None = None
        self._first_input = FirstInput(window, self.finish)
        window.painted.connect(self._begin)

    def finish(self) -> None:
        """Stand still until the window can be worked in, or the file was refused."""
        self._begin()
        if self._wait is not None:
            self._wait()
        if self._steps is not None:
            self._steps.finish()

    def _begin(self) -> None:
        if self._wait is None:
            self._wait = beside(self._window, self._work, self._done, self._not_done)

    def _done(self, file: "OpenFile") -> None:
        self._first_input.deleteLater()
        self._steps = self._opened(file, self._first_input.came)

    def _not_done(self, error: PlanError) -> None:
        self._first_input.deleteLater()
        self._refused(error)
