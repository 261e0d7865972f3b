"""What lies on a day that is not for it: a holiday, an absence, a day at home (P82)."""

from collections.abc import Iterator
from datetime import date

from bostoette.models.day_kind import DayKind
from bostoette.models.iso_week import IsoWeek
from bostoette.models.life_kinds import Triage
from bostoette.models.week_contact import WeekContact
from bostoette.models.wording import short_day
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.undated_plan import REMOTE
from bostoette.planning.week_citizens import remote_instead
from bostoette.planning.week_sentence import WeekSentence, at, first_at

MUST_VISIT = "home_day_must_visit"
"""The check of calls from home to somebody who needs a visit."""


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


def must_be_visited(week: CheckedWeek) -> Iterator[WeekSentence]:
    """Tell which calls from home go to somebody who was judged to need a visit (P82)."""
    for contact in week.planned:
        for key in contact.workers if contact.form in REMOTE else ():
            worker = week.workers.get(key)
            if worker is None or week.known.day_kinds.get((key, contact.day)) is not DayKind.HOME:
                continue
            for citizen in contact.citizens:
                known = week.known.citizens.get(citizen.id)
                if known is not None and known.triage is Triage.MUST_VISIT:
                    yield WeekSentence(
                        "P82",
                        (contact.id,),
                        contact.day,
                        f"{week.check_text(MUST_VISIT)} {first_at(contact, citizen.initials)}: "
                        f"{citizen.initials} skal have besøg, og {worker.initials} arbejder "
                        "hjemme den dag.",
                        _visit_instead(week, worker, contact),
                        check=MUST_VISIT,
                    )


def days_to_go_out(week: CheckedWeek, worker: WeekWorker, planned: date) -> list[date]:
    """Return the days of the week a worker could go out on instead, the best first.

    Days out come alone where there are any; the nearest is the best.
    """
    days = [day for day in IsoWeek.of(planned).days if _may_go_out(week, worker, planned, day)]
    out = [day for day in days if week.known.day_kinds.get((worker.id, day)) is DayKind.OUT]
    return sorted(out or days, key=lambda day: (abs((day - planned).days), day))


def _other_day(week: CheckedWeek, worker: WeekWorker, contact: WeekContact) -> str:
    near = days_to_go_out(week, worker, contact.day)
    remote = remote_instead(week, contact)
    if not near:
        return f"Hold den {remote}." if remote else "Lad en kollega, der er ude, tage den."
    or_remote = f", eller hold den {remote}" if remote else ""
    return f"Flyt den til {_named(week, worker, near[0])}{or_remote}."


def _visit_instead(week: CheckedWeek, worker: WeekWorker, contact: WeekContact) -> str:
    near = days_to_go_out(week, worker, contact.day)
    if not near:
        return "Lad en kollega, der er ude, tage på besøg."
    day = _named(week, worker, near[0])
    return f"Hold den som besøg {day}, eller lad en kollega, der er ude, tage den."


def _named(week: CheckedWeek, worker: WeekWorker, day: date) -> str:
    out = week.known.day_kinds.get((worker.id, day)) is DayKind.OUT
    return f"{short_day(day)}, som er en {DayKind.OUT.day_word}" if out else short_day(day)


def _may_go_out(week: CheckedWeek, worker: WeekWorker, planned: date, day: date) -> bool:
    return (
        day != planned
        and worker.hours.on(day) is not None
        and week.known.day_kinds.get((worker.id, day)) is not DayKind.HOME
        and (week.now is None or day >= week.now.date())
        and week.holiday(day) is None
        and not any(away.worker_id == worker.id and away.covers(day) for away in week.absences)
    )
