"""Grid, list, totals, PDF and export show the same contacts, over random weeks."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from bostoette.models.calendar_event import CalendarReader, OutgoingEvent, ReaderKind
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import CORE_FORMS
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.services import contacts
from bostoette.services.calendar_out import ExportAsk, preview_export
from bostoette.services.desk import Desk
from bostoette.services.week import week_of
from bostoette.services.week_document import week_document
from bostoette.ui.paper.week_paper_layout import laid_out
from bostoette.ui.theme import Theme
from bostoette.ui.week.week_page import WeekPage

NOW = datetime(2026, 11, 23, 7, 0)
FIRST = IsoWeek(2027, 2)
PLANS = st.lists(
    st.tuples(
        st.integers(0, 6), st.integers(0, 92), st.integers(1, 8), st.sampled_from(CORE_FORMS)
    ),
    max_size=12,
)
"""Weekday, start and length in quarters, form."""
QUARTER = 15


def no_name(_day: date) -> None:
    return None


def spans_of(events: Iterable[OutgoingEvent]) -> list[TimeSpan]:
    return sorted(event.span for event in events)


def contact_count(session: Session, worker: Key, week: IsoWeek) -> int:
    return len(week_of(session, (worker,), week).contacts)


@given(PLANS)
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_everything_shows_the_same_set(
    qtbot: QtBot,
    theme: Theme,
    desk: Desk,
    worker_id: Key,
    citizen_id: Key,
    plans: list[tuple[int, int, int, object]],
) -> None:
    week = FIRST
    while desk.read(contact_count, worker_id, week):
        week = week.plus(1)
    for weekday, start, length, form in plans:
        minutes = min(length, 96 - start) * QUARTER
        span = TimeSpan(week.monday + timedelta(days=weekday), start * QUARTER, minutes)
        fields = ContactFields(span, form, "short_follow_up", (worker_id,), (citizen_id,))  # type: ignore[arg-type] # a form
        desk.do(contacts.create, fields)
    page = WeekPage(desk, theme, lambda: NOW)
    page.resize(1280, 800)
    page.show_week(week)
    model = page.grid.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    drawn = sorted(one.data(257).span for one in rows if not page.grid.isIndexHidden(one))
    planned = sorted(contact.span for contact in page.shown.contacts)
    paper = desk.read(week_document, worker_id, week, NOW, no_name, names=False)
    printed = [placed.entry.span for sheet in laid_out(paper, 100, 700) for placed in sheet.entries]
    ask = ExportAsk(CalendarReader(ReaderKind.WORKER, worker_id), week.monday, week.sunday)
    left = desk.read(preview_export, ask).events
    counts = Counter(contact.form for contact in page.shown.contacts)
    assert len(plans) == len(planned)
    assert drawn == planned == sorted(printed)
    assert spans_of(left) == planned
    assert {one.form: one.number for one in paper.sums} == dict(counts)
    for form, number in counts.items():
        assert f"{form.short_name} {number}" in page.strip.summary
    page.deleteLater()
