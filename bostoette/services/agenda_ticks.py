"""The ticks of a contact's agenda (P68), in the panel and from a step that stands on it."""

from sqlalchemy.orm import Session

from bostoette.models.contact import AgendaItem
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.store.journal import describe


def tick_agenda(session: Session, item_id: Key, *, done: bool) -> None:
    """Tick a point of the agenda, or take the tick away (P68)."""
    item = session.get(AgendaItem, item_id)
    if item is None:
        raise PlanError(
            "Punktet findes ikke længere. Andet er ikke ændret; se dagsordenen efter igen."
        )
    if item.done is not done:
        item.done = done
        describe(session, "Sæt hak i dagsordenen" if done else "Fjern hak i dagsordenen")
