"""Work beside the window comes back to the window's own thread."""

import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from bostoette.models.plan_error import PlanError
from bostoette.ui.background import beside, beside_in_steps, under_way


def no_refusal(error: PlanError) -> None:
    raise error


def test_an_answer_arrives_in_the_windows_thread(qtbot: QtBot) -> None:
    owner = QObject()
    threads: list[threading.Thread] = []
    answers: list[threading.Thread] = []

    def done(worked_in: threading.Thread) -> None:
        answers.append(worked_in)
        threads.append(threading.current_thread())

    beside(owner, threading.current_thread, done, no_refusal)
    qtbot.waitUntil(lambda: bool(answers))
    assert threads == [threading.main_thread()]
    assert answers != threads


def test_what_a_person_can_act_on_is_handed_over(qtbot: QtBot) -> None:
    owner = QObject()
    told: list[str] = []

    def work() -> None:
        raise PlanError("Det gik ikke. Intet er ændret.")

    beside(owner, work, lambda _: None, lambda error: told.append(error.sentence))
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["Det gik ikke. Intet er ændret."]


def test_a_bug_in_the_other_thread_reaches_the_programs_error_dialog(qtbot: QtBot) -> None:
    owner = QObject()

    def work() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        beside(owner, work, lambda _: None, no_refusal)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_a_window_that_is_gone_is_told_nothing(qtbot: QtBot) -> None:
    owner, going = QObject(), threading.Event()
    told: list[bool] = []
    beside(owner, going.wait, told.append, no_refusal)
    delete(owner)
    going.set()
    later: list[None] = []
    other = QObject()
    for _ in range(4):  # more than there are threads, so that the first has surely come back
        beside(other, lambda: None, later.append, no_refusal)
    qtbot.waitUntil(lambda: len(later) == 4)
    assert told == []


class _Held:
    """Stands for a widget that a function's own variables hold."""


def test_what_the_work_held_is_let_go_in_the_windows_thread(qtbot: QtBot) -> None:
    owner = QObject()
    let_go: list[threading.Thread] = []

    def begin() -> None:
        held = _Held()
        weakref.finalize(held, lambda: let_go.append(threading.current_thread()))
        beside(owner, lambda: held, lambda _: None, no_refusal)

    for _ in range(50):
        begin()
    qtbot.waitUntil(lambda: len(let_go) == 50)
    assert set(let_go) == {threading.main_thread()}
    assert not under_way()


def test_waiting_for_an_answer_hands_it_over_once(qtbot: QtBot) -> None:
    owner = QObject()
    answers: list[int] = []
    wait = beside(owner, lambda: 7, answers.append, no_refusal)
    wait()
    assert answers == [7]
    wait()
    later: list[None] = []
    beside(owner, lambda: None, later.append, no_refusal)
    qtbot.waitUntil(lambda: bool(later))
    assert answers == [7]


def test_steps_wait_for_an_answer_without_standing_still(qtbot: QtBot) -> None:
    going = threading.Event()
    answers: list[bool] = []

    def steps() -> Iterator[None]:
        answers.append((yield from beside_in_steps(going.wait)))

    waiting = steps()
    for _ in range(5):
        next(waiting)
    assert answers == []
    going.set()
    for _ in waiting:
        pass
    assert answers == [True]
    qtbot.waitUntil(lambda: not under_way())


def test_what_fails_beside_is_raised_where_its_steps_end(qtbot: QtBot) -> None:
    def work() -> None:
        raise PlanError("Det gik ikke. Intet er ændret.")

    with pytest.raises(PlanError):
        for _ in beside_in_steps(work):
            pass
    qtbot.waitUntil(lambda: not under_way())


def test_what_is_soon_there_is_handed_over_at_once() -> None:
    answers: list[int] = []
    beside(QObject(), lambda: 7, answers.append, no_refusal, patience=60)
    assert answers == [7]


def test_patience_ends_where_an_answer_takes_its_time(qtbot: QtBot) -> None:
    owner, going = QObject(), threading.Event()
    answers: list[bool] = []
    beside(owner, going.wait, answers.append, no_refusal, patience=0.001)
    assert answers == []
    going.set()
    qtbot.waitUntil(lambda: answers == [True])


@pytest.fixture(autouse=True)
def _app(qapp: object) -> None:
    """Signals between threads need an application."""
