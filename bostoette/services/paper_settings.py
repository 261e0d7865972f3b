"""What a team says of itself on paper, and how long it keeps a citizen after the support ended.

A team leader's to change (`team_rights`).
"""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.right import Right
from bostoette.models.team import TeamSetting
from bostoette.services.team_rights import refuse_unless
from bostoette.store.conditions_file import delivered_conditions
from bostoette.store.journal import describe

SETTING = "paper"
"""The TeamSetting that holds them."""
LONGEST_NAME, LONGEST_PHONE = 60, 30
FEWEST_MONTHS, MOST_MONTHS = 1, 240


@dataclass(frozen=True, slots=True)
class PaperSettings:
    """The team's name and phone as they stand on paper, and the months before deletion."""

    team_name: str
    team_phone: str
    delete_after_months: int


def paper_settings(session: Session) -> PaperSettings:
    """Return what the team has said, with what the program was delivered with for the rest."""
    kept = session.get(TeamSetting, SETTING)
    said: dict[str, Any] = kept.value if kept is not None and isinstance(kept.value, dict) else {}
    return PaperSettings(
        said.get("team_name", ""),
        said.get("team_phone", ""),
        said.get("delete_after_months", delivered_conditions().delete_after_months),
    )


def change_paper_settings(session: Session, actor_id: Key, wanted: PaperSettings) -> None:
    """Store what the team says from now on; raises PlanError where it cannot be."""
    refuse_unless(session, actor_id, Right.LISTS)
    tidy = replace(
        wanted,
        team_name=" ".join(wanted.team_name.split()),
        team_phone=" ".join(wanted.team_phone.split()),
    )
    refuse_cpr(tidy.team_name, tidy.team_phone)
    if len(tidy.team_name) > LONGEST_NAME or len(tidy.team_phone) > LONGEST_PHONE:
        raise PlanError(
            f"Skriv højst {LONGEST_NAME} tegn i navnet og {LONGEST_PHONE} i nummeret. "
            "Intet er gemt endnu, og det skrevne står der stadig."
        )
    if not FEWEST_MONTHS <= tidy.delete_after_months <= MOST_MONTHS:
        raise PlanError(
            f"Fristen skal være mellem {FEWEST_MONTHS} og {MOST_MONTHS} måneder. "
            "Intet er gemt endnu."
        )
    value = {
        "team_name": tidy.team_name,
        "team_phone": tidy.team_phone,
        "delete_after_months": tidy.delete_after_months,
    }
    kept = session.get(TeamSetting, SETTING)
    if kept is None:
        session.add(TeamSetting(id=SETTING, value=value))
    else:
        kept.value = value
    describe(session, "Ret papir og frist")
