"""The delivered conditions made ready, and a request read from the worked examples."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bostoette.models.practice_rules import PracticeRules
from bostoette.models.situation import Situation
from bostoette.planning.compiled_conditions import CompiledConditions, compile_conditions
from bostoette.store.conditions_file import delivered_conditions
from bostoette.store.practice_rules_file import delivered_practice_rules

EXAMPLES = Path(__file__).parent.parent / "worked_examples.json"


def examples() -> dict[str, Any]:
    """The two worked examples with what is expected."""
    found: dict[str, Any] = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    return found


def compiled(change: Callable[[PracticeRules], PracticeRules] | None = None) -> CompiledConditions:
    """The delivered conditions, perhaps changed."""
    rules = delivered_practice_rules()
    return compile_conditions(change(rules) if change else rules, delivered_conditions())


def situation(purpose: str = "support_conversation", **other: Any) -> Situation:
    """One contact as the catalogue has it where nothing else is said."""
    usual: dict[str, Any] = {
        "worker_face_to_face_count": 6,
        "days_since_home_visit": 10,
        "days_since_face_to_face": 7,
    }
    return Situation(purpose, **{**usual, **other})
