"""What the journal keeps of the rules that a reason set aside, by contact (P07, P09)."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bostoette.models.contact import Contact
from bostoette.models.journal import JournalChange, JournalStep
from bostoette.models.key import Key

SET_ASIDE = "set_aside"
"""The name of the fact in a step."""
_AT_ONCE = 10_000
_KEPT = (
    select(JournalChange.row_key, JournalStep.facts)
    .join(JournalStep, JournalStep.id == JournalChange.step_id)
    .where(
        JournalChange.table_name == Contact.__tablename__,
        JournalChange.row_key.in_(bindparam("contacts", expanding=True)),
        JournalStep.facts.is_not(None),
        JournalStep.undone.is_(False),
    )
    .order_by(JournalStep.id)
)


def kept_rules(session: Session, keys: Sequence[Key]) -> dict[Key, tuple[str, ...]]:
    """Return the rules of the latest step that chose each contact's form and was not undone."""
    found: dict[Key, tuple[str, ...]] = {}
    for first in range(0, len(keys), _AT_ONCE):
        part = [key.hex() for key in keys[first : first + _AT_ONCE]]
        for name, facts in session.execute(_KEPT, {"contacts": part}):
            rules = facts.get(SET_ASIDE, {}).get(name)
            if rules is not None:
                found[bytes.fromhex(name)] = tuple(rules)
    return found
