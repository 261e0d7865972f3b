"""The index of words: right after every change, back and forth, and nothing left of what goes."""

import contextlib
from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.agreement import Agreement
from bostoette.models.base import Base
from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.ffb import Theme
from bostoette.models.goal import Aim, Goal, Wish
from bostoette.models.goal_fields import GoalFields
from bostoette.models.key import Key
from bostoette.models.note import Note, NoteAddition
from bostoette.models.note_fields import NewAgreement, NoteFields
from bostoette.models.note_kinds import AgreementDoer
from bostoette.models.plan_error import PlanError
from bostoette.services import citizens, goals, notes
from bostoette.services.desk import Desk
from bostoette.store.database import Database
from bostoette.store.erasing import erase
from bostoette.store.inspection import verify_database
from bostoette.store.journal import SEARCHED_TABLES, act, describe
from bostoette.store.search_documents import SOURCE_OF
from bostoette.store.search_index import numbers_between
from tests.clock import MONDAY
from tests.services.notes.writing import NOON, noted
from tests.services.search_hands import driver_of, indexed, made_anew, order

_WORDS = [
    "æble",
    "Ærø",
    "kaffe",
    "København",
    "oprydning",
    "post",
    "i",
    "skuffen",
    "ÅBNE",
    "breve",
    "Søren",
]

_GOAL = GoalFields("Jeg vil kunne finde mine ting", theme=Theme.PRACTICAL)


def _some_text(chance: Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(1, 6)))


class _Person:
    """Does something by chance, as often as asked."""

    def __init__(self, desk: Desk, citizen_id: Key, seed: int) -> None:
        self._desk, self._citizen, self._chance = desk, citizen_id, Random(seed)  # noqa: S311 - plays
        self._day = MONDAY
        self._wish = desk.do(goals.write_wish, citizen_id, "Have gæster", MONDAY)
        self._aim = desk.do(goals.add_aim, self._wish, "Holde hjemmet")

    def act(self) -> None:
        """Do one thing; what is refused changes nothing."""
        with contextlib.suppress(PlanError):
            self._chance.choice(
                (self.write, self.add, self.agree, self.aim_at, self.wish)
                + (self.change, self.remove)
                + (self._desk.undo, self._desk.redo) * 3
            )()

    def write(self) -> None:
        self._day += timedelta(days=1)
        day = self._day - timedelta(days=self._chance.randrange(3) * 10)
        agreed = (NewAgreement(_some_text(self._chance)),) if self._chance.random() < 0.5 else ()
        noted(
            self._desk, self._citizen, NoteFields(_some_text(self._chance), agreed=agreed), day=day
        )

    def add(self) -> None:
        key = self._some(Note)
        if key:
            text = _some_text(self._chance)
            self._desk.do(notes.add, key, text, by=self._desk.actor_id, at=NOON)

    def agree(self) -> None:
        agreement = Agreement(
            citizen_id=self._citizen,
            text=_some_text(self._chance),
            doer=AgreementDoer.BOTH,
            made_on=MONDAY,
            made_by=self._desk.actor_id,
        )
        self._step(lambda session: session.add(agreement))

    def aim_at(self) -> None:
        self._desk.do(goals.add_goal, self._aim, _GOAL, self._day, self._desk.actor_id)

    def wish(self) -> None:
        self._desk.do(goals.add_aim, self._wish, _some_text(self._chance))
        self._wish = self._desk.do(
            goals.write_wish, self._citizen, _some_text(self._chance), self._day
        )

    def change(self) -> None:
        texts = ((Agreement, "text"), (Goal, "words"), (Goal, "title"), (Wish, "words"))
        kind, name = self._chance.choice((*texts, (Aim, "title")))
        key = self._some(kind)
        if key:
            text = _some_text(self._chance)
            self._step(lambda session: setattr(session.get(kind, key), name, text))

    def remove(self) -> None:
        kind = self._chance.choice((Agreement, NoteAddition))
        key = self._some(kind)
        if key:
            self._step(lambda session: session.delete(session.get(kind, key)))

    def _some(self, kind: type[Base]) -> Key | None:
        keys = self._desk.read(lambda session: list(session.scalars(select(kind.id))))  # type: ignore[attr-defined]
        return self._chance.choice(keys) if keys else None

    def _step(self, work: object) -> None:
        def step(session: Session) -> None:
            work(session)  # type: ignore[operator]
            describe(session, "Ret noget")

        self._desk.do(step)


@pytest.mark.parametrize("seed", range(4))
def test_after_any_changes_the_index_is_as_if_made_anew(
    desk: Desk, database: Database, citizen_id: Key, seed: int
) -> None:
    person = _Person(desk, citizen_id, seed)
    for _ in range(40):
        person.act()
    kept = indexed(database)
    assert len(kept) > 5
    assert made_anew(desk) == len(kept)
    assert indexed(database) == kept


def test_a_late_note_lies_at_its_contacts_day(
    desk: Desk, database: Database, citizen_id: Key
) -> None:
    days = [MONDAY, MONDAY + timedelta(days=2), MONDAY + timedelta(days=1)]
    first, third, late = (noted(desk, citizen_id, day=day) for day in days)
    assert order(database) == [third, late, first]
    made_anew(desk)
    assert order(database) == [third, late, first]


def test_an_addition_lies_with_its_note(desk: Desk, database: Database, citizen_id: Key) -> None:
    old = noted(desk, citizen_id, day=MONDAY)
    new = noted(desk, citizen_id, day=MONDAY + timedelta(days=1))
    desk.do(notes.add, old, "Glemt før", by=desk.actor_id, at=NOON)
    assert order(database)[0] == new


def test_nothing_is_left_in_the_index_of_what_was_deleted(
    desk: Desk, database: Database, citizen_id: Key
) -> None:
    noted(desk, citizen_id, NoteFields("Talte om hemmeligheden"))
    noted(desk, citizen_id, day=MONDAY + timedelta(days=1))

    def away(session: Session) -> None:
        note = session.scalars(select(Note).where(Note.text.contains("hemmelig"))).one()
        session.delete(note)
        describe(session, "Slet")

    driver = driver_of(database)
    asked = "SELECT count(*) FROM search_words_data WHERE instr(block, ?)"
    word = b"hemmeligheden"
    assert driver.execute(asked, (word,)).fetchone()[0]
    desk.do(away)
    assert not driver.execute(asked, (word,)).fetchone()[0]
    assert not driver.execute(asked, (b"emmel",)).fetchone()[0]
    driver.close()


@pytest.mark.parametrize("right", [True, False])
def test_a_citizen_who_is_deleted_for_good_leaves_no_word(
    desk: Desk, database: Database, citizen_id: Key, *, right: bool
) -> None:
    other = desk.do(citizens.create, CitizenFields(name="Bo Lund"))
    kept = noted(desk, other, NoteFields("Talte om vejret"))
    gone = noted(desk, citizen_id, NoteFields("Hemmeligheden", agreed=(NewAgreement("Tie"),)))
    desk.do(notes.add, gone, "Mere", by=desk.actor_id, at=NOON)
    if not right:
        driver = driver_of(database)
        driver.execute("UPDATE search_entry SET checksum = 1")
        driver.close()

    def for_good(session: Session) -> None:
        erase(session, citizen_id)
        act(session, "Slettet")

    desk.do(for_good)
    assert list(indexed(database)) == [kept]
    words = {word for word, _place in indexed(database)[kept]}
    assert "hemmeligheden" not in words
    assert "vejret" in words


def test_a_row_that_changes_past_its_words_leaves_the_index_alone(
    desk: Desk, database: Database, citizen_id: Key
) -> None:
    note = noted(desk, citizen_id)
    before = order(database)
    desk.do(notes.transferred, note, by=desk.actor_id, at=NOON)
    assert order(database) == before


def test_a_wrong_index_is_made_anew_when_it_is_noticed(
    desk: Desk, database: Database, citizen_id: Key
) -> None:
    desk.do(_agree, citizen_id, desk.actor_id)
    right = indexed(database)
    driver = driver_of(database)
    driver.execute("UPDATE search_entry SET checksum = 1")
    driver.execute("INSERT INTO search_words (search_words) VALUES ('delete-all')")
    driver.close()
    assert indexed(database) != right
    desk.undo()
    assert indexed(database) == {}
    desk.redo()
    assert indexed(database) == right


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM search_entry",
        "UPDATE search_entry SET checksum = 1",
        "UPDATE search_entry SET number = number - 5000000",
        "INSERT INTO search_words (search_words) VALUES ('delete-all')",
    ],
)
def test_looking_a_file_through_notices_a_wrong_index(
    desk: Desk, database: Database, citizen_id: Key, harm: str
) -> None:
    noted(desk, citizen_id)
    assert verify_database(database).search_right
    driver = driver_of(database)
    driver.execute(harm)
    driver.close()
    report = verify_database(database)
    assert report.sound
    assert not report.search_right
    made_anew(desk)
    assert verify_database(database).search_right


def test_the_journal_knows_what_is_searched_in() -> None:
    assert set(SOURCE_OF) == SEARCHED_TABLES


def test_a_period_is_a_range_of_numbers() -> None:
    day = date(2026, 11, 24)
    lowest, highest = numbers_between(day, day)
    assert numbers_between(day + timedelta(days=1), None)[1] == lowest - 1
    assert numbers_between(None, day - timedelta(days=1))[0] == highest + 1
    assert numbers_between(None, None)[0] == 0


def _agree(session: Session, citizen_id: Key, worker_id: Key) -> None:
    agreement = Agreement(
        citizen_id=citizen_id,
        text="Åbne post",
        doer=AgreementDoer.BOTH,
        made_on=MONDAY,
        made_by=worker_id,
    )
    session.add(agreement)
    describe(session, "Aftale")
