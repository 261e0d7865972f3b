"""What the program looks after on its own account once a window is there, whoever works in it."""

from datetime import date

from bostoette.services import status_meetings, workers
from bostoette.services.desk import Desk


def look_after(desk: Desk, today: date) -> None:
    """Let substitutes whose time is over stop, and remember status meetings that are due (P31).

    Meant for beside the window. Years of contacts are read before the file is taken for writing,
    so that whoever saves meanwhile does not wait.
    """
    desk.upkeep(workers.end_substitutes, today)
    if desk.read(status_meetings.are_due, desk.actor_id, today):
        desk.upkeep(status_meetings.remind, desk.actor_id, today)
