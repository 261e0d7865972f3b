"""How long support by a paragraph may run: delivered in the conditions, or as the team set it."""

from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.paragraph_limit import ParagraphLimit
from bostoette.models.resource_folder import resource_folder
from bostoette.models.team import TeamSetting
from bostoette.store.file_entry import FileEntry, by_id, read_file

SETTING = "paragraph_limit:"
"""Before a paragraph's id: the TeamSetting with the team's own numbers."""


@cache
def delivered_limits() -> tuple[ParagraphLimit, ...]:
    """Return the limits that come with the program."""
    file = read_file(resource_folder() / "conditions.toml", "Filen med teamets rammer")
    return tuple(by_id(file.entries("paragraph_limit"), _limit).values())


def paragraph_limits(session: Session) -> tuple[ParagraphLimit, ...]:
    """Return the limits in use, the team's own before the delivered ones."""
    kept = session.execute(
        select(TeamSetting.id, TeamSetting.value).where(TeamSetting.id.startswith(SETTING))
    )
    own = {
        key.removeprefix(SETTING): ParagraphLimit(
            key.removeprefix(SETTING), value["months"], value["warn_days"]
        )
        for key, value in kept
    }
    delivered = {one.paragraph_id: one for one in delivered_limits()}
    return tuple((delivered | own).values())


def _limit(entry: FileEntry) -> ParagraphLimit:
    return ParagraphLimit(entry.text("id"), entry.whole("months"), entry.whole("warn_days"))
