"""Work beside the window: a slow function runs in another thread, its answer comes back here.

Python's collector of cycles runs in whatever thread happens to allocate, and would there free Qt
objects that belong to the window's thread; so it rests while anything is under way. It also
rests while the program starts: nothing that is loaded then is garbage.

What a person can act on (PlanError) goes to ``refused``; everything else is raised again in
the window's own thread, where the program's error dialog finds it.
"""

import gc
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


class _Collector:
    """Python's collector of cycles, at rest during the start and while anything is under way."""

    def __init__(self) -> None:
        self._starting = False
        self._unseen = False

    def rest_while_starting(self) -> None:
        self._starting = self._unseen = True
        gc.disable()

    def start_is_over(self) -> None:
        self._starting = False
        self.wake()

    def wake(self) -> None:
        """Collect again, but never look through what the start made.

        It all stays, and one look through it stops the window for 80 ms.
        """
        if self._starting or _UNDER_WAY:
            return
        if self._unseen:
            self._unseen = False
            gc.freeze()
        gc.enable()


COLLECTOR = _Collector()


def _ended(errand: object) -> None:
    """Let an errand go, in the window's thread and after the other one has let go of it."""
    _UNDER_WAY.discard(errand)
    COLLECTOR.wake()


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
    gc.disable()
    answer = _threads().submit(work)
    answer.add_done_callback(errand.finished)
    return partial(errand.wait_for, answer)
