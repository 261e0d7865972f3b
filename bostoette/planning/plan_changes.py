"""Which steps changed a worker's plan: read from the journal's rows, without what was only held.

That a contact was held, or nobody came, is the week being lived and not another plan.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_step import StepRow
from bostoette.models.week_contact import WeekContact

_PLANNED = frozenset({"day", "start", "minutes", "form", "purpose_id", "place"})
_LIVED = frozenset({ContactStatus.PLANNED, ContactStatus.HELD, ContactStatus.NO_SHOW})


def plan_changes(
    rows: Iterable[StepRow],
    week: IsoWeek,
    contacts: Iterable[WeekContact],
    since: Mapping[Key, Key],
) -> dict[Key, tuple[str, ...]]:
    """Return, by worker, the names of the steps that changed her week, the oldest first.

    ``contacts`` are those of the week as it stands; ``since`` says from which step on each worker's
    week is looked at. Whoever is not in it is left out.
    """
    workers = {one.id: one.workers for one in contacts}
    found: dict[Key, dict[Key, str]] = defaultdict(dict)
    for row in rows:
        for worker in _whose(row, week, workers):
            if worker in since and row.step > since[worker]:
                found[worker].setdefault(row.step, row.label)
    return {worker: tuple(dict.fromkeys(steps.values())) for worker, steps in found.items()}


def _whose(row: StepRow, week: IsoWeek, workers: Mapping[Key, tuple[Key, ...]]) -> tuple[Key, ...]:
    """Return the workers whose week a row's change concerns."""
    contact, _, worker = row.row_key.partition("/")
    if row.table == "contact_worker":
        days = (row.before or {}).get("day"), (row.after or {}).get("day")
        inside = any(_is_in(day, week) for day in days)
        return (bytes.fromhex(worker),) if inside else ()
    return workers.get(bytes.fromhex(contact), ()) if _is_plan(row) else ()


def _is_plan(row: StepRow) -> bool:
    """Tell whether a contact's change is one of the plan; new and deleted ones are told apart."""
    if row.before is None or row.after is None:
        return False
    if _PLANNED & row.after.keys():
        return True
    statuses = {row.before.get("status"), row.after.get("status")} - {None}
    return bool(statuses - _LIVED)


def _is_in(day: str | None, week: IsoWeek) -> bool:
    return day is not None and week.monday <= date.fromisoformat(day) <= week.sunday
