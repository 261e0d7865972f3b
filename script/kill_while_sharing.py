"""Kill the program at random while people are given and lose their ways in, and let all find in.

    python script/kill_while_sharing.py [TIMES]

A child opens the data as their leader, gives one colleague after the other a way in and takes every
other one away again; each is said on its output once it is done. The parent kills it without
warning, and looks: the key file is whole, the leader comes in, who was said to be in comes in by
her own passphrase, and who was said to be out does not.
"""

import random
import signal
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bostoette.models.worker_fields import WorkerFields
from bostoette.models.working_hours import WorkingHours
from bostoette.services import people, unlocking
from bostoette.services.first_answers import FirstAnswers
from bostoette.services.people import FirstPassphrase
from bostoette.store.key_errors import NoLongerLetIn, WrongPassphrase
from bostoette.store.places import Places

PASSPHRASE = "syv blå cykler i regn"  # noqa: S105 - a throw-away file
TIMES = 20
SHORTEST, LONGEST = 0.2, 3.0
"""Seconds of giving and taking before a child is killed."""


def main() -> int:
    """Run the child or the parent."""
    if sys.argv[1:2] == ["--child"]:
        return give_and_take(Places.at(Path(sys.argv[2])), sys.argv[3])
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    with tempfile.TemporaryDirectory() as folder:
        return kill_often(Places.at(Path(folder) / "data"), times)


def kill_often(places: Places, times: int) -> int:
    """Kill a child so many times; return 0 where everybody was where it was said."""
    hours = WorkingHours.standard()
    unlocking.begin(places, PASSPHRASE, FirstAnswers("Mona Prøvesen", "M.P.", hours), now)[
        0
    ].close()
    chance = random.Random(48)  # noqa: S311 - not for secrets
    said = wrong = 0
    for number in range(times):
        lines = kill_once(places, f"r{number}", chance.uniform(SHORTEST, LONGEST))
        said += len(lines)
        wrong += look(places, lines)
    print(f"{times} kills, {said} ways in given or taken, {wrong} not as it was said")
    return 1 if wrong or not said else 0


def kill_once(places: Places, mark: str, after: float) -> list[str]:
    """Start a child, kill it after a while; return what it said it had done."""
    child = subprocess.Popen(
        [sys.executable, __file__, "--child", str(places.folder), mark],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(after)
    child.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    rest, _errors = child.communicate()
    return (first + rest).split("\n")[:-1]


def look(places: Places, lines: list[str]) -> int:
    """Count who is not where she was last said to be; the leader comes in and finds all whole."""
    unlocked = unlocking.unlock(places, PASSPHRASE)
    unlocking.open_unlocked(places, unlocked, now).close()
    last: dict[tuple[str, str], bool] = {}
    for line in lines:
        done, worker, passphrase = line.split(" ", 2)
        last[worker, passphrase] = done == "in"
    under_way = 1  # the last one may just be losing hers
    sure = list(last.items())[:-under_way]
    return sum(comes_in(places, worker, typed) is not in_ for (worker, typed), in_ in sure)


def comes_in(places: Places, worker: str, passphrase: str) -> bool:
    """Tell whether somebody comes in by her own passphrase."""
    try:
        return unlocking.unlock(places, passphrase, worker).slot.worker == worker
    except (NoLongerLetIn, WrongPassphrase):
        return False


def give_and_take(places: Places, mark: str) -> int:
    """Give ways in and take every other away, until killed."""
    opened = unlocking.open_unlocked(places, unlocking.unlock(places, PASSPHRASE), now)
    number = 0
    while True:
        number += 1
        typed = f"{mark} gul hest nummer {number}"
        fields = WorkerFields(f"Prøve {number}", f"{mark}.{number}")
        first = FirstPassphrase(typed, one_time=False)
        key = people.take_in(opened, PASSPHRASE, fields, first)
        print(f"in {key.hex()} {typed}", flush=True)
        if number % 2 == 0:
            people.take_entry(opened, PASSPHRASE, key)
            print(f"out {key.hex()} {typed}", flush=True)


def now() -> datetime:
    """Tell the moment."""
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())
