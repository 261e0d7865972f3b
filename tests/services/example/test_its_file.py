"""The example lies in a file of its own: made once, kept, and made anew whole."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.contact_form import ContactForm
from bostoette.models.demo_team import DemoSize
from bostoette.models.journal import JournalStep, StepKind
from bostoette.services.demo import make_demo
from bostoette.services.example import made_on, open_demo, renew_demo, shows_earlier_week
from bostoette.services.program_file import OpenFile
from bostoette.store.journal import describe
from bostoette.store.places import Places
from tests.clock import Clock
from tests.services.example.asking import TODAY, ask, content, rows


def test_the_same_seed_and_day_give_the_same_content(example: OpenFile, places: Places) -> None:
    again = open_demo(places, Clock(), TODAY)
    try:
        mine, other = content(example), content(again)
        for table, every in mine.items():
            if table != "journal_step":
                assert every == other[table], table
    finally:
        again.close()


def test_another_seed_gives_other_weeks(example: OpenFile, places: Places) -> None:
    make_demo(places, DemoSize.TEAM, TODAY, Clock(), seed=7)

    other = open_demo(places, Clock(), TODAY)
    try:
        assert content(other)["contact"] != content(example)["contact"]
    finally:
        other.close()


def test_every_row_refers_to_rows_that_are_there(example: OpenFile) -> None:
    broken = ask(example, lambda session: session.execute(text("PRAGMA foreign_key_check")).all())
    held = {part.contact_id for part in rows(example, ContactWorker)}
    met = {part.contact_id for part in rows(example, ContactCitizen)}

    assert broken == []
    for contact in rows(example, Contact):
        assert contact.id in held
        assert contact.id in met or contact.form is ContactForm.HOTLINE or contact.variant.for_staff


def test_it_lies_in_a_folder_of_its_own_and_touches_no_own_data(places: Places) -> None:
    open_demo(places, Clock(), TODAY).close()

    assert [path.name for path in places.folder.iterdir()] == ["eksempel"]
    assert places.example.database.exists()


def test_it_is_marked_and_its_making_is_one_act_that_cannot_be_undone(example: OpenFile) -> None:
    [step] = rows(example, JournalStep)

    assert example.places.is_example
    assert ask(example, made_on) == TODAY
    assert (step.kind, step.label) == (StepKind.ACT, "Eksempeldata lavet")
    assert step.facts == {"size": "team", "made_on": "2026-11-24"}


def test_what_was_tried_is_kept_until_it_is_made_anew(places: Places) -> None:
    def rename(session: Session) -> None:
        session.scalars(select(Citizen)).first().name = "Ny Prøvesen"  # type: ignore[union-attr]  # there are 31
        describe(session, "Ret borger")

    def renamed(example: OpenFile) -> bool:
        return "Ny Prøvesen" in {one.name for one in rows(example, Citizen)}

    first = open_demo(places, Clock(), TODAY)
    first.desk.do(rename)
    first.close()
    later = TODAY + timedelta(weeks=1)

    kept = open_demo(places, Clock(), later)
    assert renamed(kept)
    assert kept.desk.read(shows_earlier_week, later)
    kept.close()

    anew = renew_demo(places, Clock(), later)
    assert not renamed(anew)
    assert not anew.desk.read(shows_earlier_week, later)
    anew.close()


def test_an_example_stands_until_the_new_one_is_whole(places: Places) -> None:
    open_demo(places, Clock(), TODAY).close()
    before = places.example.database.read_bytes()

    def stop(_done: int, _weeks: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_demo(places, DemoSize.TEAM, TODAY, Clock(), stop)

    assert places.example.database.read_bytes() == before
    assert not (places.example.folder / "ny").exists()


def test_progress_is_told_to_the_last_week(places: Places) -> None:
    told: list[tuple[int, int]] = []

    make_demo(places, DemoSize.TEAM, TODAY, Clock(), lambda done, weeks: told.append((done, weeks)))

    assert len(told) > 3
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
