"""How the team's sheet is told: its state, its versions, and what was changed."""

from datetime import date

from bostoette.models.sheet_version import DELIVERED_NUMBER, Participant, StoredVersion
from bostoette.models.wording import listed, short_day
from bostoette.services.sheet_page import SheetPage
from bostoette.ui.naming import Naming


def state_words(page: SheetPage, naming: Naming) -> str:
    """Say which version is in force, since when, and when to look at it again."""
    newest = page.versions[0]
    said = [version_title(newest)]
    if newest.participants:
        said.append(f"med {people(newest.participants, naming)}")
    if newest.review_on is not None:
        said.append(f"ses efter igen {_day(newest.review_on)}")
    if not page.settled:
        said.append("rettet siden")
    return " · ".join(said)


def version_title(version: StoredVersion) -> str:
    """Name a version: ``Version 2 · man. 23. nov. 2026``."""
    if version.number == DELIVERED_NUMBER or version.saved_on is None:
        return f"Version {DELIVERED_NUMBER} · leveret med programmet"
    return f"Version {version.number} · {_day(version.saved_on)}"


def version_facts(version: StoredVersion, naming: Naming) -> str:
    """Say who settled on a version and when to look at it again."""
    if version.saved_on is None or version.review_on is None:
        return "Det er de rammer, alle teams begynder med."
    author = people((version.author,), naming) if version.author else "en tidligere kollega"
    return (
        f"Gemt {_day(version.saved_on)} af {author}. "
        f"Med på mødet: {people(version.participants, naming) or 'ikke længere i teamet'}. "
        f"Ses efter igen {_day(version.review_on)}."
    )


def due_words(page: SheetPage) -> str:
    """Say that it is time to look at the sheet again; empty where it is not."""
    if page.due is None:
        return ""
    return (
        f"Rammerne skulle ses efter igen {_day(page.due)}. "
        "Tag dem op på et teammøde, og gem en ny version."
    )


def people(some: tuple[Participant, ...], naming: Naming) -> str:
    """Name people, by initials where that is wished."""
    return listed([naming.name_of(one.name, one.initials) for one in some])


def _day(day: date) -> str:
    return f"{short_day(day)} {day.year}"
