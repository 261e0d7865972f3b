"""Reads what the large examples' notes are invented from: ``resources/demo_notes.toml``."""

import tomllib

from bostoette.models.demo_note_words import DemoNoteWords
from bostoette.models.plan_error import PlanError
from bostoette.store.resources import resource


def demo_note_words() -> DemoNoteWords:
    """Return the sentences and words; raises PlanError where the program's file is faulty."""
    try:
        raw = tomllib.loads(resource("demo_notes.toml").read_text(encoding="utf-8"))
        return DemoNoteWords(**{name: tuple(words) for name, words in raw.items()})
    except (ValueError, TypeError) as fault:
        raise PlanError(
            "Programmets fil med opdigtede notater kan ikke læses. Dine data er urørt; "
            "installér programmet igen.",
            details=f"{type(fault).__name__}: {fault}",
        ) from fault
