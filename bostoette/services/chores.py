"""What the program looks after on its own account once a window is there, whoever works in it."""

from collections.abc import Callable
from datetime import date
from functools import partial

from bostoette.services import phase_outs, series, silence_tasks, status_meetings, workers
from bostoette.services.desk import Desk

FEW = 20
"""So many contacts of series are made in one step, so that whoever saves meanwhile waits little."""


def look_after(desk: Desk, today: date, wanted: Callable[[], bool]) -> None:
    """Let substitutes whose time is over stop, remember meetings and halts, carry series on.

    Status meetings that are due (P31), phase-outs that hold (P43) and silence where contact is on
    demand (P77) become tasks.

    Meant for beside the window. Years of contacts are read before the file is taken for writing.
    Series go on until nothing is left to make, or nothing is ``wanted`` any more.
    """
    desk.upkeep(workers.end_substitutes, today)
    if desk.read(status_meetings.are_due, desk.actor_id, today):
        desk.upkeep(status_meetings.remind, desk.actor_id, today)
    if desk.read(silence_tasks.are_due, desk.actor_id, today):
        desk.upkeep(silence_tasks.remind, desk.actor_id, today)
    if desk.read(phase_outs.run_for, desk.actor_id):
        desk.upkeep(phase_outs.remind, desk.actor_id, today)
    desk.upkeep_to_the_end(partial(series.top_up, today=today, most=FEW), wanted)
