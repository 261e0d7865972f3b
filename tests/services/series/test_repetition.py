"""A series comes to repeat otherwise, looked at before it is done."""

from dataclasses import replace

import pytest

from bostoette.models.contact_fields import ContactFields
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.series_change import DateFate, SeriesChange, SeriesEnd
from bostoette.services import contacts, series, series_changes
from bostoette.services.desk import Desk
from bostoette.store.faults import ChangedMeanwhile
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
    NINE,
    THU,
    TUE,
    WED,
    contact_on,
    day,
    days,
    everything,
    spans,
    weekly,
    well_formed,
)

# the repetition itself


def test_every_week_becomes_every_second_and_the_number_stays(
    desk: Desk, six_tuesdays: Key
) -> None:
    ask(desk, FOLLOWING, day(2, TUE), SeriesChange(every_weeks=2))
    assert days(desk) == tuesdays(0, 1, 2, 4, 6, 8)


def test_another_weekday_is_added_for_all_and_known_contacts_stay_the_same(
    desk: Desk, fields: ContactFields
) -> None:
    rule = weekly(TUE, first=day(0, TUE), until=day(2, FRI))
    desk.do(series.create, fields, rule, today=MONDAY)
    first = contact_on(desk, day(0, TUE))
    ask(desk, ALL, day(1, TUE), SeriesChange(weekdays=(TUE, THU)))
    assert days(desk) == [day(week, weekday) for week in range(3) for weekday in (TUE, THU)]
    assert contact_on(desk, day(0, TUE)) == first


def test_other_weekdays_take_the_contacts_of_the_week_along(desk: Desk, six_tuesdays: Key) -> None:
    third = contact_on(desk, day(2, TUE))
    asked = SeriesChange(weekdays=(MON,), to=at(day(2, TUE), NINE + 30))
    ask(desk, FOLLOWING, day(2, TUE), asked)
    assert spans(desk)[2:] == [at(day(week, MON), NINE + 30) for week in range(2, 6)]
    assert contact_on(desk, day(2, MON)) == third


def test_a_held_contact_counts_when_the_interval_changes(desk: Desk, six_tuesdays: Key) -> None:
    desk.do(contacts.hold, contact_on(desk, day(3, TUE)))
    ask(desk, FOLLOWING, day(2, TUE), SeriesChange(every_weeks=2))
    assert days(desk) == tuesdays(0, 1, 2, 3, 4, 6)


def test_a_series_gets_another_end(desk: Desk, six_tuesdays: Key) -> None:
    ask(desk, ALL, day(2, TUE), SeriesChange(end=SeriesEnd(count=4)))
    assert days(desk) == tuesdays(0, 1, 2, 3)
    ask(desk, ALL, day(2, TUE), SeriesChange(end=SeriesEnd(until=day(6, TUE))))
    assert days(desk) == tuesdays(*range(7))
    ask(desk, FOLLOWING, day(5, TUE), SeriesChange(end=SeriesEnd(count=4)))
    assert days(desk) == tuesdays(*range(9))
    ask(desk, ALL, day(8, TUE), SeriesChange(end=SeriesEnd()))
    assert days(desk) == tuesdays(*range(5 + 27))


def test_fewer_times_than_there_have_been_are_refused(desk: Desk, six_tuesdays: Key) -> None:
    asked = SeriesChange(end=SeriesEnd(count=2))
    key = contact_on(desk, day(4, TUE))
    with pytest.raises(PlanError, match="allerede 2 gange bag sig"):
        desk.do(series_changes.change, key, ALL, asked, today=day(2, MON))


def test_one_contact_alone_has_no_repetition(desk: Desk, six_tuesdays: Key) -> None:
    with pytest.raises(PlanError, match="ingen gentagelse"):
        ask(desk, THIS, day(2, TUE), SeriesChange(every_weeks=2))


# looking first, and choosing


def test_the_preview_of_a_move_lists_every_contact_and_stores_nothing(
    desk: Desk, six_tuesdays: Key
) -> None:
    hold_and_call_off(desk)
    move(desk, THIS, day(4, TUE), at(day(4, MON), 13 * 60))
    before = everything(desk)
    key = contact_on(desk, day(2, TUE))
    asked = SeriesChange(to=at(day(2, FRI)))
    seen = desk.read(series_changes.preview_change, key, ALL, asked, MONDAY)
    assert [(each.fate, each.to) for each in seen.dates] == [
        (DateFate.MOVED, at(day(0, FRI))),
        (DateFate.FIXED, at(day(1, TUE))),
        (DateFate.MOVED, at(day(2, FRI))),
        (DateFate.FIXED, at(day(3, TUE))),
        (DateFate.KEPT, at(day(4, MON), 13 * 60)),
        (DateFate.MOVED, at(day(5, FRI))),
    ]
    assert everything(desk) == before


def test_a_move_onto_christmas_offers_skip_before_and_after_and_does_as_chosen(
    desk: Desk, six_tuesdays: Key
) -> None:
    key = contact_on(desk, day(1, TUE))
    asked = SeriesChange(to=at(day(1, FRI)))
    seen = desk.read(series_changes.preview_change, key, FOLLOWING, asked, MONDAY)
    (christmas, new_year) = [each for each in seen.dates if each.hit]
    assert christmas.hit is not None
    assert new_year.hit is not None
    assert (christmas.series_day, christmas.hit.holiday) == (day(4, FRI), "Juledag")
    assert new_year.hit.before == day(5, WED)  # Nytårsaftensdag is no better
    choices = {day(4, FRI): None, day(5, FRI): day(5, WED)}
    desk.do(series_changes.change, key, FOLLOWING, asked, choices, today=MONDAY)
    well_formed(desk)
    assert days(desk)[1:] == [day(1, FRI), day(2, FRI), day(3, FRI), day(5, WED)]


def test_the_series_own_contacts_are_no_clash_but_others_are(
    desk: Desk, six_tuesdays: Key, fields: ContactFields
) -> None:
    other = replace(fields, span=at(day(3, TUE), NINE + 45))
    desk.do(contacts.create, other)
    key = contact_on(desk, day(1, TUE))
    asked = SeriesChange(to=at(day(1, TUE), NINE + 15))
    seen = desk.read(series_changes.preview_change, key, FOLLOWING, asked, MONDAY)
    assert [each.hit.clash for each in seen.dates if each.hit] == [
        "M.J. har fysisk besøg med A.M. 09.45–10.45"
    ]


def test_a_stale_form_changes_no_series(
    desk: Desk, colleagues_desk: Desk, six_tuesdays: Key
) -> None:
    key = contact_on(desk, day(1, TUE))
    version = desk.read(contacts.details, key).version
    colleagues_desk.do(contacts.move, key, at(day(1, WED)))
    asked = SeriesChange(to=at(day(1, FRI)))
    with pytest.raises(ChangedMeanwhile):
        desk.do(series_changes.change, key, ALL, asked, today=MONDAY, version=version)
