"""What lies on a day that is not for it: a holiday, an absence, a day at home (P82)."""

from collections.abc import Iterator
from datetime import date

from bostoette.models.day_kind import DayKind
from bostoette.models.iso_week import IsoWeek
from bostoette.models.week_contact import WeekContact
from bostoette.models.wording import short_day
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.week_sentence import WeekSentence, at, first_at


def holidays(week: CheckedWeek) -> Iterator[WeekSentence]:
    """Tell what lies on a holiday or another day with a name."""
    for contact in week.planned:
        name = week.holiday(contact.day)
        if name:
            yield WeekSentence(
                "",
                (contact.id,),
                contact.day,
                f"{first_at(contact)} er på {name}.",
                "Flyt den til en anden dag, eller aftal den med borgeren.",
            )


def absences(week: CheckedWeek) -> Iterator[WeekSentence]:
    """Tell what lies on a day on which its worker is away."""
    for contact in week.planned:
        for away in week.absences:
            worker = week.workers.get(away.worker_id)
            if worker and away.worker_id in contact.workers and away.covers(contact.day):
                yield WeekSentence(
                    "",
                    (contact.id,),
                    contact.day,
                    f"{worker.initials} er væk ({away.kind.danish.lower()}) "
                    f"ved kontakten med {at(contact)}.",
                    "Flyt den, aflys den, eller lad en kollega tage den.",
                )


def home_days(week: CheckedWeek) -> Iterator[WeekSentence]:
    """Tell which visits and walks lie on a day at home, and propose another day (P82)."""
    for contact in week.planned:
        for key in contact.workers if contact.form.travels else ():
            worker = week.workers.get(key)
            if worker and week.known.day_kinds.get((key, contact.day)) is DayKind.HOME:
                yield WeekSentence(
                    "P82",
                    (contact.id,),
                    contact.day,
                    f"{week.check_text('day_type')} Det er {at(contact)}, "
                    f"og {worker.initials} arbejder hjemme den dag.",
                    _other_day(week, worker, contact),
                )


def _other_day(week: CheckedWeek, worker: WeekWorker, contact: WeekContact) -> str:
    days = [
        day for day in IsoWeek.of(contact.day).days if _may_go_out(week, worker, contact.day, day)
    ]
    out = [day for day in days if week.known.day_kinds.get((worker.id, day)) is DayKind.OUT]
    near = sorted(out or days, key=lambda day: (abs((day - contact.day).days), day))
    if not near:
        return "Hold den på telefon eller video."
    kind = f", som er en {DayKind.OUT.day_word}" if out else ""
    return f"Flyt den til {short_day(near[0])}{kind}, eller hold den på telefon eller video."


def _may_go_out(week: CheckedWeek, worker: WeekWorker, planned: date, day: date) -> bool:
    return (
        day != planned
        and worker.hours.on(day) is not None
        and week.known.day_kinds.get((worker.id, day)) is not DayKind.HOME
        and (week.now is None or day >= week.now.date())
        and week.holiday(day) is None
        and not any(away.worker_id == worker.id and away.covers(day) for away in week.absences)
    )
