"""A StepRow is what one step of the journal did to one row that plans are made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bostoette.models.key import Key


@dataclass(frozen=True, slots=True)
class StepRow:
    """One row's change in one step of the journal, as far as plans are concerned."""

    step: Key
    label: str
    table: str
    """``contact`` or ``contact_worker``."""
    row_key: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
