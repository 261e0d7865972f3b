"""``bostoette headless MAPPE`` (hidden): the main job on the example, without a screen.

Opens the example, finds a time for contacts that the week is missing, and lets the week leave as
calendar file, PDF and picture: what ``script/run`` does where there is no display, and what the
check of a frozen program looks at.
"""

from argparse import Namespace
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bostoette.clocks import local_now, utc_now
from bostoette.commands.drawing import draw_without_window
from bostoette.commands.facts import span_facts, week_facts
from bostoette.commands.voice import Voice
from bostoette.commands.where import own_places
from bostoette.commands.whose import worker_named
from bostoette.models.calendar_event import CalendarReader, ReaderKind
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import week_title, when
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.danish_days import day_name
from bostoette.planning.free_span import first_free_span
from bostoette.services.calendar_out import ExportAsk, export_to_file, preview_export
from bostoette.services.desk import Desk
from bostoette.services.example import open_demo, renew_demo, shows_earlier_week
from bostoette.services.program_file import OpenFile
from bostoette.services.tray import TrayItem, plan, tray_of
from bostoette.services.week import Week, week_of
from bostoette.services.week_document import proposed_name, save_week_file, week_document

MOST_PLANNED = 3
AIR_MINUTES = 15
TRAVEL_AIR_MINUTES = 45
"""Room for the way out or home, generously; the week itself then says what the way takes."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A contact that was given a time."""

    initials: str
    form: ContactForm
    span: TimeSpan

    def said(self) -> str:
        """Say it: ``Planlagt: A.P., video, tir. 24. nov. 09.00–09.25``."""
        return f"Planlagt: {self.initials}, {self.form.short_name}, {when(self.span)}"


def run(asked: Namespace, voice: Voice) -> int:
    """Plan what is missing, and let the week leave."""
    now = local_now()
    _make_folder(asked.folder)
    draw_without_window()
    with closing(_example(asked, now)) as opened:
        worker = worker_named(opened.desk, None)
        week = week_to_plan(now.date(), worker)
        planned = _plan(opened.desk, worker, week, now.date())
        files = [
            _calendar_file(opened.desk, worker, week, asked.folder),
            *_pages(opened.desk, worker, week, now, asked.folder),
        ]
    title = f"{week_title(week).capitalize()} · {worker.initials} (eksempel)"
    said = [one.said() for one in planned] or ["Der manglede ingen kontakter i ugen."]
    voice.result(
        [title, *said, *(f"Gemt: {path}" for path in files)],
        {
            **week_facts(week),
            "worker": worker.initials,
            "planned": [
                {"citizen": one.initials, "form": one.form.value, **span_facts(one.span)}
                for one in planned
            ],
            "files": [str(path) for path in files],
        },
    )
    return 0


def week_to_plan(today: date, worker: WeekWorker) -> IsoWeek:
    """Give this week, or the next where this one has no working day left."""
    week = IsoWeek.of(today)
    left = any(day >= today and worker.hours.on(day) for day in week.days)
    return week if left else week.plus(1)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PlanError(
            "Mappen kunne ikke laves. Intet er ændret. Vælg en anden mappe.",
            details=type(error).__name__,
        ) from error


def _example(asked: Namespace, now: datetime) -> OpenFile:
    """Open the example as it was left, or anew where it is of an earlier week."""
    own = own_places(asked)
    opened = open_demo(own, utc_now, now.date())
    if not opened.desk.read(shows_earlier_week, now.date()):
        return opened
    opened.close()
    return renew_demo(own, utc_now, now.date())


def _plan(desk: Desk, worker: WeekWorker, week: IsoWeek, today: date) -> list[Planned]:
    """Give contacts that the week is missing a time, a few at most."""
    planned: list[Planned] = []
    for item in desk.read(tray_of, (worker.id,), week).items:
        for _ in range(min(item.number, MOST_PLANNED - len(planned))):
            span = _free_time(desk.read(week_of, (worker.id,), week), worker, item, today)
            if span is not None:
                desk.do(plan, item.citizen.id, item.forms[0], span, worker.id)
                planned.append(Planned(item.citizen.initials, item.forms[0], span))
    return planned


def _free_time(shown: Week, worker: WeekWorker, item: TrayItem, today: date) -> TimeSpan | None:
    away = {day for day in shown.week.days if any(one.covers(day) for one in shown.absences)}
    days = [
        day for day in shown.week.days if day >= today and day not in away and day_name(day) is None
    ]
    busy = [one.span for one in shown.contacts if one.status.takes_time]
    busy += [one.span for one in shown.appointments]
    air = TRAVEL_AIR_MINUTES if item.forms[0].travels else AIR_MINUTES
    return first_free_span(days, worker.hours, busy, item.minutes, air)


def _calendar_file(desk: Desk, worker: WeekWorker, week: IsoWeek, folder: Path) -> Path:
    reader = CalendarReader(ReaderKind.WORKER, worker.id)
    seen = desk.read(preview_export, ExportAsk(reader, week.monday, week.sunday))
    path = folder / proposed_name(week, "ics")
    desk.do(export_to_file, seen, path, utc_now())
    return path


def _pages(
    desk: Desk, worker: WeekWorker, week: IsoWeek, now: datetime, folder: Path
) -> list[Path]:
    from bostoette.ui.paper.week_paper import page_count, week_pdf, week_png

    document = desk.read(week_document, worker.id, week, now, day_name)
    drawn = {"pdf": week_pdf([document]), "png": week_png(document)}
    pages = page_count([document])
    for ending, content in drawn.items():
        path = folder / proposed_name(week, ending)
        desk.do(save_week_file, path, content, week, pages=pages, names=False)
    return [folder / proposed_name(week, ending) for ending in drawn]
