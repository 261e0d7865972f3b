"""The figures of why forms were chosen, and of advice that was set aside (P06, P07, P09)."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy.orm import Session

from bostoette.models.figure import Figure
from bostoette.models.figure_rows import FigureContact
from bostoette.models.figure_scope import Ask, ScopeKind
from bostoette.models.key import Key
from bostoette.planning.choice_figures import (
    against_advice,
    form_reasons,
    set_aside_by_rule,
)
from bostoette.services.conditions import conditions_in_force
from bostoette.services.rules_against import MOST_ADVISED, rules_set_aside
from bostoette.store import figure_rows as rows


def choice_figures(session: Session, ask: Ask) -> tuple[Figure, ...]:
    """Return the figures; by which rule only contacts with a written reason are looked at."""
    in_force = conditions_in_force(session)
    contacts = rows.contacts_asked(session, ask)
    workers = rows.all_workers(session) if ask.scope.kind is ScopeKind.TEAM else ()
    texts = {key: rule.text for key, rule in in_force.rules.rules.items()}
    return (
        form_reasons(contacts, workers),
        against_advice(contacts, in_force.words.reason_codes),
        set_aside_by_rule(_set_aside(session, contacts), texts, MOST_ADVISED),
    )


def _set_aside(session: Session, contacts: Sequence[FigureContact]) -> dict[str, list[Key]]:
    """Return by rule the contacts in which it was set aside."""
    keys = [one.id for one in contacts if one.overridden and one.status.takes_time]
    found: dict[str, list[Key]] = defaultdict(list)
    for key, rules in rules_set_aside(session, keys).items():
        for rule in rules:
            found[rule].append(key)
    return found
