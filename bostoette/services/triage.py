"""Who must be visited when there are too few hands, who manages by phone for a time (P89)."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from bostoette.models.citizen_judged import TriageJudged
from bostoette.models.citizen_life import TriageMark
from bostoette.models.key import Key
from bostoette.models.life_kinds import Triage
from bostoette.models.practice_rule import NumberName
from bostoette.services.conditions import conditions_in_force
from bostoette.services.open_citizen import open_citizen
from bostoette.store.journal import describe
from bostoette.store.life_rows import triages

JUDGE_AGAIN = NumberName("P89", "judge_again_weeks")


def history(session: Session, citizen_id: Key) -> tuple[TriageMark, ...]:
    """Return how a citizen was judged, the newest first."""
    return tuple(triages(session, (citizen_id,)).get(citizen_id, ()))


def judge(session: Session, citizen_id: Key, triage: Triage, *, by: Key, today: date) -> None:
    """Judge a citizen for days with too few hands; what was judged before is kept."""
    citizen = open_citizen(session, citizen_id)
    session.add(TriageJudged(citizen_id=citizen_id, triage=triage, judged_on=today, judged_by=by))
    session.flush()
    describe(session, f"{citizen.initials}: {triage.danish.lower()}")


def judge_again_on(session: Session, mark: TriageMark | None) -> date | None:
    """Return when a judgement is to be looked at again; None where there is none."""
    if mark is None:
        return None
    weeks = conditions_in_force(session).rules.number(JUDGE_AGAIN).value
    return mark.judged_on + timedelta(weeks=weeks)
