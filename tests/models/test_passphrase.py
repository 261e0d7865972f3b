"""How strong a passphrase is said to be."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.passphrase import (
    SHORTEST,
    PassphraseLevel,
    assess,
    refuse_too_weak,
)
from bostoette.models.plan_error import PlanError


@pytest.mark.parametrize(
    "passphrase",
    [
        "sommer2026!",
        "Bostøtte1234",
        "P4ssw0rd2026",
        "Velkommen1!",
        "qwertyuiop",
        "aaaaaaaaaaaa",
        "7391046285",
        "hest hest hest",
        "Kaffe og kage",
        "Mit kodeord er hemmeligt",
        "20011999200119992001",
    ],
)
def test_what_people_choose_when_they_are_in_a_hurry_is_too_weak(passphrase: str) -> None:
    assert assess(passphrase).level is PassphraseLevel.TOO_WEAK


@pytest.mark.parametrize(
    ("passphrase", "level"),
    [
        ("grøn cykel regn", PassphraseLevel.USABLE),
        ("hest batteri korrekt klammer", PassphraseLevel.GOOD),
        ("gul tallerken flyver sidelæns over havet", PassphraseLevel.STRONG),
        ("k7#Pq2!mZx", PassphraseLevel.USABLE),
        ("k7#Pq2!mZx9vT4&wRb6", PassphraseLevel.STRONG),
    ],
)
def test_words_put_together_at_random_and_random_signs_are_accepted(
    passphrase: str, level: PassphraseLevel
) -> None:
    assert assess(passphrase).level is level
    assert assess(passphrase).accepted


def test_nine_signs_are_too_few_however_random() -> None:
    strength = assess("k7#Pq2!mZ")
    assert not strength.accepted
    assert strength.hint.startswith("Brug mindst 10 tegn; her er 9.")


@pytest.mark.parametrize(
    ("passphrase", "hint"),
    [
        ("velkommen velkommen", "Almindelige ord"),
        ("1234567890", "Rækker"),
        ("xk 1987 1988", "Årstal"),
        ("zkzkzkzkzkzkzk", "Gentagelser"),
    ],
)
def test_the_hint_names_what_makes_it_easy(passphrase: str, hint: str) -> None:
    assert assess(passphrase).hint.startswith(hint)


def test_an_empty_field_gets_advice_and_no_reproach() -> None:
    assert "her er 0" not in assess("").hint


def test_too_weak_a_passphrase_is_refused_with_a_sentence_that_does_not_repeat_it() -> None:
    with pytest.raises(PlanError) as refused:
        refuse_too_weak("sommer2026!")
    assert "sommer2026" not in refused.value.sentence
    assert "for svag" in refused.value.sentence


def test_a_usable_passphrase_passes() -> None:
    refuse_too_weak("grøn cykel regn")


def test_every_level_has_a_danish_word() -> None:
    words = [level.danish for level in PassphraseLevel]
    assert words == ["for svag", "brugbar", "god", "stærk"]


def test_letters_typed_on_a_mac_count_as_the_same_letters() -> None:
    passphrase = "blåbær på gærdet"
    assert assess(unicodedata.normalize("NFD", passphrase)) == assess(passphrase)


@given(st.text(max_size=60))
def test_any_text_gets_a_level_and_a_hint(text: str) -> None:
    strength = assess(text)
    assert strength.hint
    assert len(unicodedata.normalize("NFKC", text)) >= SHORTEST or not strength.accepted


@given(st.text(max_size=20), st.integers(2, 6))
def test_saying_it_again_never_lifts_a_weak_piece_far(piece: str, times: int) -> None:
    """Up to six copies of fewer than four signs stay too weak; some signs stand for many."""
    plain = unicodedata.normalize("NFKC", piece)
    assert not assess(plain[:3] * times).accepted


def test_a_page_pasted_by_mistake_is_judged_at_once() -> None:
    assert assess("ab" * 100_000).level is PassphraseLevel.TOO_WEAK
