"""The file that leaves, read by somebody else's reader."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject

from bostoette.models.calendar_event import ExportLevel, OutgoingEvent
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.planning.calendar_privacy import outgoing
from bostoette.planning.calendar_series import outgoing_series
from bostoette.store.calendar_export import calendar_file, proposed_name
from tests.calendar_contacts import WORKER, contact, series

STAMP = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
DANISH = ZoneInfo("Europe/Copenhagen")
AROUND_SUMMER_TIME = [
    date(2026, 10, 24),
    date(2026, 10, 25),
    date(2026, 10, 26),
    date(2027, 3, 27),
    date(2027, 3, 28),
    date(2027, 3, 29),
]


def visit(day: date, start: int = 780) -> OutgoingEvent:
    return outgoing(contact(1, day, start), ExportLevel.CODE, WORKER, None)


def lines(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


@pytest.mark.parametrize("day", AROUND_SUMMER_TIME)
@pytest.mark.parametrize("start", [60, 240, 540, 780])
def test_another_reader_finds_the_same_local_time_on_both_sides_of_summer_time(
    day: date, start: int
) -> None:
    read = vobject.readOne(calendar_file([visit(day, start)], STAMP).decode()).vevent
    at = TimeSpan(day, start, 45)
    assert read.dtstart.value.replace(tzinfo=None) == at.starts_at
    assert read.dtend.value.replace(tzinfo=None) == at.ends_at
    # vobject reads the zone from the file's own VTIMEZONE: its offset must be the real one.
    assert read.dtstart.value.utcoffset() == at.starts_at.replace(tzinfo=DANISH).utcoffset()


def test_a_contact_inside_the_hour_that_summer_time_skips_keeps_its_length() -> None:
    night = replace(contact(1, date(2026, 3, 29)), span=TimeSpan(date(2026, 3, 29), 135, 30))
    told = lines(calendar_file([outgoing(night, ExportLevel.CODE, WORKER, None)], STAMP))
    assert "DTSTART;TZID=Europe/Copenhagen:20260329T031500" in told
    assert "DTEND;TZID=Europe/Copenhagen:20260329T034500" in told


def test_a_contact_until_midnight_ends_on_the_next_day() -> None:
    late = replace(contact(1, date(2026, 11, 26)), span=TimeSpan(date(2026, 11, 26), 1380, 60))
    told = lines(calendar_file([outgoing(late, ExportLevel.CODE, WORKER, None)], STAMP))
    assert "DTEND;TZID=Europe/Copenhagen:20261127T000000" in told


def test_the_file_says_what_other_calendars_need() -> None:
    told = lines(calendar_file([visit(date(2026, 11, 26))], STAMP))
    for line in (
        "VERSION:2.0",
        "METHOD:PUBLISH",
        "TZID:Europe/Copenhagen",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "DTSTART;TZID=Europe/Copenhagen:20261126T130000",
        "DTSTAMP:20261123T070000Z",
        f"UID:{'01' * 16}@bostoette.invalid",
        "SEQUENCE:0",
        "STATUS:CONFIRMED",
        "CLASS:PRIVATE",
        "CATEGORIES:Fysisk besøg",
        "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT20M",
    ):
        assert line in told
    assert not [line for line in told if line.startswith("RDATE")]


def test_lines_are_folded_between_letters_and_end_as_they_should() -> None:
    long = replace(
        contact(1, date(2026, 11, 26), form=ContactForm.WALK_TALK), meeting_point="æøå-€ " * 60
    )
    content = calendar_file([outgoing(long, ExportLevel.FULL, WORKER, None)], STAMP)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(line.decode() for line in content.split(b"\r\n") if line)
    assert vobject.readOne(content.decode()).vevent.location.value == ("æøå-€ " * 60).strip()


def test_the_file_holds_nothing_that_the_preview_does_not_show() -> None:
    event = outgoing(
        contact(1, date(2026, 11, 26), form=ContactForm.VIDEO),
        ExportLevel.FULL,
        WORKER,
        None,
        alarm_minutes=30,
    )
    shown = " ".join(text for _, text in event.leaving)
    read = vobject.readOne(calendar_file([event], STAMP).decode()).vevent
    technical = {"uid", "dtstamp", "sequence", "dtstart", "dtend", "status", "transp", "class"}
    for child in read.getChildren():
        if child.name.lower() not in technical | {"valarm", "categories"}:
            assert str(child.value) in shown
    assert read.valarm.trigger.value == timedelta(minutes=-30)
    assert "30 min før" in shown


def test_a_cancelled_contact_says_so_and_takes_no_time() -> None:
    called_off = replace(contact(1, date(2026, 11, 26)), status=ContactStatus.CANCELLED_BY_CITIZEN)
    event = outgoing(called_off, ExportLevel.CODE, WORKER, None, alarm_minutes=10)
    told = lines(calendar_file([event], STAMP))
    assert "STATUS:CANCELLED" in told
    assert "TRANSP:TRANSPARENT" in told
    assert "BEGIN:VALARM" not in told


def test_a_whole_series_over_summer_time_keeps_its_local_time_in_another_reader() -> None:
    rule = SeriesRule(3, (1, 3), date(2027, 2, 2), 540, 60, count=8)
    whole = series(rule)
    contacts = list(whole.contacts)
    contacts[2] = replace(contacts[2], status=ContactStatus.CANCELLED_BY_US)
    contacts[3] = replace(contacts[3], span=contacts[3].span.moved(days=1))
    del contacts[1]
    whole = replace(whole, contacts=tuple(contacts))
    content = calendar_file(outgoing_series(whole, ExportLevel.CODE, WORKER, None), STAMP)
    told = lines(content)
    assert "RRULE:FREQ=WEEKLY;UNTIL=20270408T070000Z;INTERVAL=3;BYDAY=TU,TH;WKST=MO" in told
    assert "EXDATE;TZID=Europe/Copenhagen:20270204T090000" in told
    assert "RECURRENCE-ID;TZID=Europe/Copenhagen:20270225T090000" in told
    master = vobject.readOne(content.decode()).vevent_list[0]
    starts = [start.replace(tzinfo=None) for start in master.rruleset]
    expected = [rule.on(contact.series_day or date.min).starts_at for contact in contacts]
    assert starts == expected


def test_a_file_name_names_nobody() -> None:
    assert proposed_name(date(2026, 11, 23), date(2026, 11, 29)) == "uge-48.ics"
    assert proposed_name(date(2026, 11, 26), date(2026, 11, 26)) == "2026-11-26.ics"
    assert proposed_name(date(2026, 11, 1), date(2026, 12, 24)) == "2026-11-01-til-2026-12-24.ics"


def test_the_calendar_library_is_not_loaded_at_start_up() -> None:
    code = (
        "import sys, bostoette.store.calendar_export, bostoette.store.calendar_reader_process\n"
        "print({'icalendar', 'recurring_ical_events', 'dateutil'} & set(sys.modules))"
    )
    told = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    assert told.stdout.strip() == "set()"
