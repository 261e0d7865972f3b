"""The preview of a series: what each date hits, and the free days before and after."""

from datetime import date, timedelta

from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.planning.danish_days import holiday_name
from bostoette.planning.series_preview import Busy, SeriesDate, plan_dates

FAR = date(2030, 1, 1)


def nobody_away(_day: date) -> None:
    return None


def weekly(first_day: date, count: int, *weekdays: int) -> SeriesRule:
    return SeriesRule(1, weekdays, first_day, 540, 60, count=count)


def by_day(dates: tuple[SeriesDate, ...]) -> dict[date, SeriesDate]:
    return {each.day: each for each in dates}


def test_a_date_on_a_holiday_says_so_and_offers_the_free_days_around_easter() -> None:
    thursdays = weekly(date(2026, 3, 19), 4, 3)
    dates = plan_dates(thursdays, FAR, holiday_name, nobody_away, [])
    assert [each.free for each in dates] == [True, True, False, True]
    hit = dates[2]
    assert hit.holiday == "Skærtorsdag"
    assert (hit.before, hit.after) == (date(2026, 4, 1), date(2026, 4, 7))


def test_store_bededag_is_hit_in_2023_and_not_in_2024() -> None:
    old = plan_dates(weekly(date(2023, 5, 5), 1, 4), FAR, holiday_name, nobody_away, [])
    new = plan_dates(weekly(date(2024, 4, 26), 1, 4), FAR, holiday_name, nobody_away, [])
    assert old[0].holiday == "Store bededag"
    assert new[0].free


def test_a_date_in_leave_says_so_and_has_no_offer_where_none_is_near() -> None:
    def on_leave(day: date) -> str | None:
        return "ferie" if date(2026, 7, 6) <= day <= date(2026, 7, 24) else None

    dates = plan_dates(weekly(date(2026, 6, 30), 5, 1), FAR, holiday_name, on_leave, [])
    hits = by_day(dates)
    assert [each.absence for each in dates] == [None, "ferie", "ferie", "ferie", None]
    assert (hits[date(2026, 7, 7)].before, hits[date(2026, 7, 7)].after) == (
        date(2026, 7, 3),
        None,
    )
    assert (hits[date(2026, 7, 14)].before, hits[date(2026, 7, 14)].after) == (None, None)
    assert hits[date(2026, 7, 21)].after == date(2026, 7, 27)


def test_a_clash_says_with_what_and_a_busy_neighbour_day_is_not_offered() -> None:
    tuesday = date(2026, 11, 24)
    busy = [
        Busy(TimeSpan(tuesday, 570, 60), "Teammøde"),
        Busy(TimeSpan(tuesday - timedelta(days=1), 500, 90), "Kursus"),
    ]
    (hit,) = plan_dates(weekly(tuesday, 1, 1), FAR, holiday_name, nobody_away, busy)
    assert hit.clash == "Teammøde"
    assert hit.before == date(2026, 11, 20)
    assert hit.after == date(2026, 11, 25)


def test_something_at_another_time_of_the_day_is_no_clash() -> None:
    tuesday = date(2026, 11, 24)
    busy = [Busy(TimeSpan(tuesday, 600, 60), "Teammøde")]
    (only,) = plan_dates(weekly(tuesday, 1, 1), FAR, holiday_name, nobody_away, busy)
    assert only.free


def test_no_day_before_today_no_date_of_the_series_and_no_day_twice_is_offered() -> None:
    easter = plan_dates(
        weekly(date(2026, 4, 2), 2, 3, 4),
        FAR,
        holiday_name,
        nobody_away,
        [],
        earliest=date(2026, 4, 1),
    )
    thursday, friday = easter
    assert (thursday.before, thursday.after) == (date(2026, 4, 1), date(2026, 4, 7))
    assert (friday.before, friday.after) == (None, date(2026, 4, 8))


def test_a_skipped_date_is_not_in_the_list() -> None:
    tuesday = date(2026, 11, 24)
    dates = plan_dates(weekly(tuesday, 2, 1), FAR, holiday_name, nobody_away, [], skipped={tuesday})
    assert [each.day for each in dates] == [date(2026, 12, 1)]


def test_work_on_saturdays_is_offered_to_those_who_work_then() -> None:
    friday = date(2026, 4, 3)
    (hit,) = plan_dates(
        weekly(friday, 1, 4), FAR, holiday_name, nobody_away, [], working_weekdays=range(6)
    )
    assert hit.after == date(2026, 4, 4)
