"""Drafts: what is being typed, kept as it is typed, and never handed to anything else.

They lie outside the journal: the first real save is the change. What looks like a CPR number is
not kept in one either.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bostoette.models.cpr import without_cpr
from bostoette.models.draft import Draft
from bostoette.models.key import Key

_LINKS = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class DraftOf:
    """What a draft belongs to: a kind of form, the thing it is about, and who types."""

    kind: str
    subject_id: Key
    worker_id: Key


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft as it was kept."""

    fields: dict[str, Any]
    saved_at: datetime
    """In UTC."""


def keep(session: Session, of: DraftOf, fields: dict[str, Any], now: datetime) -> None:
    """Keep what is typed so far, without what looks like CPR numbers; ``now`` in UTC."""
    kept = {name: _without_cpr(typed) for name, typed in fields.items()}
    typed = json.dumps(kept, ensure_ascii=False)
    known = session.get(Draft, (of.kind, of.subject_id, of.worker_id))
    if known is None:
        known = Draft(kind=of.kind, subject_id=of.subject_id, worker_id=of.worker_id)
        session.add(known)
    known.fields, known.saved_at = typed, now


def find(session: Session, of: DraftOf) -> KeptDraft | None:
    """Return the draft of exactly this thing by exactly this person."""
    known = session.get(Draft, (of.kind, of.subject_id, of.worker_id))
    return KeptDraft(json.loads(known.fields), known.saved_at) if known else None


def forget(session: Session, of: DraftOf) -> None:
    """Let a draft go, because it was saved or thrown away."""
    known = session.get(Draft, (of.kind, of.subject_id, of.worker_id))
    if known is not None:
        session.delete(known)


def _without_cpr(typed: Any) -> Any:
    """Take CPR numbers out of a text; the numbers of video meetings, in links, are as long."""
    if not isinstance(typed, str) or typed.strip().startswith(_LINKS):
        return typed
    return without_cpr(typed)[0]
