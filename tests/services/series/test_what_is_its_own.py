"""What was moved or changed by itself in a series keeps its own, and what is held never changes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.contact import Contact
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.series_change import SeriesChange
from bostoette.services import contacts, series
from bostoette.services.desk import Desk
from tests.clock import MONDAY
from tests.services.series.changing import (
    ALL,
    FOLLOWING,
    THIS,
    ask,
    at,
    hold_and_call_off,
    move,
    tuesdays,
)
from tests.services.series_hands import (
    FRI,
    MON,
    THU,
    TUE,
    WED,
    contact_on,
    day,
    days,
    everything,
    rules,
    spans,
    weekly,
)

# what was moved or edited by itself keeps its own


def test_an_occurrence_moved_alone_keeps_the_day_that_the_series_gave_it(
    desk: Desk, six_tuesdays: Key
) -> None:
    key = contact_on(desk, day(2, TUE))
    move(desk, THIS, day(2, TUE), at(day(2, FRI)))

    def series_day(session: Session) -> date | None:
        return session.get_one(Contact, key).series_day

    assert desk.read(series_day) == day(2, TUE)
    assert days(desk) == [*tuesdays(0, 1), day(2, FRI), *tuesdays(3, 4, 5)]


def test_an_occurrence_moved_alone_neither_jumps_back_nor_gets_a_twin(
    desk: Desk, six_tuesdays: Key
) -> None:
    move(desk, THIS, day(3, TUE), at(day(3, FRI), 13 * 60))
    move(desk, FOLLOWING, day(1, TUE), at(day(1, THU)))
    assert spans(desk) == [
        at(day(0, TUE)),
        at(day(1, THU)),
        at(day(2, THU)),
        at(day(3, FRI), 13 * 60),
        at(day(4, THU)),
        at(day(5, THU)),
    ]


def test_an_occurrence_moved_alone_does_not_take_the_series_along_to_its_own_time(
    desk: Desk, six_tuesdays: Key
) -> None:
    move(desk, THIS, day(3, TUE), at(day(3, FRI), 13 * 60))
    opened = desk.read(contacts.details, contact_on(desk, day(3, FRI))).fields
    shorter = replace(opened, span=opened.span.lengthened(-30))
    ask(desk, FOLLOWING, day(3, FRI), SeriesChange(fields=shorter))
    assert spans(desk)[3:] == [
        at(day(3, FRI), 13 * 60, 30),
        at(day(4, TUE), minutes=30),
        at(day(5, TUE), minutes=30),
    ]


def test_what_was_edited_alone_stays_and_the_rest_follows(desk: Desk, six_tuesdays: Key) -> None:
    desk.do(contacts.change_form, contact_on(desk, day(3, TUE)), ContactForm.PHONE)
    opened = desk.read(contacts.details, contact_on(desk, day(1, TUE))).fields
    asked = replace(opened, form=ContactForm.VIDEO, plan_b="Ring i stedet")
    ask(desk, FOLLOWING, day(1, TUE), SeriesChange(fields=asked))

    def told(session: Session) -> list[tuple[str, str]]:
        found = session.scalars(select(Contact).order_by(Contact.day))
        return [(one.form.value, one.plan_b) for one in found]

    assert desk.read(told) == [
        ("physical", ""),
        ("video", "Ring i stedet"),
        ("video", "Ring i stedet"),
        ("phone", "Ring i stedet"),
        ("video", "Ring i stedet"),
        ("video", "Ring i stedet"),
    ]


def test_other_people_take_over_this_and_the_following(
    desk: Desk, six_tuesdays: Key, colleague_id: Key
) -> None:
    opened = desk.read(contacts.details, contact_on(desk, day(4, TUE))).fields
    asked = SeriesChange(fields=replace(opened, workers=(colleague_id,)))
    ask(desk, FOLLOWING, day(4, TUE), asked)

    def who(session: Session) -> list[Key]:
        found = session.scalars(select(Contact).order_by(Contact.day))
        return [one.workers[0].worker_id for one in found]

    assert desk.read(who)[4:] == [colleague_id, colleague_id]
    assert colleague_id not in desk.read(who)[:4]


def test_contents_changed_for_all_of_an_endless_series_reach_those_made_later(
    desk: Desk, fields: ContactFields
) -> None:
    desk.do(series.create, fields, weekly(TUE), today=MONDAY)
    opened = desk.read(contacts.details, contact_on(desk, day(4, TUE))).fields
    ask(desk, ALL, day(4, TUE), SeriesChange(fields=replace(opened, form=ContactForm.PHONE)))
    desk.upkeep(series.top_up, day(1, MON))
    last = desk.read(contacts.details, contact_on(desk, day(26, TUE)))
    assert last.fields.form is ContactForm.PHONE
    assert rules(desk) == ["hver uge tirsdag kl. 9.00, indtil videre"]


def test_a_date_deleted_alone_stays_away_when_the_series_moves(
    desk: Desk, six_tuesdays: Key
) -> None:
    desk.do(contacts.delete, contact_on(desk, day(3, TUE)))
    move(desk, FOLLOWING, day(2, TUE), at(day(2, WED)))
    assert days(desk) == [*tuesdays(0, 1), day(2, WED), day(4, WED), day(5, WED)]
    move(desk, ALL, day(2, WED), at(day(2, FRI)))
    assert days(desk) == [*tuesdays(0, 1), day(2, FRI), day(4, FRI), day(5, FRI)]


def test_held_and_cancelled_contacts_stand_when_all_the_others_move(
    desk: Desk, six_tuesdays: Key
) -> None:
    standing = hold_and_call_off(desk)
    stood = {row: values for row, values in everything(desk).items() if _about(row, standing)}
    move(desk, ALL, day(4, TUE), at(day(4, WED)))
    assert {row: v for row, v in everything(desk).items() if _about(row, standing)} == stood
    assert days(desk) == [day(0, WED), day(1, TUE), *(day(week, WED) for week in (2, 4, 5))]


def test_held_and_cancelled_contacts_keep_their_contents_when_all_change(
    desk: Desk, six_tuesdays: Key
) -> None:
    standing = hold_and_call_off(desk)
    opened = desk.read(contacts.details, contact_on(desk, day(4, TUE))).fields
    ask(desk, ALL, day(4, TUE), SeriesChange(fields=replace(opened, form=ContactForm.PHONE)))
    for key in standing:
        assert desk.read(contacts.details, key).fields.form is ContactForm.PHYSICAL
    assert desk.read(contacts.details, contact_on(desk, day(0, TUE))).fields.form == "phone"


def _about(row: tuple[str, str], keys: Iterable[Key]) -> bool:
    return any(row[1].startswith(key.hex()) for key in keys)


def test_a_series_that_is_all_held_but_one_still_counts_right(
    desk: Desk, six_tuesdays: Key
) -> None:
    for week in (0, 1, 2, 4, 5):
        desk.do(contacts.hold, contact_on(desk, day(week, TUE)))
    move(desk, ALL, day(3, TUE), at(day(3, THU)))
    assert days(desk) == [*tuesdays(0, 1, 2), day(3, THU), *tuesdays(4, 5)]


def test_all_begins_today_so_that_what_has_been_stays(desk: Desk, six_tuesdays: Key) -> None:
    move(desk, ALL, day(4, TUE), at(day(4, WED)), today=day(2, MON))
    assert days(desk) == [*tuesdays(0, 1), *(day(week, WED) for week in range(2, 6))]
