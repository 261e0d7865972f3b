"""Coordinates are points on the globe with a distance between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.coordinates import Coordinates
from bostoette.models.plan_error import PlanError

points = st.builds(Coordinates, st.floats(-90, 90), st.floats(-180, 180))


def test_aarhus_to_copenhagen_is_156_km_as_the_crow_flies() -> None:
    aarhus, copenhagen = Coordinates(56.1567, 10.2108), Coordinates(55.6759, 12.5655)
    assert aarhus.km_to(copenhagen) == pytest.approx(156, abs=1)


@given(points, points)
def test_a_distance_is_the_same_both_ways_and_nothing_to_oneself(
    here: Coordinates, there: Coordinates
) -> None:
    assert here.km_to(there) == pytest.approx(there.km_to(here))
    assert here.km_to(here) == 0


@pytest.mark.parametrize("where", [(91.0, 10.0), (56.0, 181.0), (float("nan"), 10.0)])
def test_a_point_off_the_globe_is_refused_with_a_sentence(where: tuple[float, float]) -> None:
    with pytest.raises(PlanError, match="ligger ikke på kortet"):
        Coordinates(*where)
