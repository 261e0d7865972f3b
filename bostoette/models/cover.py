"""Who can take a contact over from a colleague, and how vulnerable its citizen is (P13, P89)."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.citizen_kinds import RiskLevel
from bostoette.models.citizen_life import PairRelation, TriageMark
from bostoette.models.key import Key
from bostoette.models.life_kinds import RelationStrength, Triage
from bostoette.models.wording import short_day

_RISKS = (RiskLevel.RED, RiskLevel.YELLOW, RiskLevel.GREEN)
_TRIAGES = (Triage.MUST_VISIT, None, Triage.BY_PHONE, Triage.ON_DEMAND)


@dataclass(frozen=True, slots=True)
class Cover:
    """A colleague who has the time, and how well she knows the citizen."""

    relation: PairRelation

    @property
    def worker_id(self) -> Key:
        """The colleague."""
        return self.relation.worker_id

    @property
    def initials(self) -> str:
        """The colleague's initials."""
        return self.relation.initials

    @property
    def stranger(self) -> bool:
        """Tell whether the two have never met (P13)."""
        return self.relation.strength is RelationStrength.NEVER_MET


@dataclass(frozen=True, slots=True)
class Vulnerability:
    """What decides who is seen to first when hands are missing (P89)."""

    risk: RiskLevel
    triage: TriageMark | None
    heard_from: date | None
    """The day of the latest held contact; None where there never was one."""

    def rank(self, today: date) -> tuple[int, int, int]:
        """Return what sorts the most vulnerable first: risk, triage, then days since contact."""
        judged = self.triage.triage if self.triage else None
        days = (today - self.heard_from).days if self.heard_from else 10_000
        return _RISKS.index(self.risk), _TRIAGES.index(judged), -days

    def said(self, today: date) -> str:
        """Say it: ``■ Rød risiko · skal have besøg (tor. 12. nov., M.J.) · sidste kontakt …``."""
        risk = f"{self.risk.sign} {self.risk.danish} risiko"
        parts = [] if self.risk is RiskLevel.GREEN else [risk]
        if self.triage is not None:
            by = f", {self.triage.judged_by}" if self.triage.judged_by else ""
            judged = f"({short_day(self.triage.judged_on)}{by})"
            parts.append(f"{self.triage.triage.danish.lower()} {judged}")
        if self.heard_from is None:
            parts.append("ingen kontakt endnu")
        else:
            parts.append(_heard((today - self.heard_from).days))
        said = " · ".join(parts)
        return f"{said[:1].upper()}{said[1:]}"


def _heard(days_ago: int) -> str:
    near = {0: "kontakt i dag", 1: "sidste kontakt i går"}
    return near.get(days_ago, f"sidste kontakt for {days_ago} dage siden")
