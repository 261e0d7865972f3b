"""How many contacts that fell through were kept another way, and how many were lost (P24, P85)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.fallen_contact import FallenContact
from bostoette.models.key import Key

_LOST = frozenset(
    {
        ContactStatus.CANCELLED_BY_CITIZEN,
        ContactStatus.CANCELLED_BY_US,
        ContactStatus.NO_SHOW,
    }
)


@dataclass(frozen=True, slots=True)
class RescueCount:
    """Contacts that did not take place as planned."""

    converted: tuple[Key, ...] = ()
    """Those that another contact came instead of, held or still planned."""
    lost: tuple[Key, ...] = ()
    """Those that nothing came of."""


def rescue_count(
    contacts: Iterable[FallenContact], first: date, last: date
) -> dict[ContactForm, RescueCount]:
    """Count by the form that was planned, over the days on which it was planned.

    What came instead counts with its original: once, and as lost where it fell through in turn.
    ``contacts`` holds also what came instead, whenever it lies. Each figure can be opened to its
    contacts.
    """
    known = tuple(contacts)
    instead = {one.converted_from: one for one in known if one.converted_from}
    found: dict[ContactForm, tuple[list[Key], list[Key]]] = {}
    for one in known:
        if one.converted_from is not None or not first <= one.day <= last:
            continue
        lost = _is_lost(one, instead)
        if lost is not None:
            found.setdefault(one.form, ([], []))[lost].append(one.id)
    return {
        form: RescueCount(tuple(found[form][0]), tuple(found[form][1]))
        for form in ContactForm
        if form in found
    }


def _is_lost(one: FallenContact, instead: Mapping[Key, FallenContact]) -> bool | None:
    """Tell whether nothing came of a contact; None where it did not fall through."""
    if one.status in _LOST:
        return True
    if one.status is not ContactStatus.CONVERTED:
        return None
    last = one
    while last.status is ContactStatus.CONVERTED and last.id in instead:
        last = instead[last.id]
    return last.status in _LOST or last.status is ContactStatus.CONVERTED
