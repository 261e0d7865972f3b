"""Hostile calendar files: each is answered in words, and nothing else happens."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bostoette.models.plan_error import PlanError
from bostoette.store import calendar_reader_process
from bostoette.store.calendar_import import read_calendar
from bostoette.store.calendar_reader_process import read_calendar_apart, read_calendar_file

FILES = Path(__file__).parent / "calendar_files"
YEAR = (date(2026, 11, 1), date(2027, 10, 31))
NEVER_ENDING = "RRULE:FREQ=DAILY;COUNT=5000;BYMONTH=2;BYMONTHDAY=30"


def calendar(*told: str) -> bytes:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *told, "END:VCALENDAR", ""]).encode()


def event(*told: str, uid: str = "x", start: str = "DTSTART:20260101T090000Z") -> list[str]:
    return ["BEGIN:VEVENT", f"UID:{uid}", start, "DURATION:PT1H", *told, "END:VEVENT"]


def zone(*told: str) -> list[str]:
    return [
        "BEGIN:VTIMEZONE",
        "TZID:x",
        "BEGIN:STANDARD",
        *told,
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


REFUSED = {
    "500,000 added dates in a line": calendar(
        *event("RDATE:" + ",".join(["20200101T0900"] * 300_000))
    ),
    "2,000 added dates": calendar(*event("RDATE:" + ",".join(["20200101"] * 2_000))),
    "150,000 lines of added dates": calendar(*event(*["RDATE:20200101T090000Z"] * 150_000)),
    "a zone with 200,000 changes": calendar(*zone(*["RDATE:19700101T000000"] * 200_000)),
    "a line of 50 MB": b"BEGIN:VCALENDAR\r\nX:" + b"a" * 50_000_000,
    "a title of 4 MB": calendar(*event("SUMMARY:" + "a" * 4_000_000)),
    "a title of 4 MB in folds": calendar(*event("SUMMARY:a" + "\r\n a" * 1_000_000)),
    "deep nesting": b"BEGIN:VCALENDAR\r\n" * 10_000,
    "5,000 events": calendar(*(event() * 5_000)),
    "ends that do not fit": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\nEND:VEVENT\r\n",
    "half a file": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\n",
    "a zone name of 5,000 letters": calendar(*event(start="DTSTART;TZID=" + "x" * 5_000 + ":2026")),
    "61 zones": calendar(*(zone() * 61)),
    "4,000 events a day for a year": calendar(
        *[line for number in range(3_900) for line in event("RRULE:FREQ=DAILY", uid=str(number))]
    ),
    "centuries of whole days": calendar(
        *[
            line
            for number in range(100)
            for line in event(uid=str(number), start="DTSTART;VALUE=DATE:19900101")
        ]
    ).replace(b"DURATION:PT1H", b"DTEND;VALUE=DATE:21000101"),
    "nothing": b"",
    "no calendar": b"%PDF-1.7 \x00\xff" * 1_000,
}
LEFT_OUT = {
    "every second": event("RRULE:FREQ=SECONDLY"),
    "every minute": event("RRULE:FREQ=MINUTELY;COUNT=3"),
    "every hour of the day": event("RRULE:FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24)))),
    "an interval of nothing": event("RRULE:FREQ=DAILY;INTERVAL=0"),
    "an interval below nothing": event("RRULE:FREQ=DAILY;INTERVAL=-1"),
    "a million times": event("RRULE:FREQ=DAILY;COUNT=1000000"),
    "a rule of nonsense": event("RRULE:FREQ=DAILY;BYDAY=../../x"),
    "six rules": event(*["RRULE:FREQ=DAILY"] * 6),
    "a path as zone": event(start="DTSTART;TZID=../../../../etc/passwd:20261126T090000"),
    "a folder as zone": event(start="DTSTART;TZID=Europe:20261126T090000"),
    "a broken name as zone": event(start="DTSTART;TZID=a\0b:20261126T090000"),
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED.keys())
def test_a_hostile_file_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(PlanError) as refused:
        read_calendar(content, *YEAR)
    assert "Intet er ændret" in refused.value.sentence


@pytest.mark.parametrize("told", LEFT_OUT.values(), ids=LEFT_OUT.keys())
def test_a_hostile_event_is_left_out_with_a_reason_and_the_others_are_read(
    told: list[str],
) -> None:
    good = event(uid="god", start="DTSTART:20261126T090000Z")
    found = read_calendar(calendar(*told, *good), *YEAR)
    assert [item.uid for item in found.appointments] == ["god"]
    assert sum(number for _, number in found.skipped) == 1


def test_the_child_reads_as_this_process_does() -> None:
    path = FILES / "google.ics"
    assert read_calendar_file(path, *YEAR) == read_calendar(path.read_bytes(), *YEAR)


def test_a_sentence_from_the_child_reaches_the_person() -> None:
    with pytest.raises(PlanError, match="ikke en kalenderfil"):
        read_calendar_apart(b"hej", *YEAR)


def test_a_file_that_takes_for_ever_is_put_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar_reader_process, "SECONDS", 1)
    endless = [line for number in range(50) for line in event(NEVER_ENDING, uid=str(number))]
    with pytest.raises(PlanError, match="for lang tid"):
        read_calendar_apart(calendar(*endless), *YEAR)


def test_a_child_that_dies_is_a_sentence_without_the_files_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command = [sys.executable, "-c", "import sys; sys.stdin.buffer.read(); sys.exit(3)"]
    monkeypatch.setattr(calendar_reader_process, "_command", lambda: command)
    with pytest.raises(PlanError, match="kunne ikke læses") as refused:
        read_calendar_apart(calendar(*event("SUMMARY:Hemmelig")), *YEAR)
    assert "Hemmelig" not in refused.value.sentence + refused.value.details


def test_the_child_has_a_limit_on_its_memory() -> None:
    code = (
        "from bostoette.store import calendar_reader_process as child\n"
        "child._limit_memory()\n"
        "try:\n    bytearray(700_000_000)\nexcept MemoryError:\n    print('limited')"
    )
    told = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    # Windows has no such limit, and macOS does not keep it.
    assert told.stdout.strip() == "limited" or sys.platform != "linux"


def test_a_file_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="kunne ikke åbnes"):
        read_calendar_file(tmp_path / "ingen.ics", *YEAR)
