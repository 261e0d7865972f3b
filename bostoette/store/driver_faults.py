"""Faults of the file as the database's driver tells them, each in its own Danish sentence.

Sorted by SQLite's own error names, never by message texts.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2

from bostoette.models.plan_error import PlanError

SENTENCES = {
    "SQLITE_READONLY": (
        "Programmet må ikke skrive i mappen med dine data. Intet er ændret. "
        "Bed it-afdelingen om skriveadgang, eller flyt data til en mappe, du må skrive i."
    ),
    "SQLITE_FULL": (
        "Disken er fuld, så det kunne ikke gøres færdigt. Alt, hvad der var gemt før, er i behold; "
        "en ændring lige nu blev ikke gemt. Gør plads på disken, og prøv igen."
    ),
    "SQLITE_BUSY": (
        "Et andet program bruger dine data lige nu. Intet er ændret. Vent et øjeblik, og prøv igen."
    ),
    "SQLITE_LOCKED": (
        "Et andet program bruger dine data lige nu. Intet er ændret. Vent et øjeblik, og prøv igen."
    ),
    "SQLITE_CORRUPT": (
        "Filen med dine data er beskadiget. Programmet har ikke ændret den. "
        "Gendan den seneste kopi, og gem den beskadigede fil, indtil alt er på plads."
    ),
    "SQLITE_NOTADB": (
        "Filen kan ikke læses med nøglen, der ligger ved siden af. "
        "Enten er filen beskadiget, eller også er det ikke denne nøgles fil. "
        "Den er ikke ændret; gendan en kopi, eller vælg den rigtige fil."
    ),
    "SQLITE_CANTOPEN": (
        "Filen med dine data kan ikke åbnes. Intet er ændret. "
        "Se efter, om mappen findes, og om du har adgang til den."
    ),
    "SQLITE_IOERR": (
        "Disken svarede med en fejl; måske er den fuld. Alt, hvad der var gemt før, er i behold; "
        "en ændring lige nu blev ikke gemt. Se efter, om der er plads, og prøv igen. "
        "Tag en kopi til et andet drev, hvis fejlen kommer tilbage."
    ),
}

NO_LETTER = (
    "Teksten rummer et tegn, der ikke kan gemmes, for eksempel en halv emoji. Intet er gemt, og "
    "det skrevne står der stadig. Slet tegnet, og prøv igen."
)
IN_USE = (
    "Det kan ikke lade sig gøre, fordi noget andet bygger på det. Intet er ændret. "
    "Fjern eller ret først det, der hænger sammen med det."
)


class RowStillUsed(PlanError):
    """A row cannot go because others refer to it."""


def sentence_for(name: str) -> str | None:
    """Find the sentence for an SQLite error name such as ``SQLITE_READONLY_DBMOVED``."""
    for known, sentence in SENTENCES.items():
        if name == known or name.startswith(f"{known}_"):
            return sentence
    return None


def as_plan_error(fault: dbapi2.Error) -> PlanError | None:
    """Turn a driver's error into a sentence; None when it is a bug of ours."""
    name = getattr(fault, "sqlite_errorname", "") or ""
    if name in {"SQLITE_CONSTRAINT_FOREIGNKEY", "SQLITE_CONSTRAINT"}:  # the latter at commit
        return RowStillUsed(IN_USE, details=name)
    sentence = sentence_for(name)
    return PlanError(sentence, details=name) if sentence else None


@contextmanager
def driver_told_plainly() -> Iterator[None]:
    """Let what a person can act on leave as a PlanError, and everything else as the bug it is."""
    try:
        yield
    except UnicodeEncodeError as fault:  # half a character, pasted from elsewhere
        raise PlanError(NO_LETTER) from fault
    except dbapi2.Error as fault:
        told = as_plan_error(fault)
        if told is None:
            raise
        raise told from fault
