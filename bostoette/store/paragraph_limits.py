"""How long support by a paragraph may run, as the conditions delivered with the program say it.

The longest time stands in the law (§82b: six months), so no team sets it otherwise.
"""

from functools import cache

from bostoette.models.paragraph_limit import ParagraphLimit
from bostoette.models.resource_folder import resource_folder
from bostoette.store.file_entry import FileEntry, by_id, read_file


@cache
def paragraph_limits() -> tuple[ParagraphLimit, ...]:
    """Return the limits."""
    file = read_file(resource_folder() / "conditions.toml", "Filen med teamets rammer")
    return tuple(by_id(file.entries("paragraph_limit"), _limit).values())


def _limit(entry: FileEntry) -> ParagraphLimit:
    return ParagraphLimit(entry.text("id"), entry.whole("months"), entry.whole("warn_days"))
