"""How weeks and people are offered in the dialogs about whole weeks."""

from collections.abc import Sequence

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.wording import MONTHS_SHORT, week_title
from bostoette.models.worker_day import WeekWorker
from bostoette.ui.naming import Naming


def week_said(week: IsoWeek) -> str:
    """Say a week with its days: ``Uge 49 · 30. nov.–6. dec.``."""
    first, last = week.monday, week.sunday
    month = "" if first.month == last.month else f" {MONTHS_SHORT[first.month - 1]}"
    days = f"{first.day}.{month}–{last.day}. {MONTHS_SHORT[last.month - 1]}"
    return f"{week_title(week).capitalize()} · {days}"


def workers_offered(workers: Sequence[WeekWorker], naming: Naming) -> list[tuple[Key, str]]:
    """Return each worker with her initials and name; in discretion the initials alone."""
    return [
        (one.id, naming.name_of(f"{one.initials} · {one.name}", one.initials)) for one in workers
    ]
