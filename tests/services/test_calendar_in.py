"""Somebody's own calendar comes in as busy time: looked at first, stored in one step, updated."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.appointment import Appointment
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.services import calendar_in
from bostoette.services.calendar_in import CalendarPreview
from bostoette.services.desk import Desk
from bostoette.store.weeks import appointments_of_workers
from tests.clock import MONDAY

AT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
FIRST, LAST = date(2026, 11, 1), date(2027, 11, 1)


def event(uid: str, start: str, title: str = "Møde", *more: str) -> str:
    lines = (
        "BEGIN:VEVENT",
        f"UID:{uid}",
        "DTSTAMP:20261101T080000Z",
        f"DTSTART;TZID=Europe/Copenhagen:{start}",
        "DURATION:PT1H",
        f"SUMMARY:{title}",
        *more,
        "END:VEVENT",
    )
    return "\r\n".join(lines)


def calendar(*events: str) -> bytes:
    whole = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//DA", *events, "END:VCALENDAR", "")
    return "\r\n".join(whole).encode()


DENTIST = event("a@x", "20261124T100000", "Tandlæge")
COURSE = event("b@x", "20261125T090000", "Kursus", "RRULE:FREQ=DAILY;COUNT=3")
MEETING = event("c@x", "20261127T090000")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "min kalender.ics"


def look(desk: Desk, worker_id: Key, path: Path, *events: str) -> CalendarPreview:
    path.write_bytes(calendar(*events))
    file = calendar_in.read_file(path, FIRST, LAST)
    return desk.read(calendar_in.preview_calendar, worker_id, file)


def take_in(desk: Desk, worker_id: Key, path: Path, *events: str) -> str:
    seen = look(desk, worker_id, path, *events)
    return desk.do(calendar_in.store_calendar, seen, "Outlook", AT)


def standing(desk: Desk, worker_id: Key) -> list[tuple[str, TimeSpan]]:
    found = desk.read(appointments_of_workers, [worker_id], FIRST, LAST)
    return [(one.title, one.span) for one in found]


def test_a_file_is_looked_at_before_anything_is_stored(
    desk: Desk, worker_id: Key, path: Path
) -> None:
    seen = look(desk, worker_id, path, DENTIST, COURSE)
    assert seen.said() == "2 aftaler læst. I din kalender: 4 nye."
    assert standing(desk, worker_id) == []


def test_storing_is_one_step_that_can_be_undone(desk: Desk, worker_id: Key, path: Path) -> None:
    said = take_in(desk, worker_id, path, DENTIST, COURSE)
    assert said == "Kalenderen er indlæst: 4 nye."
    assert standing(desk, worker_id)[0] == ("Tandlæge", TimeSpan(MONDAY.replace(day=24), 600, 60))
    assert len(standing(desk, worker_id)) == 4
    assert desk.undo() == "Importér kalender: 4 nye"
    assert standing(desk, worker_id) == []


def test_reading_again_moves_what_moved_and_doubles_nothing(
    desk: Desk, worker_id: Key, path: Path
) -> None:
    take_in(desk, worker_id, path, DENTIST, MEETING)
    later = event("a@x", "20261124T130000", "Tandlæge")
    assert take_in(desk, worker_id, path, later, MEETING) == "Kalenderen er indlæst: 1 ændret."
    assert [span.start for _, span in standing(desk, worker_id)] == [780, 540]
    again = look(desk, worker_id, path, later, MEETING)
    assert again.changes_nothing
    assert again.same == 2
    assert again.said() == "2 aftaler læst. Alt står i kalenderen i forvejen."
    assert desk.do(calendar_in.store_calendar, again, "Outlook", AT).endswith("intet er ændret.")
    assert desk.undo() == "Importér kalender: 1 ændret"


def test_what_is_cancelled_goes(desk: Desk, worker_id: Key, path: Path) -> None:
    take_in(desk, worker_id, path, DENTIST, COURSE)
    off = event("a@x", "20261124T100000", "Tandlæge", "STATUS:CANCELLED", "SEQUENCE:1")
    shorter = COURSE.replace("COUNT=3", "COUNT=2")
    seen = look(desk, worker_id, path, off, shorter)
    assert {one.title for one in seen.gone} == {"Tandlæge", "Kursus"}
    desk.do(calendar_in.store_calendar, seen, "Outlook", AT)
    assert [title for title, _ in standing(desk, worker_id)] == ["Kursus", "Kursus"]


def test_one_cancelled_occurrence_goes_alone(desk: Desk, worker_id: Key, path: Path) -> None:
    take_in(desk, worker_id, path, COURSE)
    off = event(
        "b@x",
        "20261126T090000",
        "Kursus",
        "RECURRENCE-ID;TZID=Europe/Copenhagen:20261126T090000",
        "STATUS:CANCELLED",
    )
    take_in(desk, worker_id, path, COURSE, off)
    assert [span.day.day for _, span in standing(desk, worker_id)] == [25, 27]


def test_what_a_file_does_not_mention_stays_unless_asked_to_go(
    desk: Desk, worker_id: Key, path: Path
) -> None:
    take_in(desk, worker_id, path, DENTIST, MEETING)
    seen = look(desk, worker_id, path, MEETING)
    assert [one.title for one in seen.missing] == ["Tandlæge"]
    assert seen.changes_nothing
    said = desk.do(calendar_in.store_calendar, seen, "Outlook", AT, remove_missing=True)
    assert said == "Kalenderen er indlæst: 1 fjernet."
    assert [title for title, _ in standing(desk, worker_id)] == ["Møde"]


def test_contacts_that_the_program_exported_itself_are_not_read_back(
    desk: Desk, worker_id: Key, path: Path
) -> None:
    own = event(f"{b'k'.hex()}@bostoette.invalid", "20261124T100000", "Besøg")
    seen = look(desk, worker_id, path, own, MEETING)
    assert len(seen.new) == 1
    assert seen.said() == ("1 aftale læst. Sprunget over: 1 lagt ud herfra. I din kalender: 1 ny.")


def test_a_cpr_number_in_a_title_is_never_stored(desk: Desk, worker_id: Key, path: Path) -> None:
    take_in(desk, worker_id, path, event("d@x", "20261124T100000", "Møde om 010180-1234"))
    assert standing(desk, worker_id)[0][0] == "Møde om"


def test_a_colleagues_calendar_is_another(
    desk: Desk, worker_id: Key, colleague_id: Key, path: Path
) -> None:
    take_in(desk, worker_id, path, DENTIST)
    take_in(desk, colleague_id, path, DENTIST)
    assert len(standing(desk, worker_id)) == len(standing(desk, colleague_id)) == 1


def test_a_calendar_changed_since_the_look_is_refused(
    desk: Desk, worker_id: Key, path: Path
) -> None:
    seen = look(desk, worker_id, path, DENTIST)
    take_in(desk, worker_id, path, DENTIST)
    with pytest.raises(PlanError, match="Intet er gemt"):
        desk.do(calendar_in.store_calendar, seen, "Outlook", AT)


def test_a_file_that_is_no_calendar_is_refused_with_a_sentence(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(PlanError, match="Intet er ændret"):
        calendar_in.read_file(path, FIRST, LAST)


def test_every_row_knows_the_calendar_it_came_from(desk: Desk, worker_id: Key, path: Path) -> None:
    take_in(desk, worker_id, path, DENTIST)
    take_in(desk, worker_id, path, DENTIST, MEETING)
    assert len(desk.read(_sources)) == 1


def _sources(session: Session) -> set[Key | None]:
    return set(session.scalars(select(Appointment.source_id)))


def test_a_cancelled_event_goes_also_outside_the_days_that_are_read(
    desk: Desk, worker_id: Key, path: Path
) -> None:
    take_in(desk, worker_id, path, DENTIST, MEETING)
    path.write_bytes(calendar(event("a@x", "20261124T100000", "Tandlæge", "STATUS:CANCELLED")))
    file = calendar_in.read_file(path, date(2026, 12, 1), LAST)
    seen = desk.read(calendar_in.preview_calendar, worker_id, file)
    assert [one.title for one in seen.gone] == ["Tandlæge"]
    assert seen.missing == ()
