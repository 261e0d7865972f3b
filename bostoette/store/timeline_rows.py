"""Questions about who and what the contacts with a citizen were with, as plain SQL."""

from collections.abc import Iterable
from typing import Any

from bostoette.models.key import Key
from bostoette.store.plain_reader import PlainReader

_WORKERS = """
    SELECT worker.initials, part.contact_id
      FROM contact_citizen AS part
      JOIN contact_worker AS held ON held.contact_id = part.contact_id
      JOIN worker ON worker.id = held.worker_id
     WHERE part.citizen_id = ?1
     UNION
    SELECT worker.initials, note.contact_id
      FROM note JOIN worker ON worker.id = note.author_id
     WHERE note.citizen_id = ?1
"""
_GOALS = """
    SELECT goal.id, goal.words, goal.theme, goal.sub_theme, served.contact_id
      FROM goal JOIN contact_goal AS served ON served.goal_id = goal.id
     WHERE goal.citizen_id = ?1
     UNION
    SELECT goal.id, goal.words, goal.theme, goal.sub_theme, note.contact_id
      FROM goal
      JOIN note_goal ON note_goal.goal_id = goal.id
      JOIN note ON note.id = note_goal.note_id
     WHERE goal.citizen_id = ?1
"""


def worker_contacts(reader: PlainReader, citizen_id: Key) -> Iterable[tuple[Any, ...]]:
    """Give who held or noted contacts with a citizen: initials and contact."""
    return list(reader.exec_driver_sql(_WORKERS, (citizen_id,)))


def goal_contacts(reader: PlainReader, citizen_id: Key) -> Iterable[tuple[Any, ...]]:
    """Give the goals that contacts served or notes told of: key, words, themes, contact."""
    return list(reader.exec_driver_sql(_GOALS, (citizen_id,)))
