"""Coordinates as people type or paste them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.typed_coordinates import read_coordinates, say_coordinates


@pytest.mark.parametrize(
    "typed",
    ["56,15 10,2", "56.15, 10.2", "56.15,10.2", "56,15, 10,2", "56,15;10,2", " 56,15°  10,2° "],
)
def test_coordinates_are_read_as_maps_and_people_write_them(typed: str) -> None:
    assert read_coordinates(typed) == (56.15, 10.2)


@pytest.mark.parametrize("typed", ["", "56,15", "Ågade 3", "56,15 10,2 7", "nord 56"])
def test_anything_else_is_no_point(typed: str) -> None:
    assert read_coordinates(typed) is None


@given(
    st.decimals(-90, 90, places=6).map(float),
    st.decimals(-180, 180, places=6).map(float),
)
def test_what_is_shown_is_read_back_as_the_same_point(latitude: float, longitude: float) -> None:
    assert read_coordinates(say_coordinates((latitude, longitude))) == (latitude, longitude)
