"""The lists that every new file begins with, the example's too: purposes, paragraphs, platforms."""

from collections.abc import Iterator
from typing import Any

from bostoette.models.base import Base
from bostoette.models.grant import GrantParagraph
from bostoette.models.team import ApprovedPlatform, Purpose
from bostoette.store.conditions_file import delivered_conditions


def delivered_lists() -> Iterator[tuple[type[Base], list[dict[str, Any]]]]:
    """Give each list's kind of row with the values of its rows, in the order they are written."""
    conditions = delivered_conditions()
    yield (
        Purpose,
        [
            {"id": one.id, "title": one.title, "position": position}
            for position, one in enumerate(conditions.purposes)
        ],
    )
    yield GrantParagraph, [{"id": one.id, "title": one.title} for one in conditions.paragraphs]
    yield (
        ApprovedPlatform,
        [{"id": one.id, "title": one.title, "link": one.link} for one in conditions.platforms],
    )
