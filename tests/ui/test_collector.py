"""Garbage is looked for between two events of the window's own thread, and never elsewhere."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from bostoette.models.plan_error import PlanError
from bostoette.ui import collector
from bostoette.ui.background import beside, under_way


class _Ring:
    """Holds itself, so that only the collector can free it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def quick_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "LOOK_MS", 5)


def no_refusal(error: PlanError) -> None:
    raise error


@pytest.fixture
def looking(qtbot: QtBot, quick_look: None) -> Iterator[QObject]:
    """The program has started: what was made until then is not looked through any more."""
    gc.unfreeze()
    parent = QObject()
    collector.Collector(parent, lambda: False, under_way)
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    yield parent
    gc.unfreeze()


def test_nothing_is_collected_until_there_is_an_event_between(
    looking: QObject, qtbot: QtBot
) -> None:
    gone: list[bool] = []
    ring = _Ring()
    weakref.finalize(ring, gone.append, True)  # noqa: FBT003 - what is appended
    del ring
    kept = [[number] for number in range(50_000)]
    assert kept
    assert gone == []
    qtbot.waitUntil(lambda: gone == [True])
    assert not gc.isenabled()


def test_nothing_is_collected_while_work_is_under_way(looking: QObject, qtbot: QtBot) -> None:
    owner, going = QObject(), threading.Event()
    answers: list[bool] = []
    beside(owner, going.wait, answers.append, no_refusal)
    gone: list[bool] = []
    ring = _Ring()
    weakref.finalize(ring, gone.append, True)  # noqa: FBT003 - what is appended
    del ring
    kept = [[number] for number in range(50_000)]
    assert kept
    ticks: list[None] = []
    timer = QTimer(looking, interval=5)
    timer.timeout.connect(lambda: ticks.append(None))
    timer.start()
    qtbot.waitUntil(lambda: len(ticks) > 5)
    assert gone == []
    going.set()
    qtbot.waitUntil(lambda: gone == [True])
    assert answers == [True]


def test_little_made_is_no_reason_to_look(qapp: QObject) -> None:
    gc.collect()
    assert collector.collect_when_due() == 0
