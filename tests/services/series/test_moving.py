"""A series is moved: the weekday follows, and ten times stay ten times."""

from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.contact_fields import ContactFields
from bostoette.models.key import Key
from bostoette.models.series import Series
from bostoette.services import series
from bostoette.services.desk import Desk
from bostoette.store.database import Database, open_database
from tests.clock import MONDAY, Clock
from tests.services.series.changing import ALL, FOLLOWING, at, move, tuesdays
from tests.services.series_hands import (
    FRI,
    MON,
    NINE,
    THU,
    TUE,
    WED,
    day,
    days,
    everything,
    rules,
    spans,
    weekly,
    well_formed,
)

# the weekday follows


def test_this_and_following_moved_to_another_weekday_take_the_weekday_along(
    desk: Desk, six_tuesdays: Key
) -> None:
    move(desk, FOLLOWING, day(2, TUE), at(day(2, THU), NINE + 60))
    assert days(desk) == [*tuesdays(0, 1), *(day(week, THU) for week in range(2, 6))]
    assert [span.start for span in spans(desk)] == [NINE] * 2 + [NINE + 60] * 4
    assert rules(desk) == [
        "hver uge tirsdag kl. 9.00, 2 gange",
        "hver uge torsdag kl. 10.00, 4 gange",
    ]

    def carried_on_from(session: Session) -> list[Key | None]:
        return list(session.scalars(select(Series.split_from).order_by(Series.id)))

    assert desk.read(carried_on_from) == [None, six_tuesdays]


def test_all_moved_stay_one_series_on_the_new_weekday(desk: Desk, six_tuesdays: Key) -> None:
    move(desk, ALL, day(3, TUE), at(day(3, FRI)))
    assert days(desk) == [day(week, FRI) for week in range(6)]
    assert rules(desk) == ["hver uge fredag kl. 9.00, 6 gange"]


def test_an_endless_series_is_topped_up_on_its_new_weekday(
    desk: Desk, fields: ContactFields
) -> None:
    desk.do(series.create, fields, weekly(TUE), today=MONDAY)
    move(desk, FOLLOWING, day(4, TUE), at(day(5, WED)))
    desk.upkeep(series.top_up, day(10, MON))
    well_formed(desk)
    assert days(desk) == [*tuesdays(0, 1, 2, 3), *(day(week, WED) for week in range(5, 36))]


def test_the_other_weekdays_of_an_endless_series_go_on(desk: Desk, fields: ContactFields) -> None:
    desk.do(series.create, fields, weekly(TUE, THU), today=MONDAY)
    move(desk, FOLLOWING, day(1, TUE), at(day(1, FRI)))
    desk.upkeep(series.top_up, day(3, MON))
    well_formed(desk)
    moved = [day(week, weekday) for week in range(1, 29) for weekday in (THU, FRI)]
    assert days(desk) == [day(0, TUE), day(0, THU), *moved]


def test_an_endless_series_moved_weeks_ahead_is_topped_up_without_twins(
    desk: Desk, fields: ContactFields
) -> None:
    desk.do(series.create, fields, weekly(TUE, every=4), today=MONDAY)
    move(desk, FOLLOWING, day(4, TUE), at(day(7, WED)))
    for week in range(1, 10):
        desk.upkeep(series.top_up, day(week, MON))
    well_formed(desk)
    assert days(desk) == [day(0, TUE), *(day(week, WED) for week in range(7, 35, 4))]


# ten times stay ten times


def test_ten_times_stay_ten_times_in_all_and_the_split_date_comes_once(
    desk: Desk, fields: ContactFields
) -> None:
    desk.do(series.create, fields, weekly(TUE, count=10), today=MONDAY)
    move(desk, FOLLOWING, day(4, TUE), at(day(4, WED)))
    move(desk, FOLLOWING, day(7, WED), at(day(7, MON)))
    assert len(days(desk)) == len(set(days(desk))) == 10
    assert rules(desk) == [
        "hver uge tirsdag kl. 9.00, 4 gange",
        "hver uge onsdag kl. 9.00, 3 gange",
        "hver uge mandag kl. 9.00, 3 gange",
    ]


def test_eight_times_over_the_summer_time_moved_this_and_following_then_undone(
    desk: Desk, fields: ContactFields
) -> None:
    rule = weekly(TUE, THU, every=3, first=date(2027, 2, 23), count=8)
    desk.do(series.create, fields, rule, today=MONDAY)
    made = everything(desk)
    move(desk, FOLLOWING, date(2027, 3, 16), at(date(2027, 3, 17), NINE + 15))
    moved = everything(desk)
    assert [(span.day, span.start) for span in spans(desk)] == [
        (date(2027, 2, 23), NINE),
        (date(2027, 2, 25), NINE),
        (date(2027, 3, 17), NINE + 15),
        (date(2027, 3, 18), NINE + 15),
        (date(2027, 4, 7), NINE + 15),
        (date(2027, 4, 8), NINE + 15),
        (date(2027, 4, 28), NINE + 15),
        (date(2027, 4, 29), NINE + 15),
    ]
    assert desk.undo() == "Flyt A.M. fra ons. 17. mar. og frem"
    assert everything(desk) == made
    desk.redo()
    assert everything(desk) == moved
    desk.undo()
    desk.undo()
    assert everything(desk) == {}


def test_a_change_can_be_undone_after_a_restart(
    desk: Desk,
    six_tuesdays: Key,
    database: Database,
    database_path: Path,
    data_key: bytes,
    worker_id: Key,
) -> None:
    made = everything(desk)
    move(desk, FOLLOWING, day(2, TUE), at(day(2, THU)))
    database.close()
    reopened = open_database(database_path, data_key)
    again = Desk(reopened, worker_id, Clock())
    again.undo()
    assert everything(again) == made
    reopened.close()
