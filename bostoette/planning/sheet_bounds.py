"""What a team may change on its sheet, and within what bounds; refused with a sentence (P93)."""

from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName, PracticeRule
from bostoette.models.practice_rules import PracticeRules

SHORTEST, LONGEST = 5, 480
"""Minutes that a form's contact may last by the sheet."""
LONGEST_LINE = 200
_AS_IT_WAS = "Intet er ændret."
_ORDERED = (
    (NumberName("P84", "day_starts"), NumberName("P84", "day_ends")),
    (NumberName("P72", "shortest_minutes"), NumberName("P72", "longest_minutes")),
    (NumberName("P61", "members_at_least"), NumberName("P61", "members_at_most")),
    (NumberName("P73", "citizens_at_least"), NumberName("P73", "citizens_at_most")),
    (NumberName("P68", "points_at_least"), NumberName("P68", "points_at_most")),
    (NumberName("P39", "lowest"), NumberName("P39", "highest")),
)
"""Pairs of numbers of which the first may not be above the second."""


def refuse_switching(rule: PracticeRule) -> None:
    """Raise PlanError where the rule cannot be switched off, and say why."""
    if rule.fixed:
        raise PlanError(f"{rule.id} kan ikke slås fra. {rule.fixed} {_AS_IT_WAS}")


def refuse_number(rules: PracticeRules, name: NumberName, value: int) -> None:
    """Raise PlanError where a number cannot be meant, alone or beside its fellow."""
    number = rules.number(name)
    bounds = number.unit.bounds
    if value not in bounds:
        least, most = (number.unit.said(one) for one in (bounds[0], bounds[-1]))
        raise PlanError(f"»{number.title}« kan være fra {least} til {most}. {_AS_IT_WAS}")
    for low, high in _ORDERED:
        if name not in (low, high):
            continue
        lower = value if name == low else rules.number(low).value
        upper = value if name == high else rules.number(high).value
        if lower > upper:
            raise PlanError(
                f"»{rules.number(low).title}« kan ikke være over »{rules.number(high).title}«. "
                f"{_AS_IT_WAS} Ret først det andet tal."
            )


def refuse_lengths(usual: int, cap: int) -> None:
    """Raise PlanError where a form's lengths cannot be meant, or the usual one is above the cap."""
    if not all(SHORTEST <= minutes <= LONGEST for minutes in (usual, cap)):
        raise PlanError(f"Skriv længden som {SHORTEST} til {LONGEST} minutter. {_AS_IT_WAS}")
    if usual > cap:
        raise PlanError(
            f"Den normale længde ({usual} minutter) kan ikke være over den længste ({cap} "
            f"minutter). {_AS_IT_WAS} Ret et af tallene."
        )


def checked_line(text: str) -> str:
    """Return a line of a form's card as it is kept; raises PlanError where it cannot be."""
    typed = " ".join(text.split())
    still = "Intet er gemt endnu, og det skrevne står der stadig."
    if not typed:
        raise PlanError(f"Skriv, hvad linjen skal sige. {still}")
    if len(typed) > LONGEST_LINE:
        raise PlanError(f"Linjen er for lang; skriv højst {LONGEST_LINE} tegn. {still}")
    refuse_cpr(typed)
    return typed
