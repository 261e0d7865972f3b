"""What the journal says after a command."""

from contextlib import closing

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.journal import JournalStep, StepKind
from tests.commands.hands import Begun


def acts(begun: Begun) -> list[tuple[StepKind, str]]:
    """List the acts by their labels, oldest first."""
    with closing(begun.open(writing=False)) as opened:
        return opened.desk.read(_acts)


def _acts(session: Session) -> list[tuple[StepKind, str]]:
    steps = session.scalars(
        select(JournalStep).where(JournalStep.kind == StepKind.ACT).order_by(JournalStep.id)
    )
    return [(step.kind, step.label) for step in steps]
