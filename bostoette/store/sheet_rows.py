"""Questions about the team's sheet: its changes, which every advice and check begins with.

They stand as SQL, as those in `weeks` do, since a week is checked before SQLAlchemy is loaded.
"""

import json
from typing import TYPE_CHECKING

from bostoette.models.sheet_change import SheetChanges

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bostoette.store.plain_reader import PlainReader

_CHANGES = "SELECT id, value FROM sheet_change ORDER BY id"
_WITH_PURPOSES = """
    SELECT 'change', id, value, NULL FROM sheet_change
    UNION ALL
    SELECT 'purpose', id, title, "like" FROM purpose WHERE "like" IS NOT NULL
     ORDER BY 1, 2
"""


def sheet_changes(session: "Session | PlainReader") -> SheetChanges:
    """Return the team's changes; most often none, and a few dozen at most."""
    rows = session.connection().exec_driver_sql(_CHANGES).fetchall()
    return tuple((name, json.loads(value)) for name, value in rows)


def sheet_changes_and_purposes(
    session: "Session | PlainReader",
) -> tuple[SheetChanges, tuple[tuple[str, str, str], ...]]:
    """Return the team's changes and its own purposes (id, title, like) in one statement."""
    rows = session.connection().exec_driver_sql(_WITH_PURPOSES).fetchall()
    changes = tuple((row[1], json.loads(row[2])) for row in rows if row[0] == "change")
    return changes, tuple((row[1], row[2], row[3]) for row in rows if row[0] == "purpose")
