"""Work beside the window: a slow function runs in another thread, its answer comes back here.

The other thread knows an errand by its number alone. Whatever the errand holds – the window it was
asked from, by way of the function's own variables – is let go in the window's thread: a widget
whose last holder was another thread would be deleted there, and take the program with it.

What a person can act on (PlanError) goes to ``refused``; everything else is raised again in
the window's own thread, where the program's error dialog finds it.
"""

from collections.abc import Callable, Generator
from functools import cache, partial
from itertools import count
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from bostoette.models.plan_error import PlanError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")

_THREADS = 3
_A_MOMENT = 0.001
"""Seconds, of which the window notices nothing."""
_ERRANDS: dict[int, "_Errand[Any]"] = {}
"""Those under way, by number; put in and taken out in the window's thread."""
_NUMBERS = count(1)


class _Errand(Generic[T]):
    """One function on its way, and what came of it."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._answer: T | None = None
        self._error: BaseException | None = None

    def run(self) -> None:
        """Do the work; called in the other thread."""
        try:
            self._answer = self._work()
        except BaseException as error:  # noqa: BLE001 - raised again in the window's thread
            self._error = error

    def answer(self) -> T:
        """Give what the work gave, or raise what it raised."""
        error, self._error = self._error, None
        if error is not None:
            raise error
        return self._answer  # type: ignore[return-value] # there is one where no error is

    def deliver(self) -> None:
        """Say in the window's thread that it is back."""


class _Awaited(_Errand[T]):
    """One whose answer is handed over to whoever asked."""

    def __init__(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[PlanError], None],
    ) -> None:
        super().__init__(work)
        self._owner = owner
        self._done = done
        self._refused = refused

    def deliver(self) -> None:
        """Hand the answer over, unless whoever asked is gone."""
        try:
            answer = self.answer()
        except PlanError as error:
            if isValid(self._owner):
                self._refused(error)
            return
        if isValid(self._owner):
            self._done(answer)


class _Carrier(QObject):
    """Carries the number of a finished errand over to the window's thread, where it was made."""

    arrived = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(_deliver, Qt.ConnectionType.QueuedConnection)


@cache
def _carrier() -> _Carrier:
    return _Carrier()


@cache
def _threads() -> "ThreadPoolExecutor":
    from concurrent.futures import ThreadPoolExecutor  # 10 ms, not before the first painting

    return ThreadPoolExecutor(_THREADS, "beside")


def _run(number: int, carrier: _Carrier) -> None:
    """Do an errand, let go of it, and only then say so."""
    _ERRANDS[number].run()
    if isValid(carrier):
        carrier.arrived.emit(number)


def _deliver(number: int) -> None:
    errand = _ERRANDS.pop(number, None)
    if errand is not None:
        errand.deliver()


def _wait_for(number: int, returned: "Future[None]") -> None:
    returned.result()
    _deliver(number)


def under_way() -> bool:
    """Say whether any errand is on its way."""
    return bool(_ERRANDS)


def beside(
    owner: QObject,
    work: Callable[[], T],
    done: Callable[[T], None],
    refused: Callable[[PlanError], None],
    *,
    patience: float = 0,
) -> Callable[[], None]:
    """Run ``work`` in another thread, and then ``done`` or ``refused`` in the window's.

    Neither is called if ``owner`` is gone by then. Calling what is returned stands still until
    ``work`` is done and ``done`` or ``refused`` was called. For so many seconds of ``patience`` the
    window stands still at first: what is soon there is then seen at once, without a flicker.
    """
    number = next(_NUMBERS)
    _ERRANDS[number] = _Awaited(owner, work, done, refused)
    returned = _threads().submit(_run, number, _carrier())
    if patience:
        from concurrent.futures import wait

        wait((returned,), patience)
        if returned.done():
            _deliver(number)
    return partial(_wait_for, number, returned)


def beside_in_steps(work: Callable[[], T]) -> Generator[None, None, T]:
    """Run ``work`` in another thread, and give its answer at the end of steps that wait for it.

    Between them the window answers. Whoever takes them all at once stands still for no longer than
    the work takes. What it raises is raised here.
    """
    from concurrent.futures import wait

    number, errand = next(_NUMBERS), _Errand(work)
    _ERRANDS[number] = errand
    returned = _threads().submit(_run, number, _carrier())
    while not returned.done():
        yield
        wait((returned,), _A_MOMENT)
    return errand.answer()
