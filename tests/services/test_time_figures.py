"""Time with citizens, on video and on the way, counted by hand (P81, P83, P86)."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from bostoette.models.contact import ContactWorker
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.figure_scope import Scope, ScopeKind, Section
from bostoette.models.key import Key
from bostoette.models.team import TravelPair
from bostoette.models.worker import Absence
from bostoette.services.desk import Desk
from bostoette.store.journal import describe
from tests.clock import MONDAY
from tests.services.figures_asked import cells, figure, holds, texts
from tests.twenty_contacts import NO_SHOW, PHONE, VIDEO, VISIT, add_contact

WEEK_BEFORE = MONDAY - timedelta(weeks=1)


@pytest.fixture
def mine(worker_id: Key) -> Scope:
    return Scope(ScopeKind.WORKER, worker_id)


@pytest.fixture
def twenty_minutes_away(desk: Desk, worker_id: Key, citizen_id: Key) -> None:
    """A.M. lives 20 minutes from M.J.'s base; somebody typed it."""

    def add(session: Session) -> None:
        one, other = sorted((f"base:{worker_id.hex()}", citizen_id.hex()))
        session.add(TravelPair(place_a=one, place_b=other, minutes=20))
        session.flush()
        describe(session, "Rejsetid")

    desk.upkeep(add)


def test_direct_time_is_what_was_held_of_the_working_time(
    desk: Desk, worker_id: Key, citizen_id: Key, mine: Scope
) -> None:
    """Two weeks of 37 hours, one Monday of 8 away: 66 hours; 30 + 45 + 60 minutes with A.M."""

    def add(session: Session) -> None:
        add_contact(session, worker_id, (citizen_id,), MONDAY, VISIT, minutes=30)
        add_contact(session, worker_id, (citizen_id,), MONDAY, VISIT, actual_minutes=45, start=600)
        add_contact(session, worker_id, (citizen_id,), WEEK_BEFORE, PHONE, minutes=60)
        add_contact(session, worker_id, (citizen_id,), MONDAY, PHONE, NO_SHOW, start=700)
        add_contact(session, worker_id, (), MONDAY, VISIT, start=800)
        session.add(Absence(worker_id=worker_id, first_day=MONDAY, last_day=MONDAY))
        session.flush()
        describe(session, "Fravær")

    desk.upkeep(add)
    shown = figure(desk, mine, Section.TIME, "direct-time")
    assert texts(shown, "I alt") == ["3", "2 t 15 · 3 %", "66 t"]
    assert texts(shown, "uge 47") == ["1", "1 t · 3 %", "37 t"]
    assert texts(shown, "uge 48") == ["2", "1 t 15 · 4 %", "29 t"]
    holds(desk, shown)


def test_two_workers_in_a_contact_both_spend_their_time(
    desk: Desk, worker_id: Key, colleague_id: Key, citizen_id: Key
) -> None:
    def add(session: Session) -> None:
        contact = add_contact(session, worker_id, (citizen_id,), MONDAY, VISIT, minutes=30)
        contact.workers.append(ContactWorker(worker_id=colleague_id, day=MONDAY, position=1))
        session.flush()
        describe(session, "To med")

    desk.upkeep(add)
    shown = figure(desk, Scope(), Section.TIME, "direct-time")
    assert texts(shown, "uge 48")[:2] == ["1", "1 t · 1 %"]
    holds(desk, shown)


@pytest.mark.parametrize(
    ("videos", "between", "over"),
    [(3, False, "0"), (4, False, "1"), (5, True, "0"), (6, True, "1")],
)
def test_a_day_is_over_the_limit_by_number_or_in_a_row(
    desk: Desk,
    worker_id: Key,
    citizen_id: Key,
    mine: Scope,
    *,
    videos: int,
    between: bool,
    over: str,
) -> None:
    """At most five a day, and three in a row; a phone call between two breaks the row."""

    def add(session: Session) -> None:
        for place in range(videos):
            start = 480 + 60 * place
            add_contact(session, worker_id, (citizen_id,), MONDAY, VIDEO, start=start, minutes=20)
            if between:
                add_contact(
                    session, worker_id, (citizen_id,), MONDAY, PHONE, start=start + 30, minutes=10
                )

    desk.upkeep(add)
    shown = figure(desk, mine, Section.TIME, "video")
    minutes = {3: "1 t", 4: "1 t 20", 5: "1 t 40", 6: "2 t"}[videos]
    assert texts(shown, "I alt") == [str(videos), minutes, "1", over]
    holds(desk, shown)


def test_travel_goes_there_and_home_and_a_call_saves_the_same(
    desk: Desk, worker_id: Key, citizen_id: Key, mine: Scope, twenty_minutes_away: None
) -> None:
    """Monday: two visits with a call between, 20 out and 20 home. Tuesday: a video saves 40."""

    def add(session: Session) -> None:
        add_contact(session, worker_id, (citizen_id,), MONDAY, VISIT, start=540)
        add_contact(session, worker_id, (citizen_id,), MONDAY, PHONE, start=600)
        add_contact(session, worker_id, (citizen_id,), MONDAY, VISIT, NO_SHOW, start=660)
        tuesday = MONDAY + timedelta(days=1)
        add_contact(session, worker_id, (citizen_id,), tuesday, VIDEO, start=540)
        add_contact(session, worker_id, (citizen_id,), tuesday, VIDEO, NO_SHOW, start=600)
        cancelled = ContactStatus.CANCELLED_BY_US
        add_contact(session, worker_id, (citizen_id,), tuesday, VISIT, cancelled, start=700)

    desk.upkeep(add)
    shown = figure(desk, mine, Section.TRAVEL, "travel")
    found = cells(shown, "uge 48")
    assert found["Transporttid"].text == "40 min"
    assert len(found["Transporttid"].rows) == 1
    assert found["Sparet tid"].text == "1 t 20"
    assert len(found["Sparet tid"].rows) == 2
    holds(desk, shown)


def test_of_a_citizen_the_way_there_and_back_is_counted_for_each_contact(
    desk: Desk, worker_id: Key, citizen_id: Key, twenty_minutes_away: None
) -> None:
    def add(session: Session) -> None:
        for start, form in ((540, VISIT), (600, VISIT), (660, PHONE)):
            add_contact(session, worker_id, (citizen_id,), MONDAY, form, start=start)

    desk.upkeep(add)
    hers = Scope(ScopeKind.CITIZEN, citizen_id)
    shown = figure(desk, hers, Section.TRAVEL, "travel")
    found = cells(shown, "I alt")
    assert (found["Transporttid"].text, found["Sparet tid"].text) == ("1 t 20", "40 min")
    holds(desk, shown)


def test_citizens_travel_to_the_centre_and_a_talk_instead_saves_it(
    desk: Desk, worker_id: Key, citizen_id: Key, mine: Scope, twenty_minutes_away: None
) -> None:
    def add(session: Session) -> None:
        for start, form in ((540, VISIT), (600, PHONE), (660, VISIT)):
            place = ContactPlace.HOME if start == 660 else ContactPlace.CENTRE
            add_contact(session, worker_id, (citizen_id,), MONDAY, form, start=start, place=place)

    desk.upkeep(add)
    shown = figure(desk, mine, Section.TRAVEL, "travel-citizen")
    found = cells(shown, "I alt")
    assert (found["Transporttid"].text, found["Sparet tid"].text) == ("40 min", "40 min")
    holds(desk, shown)


def test_nothing_is_said_of_money(desk: Desk, worker_id: Key, mine: Scope) -> None:
    how = figure(desk, mine, Section.TRAVEL, "travel").how
    assert "ikke et løfte om penge" in how
    assert "kr" not in how.split()
