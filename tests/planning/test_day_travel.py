"""A worker's trips on a day, and what her remote contacts save."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.timespan import TimeSpan
from bostoette.planning.day_travel import DayStop, Saved, TravelLeg, saved_by, travel_of_day
from bostoette.planning.travel import TravelKnowledge, TravelPlace, place_pair

DAY = date(2026, 11, 26)
BASE = TravelPlace("base", is_base=True)
NEAR = TravelPlace("near", minutes_from_base=10)
FAR = TravelPlace("far", minutes_from_base=40)
KNOWN = TravelKnowledge(typed_minutes={place_pair("near", "far"): 30})


def stop(name: str, start: int, minutes: int, place: TravelPlace | None, how: str) -> DayStop:
    return DayStop(name.encode(), TimeSpan(DAY, start, minutes), place, travels=how == "visit")


def trips(*stops: DayStop) -> list[TravelLeg]:
    return list(travel_of_day(stops, BASE, KNOWN).legs)


def told(legs: list[TravelLeg]) -> list[tuple[str, str, int, int]]:
    return [(leg.from_place, leg.to_place, leg.departs, leg.arrives) for leg in legs]


def test_a_day_begins_and_ends_at_the_base() -> None:
    legs = trips(stop("a", 540, 60, NEAR, "visit"))
    assert told(legs) == [("base", "near", 530, 540), ("near", "base", 600, 610)]
    assert legs[-1].to_stop is None


def test_visits_are_driven_from_one_to_the_next_whatever_order_they_come_in() -> None:
    legs = trips(stop("b", 660, 60, FAR, "visit"), stop("a", 540, 60, NEAR, "visit"))
    assert told(legs) == [
        ("base", "near", 530, 540),
        ("near", "far", 630, 660),
        ("far", "base", 720, 760),
    ]


def test_a_day_of_phone_and_video_has_no_travel() -> None:
    assert trips(stop("a", 540, 30, NEAR, "phone"), stop("b", 600, 30, FAR, "video")) == []


def test_a_call_between_two_visits_does_not_move_the_worker() -> None:
    legs = trips(
        stop("a", 540, 60, NEAR, "visit"),
        stop("call", 610, 10, FAR, "phone"),
        stop("b", 660, 60, FAR, "visit"),
    )
    assert told(legs)[1] == ("near", "far", 630, 660)


def test_she_drives_before_the_call_where_there_is_no_time_after_it() -> None:
    legs = trips(
        stop("a", 540, 60, NEAR, "visit"),
        stop("call", 640, 15, FAR, "phone"),
        stop("b", 660, 60, FAR, "visit"),
    )
    assert told(legs)[1] == ("near", "far", 610, 640)
    assert legs[1].short_by == 0


def test_too_short_a_gap_says_by_how_much() -> None:
    legs = trips(stop("a", 540, 60, NEAR, "visit"), stop("b", 620, 60, FAR, "visit"))
    assert [leg.short_by for leg in legs] == [0, 10, 0]


def test_contacts_on_top_of_each_other_leave_no_time_at_all() -> None:
    legs = trips(stop("a", 540, 60, NEAR, "visit"), stop("b", 570, 60, FAR, "visit"))
    assert legs[1].short_by == 30


def test_a_long_visit_that_holds_a_short_one_ends_before_she_drives_on() -> None:
    legs = trips(
        stop("long", 540, 120, NEAR, "visit"),
        stop("short", 570, 15, NEAR, "visit"),
        stop("b", 700, 60, FAR, "visit"),
    )
    assert told(legs)[1] == ("near", "far", 670, 700)


def test_a_morning_call_is_held_at_the_base_and_its_end_limits_the_drive() -> None:
    legs = trips(stop("call", 480, 55, NEAR, "phone"), stop("a", 540, 60, NEAR, "visit"))
    assert legs[0].short_by == 5


def test_she_drives_home_before_the_afternoons_calls_where_there_is_time() -> None:
    early = trips(stop("a", 540, 60, NEAR, "visit"), stop("call", 620, 30, FAR, "video"))
    late = trips(stop("a", 540, 60, NEAR, "visit"), stop("call", 605, 30, FAR, "video"))
    assert told(early)[-1] == ("near", "base", 600, 610)
    assert told(late)[-1] == ("near", "base", 635, 645)


def test_two_visits_at_one_place_need_no_trip_between_them() -> None:
    legs = trips(stop("a", 540, 30, NEAR, "visit"), stop("b", 600, 30, NEAR, "visit"))
    assert len(legs) == 2


def test_two_unknown_places_are_not_one() -> None:
    legs = trips(stop("a", 540, 30, None, "visit"), stop("b", 600, 30, None, "visit"))
    assert [leg.estimate.minutes for leg in legs] == [15, 15, 15]


def test_a_remote_contact_saves_the_way_there_and_back() -> None:
    day = travel_of_day(
        [stop("a", 540, 30, FAR, "phone"), stop("b", 600, 30, NEAR, "video")], BASE, KNOWN
    )
    assert day.saved_minutes == 2 * 40 + 2 * 10
    assert day.saved.said() == "ca. 1 t 40"


def test_a_visit_and_a_call_without_a_citizen_save_nothing() -> None:
    day = travel_of_day(
        [stop("a", 540, 30, FAR, "visit"), stop("b", 600, 30, None, "phone")], BASE, KNOWN
    )
    assert day.saved == Saved(0, 0.0, certain=True)


def test_what_is_saved_is_certain_where_it_was_typed() -> None:
    known = TravelKnowledge(typed_minutes={place_pair("base", "far"): 45})
    assert saved_by(FAR, BASE, known).said() == "1 t 30"


stops_of_a_day = st.lists(
    st.builds(
        stop,
        st.text("abcdef", min_size=1, max_size=4),
        st.integers(7 * 60, 17 * 60),
        st.integers(5, 120),
        st.sampled_from([None, NEAR, FAR, BASE]),
        st.sampled_from(["visit", "phone"]),
    ),
    max_size=9,
    unique_by=lambda each: each.key,
)


@given(stops_of_a_day)
def test_trips_chain_from_the_base_back_to_the_base(stops: list[DayStop]) -> None:
    day = travel_of_day(stops, BASE, KNOWN)
    places = [BASE.key, *(leg.to_place for leg in day.legs)]
    assert [leg.from_place for leg in day.legs] == places[:-1]
    assert places[-1] == BASE.key
    assert day.minutes == sum(leg.estimate.minutes for leg in day.legs)


@given(stops_of_a_day)
def test_a_trip_that_has_time_runs_into_no_contact(stops: list[DayStop]) -> None:
    for leg in travel_of_day(stops, BASE, KNOWN).legs:
        if leg.short_by == 0:
            assert all(
                leg.arrives <= each.span.start or each.span.end <= leg.departs for each in stops
            )
