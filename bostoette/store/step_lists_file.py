"""Reads resources/step_lists.toml."""

import tomllib
from functools import cache
from typing import Any

from bostoette.models.resource_folder import resource_folder
from bostoette.models.step_lists import GuidedSteps, MeetingPoint, RelativesGuide, StepLists


@cache
def delivered_step_lists() -> StepLists:
    """Return the delivered lists."""
    return read_step_lists((resource_folder() / "step_lists.toml").read_text(encoding="utf-8"))


def read_step_lists(text: str) -> StepLists:
    """Return the lists of a file; raises KeyError or ValueError where it is faulty."""
    found: dict[str, list[dict[str, Any]]] = tomllib.loads(text)
    lists = StepLists(
        tuple(MeetingPoint(one["id"], one["text"]) for one in found["meeting_point"]),
        tuple(
            GuidedSteps(one["id"], one["title"], tuple(one["steps"]), one.get("asks_trip", False))
            for one in found["guided"]
        ),
        tuple(
            RelativesGuide(one["platform"], tuple(one["steps"])) for one in found["relatives_guide"]
        ),
    )
    if not any(one.platform == "" for one in lists.guides):
        message = "a general guide for relatives is missing"
        raise ValueError(message)
    return lists
