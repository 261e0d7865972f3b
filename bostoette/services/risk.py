"""The risk colour and its history: judged when, by whom, and how many citizens have each (P42)."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_judged import RiskJudged
from bostoette.models.citizen_kinds import CitizenStatus, RiskLevel
from bostoette.models.citizen_life import RiskMark
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.services.open_citizen import open_citizen
from bostoette.store.journal import describe
from bostoette.store.life_rows import risks


def history(session: Session, citizen_id: Key) -> tuple[RiskMark, ...]:
    """Return a citizen's colours, the newest first; empty where nobody has judged."""
    return tuple(risks(session, (citizen_id,)).get(citizen_id, ()))


def judge(
    session: Session, citizen_id: Key, level: RiskLevel, *, reason: str, by: Key, today: date
) -> None:
    """Give a citizen a risk colour from today on; what stood before is kept.

    Raises PlanError where the reason holds a CPR number.
    """
    refuse_cpr(reason)
    citizen = open_citizen(session, citizen_id)
    citizen.profile.risk_level = level
    _note(session, citizen_id, RiskMark(level, today, "", reason.strip()), by)
    describe(session, f"{citizen.initials}: {level.danish.lower()} risiko")


def note_answer(
    session: Session, citizen_id: Key, level: RiskLevel, day: date, by: Key | None
) -> None:
    """Keep in the history that the colour was changed with the rest of the profile."""
    _note(session, citizen_id, RiskMark(level, day, "", ""), by)


def counts(
    session: Session, week: IsoWeek, workers: Sequence[Key] | None = None
) -> dict[RiskLevel, int]:
    """Count the citizens of each colour at the end of a week, of some workers' or of all.

    Before the first judgement that is known a citizen counts with the colour of her profile, where
    she was never judged, else as green.
    """
    wanted = (
        select(Citizen.id, CitizenProfile.risk_level)
        .join(CitizenProfile, CitizenProfile.citizen_id == Citizen.id)
        .where(Citizen.status.in_((CitizenStatus.ACTIVE, CitizenStatus.PAUSED)))
    )
    if workers is not None:
        wanted = wanted.where(Citizen.primary_worker_id.in_(workers))
    now = {key: level for key, level in session.execute(wanted)}  # noqa: C416 - rows are no pairs to mypy
    judged = risks(session, now)
    found = dict.fromkeys(RiskLevel, 0)
    for key, level in now.items():
        found[_at(judged.get(key, ()), level, week.sunday)] += 1
    return found


def _at(marks: Sequence[RiskMark], now: RiskLevel, day: date) -> RiskLevel:
    if not marks:
        return now
    return next((one.level for one in marks if one.judged_on <= day), RiskLevel.GREEN)


def _note(session: Session, citizen_id: Key, mark: RiskMark, by: Key | None) -> None:
    session.add(
        RiskJudged(
            citizen_id=citizen_id,
            level=mark.level,
            judged_on=mark.judged_on,
            judged_by=by,
            reason=mark.reason,
        )
    )
    session.flush()
