"""Calendar files as they leave through the services: counted, remembered, and telling nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.calendar_event import CalendarReader, ExportLevel, ReaderKind
from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact import Contact
from bostoette.models.contact_fields import ContactFields, Participant
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.export_receipt import ExportedEvent
from bostoette.models.journal import JournalStep, StepKind
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.series import Series
from bostoette.models.team import TeamSetting
from bostoette.models.timespan import TimeSpan
from bostoette.services import calendar_out, contacts
from bostoette.services.calendar_out import ExportAsk, ExportPreview, Since
from bostoette.services.desk import Desk
from bostoette.services.team_lists import EXPORT_LEVELS_OFF, export_levels_off
from bostoette.store.journal import describe
from tests.clock import MONDAY, At

STAMP = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
WEEK_48 = (MONDAY, MONDAY + timedelta(days=6))
WEEK_49 = (MONDAY + timedelta(days=7), MONDAY + timedelta(days=13))
TUESDAYS = [MONDAY + timedelta(days=1 + 7 * week) for week in range(4)]


class Calendar:
    """Somebody's calendar program: it reads every file that it is given."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.events: dict[tuple[str, datetime | None], vobject.base.Component] = {}
        self.raw = b""

    def read(self, ask: ExportAsk) -> ExportPreview:
        seen = self._desk.read(calendar_out.preview_export, ask)
        self.raw = self._desk.do(calendar_out.export, seen, STAMP)
        for event in vobject.readOne(self.raw.decode()).vevent_list:
            known = self.events.get(_place(event))
            assert known is None or int(known.sequence.value) <= int(event.sequence.value)
            self.events[_place(event)] = event
        return seen

    @property
    def standing(self) -> list[datetime]:
        """When single events start that are not cancelled, in local time."""
        return sorted(
            event.dtstart.value.replace(tzinfo=None)
            for event in self.events.values()
            if event.status.value != "CANCELLED"
        )

    def sequence(self, key: Key) -> int:
        return int(self.events[f"{key.hex()}@bostoette.invalid", None].sequence.value)


def _place(event: vobject.base.Component) -> tuple[str, datetime | None]:
    return event.uid.value, event.recurrence_id.value if hasattr(event, "recurrence_id") else None


@pytest.fixture
def calendar(desk: Desk) -> Calendar:
    return Calendar(desk)


@pytest.fixture
def mine(worker_id: Key) -> CalendarReader:
    return CalendarReader(ReaderKind.WORKER, worker_id)


@pytest.fixture
def fields(worker_id: Key, citizen_id: Key, at: At) -> ContactFields:
    return ContactFields(
        span=at(0, "9.00", 60),
        form=ContactForm.PHONE,
        purpose_id="support_conversation",
        workers=(worker_id,),
        citizens=(citizen_id,),
    )


@pytest.fixture
def plan(desk: Desk, fields: ContactFields) -> Callable[[TimeSpan], Key]:
    def planned(span: TimeSpan) -> Key:
        return desk.do(contacts.create, replace(fields, span=span))

    return planned


Plan = Callable[[TimeSpan], Key]


def test_week_48_then_49_then_48_changed_leaves_every_contact_once(
    desk: Desk, calendar: Calendar, mine: CalendarReader, plan: Plan, at: At
) -> None:
    kept, moved = plan(at(1, "9.00", 60)), plan(at(3, "13.00", 15))
    later = plan(at(8, "10.00", 60))
    calendar.read(ExportAsk(mine, *WEEK_48))
    calendar.read(ExportAsk(mine, *WEEK_49))
    desk.do(contacts.move, moved, at(2, "8.15", 15))
    added = plan(at(4, "12.00", 30))
    seen = calendar.read(ExportAsk(mine, *WEEK_48))
    assert len(calendar.events) == 4
    assert [calendar.sequence(key) for key in (kept, moved, later, added)] == [0, 1, 0, 0]
    assert len(calendar.standing) == 4
    assert seen.said() == "3 aftaler kommer i filen: 1 ny, 1 ændret og 1 som før."


def test_a_contact_deleted_after_it_left_goes_out_as_cancelled(
    desk: Desk, calendar: Calendar, mine: CalendarReader, plan: Plan, at: At
) -> None:
    gone = plan(at(1, "9.00", 60))
    plan(at(2, "9.00", 60))
    calendar.read(ExportAsk(mine, *WEEK_48))
    desk.do(contacts.delete, gone)
    seen = calendar.read(ExportAsk(mine, *WEEK_48))
    assert (seen.count(Since.CANCELLED), seen.count(Since.SAME)) == (1, 1)
    assert calendar.sequence(gone) == 1
    assert calendar.standing == [datetime(2026, 11, 25, 9, 0)]


def test_a_contact_moved_to_another_week_leaves_the_week_it_stood_in(
    desk: Desk, calendar: Calendar, mine: CalendarReader, plan: Plan, at: At
) -> None:
    moved = plan(at(1, "9.00", 60))
    calendar.read(ExportAsk(mine, *WEEK_48))
    desk.do(contacts.move, moved, at(15, "9.00", 60))
    calendar.read(ExportAsk(mine, *WEEK_48))
    assert calendar.standing == [datetime(2026, 12, 8, 9, 0)]


def test_a_called_off_contact_leaves_as_cancelled(
    desk: Desk, calendar: Calendar, mine: CalendarReader, plan: Plan, at: At
) -> None:
    off = plan(at(1, "9.00", 60))
    desk.do(contacts.cancel, off, ContactStatus.CANCELLED_BY_CITIZEN, "syg, hemmeligt")
    calendar.read(ExportAsk(mine, *WEEK_48))
    assert calendar.standing == []
    assert b"hemmeligt" not in calendar.raw


def test_a_citizens_own_file_is_silent_of_what_was_called_off_before_she_got_it(
    desk: Desk, calendar: Calendar, citizen_id: Key, plan: Plan, at: At
) -> None:
    hers = CalendarReader(ReaderKind.CITIZEN, citizen_id)
    off, later = plan(at(1, "9.00", 60)), plan(at(2, "9.00", 60))
    desk.do(contacts.cancel, off, ContactStatus.CANCELLED_BY_US, "")
    seen = calendar.read(ExportAsk(hers, *WEEK_48))
    assert seen.said() == "1 aftale kommer i filen: 1 ny."
    desk.do(contacts.cancel, later, ContactStatus.CANCELLED_BY_CITIZEN, "syg")
    seen = calendar.read(ExportAsk(hers, *WEEK_48))
    assert seen.said() == "1 aftale kommer i filen: 1 aflyst."
    assert calendar.standing == []


def test_a_contact_given_to_a_colleague_is_taken_back(
    desk: Desk,
    calendar: Calendar,
    mine: CalendarReader,
    fields: ContactFields,
    colleague_id: Key,
) -> None:
    key = desk.do(contacts.create, fields)
    calendar.read(ExportAsk(mine, *WEEK_48))
    version = desk.read(contacts.details, key).version
    desk.do(contacts.change, key, version, replace(fields, workers=(colleague_id,)))
    calendar.read(ExportAsk(mine, *WEEK_48))
    assert calendar.standing == []


def test_exporting_is_an_act_with_a_receipt_that_names_nobody(
    desk: Desk, calendar: Calendar, mine: CalendarReader, plan: Plan, at: At
) -> None:
    key = plan(at(1, "9.00", 60))
    calendar.read(ExportAsk(mine, *WEEK_48, ExportLevel.FULL))
    step = desk.read(_last_act)
    assert step == (
        "Eksport af 1 aftale til kalenderfil",
        {
            "events": 1,
            "cancelled": 0,
            "first": "2026-11-23",
            "last": "2026-11-29",
            "level": "full",
            "reader": "worker",
            "whole_series": False,
        },
    )
    assert desk.undo() == "Ny kontakt med A.M."
    assert desk.read(_receipts) == [(f"{key.hex()}@bostoette.invalid", 0)]


def _last_act(session: Session) -> tuple[str, object]:
    step = session.scalars(
        select(JournalStep).where(JournalStep.kind == StepKind.ACT).order_by(JournalStep.id.desc())
    ).first()
    assert step is not None
    return step.label, step.facts


def _receipts(session: Session) -> list[tuple[str, int]]:
    return [(row.uid, row.sequence) for row in session.scalars(select(ExportedEvent))]


def test_what_changed_after_the_preview_is_not_exported_unseen(
    desk: Desk, mine: CalendarReader, plan: Plan, at: At
) -> None:
    plan(at(1, "9.00", 60))
    seen = desk.read(calendar_out.preview_export, ExportAsk(mine, *WEEK_48))
    plan(at(2, "9.00", 60))
    with pytest.raises(PlanError, match="se listen igen"):
        desk.do(calendar_out.export, seen, STAMP)
    assert desk.read(_receipts) == []


def test_a_file_that_cannot_be_written_leaves_no_receipt(
    desk: Desk, mine: CalendarReader, plan: Plan, at: At, tmp_path: Path
) -> None:
    plan(at(1, "9.00", 60))
    seen = desk.read(calendar_out.preview_export, ExportAsk(mine, *WEEK_48))
    with pytest.raises(PlanError, match="vælg en anden mappe"):
        desk.do(calendar_out.export_to_file, seen, tmp_path / "ingen" / "uge-48.ics", STAMP)
    assert desk.read(_receipts) == []
    path = tmp_path / "uge-48.ics"
    assert desk.do(calendar_out.export_to_file, seen, path, STAMP) == 1
    assert b"BEGIN:VEVENT" in path.read_bytes()


def test_an_empty_period_makes_no_file(desk: Desk, mine: CalendarReader) -> None:
    seen = desk.read(calendar_out.preview_export, ExportAsk(mine, *WEEK_48))
    assert seen.said() == "Der er intet at eksportere i perioden."
    with pytest.raises(PlanError, match="intet at eksportere"):
        desk.do(calendar_out.export, seen, STAMP)


def test_a_level_that_the_leader_switched_off_is_refused(desk: Desk, mine: CalendarReader) -> None:
    desk.upkeep(_switch_off, ["first_name", "full", "code"])
    off = desk.read(export_levels_off)
    assert off == {ExportLevel.FIRST_NAME, ExportLevel.FULL}
    with pytest.raises(PlanError, match="slået fra"):
        desk.read(calendar_out.preview_export, ExportAsk(mine, *WEEK_48, ExportLevel.FULL))


def _switch_off(session: Session, levels: list[str]) -> None:
    session.add(TeamSetting(id=EXPORT_LEVELS_OFF, value=levels))
    describe(session, "Ret niveauer")


@pytest.mark.parametrize(
    ("first", "last"), [(MONDAY, MONDAY - timedelta(days=1)), (MONDAY, date(2029, 1, 1))]
)
def test_days_that_make_no_period_are_refused(
    desk: Desk, mine: CalendarReader, first: date, last: date
) -> None:
    with pytest.raises(PlanError, match="Intet er eksporteret"):
        desk.read(calendar_out.preview_export, ExportAsk(mine, first, last))


def test_a_citizen_whose_support_has_ended_is_taken_out_of_calendars(
    desk: Desk,
    calendar: Calendar,
    mine: CalendarReader,
    plan: Plan,
    at: At,
    citizen_id: Key,
) -> None:
    plan(at(0, "9.00", 60))
    plan(at(3, "9.00", 60))
    calendar.read(ExportAsk(mine, *WEEK_48))
    desk.upkeep(_ended, citizen_id, MONDAY + timedelta(days=2))
    calendar.read(ExportAsk(mine, *WEEK_48))
    assert [start.date() for start in calendar.standing] == [MONDAY]


def _ended(session: Session, citizen_id: Key, since: date) -> None:
    citizen = session.get_one(Citizen, citizen_id)
    citizen.status, citizen.status_since = CitizenStatus.DEAD, since
    describe(session, "A.M. er død")


def test_a_citizens_own_file_holds_only_hers_and_never_her_name(
    desk: Desk, calendar: Calendar, fields: ContactFields, citizen_id: Key, at: At
) -> None:
    desk.do(
        contacts.create,
        replace(fields, form=ContactForm.VIDEO, video_link="https://video.invalid/rum"),
    )
    desk.do(
        contacts.create,
        replace(fields, form=ContactForm.HOTLINE, citizens=(), span=at(1, "9.00", 30)),
    )
    calendar.read(ExportAsk(CalendarReader(ReaderKind.CITIZEN, citizen_id), *WEEK_48))
    (event,) = calendar.events.values()
    assert event.summary.value == "Video med Mona"
    assert "https://video.invalid/rum" in event.description.value
    assert b"Asta" not in calendar.raw
    assert b"A.M." not in calendar.raw


def test_a_participants_file_holds_only_her_part_and_survives_a_saved_contact(
    desk: Desk, calendar: Calendar, fields: ContactFields, at: At
) -> None:
    meeting = replace(
        fields,
        span=at(1, "10.00", 60),
        participants=(
            Participant("Læge", "behandler", 630, 660),
            Participant("Søster", "pårørende", 600, 620),
        ),
    )
    key = desk.do(contacts.create, meeting)
    _, sister = desk.read(calendar_out.participants, *WEEK_48)
    ask = ExportAsk(sister.reader, *WEEK_48, contact_id=sister.contact_id)
    calendar.read(ask)
    version = desk.read(contacts.details, key).version
    longer = (Participant("Søster", "pårørende", 600, 630),)
    desk.do(contacts.change, key, version, replace(meeting, participants=longer))
    calendar.read(ask)
    (event,) = calendar.events.values()
    assert event.dtstart.value.replace(tzinfo=None) == at(1, "10.00", 30).starts_at
    assert event.dtend.value.replace(tzinfo=None) == at(1, "10.00", 30).ends_at
    assert int(event.sequence.value) == 1


def test_a_participant_whose_contact_was_deleted_can_still_be_told_of_it(
    desk: Desk, calendar: Calendar, fields: ContactFields, at: At
) -> None:
    sister = Participant("Søster", "pårørende", 600, 620)
    meeting = replace(fields, span=at(1, "10.00", 60), participants=(sister,))
    key = desk.do(contacts.create, meeting)
    (named,) = desk.read(calendar_out.participants, *WEEK_48)
    ask = ExportAsk(named.reader, *WEEK_48, contact_id=named.contact_id)
    calendar.read(ask)
    desk.do(contacts.delete, key)
    (gone,) = desk.read(calendar_out.participants, *WEEK_48)
    assert (gone.reader, gone.contact_id, gone.name) == (named.reader, key, "")
    assert (gone.day, gone.from_minute, gone.until_minute) == (named.day, 600, 620)
    calendar.read(replace(ask, reader=gone.reader, contact_id=gone.contact_id))
    (event,) = calendar.events.values()
    assert event.status.value == "CANCELLED"
    assert desk.read(calendar_out.participants, *WEEK_48) == ()  # she knows


def test_a_participant_who_was_taken_off_a_contact_can_still_be_told_of_it(
    desk: Desk, calendar: Calendar, fields: ContactFields, at: At
) -> None:
    both = (
        Participant("Læge", "behandler", 630, 660),
        Participant("Søster", "pårørende", 600, 620),
    )
    meeting = replace(fields, span=at(1, "10.00", 60), participants=both)
    key = desk.do(contacts.create, meeting)
    doctor, _sister = desk.read(calendar_out.participants, *WEEK_48)
    calendar.read(ExportAsk(doctor.reader, *WEEK_48, contact_id=key))
    version = desk.read(contacts.details, key).version
    desk.do(contacts.change, key, version, replace(meeting, participants=both[1:]))
    offered = desk.read(calendar_out.participants, *WEEK_48)
    assert [one.name for one in offered] == ["Søster", ""]
    assert offered[1].reader == doctor.reader


def _make_series(session: Session, worker_id: Key, citizen_id: Key) -> list[Key]:
    series = Series(
        citizen_id=citizen_id,
        every_weeks=1,
        weekdays=(1,),
        first_day=TUESDAYS[0],
        until=None,
        count=4,
        start=540,
        minutes=60,
        template={},
        made_until=TUESDAYS[-1],
    )
    session.add(series)
    session.flush()
    made = []
    for day in TUESDAYS:
        contact = Contact(
            purpose_id="support_conversation",
            form=ContactForm.PHYSICAL,
            series_id=series.id,
            series_day=day,
        )
        contact.plan_at(TimeSpan(day, 540, 60))
        contact.set_people((worker_id,), (citizen_id,))
        session.add(contact)
        made.append(contact)
    session.flush()
    describe(session, "Ny serie")
    return [contact.id for contact in made]


def test_a_series_sent_whole_leaves_as_one_master_and_never_again_by_the_week(
    desk: Desk, calendar: Calendar, mine: CalendarReader, worker_id: Key, citizen_id: Key
) -> None:
    desk.do(_make_series, worker_id, citizen_id)
    calendar.read(ExportAsk(mine, *WEEK_48))
    assert len(calendar.standing) == 1
    calendar.read(ExportAsk(mine, *WEEK_48, whole_series=True))
    (master,) = [event for event in calendar.events.values() if hasattr(event, "rrule")]
    assert "UNTIL=20261215T080000Z" in master.rrule.value
    assert len(calendar.standing) == 1, "the single event was taken back"
    seen = calendar.read(ExportAsk(mine, *WEEK_49))
    assert seen.kept_whole
    assert len(calendar.standing) == 1
    assert len(calendar.events) == 2


def test_a_moved_contact_of_a_whole_series_leaves_as_its_exception(
    desk: Desk, calendar: Calendar, mine: CalendarReader, worker_id: Key, citizen_id: Key
) -> None:
    made = desk.do(_make_series, worker_id, citizen_id)
    calendar.read(ExportAsk(mine, *WEEK_48, whole_series=True))
    desk.do(contacts.move, made[2], TimeSpan(TUESDAYS[2] + timedelta(days=1), 600, 60))
    desk.do(contacts.delete, made[3])
    calendar.read(ExportAsk(mine, *WEEK_48))
    master, moved = calendar.events.values()
    assert master.sequence.value == moved.sequence.value == "1"
    assert "UNTIL=20261208T080000Z" in master.rrule.value
    assert moved.dtstart.value.replace(tzinfo=None) == datetime(2026, 12, 9, 10, 0)


def test_travel_stands_in_the_workers_calendar_alone(
    desk: Desk, calendar: Calendar, mine: CalendarReader, fields: ContactFields, citizen_id: Key
) -> None:
    desk.do(contacts.create, replace(fields, form=ContactForm.PHYSICAL))
    calendar.read(ExportAsk(mine, *WEEK_48))
    assert b"X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT15M" in calendar.raw
    calendar.read(ExportAsk(CalendarReader(ReaderKind.CITIZEN, citizen_id), *WEEK_48))
    assert b"TRAVEL" not in calendar.raw


SECRETS = ("HEMMELIGTFORMAAL", "HEMMELIGDAGSORDEN", "HEMMELIGPLAN", "HEMMELIGGRUND")
CPR = "010180-1234"


def _write_past_the_check(session: Session, contact_id: Key, typed: str) -> None:
    contact = contacts.open_contact(session, contact_id)
    contact.place_text = contact.meeting_point = contact.phone_number = typed
    describe(session, "Ret kontakt")


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    level=st.sampled_from(ExportLevel),
    kind=st.sampled_from(ReaderKind),
    form=st.sampled_from(ContactForm),
    place=st.sampled_from(ContactPlace),
    text=st.text(st.characters(codec="utf-8", exclude_characters="0123456789"), max_size=12),
    alarm=st.sampled_from([None, 15]),
)
def test_purpose_notes_agenda_and_cpr_are_in_no_file_at_any_level(
    desk: Desk,
    worker_id: Key,
    citizen_id: Key,
    at: At,
    level: ExportLevel,
    kind: ReaderKind,
    form: ContactForm,
    place: ContactPlace,
    text: str,
    alarm: int | None,
) -> None:
    typed = f"{text} {CPR} {text}"
    contact = ContactFields(
        span=at(1, "10.00", 60),
        form=form,
        purpose_id=SECRETS[0],
        workers=(worker_id,),
        citizens=(citizen_id,),
        place=place,
        bad_weather_plan=SECRETS[2],
        plan_b=SECRETS[2],
        agenda=(SECRETS[1],),
        participants=(Participant("Søster", SECRETS[3], 600, 620),),
    )
    key = desk.do(contacts.create, contact)
    desk.do(_write_past_the_check, key, typed)
    sister = desk.read(calendar_out.participants, *WEEK_48)[-1]
    reader = {
        ReaderKind.WORKER: CalendarReader(kind, worker_id),
        ReaderKind.CITIZEN: CalendarReader(kind, citizen_id),
        ReaderKind.PARTICIPANT: sister.reader,
    }[kind]
    mine = sister.contact_id if kind is ReaderKind.PARTICIPANT else None
    seen = desk.read(
        calendar_out.preview_export,
        ExportAsk(reader, *WEEK_48, level, alarm_minutes=alarm, contact_id=mine),
    )
    content = desk.do(calendar_out.export, seen, STAMP).replace(b"\r\n ", b"").decode()
    desk.do(contacts.delete, key)
    assert not [secret for secret in (*SECRETS, "010180", "0101801234") if secret in content]
    if kind is not ReaderKind.WORKER or not level.names_people:
        assert "Asta" not in content
        assert "Mortensen" not in content
