"""Keeps what spoke against a form when it was chosen all the same (P07, P09).

The desk asks before it writes a step, so that no way of choosing a form can forget it. What was
decided then stays as it was when a rule's number, or an answer in the profile, is changed later.
"""

from sqlalchemy.orm import Session

from bostoette.models.contact import Contact
from bostoette.models.journal import StepKind
from bostoette.store.journal import RowChange, pencil_of

_CHOICE = frozenset({"override_reason", "reason_codes", "form", "purpose_id"})
_KINDS = frozenset({StepKind.CHANGE, StepKind.UPKEEP})
"""An undoing brings back what its step had kept."""


def keep_what_was_set_aside(session: Session) -> None:
    """Note in the step the rules that each reason given in it sets aside."""
    pencil = pencil_of(session)
    if pencil.kind not in _KINDS:
        return
    keys = [
        bytes.fromhex(name)
        for (table, name), change in pencil.rows.items()
        if table == Contact.__tablename__ and _chosen(change)
    ]
    reasons = (session.get(Contact, key) for key in keys)
    asked = [one for one in reasons if one is not None and one.override_reason]
    if asked:
        from bostoette.services.rules_against import rules_against_these  # a start needs none
        from bostoette.store.set_aside_rows import SET_ASIDE

        found = rules_against_these(session, asked)
        kept = {key.hex(): list(rules) for key, rules in found.items()}
        pencil.facts = {**(pencil.facts or {}), SET_ASIDE: kept}


def _chosen(change: RowChange) -> bool:
    after = change.after
    return (
        after is not None and after.get("override_reason") != "" and not _CHOICE.isdisjoint(after)
    )
