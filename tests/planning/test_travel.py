"""Travel between two places: the best that is known wins, and estimates say "ca."."""

from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.coordinates import Coordinates
from bostoette.models.travel_mode import TravelMode
from bostoette.planning.travel import (
    TravelEstimate,
    TravelKnowledge,
    TravelPlace,
    TravelSettings,
    TravelSource,
    estimate,
    place_pair,
)

RANDERS = Coordinates(56.46, 10.03)
HADSTEN = Coordinates(56.33, 10.05)
CENTRES = {"8900": RANDERS, "8370": HADSTEN}
BASE = TravelPlace("base", RANDERS, "8900", is_base=True)


def to_citizen(known: TravelKnowledge | None = None, **what: object) -> TravelEstimate:
    citizen = TravelPlace("citizen", **what)  # type: ignore[arg-type]  # fields as a test names them
    return estimate(BASE, citizen, known or TravelKnowledge(postal_centres=CENTRES))


def test_minutes_typed_for_the_pair_come_first_in_both_directions() -> None:
    known = TravelKnowledge(typed_minutes={place_pair("citizen", "base"): 20})
    citizen = TravelPlace("citizen", HADSTEN, "8370", 35)
    there, back = estimate(BASE, citizen, known), estimate(citizen, BASE, known)
    assert there == back
    assert (there.source, there.said()) == (TravelSource.TYPED, "20 min")
    assert there.km is not None


def test_no_minutes_at_all_can_be_typed_too() -> None:
    known = TravelKnowledge(typed_minutes={place_pair("citizen", "base"): 0})
    assert to_citizen(known, coordinates=HADSTEN).said() == "0 min"


def test_coordinates_come_before_the_citizens_own_minutes() -> None:
    found = to_citizen(coordinates=HADSTEN, minutes_from_base=35)
    assert found.source is TravelSource.COORDINATES
    # 14.5 km in a straight line × 1.3 at 45 km/h is 26 minutes, and 4 for parking
    assert found.said() == "ca. 30 min"
    assert found.km is not None
    assert 18 < found.km < 20


def test_the_citizens_own_minutes_count_from_the_base_only() -> None:
    assert to_citizen(postal_code="8370", minutes_from_base=35).minutes == 35
    assert to_citizen(minutes_from_base=35).said() == "ca. 35 min"
    elsewhere = TravelPlace("other", minutes_from_base=40)
    citizen = TravelPlace("citizen", minutes_from_base=35)
    assert estimate(elsewhere, citizen, TravelKnowledge()).source is TravelSource.DEFAULT


def test_postal_codes_are_used_where_the_coordinates_are_missing() -> None:
    found = to_citizen(postal_code="8370")
    assert found.source is TravelSource.POSTAL_CENTRES
    assert found.minutes == 30


def test_two_places_of_one_postal_code_are_not_at_one_door() -> None:
    found = estimate(
        TravelPlace("a", postal_code="8900"),
        TravelPlace("b", postal_code="8900"),
        TravelKnowledge(postal_centres=CENTRES),
    )
    assert found.minutes == 8


def test_an_unknown_place_is_a_quarter_of_an_hour_away() -> None:
    found = to_citizen(postal_code="1")
    assert (found.source, found.said(), found.km) == (TravelSource.DEFAULT, "ca. 15 min", None)


def test_the_team_may_choose_another_guess() -> None:
    known = TravelKnowledge(settings=TravelSettings(default_minutes=25))
    assert to_citizen(known).minutes == 25


def test_a_place_is_no_travel_from_itself_nor_from_the_same_door() -> None:
    assert estimate(BASE, BASE, TravelKnowledge()) == TravelEstimate(
        0, 0.0, certain=True, source=TravelSource.SAME_PLACE
    )
    assert to_citizen(coordinates=RANDERS).minutes == 0


def test_walking_takes_longer_than_the_bike_and_the_bike_longer_than_the_car() -> None:
    minutes = [
        to_citizen(TravelKnowledge(mode), coordinates=HADSTEN).minutes
        for mode in (TravelMode.WALK, TravelMode.BIKE, TravelMode.BUS, TravelMode.CAR)
    ]
    assert minutes == sorted(minutes, reverse=True)
    assert len(set(minutes)) == 4


def test_every_source_has_danish_words() -> None:
    assert len({source.danish for source in TravelSource}) == len(TravelSource)


points = st.builds(Coordinates, st.floats(54.5, 57.8), st.floats(8.0, 15.2))
places = st.builds(
    TravelPlace,
    st.sampled_from("abc"),
    st.none() | points,
    st.none() | st.sampled_from(sorted(CENTRES)),
    st.none() | st.integers(0, 120),
)


@given(places, places, st.sampled_from(TravelMode), st.none() | st.integers(0, 300))
def test_the_way_there_is_as_long_as_the_way_back_and_never_negative(
    a: TravelPlace, b: TravelPlace, mode: TravelMode, typed: int | None
) -> None:
    minutes = {} if typed is None else {place_pair(a.key, b.key): typed}
    known = TravelKnowledge(mode, minutes, postal_centres=CENTRES)
    there, back = estimate(a, b, known), estimate(b, a, known)
    assert (there.minutes, there.source, there.certain) == (
        back.minutes,
        back.source,
        back.certain,
    )
    assert there.minutes >= 0
    assert there.certain is (there.source in {TravelSource.TYPED, TravelSource.SAME_PLACE})
