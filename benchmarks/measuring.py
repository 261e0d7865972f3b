"""What the benchmarks share: medians, ratios taken in pairs, a table, and processes in turn.

Every figure is a ratio of two things measured in turn in one run, so that a busy or a slow
machine changes both alike.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

MILLISECONDS = 1000.0
CHILD_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things measured in turn: seconds of each, in the same order."""

    ours: tuple[float, ...]
    theirs: tuple[float, ...]

    @property
    def ours_ms(self) -> float:
        return statistics.median(self.ours) * MILLISECONDS

    @property
    def theirs_ms(self) -> float:
        return statistics.median(self.theirs) * MILLISECONDS

    @property
    def ratio(self) -> float:
        """Median of the ratios of neighbours, which saw the same machine."""
        return statistics.median(
            mine / other for mine, other in zip(self.ours, self.theirs, strict=True)
        )

    def row(self, name: str, goal: str = "") -> tuple[str, ...]:
        """Give the table's row: name, both medians in ms, ratio, goal."""
        return (name, f"{self.ours_ms:.2f}", f"{self.theirs_ms:.2f}", f"{self.ratio:.2f}", goal)


def in_turn(ours: Callable[[], object], theirs: Callable[[], object], times: int) -> Pair:
    """Time two functions in turn, after one unmeasured call of each."""
    return measured_in_turn(lambda: seconds(ours), lambda: seconds(theirs), times)


def measured_in_turn(ours: Callable[[], float], theirs: Callable[[], float], times: int) -> Pair:
    """Call two functions that give seconds in turn, after one call of each that is not kept."""
    ours()
    theirs()
    taken = [(ours(), theirs()) for _ in range(times)]
    return Pair(tuple(one for one, _ in taken), tuple(other for _, other in taken))


def seconds(work: Callable[[], object]) -> float:
    """Time one call."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


class Children:
    """Starts Python anew, off the screen and with its own bytecode, as an installed program has.

    ``cpu`` counts the processor's seconds of a child instead of the clock's: on a machine that
    others use too it is the steadier figure.
    """

    def __init__(self) -> None:
        self._bytecode = tempfile.TemporaryDirectory(prefix="bytecode-")

    def environment(self) -> dict[str, str]:
        around = dict(os.environ)
        around.pop("PYTHONDONTWRITEBYTECODE", None)
        return around | {
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPYCACHEPREFIX": self._bytecode.name,
            "PYTHONPATH": str(Path(__file__).parent.parent),
        }

    def run(self, code: str, *arguments: str) -> tuple[float, float, str]:
        """Run code to its end; give wall seconds, processor seconds and what it said."""
        before, begun = os.times(), time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            env=self.environment(),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            timeout=CHILD_SECONDS,
        )
        wall, after = time.perf_counter() - begun, os.times()
        cpu = (
            after.children_user
            - before.children_user
            + after.children_system
            - before.children_system
        )
        return wall, cpu, done.stdout

    def close(self) -> None:
        self._bytecode.cleanup()


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table that can be copied into RESULTS.md."""
    print(f"| {' | '.join(heads)} |")
    print(f"|{' --- |' * len(heads)}")
    for row in rows:
        print(f"| {' | '.join(row)} |")


PAIR_HEADS = ("what", "ours, ms", "compared with, ms", "ratio", "goal")
