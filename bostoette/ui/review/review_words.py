"""A review's line read aloud, and the pictures of its matters."""

from bostoette.models.review import MatterKind, ReviewLine
from bostoette.models.review_wording import (
    counts_spoken,
    minutes_said,
    planned_said,
    status_said,
    to_look_at,
)
from bostoette.ui.naming import Naming

KIND_ICONS = {
    MatterKind.RULE: "warning",
    MatterKind.REASON: "message",
    MatterKind.RED: "warning",
    MatterKind.CHANGED: "redo",
    MatterKind.NOTE: "note",
}


def spoken(line: ReviewLine, naming: Naming) -> str:
    """Say a whole line aloud."""
    count = to_look_at(line)
    looks = "intet at se på" if not count else f"{count} at se på"
    parts = [
        naming.name_of(line.name, line.initials),
        status_said(line),
        looks,
        counts_spoken(line.counts),
        f"{planned_said(line)} planlagt",
        f"{minutes_said(line.travel)} transport",
    ]
    if line.away:
        parts.append("væk" if len(line.away) > 1 else "væk en dag")
    return ", ".join(parts)
