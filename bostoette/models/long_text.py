"""Refusing a text that no card, panel or page has room for; nothing is ever cut silently.

What is long to tell belongs in the note, which has no such end.
"""

from bostoette.models.plan_error import PlanError

LONGEST_TEXT = 500


def refuse_long(what: str, text: str, most: int = LONGEST_TEXT) -> None:
    """Raise PlanError where a text is longer than so many letters; ``what`` begins the sentence."""
    if len(text.strip()) > most:
        raise PlanError(
            f"{what} er på {len(text.strip())} tegn; der er plads til {most}. Gør det kortere, "
            "eller skriv resten i notatet. Intet er gemt endnu, og det skrevne står der stadig."
        )
