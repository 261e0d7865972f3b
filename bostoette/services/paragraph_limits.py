"""What a team can do with the longest time of a paragraph's support (§82b: six months)."""

from sqlalchemy.orm import Session

from bostoette.models.paragraph_limit import ParagraphLimit
from bostoette.models.team import TeamSetting
from bostoette.store import paragraph_limits
from bostoette.store.journal import describe


def limits(session: Session) -> tuple[ParagraphLimit, ...]:
    """Return the limits in use."""
    return paragraph_limits.paragraph_limits(session)


def set_limit(session: Session, limit: ParagraphLimit) -> None:
    """Let the team's own numbers hold from now on; raises PlanError where they cannot be meant."""
    limit.check()
    key = f"{paragraph_limits.SETTING}{limit.paragraph_id}"
    kept = session.get(TeamSetting, key)
    if kept is None:
        kept = TeamSetting(id=key)
        session.add(kept)
    kept.value = {"months": limit.months, "warn_days": limit.warn_days}
    describe(session, f"Ret længste tid for §{limit.paragraph_id}")
