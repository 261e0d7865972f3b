"""What the program looks after on its own account once a window is there, whoever works in it."""

from datetime import date

from bostoette.services import phase_outs, status_meetings, workers
from bostoette.services.desk import Desk


def look_after(desk: Desk, today: date) -> None:
    """See to what is due: substitutes whose time is over, status meetings (P31), phase-outs (P43).

    Meant for beside the window. Years of contacts are read before the file is taken for writing,
    so that whoever saves meanwhile does not wait.
    """
    desk.upkeep(workers.end_substitutes, today)
    if desk.read(status_meetings.are_due, desk.actor_id, today):
        desk.upkeep(status_meetings.remind, desk.actor_id, today)
    if desk.read(phase_outs.run_for, desk.actor_id):
        desk.upkeep(phase_outs.remind, desk.actor_id, today)
