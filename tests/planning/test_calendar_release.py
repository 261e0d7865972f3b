"""What leaves this time, and what a calendar that reads file after file ends up with."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

import pytest

from bostoette.models.calendar_event import (
    CalendarContact,
    CalendarParticipant,
    CalendarReader,
    CalendarSeries,
    ExportedState,
    ExportLevel,
    OutgoingEvent,
    Release,
)
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.plan_error import PlanError
from bostoette.models.series_rule import SeriesRule
from bostoette.planning.calendar_release import (
    ExportWish,
    release,
    sent_contacts,
    sent_series,
)
from bostoette.planning.recurrence import occurrences
from tests.calendar_contacts import CITIZEN, RELATIVE, WORKER, contact, series

WEEK_48 = (date(2026, 11, 23), date(2026, 11, 29))
WEEK_49 = (date(2026, 11, 30), date(2026, 12, 6))
RULE = SeriesRule(1, (1,), date(2026, 11, 10), 540, 60, count=6)


@dataclass
class Desk:
    """The contacts there are, the receipts, and the calendar that reads every file."""

    contacts: dict[bytes, CalendarContact] = field(default_factory=dict)
    series: dict[bytes, CalendarSeries] = field(default_factory=dict)
    receipts: dict[str, ExportedState] = field(default_factory=dict)
    calendar: dict[tuple[str, datetime | None], OutgoingEvent] = field(default_factory=dict)

    def add(self, *contacts: CalendarContact) -> None:
        self.contacts |= {item.key: item for item in contacts}

    def add_series(self, whole: CalendarSeries) -> None:
        self.series[whole.key] = whole
        self.add(*whole.contacts)

    def change(self, changed: CalendarContact) -> None:
        self.add(changed)
        for key, whole in self.series.items():
            members = tuple(self.contacts[item.key] for item in whole.contacts)
            self.series[key] = replace(whole, contacts=members)

    def export(
        self,
        period: tuple[date, date],
        *,
        whole: Iterable[bytes] = (),
        level: ExportLevel = ExportLevel.CODE,
        reader: CalendarReader = WORKER,
    ) -> Release:
        wish = ExportWish(reader, level, *period)
        wanted = sent_contacts(self.receipts.values(), wish)
        keys = (sent_series(self.receipts.values(), reader) | set(whole)) & self.series.keys()
        left = release(
            [c for c in self.contacts.values() if wish.holds(c.span.day) or c.key in wanted],
            self.receipts.values(),
            wish,
            whole=[self.series[key] for key in sorted(keys)],
        )
        self.receipts |= {state.uid: state for state in left.receipts}
        self._read(left.events)
        return left

    def _read(self, events: tuple[OutgoingEvent, ...]) -> None:
        for event in events:
            if event.occurrence is None:
                known = self.calendar.get((event.uid, None))
                assert known is None or known.sequence <= event.sequence
                for place in [place for place in self.calendar if place[0] == event.uid]:
                    del self.calendar[place]
            self.calendar[event.uid, event.occurrence] = event

    def standing(self) -> list[datetime]:
        """Every start that stands in the calendar and is not cancelled."""
        starts: list[datetime] = []
        for (uid, occurrence), event in self.calendar.items():
            if event.cancelled:
                continue
            if event.recurrence is None:
                starts.append(event.starts)
                continue
            assert occurrence is None
            start = event.span.start
            days = occurrences(
                SeriesRule(
                    event.recurrence.every_weeks,
                    event.recurrence.weekdays,
                    event.span.day,
                    start,
                    event.span.minutes,
                    until=event.recurrence.last_day,
                ),
                date.max,
            )
            starts += [
                moment
                for moment in (replace(event.span, day=day).starts_at for day in days)
                if moment not in event.excluded and (uid, moment) not in self.calendar
            ]
        return sorted(starts)

    def planned(self) -> list[datetime]:
        return sorted(c.span.starts_at for c in self.contacts.values() if not c.status.called_off)


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    made.add(contact(1, date(2026, 11, 24)), contact(2, date(2026, 11, 26)))
    made.add(contact(3, date(2026, 12, 1)), contact(4, date(2026, 12, 3)))
    return made


def test_week_48_then_49_then_48_changed_gives_every_contact_once(desk: Desk) -> None:
    desk.export(WEEK_48)
    desk.export(WEEK_49)
    moved = desk.contacts[bytes([2]) * 16]
    desk.change(replace(moved, span=moved.span.moved(days=-1)))
    desk.add(contact(5, date(2026, 11, 27)))
    left = desk.export(WEEK_48)
    assert [event.sequence for event in left.events] == [0, 1, 0]
    assert len(desk.calendar) == 5
    assert desk.standing() == desk.planned()


def test_exporting_again_without_a_change_sends_the_same_again(desk: Desk) -> None:
    assert desk.export(WEEK_48).events == desk.export(WEEK_48).events


def test_a_contact_moved_to_another_week_leaves_the_old_one(desk: Desk) -> None:
    desk.export(WEEK_48)
    moved = desk.contacts[bytes([2]) * 16]
    desk.change(replace(moved, span=moved.span.moved(days=14)))
    desk.export(WEEK_48)
    assert len(desk.calendar) == 2
    assert date(2026, 12, 10) in {start.date() for start in desk.standing()}
    assert date(2026, 11, 26) not in {start.date() for start in desk.standing()}


def test_a_deleted_contact_goes_out_as_cancelled_once_and_stays_so(desk: Desk) -> None:
    desk.export(WEEK_48)
    del desk.contacts[bytes([1]) * 16]
    gone = next(event for event in desk.export(WEEK_48).events if event.cancelled)
    assert (gone.summary, gone.sequence) == ("Aflyst", 1)
    again = next(event for event in desk.export(WEEK_48).events if event.cancelled)
    assert again.sequence == 1
    assert len(desk.standing()) == 1


def test_a_contact_deleted_before_it_ever_left_is_not_mentioned(desk: Desk) -> None:
    del desk.contacts[bytes([1]) * 16]
    assert not any(event.cancelled for event in desk.export(WEEK_48).events)


@pytest.mark.parametrize("reader", [CITIZEN, RELATIVE], ids=["citizen", "participant"])
def test_what_was_called_off_before_she_ever_got_it_is_not_mentioned_to_her(
    reader: CalendarReader,
) -> None:
    desk = Desk()
    part = CalendarParticipant(RELATIVE.key, 780, 800)
    first, second = (
        replace(contact(number, date(2026, 11, 22 + 2 * number)), participants=(part,))
        for number in (1, 2)
    )
    desk.add(second)
    desk.add(replace(first, status=ContactStatus.CANCELLED_BY_US))
    assert [event.cancelled for event in desk.export(WEEK_48, reader=reader).events] == [False]
    desk.add(replace(second, status=ContactStatus.CANCELLED_BY_CITIZEN))
    (event,) = desk.export(WEEK_48, reader=reader).events
    assert (event.cancelled, event.sequence) == (True, 1)
    assert event.starts.date() == date(2026, 11, 26)


def test_the_workers_own_week_tells_also_of_what_was_called_off_before_it_left(desk: Desk) -> None:
    first = desk.contacts[bytes([1]) * 16]
    desk.add(replace(first, status=ContactStatus.CANCELLED_BY_US))
    events = desk.export(WEEK_48).events
    assert [(event.cancelled, event.sequence) for event in events] == [(True, 0), (False, 0)]


def test_a_whole_series_mentions_to_a_citizen_only_what_was_called_off_after_she_got_it() -> None:
    desk = Desk()
    desk.add_series(series(RULE))
    second, third = list(desk.contacts.values())[1:3]
    desk.change(replace(second, status=ContactStatus.CANCELLED_BY_US))
    whole = [b"s" * 16]
    (master,) = desk.export(WEEK_48, whole=whole, reader=CITIZEN).events
    assert master.excluded == (second.span.starts_at,)
    assert desk.export(WEEK_48, whole=whole, reader=CITIZEN).events == (master,)
    assert desk.standing() == desk.planned()
    desk.change(replace(third, status=ContactStatus.CANCELLED_BY_CITIZEN))
    changed = desk.export(WEEK_48, whole=whole, reader=CITIZEN).events
    assert third.span.starts_at in {one.occurrence for one in changed if one.cancelled}
    assert {one.sequence for one in changed} == {1}
    assert desk.standing() == desk.planned()


def test_a_contact_brought_back_stands_again(desk: Desk) -> None:
    desk.export(WEEK_48)
    kept = desk.contacts.pop(bytes([1]) * 16)
    desk.export(WEEK_48)
    desk.add(kept)
    desk.export(WEEK_48)
    assert len(desk.standing()) == 2
    assert desk.calendar[f"{kept.key.hex()}@bostoette.invalid", None].sequence == 2


def test_a_whole_series_is_one_master_with_its_exceptions() -> None:
    desk = Desk()
    desk.add_series(series(RULE))
    third, fourth, fifth = list(desk.contacts.values())[2:5]
    desk.change(replace(third, status=ContactStatus.CANCELLED_BY_CITIZEN))
    desk.change(replace(fourth, span=fourth.span.moved(days=1, minutes=30)))
    members = tuple(c for c in desk.series[b"s" * 16].contacts if c.key != fifth.key)
    desk.series[b"s" * 16] = replace(desk.series[b"s" * 16], contacts=members)
    del desk.contacts[fifth.key]
    left = desk.export(WEEK_48, whole=[b"s" * 16])
    master, *exceptions = left.events
    assert master.recurrence is not None
    assert master.recurrence.last_day == date(2026, 12, 15)
    assert master.excluded == (RULE.on(date(2026, 12, 8)).starts_at,)
    assert [(event.occurrence, event.cancelled) for event in exceptions] == [
        (RULE.on(date(2026, 11, 24)).starts_at, True),
        (RULE.on(date(2026, 12, 1)).starts_at, False),
    ]
    assert {event.uid for event in left.events} == {master.uid}
    assert desk.standing() == desk.planned()


def test_a_series_sent_whole_is_never_also_sent_by_the_week() -> None:
    desk = Desk()
    desk.add_series(series(RULE))
    desk.export(WEEK_48, whole=[b"s" * 16])
    desk.export(WEEK_49)
    assert desk.standing() == desk.planned()
    assert len(desk.receipts) == 1


def test_contacts_sent_by_the_week_are_taken_back_when_the_series_leaves_whole() -> None:
    desk = Desk()
    desk.add_series(series(RULE))
    desk.export(WEEK_48)
    desk.export(WEEK_49)
    desk.export(WEEK_49, whole=[b"s" * 16])
    assert desk.standing() == desk.planned()


def test_a_changed_series_leaves_again_although_the_week_does_not_touch_it() -> None:
    desk = Desk()
    desk.add_series(series(RULE))
    desk.export(WEEK_48, whole=[b"s" * 16])
    last = list(desk.contacts.values())[-1]
    desk.change(replace(last, span=last.span.moved(minutes=60)))
    far = (date(2027, 3, 1), date(2027, 3, 7))
    assert {event.sequence for event in desk.export(far).events} == {1}
    assert desk.export(far).events == ()
    assert desk.standing() == desk.planned()


def test_this_and_following_leaves_no_doubles() -> None:
    desk = Desk()
    whole = series(RULE)
    desk.add_series(whole)
    desk.export(WEEK_48, whole=[whole.key])
    kept, moved = whole.contacts[:2], whole.contacts[2:]
    desk.series[whole.key] = CalendarSeries(whole.key, RULE.with_end(count=2), kept)
    for item in moved:
        desk.add(replace(item, series_key=b"t" * 16, span=item.span.moved(days=2)))
    desk.export(WEEK_48)
    desk.export(WEEK_49)
    assert len(desk.standing()) == 4
    assert set(desk.standing()) <= set(desk.planned())


def test_a_series_that_is_gone_is_taken_back_whole() -> None:
    desk = Desk()
    desk.add_series(series(RULE))
    desk.export(WEEK_48, whole=[b"s" * 16])
    desk.series.clear()
    desk.contacts.clear()
    desk.export(WEEK_49)
    assert desk.standing() == []


def test_differing_travel_makes_no_exceptions() -> None:
    whole = series(RULE)
    uneven = tuple(
        replace(item, travel_minutes=10 + number % 2) for number, item in enumerate(whole.contacts)
    )
    left = release(
        [],
        [],
        ExportWish(WORKER, ExportLevel.CODE, *WEEK_48),
        whole=[replace(whole, contacts=uneven)],
    )
    assert len(left.events) == 1


def test_a_participant_cannot_get_a_whole_series() -> None:
    with pytest.raises(PlanError, match="én deltager"):
        release([], [], ExportWish(RELATIVE, ExportLevel.CODE, *WEEK_48), whole=[series(RULE)])


def test_a_participant_who_left_the_meeting_has_it_taken_back() -> None:
    visit = contact(1, date(2026, 11, 24))
    receipt = ExportedState(
        f"{visit.key.hex()}-{RELATIVE.key.hex()}@bostoette.invalid",
        RELATIVE.stored,
        0,
        "",
        cancelled=False,
        shadow=visit.span,
        contact_key=visit.key,
    )
    left = release([visit], [receipt], ExportWish(RELATIVE, ExportLevel.CODE, *WEEK_48))
    assert [event.cancelled for event in left.events] == [True]
