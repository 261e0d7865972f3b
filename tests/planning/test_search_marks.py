"""Folding, reading what is searched for, and marking hits in the text as it was written."""

import unicodedata
from random import Random

import pytest

from bostoette.models.folded_text import search_folded, search_words
from bostoette.planning.search_marks import holds_all, marks, shortened, snippet
from bostoette.planning.search_pattern import as_plain
from bostoette.planning.search_query import MOST_PARTS, Wanted, wanted_of


def _marked(text: str, typed: str) -> list[str]:
    return [text[begin:end] for begin, end in marks(text, wanted_of(typed))]


@pytest.mark.parametrize(
    ("ways", "folded"),
    [
        (("Søren", "SOEREN", "soren", "Sören"), "soren"),
        (("Åbenrå", "Aabenraa", "abenra"), "abenra"),
        (("æble", "aeble", "ÆBLE", "äble"), "aeble"),
        ((unicodedata.normalize("NFD", "Ærø på gåtur"),), "aero pa gatur"),
        (("øen", "oeen", "oen"), "on"),
    ],
)
def test_ways_of_writing_are_one(ways: tuple[str, ...], folded: str) -> None:
    assert {search_folded(way) for way in ways} == {folded}


def test_a_letter_without_its_accent_is_folded_as_with_it() -> None:
    """So a text with a foreign name is looked through as quickly, and hits stay in their places."""
    plain = {letter: as_plain(letter) for letter in map(chr, range(0x80, 0x250))}
    kept = {letter: bare for letter, bare in plain.items() if bare is not None}
    assert set("éüñäöçàø") <= kept.keys()
    assert "ß" not in kept
    assert all(len(bare) == 1 for bare in kept.values())
    assert [one for one, bare in kept.items() if search_folded(bare) != search_folded(one)] == []
    assert _marked("Talte med André og Zoë", "andre zoe") == ["André", "Zoë"]


@pytest.mark.parametrize("text", ["Kaare", "Røde Ærøskøbing", "Poul-Åge", "øøe aaå"])
def test_what_begins_a_text_begins_it_folded(text: str) -> None:
    whole = search_folded(text)
    assert all(whole.startswith(search_folded(text[:end])) for end in range(len(text)))


@pytest.mark.parametrize(
    ("text", "typed", "hits"),
    [
        ("Søren spiste et æble på Ærø", "soren aero", ["Søren", "Ærø"]),
        ("Æblegrød og æblekage", "aebl", ["Æbl", "æbl"]),
        ("Kaare og Kåre", "kår", ["Kaar", "Kår"]),
        ("Ringe til egen læge i dag", '"egen laege"', ["egen læge"]),
        ("Ringe til egen læges hus", '"egen laege"', []),
        ("k-vitamin og vitamin", "k-vita", ["k-vita"]),
        ("BLÅ bla", "bla", ["BLÅ", "bla"]),
        ("kaffe kaffe", "kaffe kaf", ["kaffe", "kaffe"]),
        ("", "kaffe", []),
    ],
)
def test_hits_are_marked_where_they_are_written(text: str, typed: str, hits: list[str]) -> None:
    assert _marked(text, typed) == hits


def test_a_text_in_danish_letters_is_marked_as_any_other() -> None:
    chance = Random(7)  # noqa: S311 - plays
    for _ in range(3000):
        text = "".join(chance.choices("aåæeoøkAÅÆØE _-. 1", k=chance.randrange(14)))
        typed = "".join(chance.choices("aåæeoøk -1", k=chance.randrange(1, 6)))
        wanted = wanted_of(f'"{typed}"' if chance.random() < 0.3 else typed)
        beside = f"{text} ж"  # another alphabet: its words are folded one by one
        assert marks(text, wanted) == marks(beside, wanted), (text, typed)
        assert holds_all(text, wanted) == holds_all(beside, wanted), (text, typed)


def test_letters_made_of_two_are_marked_whole() -> None:
    text = unicodedata.normalize("NFD", "Vi så på båden")
    assert _marked(text, "båd") == [unicodedata.normalize("NFD", "båd")]


@pytest.mark.parametrize("typed", ["", "   ", '"', '""', "*", "-", "^", "( )", "'", "+-*/", "»«"])
def test_signs_alone_are_nothing_to_look_for(typed: str) -> None:
    assert wanted_of(typed) == ()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ('kaf* -te "', [("kaf",), ("te",)]),
        ("a NEAR(b) OR c NOT d", [("a",), ("near", "b"), ("or",), ("c",), ("not",), ("d",)]),
        ("words:x", [("words", "x")]),
        ("x' OR 1=1 --", [("x",), ("or",), ("1", "1")]),
    ],
)
def test_signs_of_other_languages_are_words_or_nothing(
    typed: str, words: list[tuple[str, ...]]
) -> None:
    assert [one.words for one in wanted_of(typed)] == words


def test_quotes_of_all_kinds_make_a_phrase() -> None:
    for typed in ('"egen læge"', "»egen læge«", "“egen læge”", "„egen læge“"):
        assert wanted_of(typed) == (Wanted(("egen", "laege"), begins=False),)


def test_only_so_much_is_looked_for() -> None:
    assert len(wanted_of(" ".join(f"ord{number}" for number in range(40)))) == MOST_PARTS
    (one,) = wanted_of("bc" * 100_000)
    assert len(one.words[0]) == 40


def test_a_text_is_checked_as_the_index_finds() -> None:
    assert holds_all("Søren fik kaffe", wanted_of("kaff soren"))
    assert not holds_all("Søren fik kaffe", wanted_of('"kaff"'))
    assert search_words("Ja – 24/12!") == ["ja", "24", "12"]


def test_a_piece_is_shown_around_the_first_hit() -> None:
    text = "ord " * 100 + "Hemmeligt sted " + "mere " * 100
    shown = snippet(text, wanted_of("hemmelig"), 80)
    assert shown.text.startswith("… ")
    assert shown.text.endswith(" …")
    assert [shown.text[begin:end] for begin, end in shown.marks] == ["Hemmelig"]
    assert len(shown.text) <= 84


def test_a_piece_is_made_short_with_its_first_hit_in_sight() -> None:
    text = "ord " * 100 + "Hemmeligt sted " + "mere " * 100
    brief = shortened(snippet(text, wanted_of("hemmelig")), 40)
    assert [brief.text[begin:end] for begin, end in brief.marks] == ["Hemmelig"]
    assert brief.marks[0][0] < 20
    assert len(brief.text) <= 44


def test_a_short_text_is_shown_whole_on_one_line() -> None:
    shown = snippet("Kaffe\n\n  og te", wanted_of("te"))
    assert shown.text == "Kaffe og te"
    assert shown.marks == ((9, 11),)
