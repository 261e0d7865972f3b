"""A tab that is filled once it is seen: many are chosen by, and few of their tabs are looked at."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent

from bostoette.ui.fitting_scroll import FittingScroll


class SeenTab(FittingScroll):
    """Keeps what it is to show until then; only the latest counts."""

    _waiting: Callable[[], None] | None = None

    def fill_once_seen(self, fill: Callable[[], None]) -> None:
        """Show something else by this, at once only where the tab is seen."""
        self._waiting = fill
        if self.isVisible():
            self._fill_now()

    def showEvent(self, event: QShowEvent) -> None:
        """Show who was chosen meanwhile."""
        self._fill_now()
        super().showEvent(event)

    def _fill_now(self) -> None:
        fill, self._waiting = self._waiting, None
        if fill is not None:
            fill()
