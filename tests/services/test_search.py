"""Searching in what was written: what is found, by whom, and in which order."""

from datetime import timedelta

import pytest

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.found_text import SearchLimits
from bostoette.models.key import Key
from bostoette.models.note_fields import NewAgreement, NoteFields
from bostoette.models.search_kinds import SearchKind
from bostoette.services import citizens, drafts, goals, notes, search
from bostoette.services.desk import Desk
from tests.clock import MONDAY
from tests.services.notes.writing import NOON, noted
from tests.services.remote_hands import plan
from tests.services.test_goals import DISHES

_GROUNDS = ("gaest", "holde hjem")


def _found(desk: Desk, typed: str, **limits: object) -> list[str]:
    answer = desk.look(search.find, typed, desk.actor_id, SearchLimits(**limits))  # type: ignore[arg-type]
    return [one.row.text for one in answer.found]


@pytest.fixture
def written(desk: Desk, citizen_id: Key) -> list[Key]:
    texts = ("Spiste æbler med Søren", "Ringede til egen læge", "Gik tur ved søen, spiste is")
    forms = (ContactForm.PHYSICAL, ContactForm.PHONE, ContactForm.WALK_TALK)
    return [
        noted(desk, citizen_id, NoteFields(text), form=form, day=MONDAY + timedelta(days=at))
        for at, (text, form) in enumerate(zip(texts, forms, strict=True))
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("aebler soren", [0]),
        ("SPIST", [2, 0]),
        ("s", [2, 0]),
        ("sp", [2, 0]),
        ("spiste is", [2]),
        ('"egen laege"', [1]),
        ('"til laege"', []),
        ('"egen læg"', []),
        ("ringe* OR", []),
        ("findesikke", []),
    ],
)
def test_what_is_typed_is_found_newest_first(
    desk: Desk, written: list[Key], typed: str, found: list[int]
) -> None:
    texts = _found(desk, typed)
    assert [text.split()[0] for text in texts] == [("Spiste", "Ringede", "Gik")[at] for at in found]


def test_limits_narrow_with_and_without_words(
    desk: Desk, written: list[Key], citizen_id: Key
) -> None:
    somebody_else = desk.do(citizens.create, CitizenFields(name="Bo Lund"))
    assert len(_found(desk, "", citizen_id=citizen_id)) == 3
    assert _found(desk, "", citizen_id=somebody_else) == []
    assert len(_found(desk, "", form=ContactForm.PHONE)) == 1
    assert _found(desk, "tur", form=ContactForm.PHONE) == []
    assert len(_found(desk, "spiste", author_id=desk.actor_id)) == 2
    tuesday = MONDAY + timedelta(days=1)
    assert [text.split()[0] for text in _found(desk, "", first=tuesday)] == ["Gik", "Ringede"]
    assert [text.split()[0] for text in _found(desk, "", last=tuesday)] == ["Ringede", "Spiste"]
    assert len(_found(desk, "", first=tuesday, last=tuesday)) == 1


@pytest.mark.parametrize("typed", ["", "  ", "***", '"', "-"])
def test_nothing_to_look_for_finds_nothing(desk: Desk, written: list[Key], typed: str) -> None:
    assert _found(desk, typed) == []


def test_additions_agreements_and_goals_are_found_too(desk: Desk, citizen_id: Key) -> None:
    fields = NoteFields("Talte", agreed=(NewAgreement("Øve betaling af regninger"),))
    note = noted(desk, citizen_id, fields)
    desk.do(notes.add, note, "Glemte: betaling af husleje", by=desk.actor_id, at=NOON)
    wish = desk.do(goals.write_wish, citizen_id, "Få gæster", MONDAY)
    aim = desk.do(goals.add_aim, wish, "Holde et hjem")
    desk.do(goals.add_goal, aim, DISHES, MONDAY, desk.actor_id)
    answer = desk.look(search.find, "betal", desk.actor_id)
    assert {one.row.kind for one in answer.found} == {SearchKind.ADDITION, SearchKind.AGREEMENT}
    assert {one.row.note_id for one in answer.found} == {note}
    (goal,) = desk.look(search.find, "vise frem", desk.actor_id).found
    assert goal.row.kind is SearchKind.GOAL
    assert goal.row.note_id is None
    kinds = [desk.look(search.find, typed, desk.actor_id).found[0].row.kind for typed in _GROUNDS]
    assert kinds == [SearchKind.WISH, SearchKind.AIM]


def test_a_draft_is_found_by_who_writes_it_and_by_nobody_else(
    desk: Desk, citizen_id: Key, colleagues_desk: Desk
) -> None:
    contact = plan(desk, citizen_id, ContactForm.VIDEO, MONDAY)
    mine = notes.draft_of(contact, citizen_id, desk.actor_id)
    desk.do(drafts.keep, mine, {"text": "Halvt skrevet om gæld"}, NOON)
    (draft,) = desk.look(search.find, "gaeld", desk.actor_id).drafts
    assert (draft.contact_id, draft.form, draft.day) == (contact, ContactForm.VIDEO, MONDAY)
    assert desk.look(search.find, "gaeld", desk.actor_id).found == ()
    theirs = colleagues_desk
    answer = theirs.look(search.find, "gaeld", theirs.actor_id)
    assert (answer.drafts, answer.found) == ((), ())
    narrowed = SearchLimits(form=ContactForm.PHONE)
    assert desk.look(search.find, "gaeld", desk.actor_id, narrowed).drafts == ()


def test_a_draft_is_found_by_its_words_and_shows_nothing_else_that_is_kept_beside_them(
    desk: Desk, citizen_id: Key
) -> None:
    contact = plan(desk, citizen_id, ContactForm.VIDEO, MONDAY)
    typed = {
        "text": "Øvede bus",
        "tap home": "1",
        "new agreement": "Køber kort",
        "made": '[["Ringer til mor", "worker", "2026-11-30"]]',
        "start": "09.00",
        "minutes": "40",
    }
    desk.do(drafts.keep, notes.draft_of(contact, citizen_id, desk.actor_id), typed, NOON)
    (draft,) = desk.look(search.find, "mor", desk.actor_id).drafts
    assert draft.snippet.text == "Øvede bus Køber kort Ringer til mor"
    for beside in ("40", "09", "worker", "2026"):
        assert desk.look(search.find, beside, desk.actor_id).drafts == ()


@pytest.mark.parametrize("typed", ["samtal", "samtaleb", "samtalebre", "samt"])
def test_beginnings_of_any_length_are_found_and_none_is_left_out(
    desk: Desk, citizen_id: Key, typed: str
) -> None:
    for at in range(70):
        text = f"samtalebrev{at}" if at % 23 == 0 else "samtykke samarbejde samtal3"
        noted(desk, citizen_id, NoteFields(text), day=MONDAY + timedelta(days=at))
    expected = 70 if typed in {"samt", "samtal"} else 4
    answer = desk.look(search.find, typed, desk.actor_id, first=100)
    assert len(answer.found) == expected
    days = [one.row.day for one in answer.found]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ('"stod stille et par gange"', 30),
        ('"stod stille"', 40),
        ('"stille par gange"', 0),
        ("stod-sti", 40),
        ("et-par-gan", 40),
        ("et-par-gik", 0),
    ],
)
def test_words_side_by_side_are_told_from_the_same_words_apart(
    desk: Desk, citizen_id: Key, typed: str, number: int
) -> None:
    for at in range(70):
        text = (
            "stod stille et par gange"
            if at < 30
            else "et par gange stod stille"
            if at < 40
            else "stille par et par, stod gange"
        )
        noted(desk, citizen_id, NoteFields(text), day=MONDAY + timedelta(days=at))
    answer = desk.look(search.find, typed, desk.actor_id, first=100)
    assert len(answer.found) == number
    newest = desk.look(search.find, typed, desk.actor_id, first=20)
    assert newest.found == answer.found[:20]


def test_more_is_fetched_from_where_the_last_page_ended(desk: Desk, citizen_id: Key) -> None:
    for at in range(7):
        noted(desk, citizen_id, NoteFields(f"kaffe {at}"), day=MONDAY + timedelta(days=at))
    first = desk.look(search.find, "kaffe", desk.actor_id, first=4)
    assert first.more
    rest = desk.look(search.find, "kaffe", desk.actor_id, after=first.found[-1].row.number, first=4)
    assert not rest.more
    texts = [one.row.text.strip() for one in (*first.found, *rest.found)]
    assert texts == [f"kaffe {at}" for at in reversed(range(7))]


def test_a_note_without_words_is_found_by_its_limits(desk: Desk, citizen_id: Key) -> None:
    noted(desk, citizen_id, NoteFields(nothing_to_note=True))
    assert len(_found(desk, "", citizen_id=citizen_id)) == 1


def test_an_undone_agreement_is_not_found(desk: Desk, citizen_id: Key) -> None:
    wish = desk.do(goals.write_wish, citizen_id, "Gæster", MONDAY)
    aim = desk.do(goals.add_aim, wish, "Hjem")
    desk.do(goals.add_goal, aim, DISHES, MONDAY, desk.actor_id)
    desk.undo()
    assert _found(desk, "vise") == []
    desk.redo()
    assert len(_found(desk, "vise")) == 1


def test_a_very_long_note_and_a_very_long_search_are_answered(desk: Desk, citizen_id: Key) -> None:
    noted(desk, citizen_id, NoteFields("kaffe " * 20_000 + "sidst" + "x" * 40_000))
    assert len(_found(desk, "kaffe sidst")) == 1
    assert _found(desk, "ord " * 50_000 + '"' * 999) == []


def test_the_index_is_made_anew_as_an_act(desk: Desk, written: list[Key]) -> None:
    assert desk.do(search.make_anew) == 3
    assert len(_found(desk, "spiste")) == 2
