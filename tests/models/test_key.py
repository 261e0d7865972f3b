"""Keys sort by when they were made, and a step's key also where the clock was set back."""

from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.key import Key, key_after, new_key

LATER_CENTURY = bytes.fromhex("0fffffffffff7fffbfffffffffffffff")


def test_keys_made_within_one_millisecond_keep_their_order() -> None:
    made = [new_key() for _ in range(20_000)]
    assert made == sorted(set(made))


def test_a_key_is_made_after_one_from_the_future() -> None:
    made: list[Key] = [LATER_CENTURY]
    for _ in range(1000):
        made.append(key_after(made[-1]))
    assert made == sorted(set(made))
    assert {len(key) for key in made} == {16}


def test_two_files_that_go_on_from_the_same_key_do_not_make_the_same_one() -> None:
    assert key_after(LATER_CENTURY) != key_after(LATER_CENTURY)


def test_the_first_key_of_all_needs_no_other() -> None:
    before = new_key()
    assert key_after(None) > before


@given(st.binary(min_size=16, max_size=16).filter(lambda key: key[0] < 255))
def test_a_key_comes_after_whatever_was_there(newest: Key) -> None:
    assert key_after(newest) > newest
