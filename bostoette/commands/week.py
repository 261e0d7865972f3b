"""``bostoette week``: one worker's week, as it is printed and as facts."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date
from typing import Any

from bostoette.clocks import local_now
from bostoette.commands.facts import span_facts, week_facts
from bostoette.commands.voice import Voice
from bostoette.commands.way_in import open_for_reading
from bostoette.commands.whose import worker_named
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.week_contact import WeekAppointment, WeekContact
from bostoette.models.wording import from_to
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.danish_days import day_name
from bostoette.planning.day_travel import DayTravel
from bostoette.services.week import Week, active_workers, week_of
from bostoette.services.week_document import (
    DocumentDay,
    DocumentEntry,
    WeekDocument,
    week_document,
)


def run(asked: Namespace, voice: Voice) -> int:
    """Show a week."""
    now = local_now()
    week = asked.week or IsoWeek.of(now.date())
    with closing(open_for_reading(asked)) as opened:
        worker = worker_named(opened.desk, asked.worker)
        if voice.json:
            shown = opened.desk.read(week_of, (worker.id,), week)
            initials = {one.id: one.initials for one in opened.desk.read(active_workers)}
            voice.result((), _facts(shown, worker, initials))
        else:
            document = opened.desk.read(week_document, worker.id, week, now, day_name)
            voice.result(_lines(document), {})
    return 0


def _lines(document: WeekDocument) -> Iterator[str]:
    yield document.title
    for day in document.days:
        yield ""
        yield from _day_lines(day)
    yield ""
    yield from (one.said() for one in document.sums)
    yield document.together


def _day_lines(day: DocumentDay) -> Iterator[str]:
    yield " · ".join([day.title, *day.marks])
    yield from (f"  {_entry_line(entry)}" for entry in day.entries)


def _entry_line(entry: DocumentEntry) -> str:
    form = entry.form.short_name if entry.form else ""
    parts = [from_to(entry.span), f"{form:<12}", entry.who or "hotline", entry.place]
    parts += [f"med {entry.others}" if entry.others else ""]
    parts += [f"transport {entry.travel}" if entry.travel else "", entry.status_word]
    return "  ".join(part for part in parts if part.strip())


def _facts(shown: Week, worker: WeekWorker, initials: Mapping[Key, str]) -> dict[str, Any]:
    days = shown.week.days
    return {
        **week_facts(shown.week),
        "worker": worker.initials,
        "contacts": [_contact(one, initials) for one in shown.contacts],
        "appointments": [_appointment(one) for one in shown.appointments],
        "absences": [
            {"first": str(away.first_day), "last": str(away.last_day), "kind": away.kind.value}
            for away in shown.absences
        ],
        "travel": [
            _travel(day, shown.travel[worker.id, day])
            for day in days
            if (worker.id, day) in shown.travel
        ],
        "holidays": [
            {"day": str(day), "name": name} for day in days if (name := day_name(day)) is not None
        ],
    }


def _contact(one: WeekContact, initials: Mapping[Key, str]) -> dict[str, Any]:
    return {
        "id": one.id.hex(),
        **span_facts(one.span),
        "form": one.form.value,
        "status": one.status.value,
        "place": one.place.value,
        "agreed_with_citizen": one.agreed_with_citizen,
        "series": one.series_id.hex() if one.series_id else None,
        "workers": [initials[key] for key in one.workers if key in initials],
        "citizens": [{"code": each.code, "initials": each.initials} for each in one.citizens],
    }


def _appointment(one: WeekAppointment) -> dict[str, Any]:
    return {**span_facts(one.span), "kind": one.kind.value, "all_day": one.all_day}


def _travel(day: date, travel: DayTravel) -> dict[str, Any]:
    return {
        "day": str(day),
        "minutes": travel.minutes,
        "saved_minutes": travel.saved_minutes,
        "estimated": not travel.certain,
    }
