"""The figures of grants: granted, planned and held, and support that soon runs out."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy.orm import Session

from bostoette.models.citizen_fields import GrantFields
from bostoette.models.figure import Figure
from bostoette.models.figure_scope import Ask, ScopedPerson
from bostoette.models.key import Key
from bostoette.planning.grant_figures import ending_soon, grants_used
from bostoette.planning.paragraph_clock import ParagraphClock, clock_of
from bostoette.services.effect_figures import citizens_of
from bostoette.store import grant_rows as rows
from bostoette.store.paragraph_limits import paragraph_limits


def grant_figures(session: Session, ask: Ask) -> tuple[Figure, ...]:
    """Return the figures, of the whole period with what is still planned in it."""
    grants = rows.grants_asked(session, ask)
    citizens = citizens_of(session, ask)
    contacts = rows.grant_contacts(session, ask)
    clocks = list(_clocks(ask, grants, citizens))
    return (
        grants_used(grants, contacts, citizens, ask.period),
        ending_soon(clocks, rows.paragraph_titles(session)),
    )


def _clocks(
    ask: Ask,
    grants: Mapping[Key, Sequence[GrantFields]],
    citizens: Sequence[ScopedPerson],
) -> Iterator[tuple[ScopedPerson, ParagraphClock]]:
    """Give the clocks that warn today."""
    for limit in paragraph_limits():
        for one in citizens:
            clock = clock_of(grants.get(one.key, ()), limit, ask.today)
            if clock is not None and clock.warns:
                yield one, clock
