"""Other people's calendar files become busy time."""

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
import recurring_ical_events
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from bostoette.models.calendar_event import ExportLevel
from bostoette.models.plan_error import PlanError
from bostoette.models.read_appointment import ReadAppointments
from bostoette.models.wording import when
from bostoette.planning.calendar_privacy import outgoing
from bostoette.store.calendar_export import calendar_file
from bostoette.store.calendar_import import read_calendar
from bostoette.store.calendar_zones import DANISH
from tests.calendar_contacts import WORKER, contact

FILES = Path(__file__).parent / "calendar_files"
WEEK_48 = (date(2026, 11, 23), date(2026, 11, 29))
YEAR = (date(2026, 7, 1), date(2027, 6, 30))


def fixture(name: str) -> bytes:
    return (FILES / f"{name}.ics").read_bytes()


def calendar(*told: str) -> bytes:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *told, "END:VCALENDAR", ""]).encode()


def event(*told: str, uid: str = "en") -> tuple[str, ...]:
    return ("BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:Møde", *told, "END:VEVENT")


def read(*told: str, period: tuple[date, date] = WEEK_48) -> ReadAppointments:
    return read_calendar(calendar(*told), *period)


def said(found: ReadAppointments) -> list[str]:
    return [when(item.span) for item in found.appointments]


def test_a_week_from_outlook_is_read_as_outlook_shows_it() -> None:
    found = read_calendar(fixture("outlook"), *WEEK_48)
    assert [(when(item.span), item.title) for item in found.appointments] == [
        ("tir. 24. nov. 09.00–10.00", "Supervision, hele gruppen"),
        ("ons. 25. nov. 15.30–16.00", "Telefontid"),
        ("ons. 25. nov. 23.00–23.30", "Sen vagt"),
        ("tor. 26. nov. 13.00–14.30", "Teammøde"),
        ("tor. 26. nov. 22.00–24.00", "Nattevagt"),
        ("fre. 27. nov. 00.00–06.30", "Nattevagt"),
        ("fre. 27. nov. 00.00–24.00", "Temadag"),
    ]
    assert [item.title for item in found.appointments if item.all_day] == ["Temadag"]
    assert dict(found.skipped) == {"sat til ledig tid": 1}


def test_outlooks_series_keeps_its_local_time_over_winter_and_summer_time() -> None:
    found = read_calendar(fixture("outlook"), *YEAR)
    meetings = [item for item in found.appointments if item.title == "Teammøde"]
    assert {item.start for item in meetings if item.day != date(2026, 11, 20)} == {780}
    days = {item.day for item in meetings}
    assert date(2026, 11, 12) not in days
    assert {date(2026, 10, 8), date(2026, 11, 20), date(2027, 4, 1)} <= days
    assert date(2026, 11, 19) not in days
    assert max(days) == date(2027, 4, 1)


def test_a_week_from_google_is_read_with_what_was_moved_and_cancelled() -> None:
    found = read_calendar(fixture("google"), date(2026, 11, 16), date(2026, 12, 2))
    assert said(found) == [
        "tir. 17. nov. 10.00–10.45",
        "tor. 26. nov. 13.00–13.30",
        "man. 30. nov. 08.30–09.15",
        "tir. 1. dec. 00.00–24.00",
        "ons. 2. dec. 00.00–24.00",
    ]
    assert found.cancelled_uids == ("aflyst@google.com",)
    assert found.cancelled_occurrences == (("morgenmoede@google.com", "20261123T073000Z"),)
    assert found.said() == (
        "4 aftaler læst. Sprunget over: 2 aflyst, 1 lagt ud herfra og 1 sat til ledig tid."
    )


def test_a_week_from_nextcloud_is_read_with_this_and_following() -> None:
    found = read_calendar(fixture("nextcloud"), *WEEK_48)
    lunches = [item for item in found.appointments if item.title == "Frokost"]
    others = [(when(item.span), item.title) for item in found.appointments]
    assert [item.day.day for item in lunches] == [23, 25, 26, 27]
    assert [told for told in others if told[1] != "Frokost"] == [
        ("man. 23. nov. 15.00–15.30", "Samtale"),
        ("ons. 25. nov. 15.00–15.30", "Samtale"),
        ("tor. 26. nov. 14.30–15.00", "Sparring (ny tid)"),
        ("tor. 26. nov. 16.00–16.30", "Samtale"),
        ("fre. 27. nov. 07.00–07.30", "Uden tidszone"),
    ]


@pytest.mark.parametrize("name", ["outlook", "google", "nextcloud"])
def test_the_library_alone_finds_the_same_times(name: str) -> None:
    """An independent way to the same answer, for files the library reads right by itself."""
    content = fixture(name).replace(b"Time :", b"Time:").replace(b'Time Zone"', b'Time"')
    content = content.replace(b"Customized", b"Romance Standard")
    expected: Counter[datetime] = Counter()
    for item in recurring_ical_events.of(Calendar.from_ical(content)).between(*YEAR):
        start = item["DTSTART"].dt
        unseen = (
            item.get("STATUS") == "CANCELLED"
            or item.get("TRANSP") == "TRANSPARENT"
            or "bostoette" in item["UID"]
        )
        if unseen:
            continue
        if not isinstance(start, datetime):
            start = datetime.combine(start, time())
        elif start.tzinfo is not None:
            start = start.astimezone(DANISH).replace(tzinfo=None)
        expected[start] += 1
    found = read_calendar(fixture(name), *YEAR)
    starts = Counter(
        item.span.starts_at for item in found.appointments if "#" not in item.occurrence
    )
    assert starts == expected


@pytest.mark.parametrize("name", ["outlook", "google", "nextcloud"])
@pytest.mark.parametrize("period", [WEEK_48, YEAR, (date(2030, 1, 1), date(2030, 1, 2))])
def test_read_and_skipped_add_up_to_all_entries(name: str, period: tuple[date, date]) -> None:
    content = fixture(name)
    found = read_calendar(content, *period)
    entries = content.count(b"BEGIN:VEVENT") + content.count(b"BEGIN:VTODO")
    assert found.read + sum(number for _, number in found.skipped) == entries


@pytest.mark.parametrize("name", ["outlook", "google", "nextcloud"])
def test_reading_again_names_every_appointment_as_before_in_whatever_period(name: str) -> None:
    year = read_calendar(fixture(name), *YEAR)
    names = [(item.uid, item.occurrence) for item in year.appointments]
    assert len(names) == len(set(names))
    assert year == read_calendar(fixture(name), *YEAR)
    in_week = {item for item in year.appointments if WEEK_48[0] <= item.day <= WEEK_48[1]}
    assert set(read_calendar(fixture(name), *WEEK_48).appointments) == in_week


def test_a_moved_occurrence_keeps_its_name() -> None:
    moved = fixture("outlook").replace(b":20261120T1", b":20261121T1")
    before, after = (
        {
            item.occurrence: item.day
            for item in read_calendar(content, *YEAR).appointments
            if item.title == "Teammøde"
        }
        for content in (fixture("outlook"), moved)
    )
    assert before.keys() == after.keys()
    assert after["20261119T120000Z"] == date(2026, 11, 21)


def test_an_event_that_is_now_free_or_elsewhere_is_still_told_about() -> None:
    found = read(*event("DTSTART:20270101T090000Z", "DTEND:20270101T100000Z"))
    assert found.appointments == ()
    assert found.seen_uids == ("en",)
    assert found.skipped == (("uden for perioden", 1),)


def test_the_newest_version_of_an_event_counts() -> None:
    old = event("DTSTART:20261124T090000Z", "DTEND:20261124T100000Z", "SEQUENCE:1")
    new = event("DTSTART:20261125T090000Z", "DTEND:20261125T100000Z", "SEQUENCE:2")
    for order in ((old, new), (new, old)):
        found = read(*order[0], *order[1])
        assert said(found) == ["ons. 25. nov. 10.00–11.00"]
        assert found.skipped == (("ældre udgave af en anden", 1),)


def test_a_file_that_only_cancels_takes_its_events_back() -> None:
    found = read("METHOD:CANCEL", *event("DTSTART:20261124T090000Z", "DTEND:20261124T100000Z"))
    assert found.cancelled_uids == ("en",)
    assert found.appointments == ()


def test_of_two_calendars_in_one_file_only_the_one_that_cancels_takes_its_events_back() -> None:
    cancels = calendar(
        "METHOD:CANCEL", *event("DTSTART:20261124T090000Z", "DTEND:20261124T100000Z", uid="væk")
    )
    tells = calendar("METHOD:PUBLISH", *event("DTSTART:20261125T090000Z", "DTEND:20261125T100000Z"))
    for content in (cancels + tells, tells + cancels):
        found = read_calendar(content, *WEEK_48)
        assert found.cancelled_uids == ("væk",)
        assert said(found) == ["ons. 25. nov. 10.00–11.00"]


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("Romance Standard Time", 600),
        ("Romance Standard Time  ", 600),
        ('"W. Europe Standard Time"', 600),
        ("europe/copenhagen", 600),
        ("/freeassociation.sourceforge.net/Europe/Copenhagen", 600),
        ("GMT Standard Time", 660),
        ("UTC", 660),
        ("America/New_York", 960),
        ("tzone://Microsoft/Utc", 660),
        ('"tzone://Microsoft/Utc"', 660),
    ],
)
def test_zones_go_by_many_names(zone: str, start: int) -> None:
    found = read(
        *event(f"DTSTART;TZID={zone}:20261124T100000", f"DTEND;TZID={zone}:20261124T110000")
    )
    assert [item.start for item in found.appointments] == [start]


def test_a_time_without_zone_is_the_calendars_own_or_danish() -> None:
    told = event("DTSTART:20261124T100000", "DURATION:PT1H30M")
    assert said(read(*told)) == ["tir. 24. nov. 10.00–11.30"]
    assert said(read("X-WR-TIMEZONE:Europe/London", *told)) == ["tir. 24. nov. 11.00–12.30"]


@pytest.mark.parametrize(("offset", "start"), [("+0100", 600), ("+0530", 330), ("-0330", 870)])
def test_a_zone_that_tells_one_offset_for_the_whole_year_has_it(offset: str, start: int) -> None:
    zone = "tzone://Microsoft/Custom"
    found = read(
        *("BEGIN:VTIMEZONE", f"TZID:{zone}", "BEGIN:STANDARD", "DTSTART:16010101T000000"),
        *("TZOFFSETFROM:+0000", f"TZOFFSETTO:{offset}", "END:STANDARD", "END:VTIMEZONE"),
        *event(
            f"DTSTART;TZID={zone}:20261123T100000",
            f"DTEND;TZID={zone}:20261123T110000",
            "RRULE:FREQ=DAILY;COUNT=2",
        ),
    )
    assert [item.start for item in found.appointments] == [start, start]


def test_an_event_in_a_zone_nobody_knows_is_left_out_and_said() -> None:
    found = read(*event("DTSTART;TZID=Mars:20261124T100000", "DTEND;TZID=Mars:20261124T110000"))
    assert found.skipped == (("i en ukendt tidszone", 1),)


@pytest.mark.parametrize("day", [date(2026, 10, 25), date(2027, 3, 28)])
def test_both_sides_of_summer_time_keep_the_local_time(day: date) -> None:
    zone = "TZID=Romance Standard Time"
    first = day - timedelta(days=1)
    found = read(
        *event(
            f"DTSTART;{zone}:{first:%Y%m%d}T090000",
            f"DTEND;{zone}:{first:%Y%m%d}T100000",
            "RRULE:FREQ=DAILY;COUNT=3",
        ),
        period=(first, day + timedelta(days=1)),
    )
    assert [item.start for item in found.appointments] == [540, 540, 540]
    names = [item.occurrence[9:] for item in found.appointments]
    assert names[0] != names[2]


def test_the_hour_that_comes_twice_still_has_length() -> None:
    found = read(
        *event("DTSTART:20261025T003000Z", "DTEND:20261025T013000Z"),
        period=(date(2026, 10, 25), date(2026, 10, 25)),
    )
    assert said(found) == ["søn. 25. okt. 02.30–03.30"]


def test_what_begins_in_the_hour_that_summer_time_skips_keeps_its_length() -> None:
    night = date(2027, 3, 28)
    found = read(*event("DTSTART:20270328T023000", "DTEND:20270328T033000"), period=(night, night))
    assert said(found) == ["søn. 28. mar. 03.30–04.30"]


def test_a_zone_named_as_outlook_shows_it_is_known_by_what_the_file_tells_of_it() -> None:
    name = "(UTC+01:00) Bruxelles, København, Madrid, Paris"
    found = read(
        *("BEGIN:VTIMEZONE", f"TZID:{name}", "BEGIN:STANDARD", "DTSTART:16010101T030000"),
        *("TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD", "BEGIN:DAYLIGHT"),
        *("DTSTART:16010101T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200"),
        *("END:DAYLIGHT", "END:VTIMEZONE"),
        *event(f'DTSTART;TZID="{name}":20261124T100000', f'DTEND;TZID="{name}":20261124T110000'),
    )
    assert said(found) == ["tir. 24. nov. 10.00–11.00"]


def test_a_file_in_windows_letters_and_with_bare_line_feeds_is_read() -> None:
    told = calendar(
        "BEGIN:VEVENT",
        "UID:a",
        "DTSTART:20261124T090000Z",
        "DTEND:20261124T100000Z",
        "SUMMARY:Møde på Ærø",
        "END:VEVENT",
    ).decode()
    for content in (
        told.replace("\r\n", "\n").encode("cp1252"),
        told.encode("utf-8-sig"),
        told.encode("utf-16"),
        told.replace("\r\n", "\r").encode(),
    ):
        assert [item.title for item in read_calendar(content, *WEEK_48).appointments] == [
            "Møde på Ærø"
        ]


def test_a_letter_folded_in_the_middle_does_not_spoil_the_files_other_letters() -> None:
    whole = calendar(*event("DTSTART:20261124T090000Z", "DTEND:20261124T100000Z"))
    place = whole.index("ø".encode()) + 1
    for fold in (b"\r\n ", b"\n\t"):
        folded = whole[:place] + fold + whole[place:]
        assert [item.title for item in read_calendar(folded, *WEEK_48).appointments] == ["Møde"]


def test_a_file_whose_line_ends_were_doubled_on_the_way_keeps_its_folded_lines() -> None:
    folded = calendar(*event("DTSTART:20261124T090000Z", "DTEND:20261124T100000Z"))
    folded = folded.replace("Møde".encode(), "Mø\r\n de".encode()).replace(b"\r\n", b"\r\r\n")
    assert [item.title for item in read_calendar(folded, *WEEK_48).appointments] == ["Møde"]


@pytest.mark.parametrize("rule", ["COUNT=9;UNTIL=20261126", "UNTIL=20261126T080000Z;COUNT=9"])
def test_a_rule_that_tells_both_a_number_and_an_end_stops_at_the_first(rule: str) -> None:
    found = read(
        *event("DTSTART:20261124T090000", "DURATION:PT1H", f"RRULE:FREQ=DAILY;{rule}"),
    )
    assert [item.day.day for item in found.appointments] == [24, 25, 26]


def test_an_end_told_without_zone_is_in_the_zone_of_the_start() -> None:
    found = read(
        *event(
            "DTSTART;TZID=America/New_York:20261124T120000",
            "DURATION:PT1H",
            "RRULE:FREQ=DAILY;UNTIL=20261126T120000",
        )
    )
    assert [item.day.day for item in found.appointments] == [24, 25, 26]


def test_a_journey_ends_in_another_zone_than_it_began() -> None:
    found = read(
        *event(
            "DTSTART;TZID=Europe/London:20261124T090000",
            "DTEND;TZID=Europe/Copenhagen:20261124T120000",
        )
    )
    assert said(found) == ["tir. 24. nov. 10.00–12.00"]


@pytest.mark.parametrize(
    ("told", "busy"),
    [
        ("X-MICROSOFT-CDO-BUSYSTATUS:FREE", False),
        ("X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE", False),
        ("X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE", True),
        ("X-MICROSOFT-CDO-BUSYSTATUS:OOF", True),
        ("TRANSP:TRANSPARENT", False),
        ("TRANSP:OPAQUE", True),
    ],
)
def test_only_busy_time_counts(told: str, *, busy: bool) -> None:
    found = read(*event("DTSTART:20261124T090000Z", "DURATION:PT1H", told))
    assert bool(found.appointments) == busy


def test_titles_are_one_line_of_at_most_120_letters() -> None:
    found = read(
        "BEGIN:VEVENT",
        "DTSTART:20261124T090000Z",
        "DTEND:20261124T100000Z",
        "SUMMARY:A\\, b\\nc " + "x" * 300,
        "END:VEVENT",
    )
    title = found.appointments[0].title
    assert title.startswith("A, b c xxx")
    assert len(title) == 120
    assert found.appointments[0].uid.startswith("uden-uid-")


def test_exceptions_told_by_the_day_and_exdates_in_another_zone_are_understood() -> None:
    found = read(
        *event(
            "DTSTART;TZID=Europe/Copenhagen:20261123T090000",
            "DTEND;TZID=Europe/Copenhagen:20261123T100000",
            "RRULE:FREQ=DAILY;UNTIL=20261127",
            "EXDATE:20261124T080000Z",
            "EXDATE;VALUE=DATE:20261125",
        ),
        *event(
            "RECURRENCE-ID;VALUE=DATE:20261126",
            "DTSTART;TZID=Europe/London:20261126T120000",
            "DTEND;TZID=Europe/London:20261126T130000",
        ),
    )
    assert said(found) == [
        "man. 23. nov. 09.00–10.00",
        "tor. 26. nov. 13.00–14.00",
        "fre. 27. nov. 09.00–10.00",
    ]


def test_what_takes_no_time_is_left_out_with_its_reason() -> None:
    found = read(
        *event("DTSTART:20261124T090000Z", uid="a"),
        *event("DTSTART:20261124T090000Z", "DTEND:20261124T080000Z", uid="b"),
        *event("DTEND:20261124T080000Z", uid="c"),
        *event("DTSTART:16040101T090000Z", "DURATION:PT1H", uid="d"),
        *event("DTSTART:20261131T090000Z", "DURATION:PT1H", uid="e"),
    )
    assert dict(found.skipped) == {
        "uden længde": 2,
        "uden et tidspunkt, der kan læses": 2,
        "med et årstal uden for 1990–2100": 1,
    }


def test_attachments_and_hundreds_of_attendees_do_not_stop_a_real_calendar() -> None:
    found = read(
        *event(
            "DTSTART:20261124T090000Z",
            "DTEND:20261124T100000Z",
            "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "A" * 200_000,
            *[f"ATTENDEE:mailto:nr{number}@example.org" for number in range(900)],
        )
    )
    assert found.read == 1


def test_reminders_do_not_count_where_a_calendar_is_looked_at_for_its_size() -> None:
    alarm = ("BEGIN:VALARM", "TRIGGER:-PT5M", "ACTION:DISPLAY", "END:VALARM")
    told = ("DTSTART:20261124T090000Z", "DTEND:20261124T100000Z", *alarm, *alarm)
    many = [line for number in range(1_500) for line in event(*told, uid=f"{number}")]
    assert read(*many).read == 1_500


def test_our_own_contacts_do_not_come_back_as_busy_time() -> None:
    mine = outgoing(contact(1, date(2026, 11, 26)), ExportLevel.CODE, WORKER, None)
    content = calendar_file([mine], datetime(2026, 11, 23, tzinfo=UTC))
    assert read_calendar(content, *WEEK_48).skipped == (("lagt ud herfra", 1),)
    wrapped = f"040000008200E00074C5B7101A82E008{mine.uid.encode().hex().upper()}00"
    outlook = content.replace(mine.uid.encode(), wrapped.encode())
    assert read_calendar(outlook, *WEEK_48).skipped == (("lagt ud herfra", 1),)


@given(
    day=st.dates(date(2026, 10, 1), date(2027, 4, 30)),
    start=st.integers(0, 1439 - 45),
    number=st.integers(1, 9),
)
@settings(max_examples=60, deadline=None)
def test_what_leaves_is_read_back_at_the_same_local_time(
    day: date, start: int, number: int
) -> None:
    left = outgoing(contact(number, day, start), ExportLevel.CODE, WORKER, None)
    assume((day, start // 60) not in {(date(2027, 3, 28), 1), (date(2027, 3, 28), 2)})
    theirs = replace(left, uid=f"{number}@example.org")
    content = calendar_file([theirs], datetime(2026, 11, 23, tzinfo=UTC))
    found = read_calendar(content, date(2026, 10, 1), date(2027, 4, 30))
    assert [item.span for item in found.appointments] == [left.span]


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_a_damaged_file_is_read_or_answered_with_a_sentence(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["outlook", "google", "nextcloud"]))
    content = bytearray(fixture(name))
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 30))] = data.draw(
            st.one_of(
                st.binary(max_size=8),
                st.sampled_from([b"0", b"99999999", b";", b":", b"\r\n", b"TZID=", b"-1", b","]),
            )
        )
    with suppress(PlanError):
        read_calendar(bytes(content), *YEAR)
