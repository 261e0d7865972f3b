"""The recovery key as it is printed and typed back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.recovery_key import (
    ALPHABET,
    RecoveryKey,
    RecoveryKeyMistyped,
)

places = st.integers(0, 27)
keys = st.builds(RecoveryKey.new)


@given(keys)
def test_what_is_printed_reads_back_as_the_same_key(key: RecoveryKey) -> None:
    assert RecoveryKey.read(key.text) == key


def test_it_is_seven_groups_of_four_without_signs_that_look_alike() -> None:
    key = RecoveryKey.new()
    assert [len(group) for group in key.groups] == [4] * 7
    assert key.text == "-".join(key.groups)
    assert not set(key.text) & set("ILOU")


def test_no_two_keys_are_alike_and_all_signs_are_in_use() -> None:
    texts = {RecoveryKey.new().text for _ in range(300)}
    assert len(texts) == 300
    assert {sign for text in texts for sign in text if sign != "-"} == set(ALPHABET)


@given(keys)
def test_case_gaps_and_look_alikes_are_forgiven(key: RecoveryKey) -> None:
    sloppy = key.text.lower().replace("-", " – ").replace("0", "o").replace("1", "l")
    assert RecoveryKey.read(f"  {sloppy}\r\n") == key
    assert RecoveryKey.read(key.text.replace("-", "").replace("1", "I")) == key


@given(keys, places, st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_always_found(key: RecoveryKey, place: int, sign: str) -> None:
    signs = list(key.text.replace("-", ""))
    if signs[place] == sign:
        return
    signs[place] = sign
    with pytest.raises(RecoveryKeyMistyped, match="forkert eller byttet"):
        RecoveryKey.read("".join(signs))


@given(keys, st.integers(0, 26))
def test_two_neighbours_changed_about_are_always_found(key: RecoveryKey, place: int) -> None:
    signs = list(key.text.replace("-", ""))
    if signs[place] == signs[place + 1]:
        return
    signs[place], signs[place + 1] = signs[place + 1], signs[place]
    with pytest.raises(RecoveryKeyMistyped):
        RecoveryKey.read("".join(signs))


def test_a_missing_sign_is_counted() -> None:
    with pytest.raises(RecoveryKeyMistyped, match="skal have 28 tegn, og her er 27"):
        RecoveryKey.read(RecoveryKey.new().text[:-1])


def test_a_foreign_sign_is_named_as_such() -> None:
    with pytest.raises(RecoveryKeyMistyped, match="aldrig indeholder"):
        RecoveryKey.read("Æ" + RecoveryKey.new().text[1:])


@given(st.text(max_size=40))
def test_any_other_text_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(RecoveryKeyMistyped):
        RecoveryKey.read(text)


def test_typing_back_a_group_is_checked() -> None:
    key = RecoveryKey.new()
    assert key.has_group(2, f" {key.groups[2].lower()} ")
    assert not key.has_group(2, key.groups[2][:3])


def test_the_key_stays_out_of_what_might_be_logged() -> None:
    key = RecoveryKey.new()
    assert str(key._number) not in repr(key)
    with pytest.raises(RecoveryKeyMistyped) as refused:
        RecoveryKey.read(key.text[:-1])
    assert key.groups[0] not in str(refused.value)
