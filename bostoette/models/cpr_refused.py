"""Refusing what looks like a CPR number where a person types, since the program never keeps one."""

from bostoette.models.plan_error import PlanError


def refuse_cpr(*typed: str) -> None:
    """Raise PlanError where a text holds what looks like a CPR number."""
    from bostoette.models.cpr import holds_cpr  # its patterns cost 3 ms, which no start waits for

    if any(map(holds_cpr, typed)):
        raise PlanError(
            "Et af felterne ligner et CPR-nummer, og det gemmer programmet aldrig. Intet er gemt "
            "endnu, og det skrevne står der stadig. Slet nummeret; er det en telefon i udlandet, "
            "så begynd med +."
        )
