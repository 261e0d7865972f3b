"""Work beside the window: a slow function runs in another thread, its answer comes back here.

What an errand made in Qt is freed in the window's own thread: the errand is kept until the other
thread has let go of it, and garbage is looked for only when nothing is under way
(``ui/collector.py``).

What a person can act on (PlanError) goes to ``refused``; everything else is raised again in
the window's own thread, where the program's error dialog finds it.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from bostoette.models.plan_error import PlanError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")

_THREADS = 3


class _Carrier(QObject):
    """Carries the news of a finished thread over to the window's, where it was made."""

    arrived = Signal()

    def __init__(self, deliver: Callable[[], None]) -> None:
        super().__init__()
        self._deliver = deliver
        self.arrived.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def _pass_on(self) -> None:
        self._deliver()


class _Errand(Generic[T]):
    """One function on its way, and what to do with its answer."""

    def __init__(
        self,
        owner: QObject,
        done: Callable[[T], None],
        refused: Callable[[PlanError], None],
    ) -> None:
        self._owner = owner
        self._done = done
        self._refused = refused
        self._carrier = _Carrier(self._deliver)
        self._answer: Future[T] | None = None
        self._delivered = False

    def finished(self, answer: "Future[T]") -> None:
        """Note the answer; called in the other thread."""
        self._answer = answer
        if isValid(self._carrier):
            self._carrier.arrived.emit()

    def wait_for(self, answer: "Future[T]") -> None:
        """Stand still until the answer is there, and hand it over unless that is done."""
        answer.exception()
        self._answer = answer
        self._deliver()

    def _deliver(self) -> None:
        if self._answer is None or self._delivered:
            return
        self._delivered = True
        QTimer.singleShot(LINGER_MS, partial(_ended, self))
        error = self._answer.exception()
        if error is not None and not isinstance(error, PlanError):
            raise error
        if not isValid(self._owner):
            return
        if error is not None:
            self._refused(error)
        else:
            self._done(self._answer.result())


_UNDER_WAY: set[object] = set()
LINGER_MS = 200
"""How long an errand is kept after its answer, so that its Qt parts are not freed elsewhere."""


def _ended(errand: object) -> None:
    """Let an errand go, in the window's thread and after the other one has let go of it."""
    _UNDER_WAY.discard(errand)


def under_way() -> bool:
    """Say whether any errand is on its way, or has only just come back."""
    return bool(_UNDER_WAY)


@cache
def _threads() -> "ThreadPoolExecutor":
    from concurrent.futures import ThreadPoolExecutor  # 10 ms, not before the first painting

    return ThreadPoolExecutor(_THREADS, "beside")


def beside(
    owner: QObject,
    work: Callable[[], T],
    done: Callable[[T], None],
    refused: Callable[[PlanError], None],
) -> Callable[[], None]:
    """Run ``work`` in another thread, and then ``done`` or ``refused`` in the window's.

    Neither is called if ``owner`` is gone by then. Calling what is returned stands still until
    ``work`` is done and ``done`` or ``refused`` was called.
    """
    errand = _Errand(owner, done, refused)
    _UNDER_WAY.add(errand)
    answer = _threads().submit(work)
    answer.add_done_callback(errand.finished)
    return partial(errand.wait_for, answer)
