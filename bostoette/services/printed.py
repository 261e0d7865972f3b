"""What leaves on paper: the team's head on it, and the act that remembers that it left.

`models/printed_document.py` tells how to print something.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from bostoette.models.key import Key
from bostoette.models.printed_document import Block, PrintedDocument
from bostoette.services.file_saving import save_file
from bostoette.services.paper_settings import paper_settings
from bostoette.store.journal import act


def on_paper(
    session: Session,
    title: str,
    blocks: tuple[Block, ...],
    printed_at: datetime,
    /,
    **looks: Any,
) -> PrintedDocument:
    """Put the team's name above something that is to be printed; ``printed_at`` is local time.

    ``looks`` are further fields of PrintedDocument: ``lead``, ``discreet``, ``names`` …
    """
    team = paper_settings(session).team_name
    return PrintedDocument(title, blocks, printed_at, team=team, **looks)


def note_printed(
    session: Session, said: str, *, pages: int, names: bool, citizen_id: Key | None = None
) -> None:
    """Keep the act of printing something, said without names: "Ugeplan til A.M."."""
    act(session, f"{said} udskrevet", **_facts(pages, names, citizen_id))


def note_shown(session: Session, said: str, citizen_id: Key) -> None:
    """Keep the act of looking through everything about a citizen, said without names."""
    act(session, f"{said} vist", citizen=citizen_id.hex())


def save_printed(
    session: Session,
    path: Path,
    content: bytes,
    said: str,
    *,
    pages: int,
    names: bool,
    citizen_id: Key | None = None,
) -> None:
    """Put a PDF in place and keep the act that it left, said without names.

    Raises PlanError where the file cannot be written; no act then says that it was.
    """
    act(session, f"{said} gemt som PDF", **_facts(pages, names, citizen_id))
    session.flush()
    save_file(path, content)


def _facts(pages: int, names: bool, citizen_id: Key | None) -> dict[str, Any]:  # noqa: FBT001 - private
    facts: dict[str, Any] = {"pages": pages, "names": names}
    return facts if citizen_id is None else {**facts, "citizen": citizen_id.hex()}


def save_csv(session: Session, path: Path, content: bytes, said: str, *, names: bool) -> None:
    """Put a CSV file in place and keep the act that it left.

    Raises PlanError where it cannot be written; no act then says that it was.
    """
    act(session, f"{said} gemt som CSV", names=names)
    session.flush()
    save_file(path, content)
