"""Drafts: kept as typed, found again, and never in the wrong place."""

from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bostoette.models.journal import JournalStep
from bostoette.models.key import Key, new_key
from bostoette.services import drafts
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.store.database import Database, open_database
from tests.clock import Clock

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


def steps(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(JournalStep)) or 0


def test_what_was_typed_is_found_again_after_a_restart(
    database: Database, data_key: bytes, desk: Desk, worker_id: Key
) -> None:
    of = DraftOf("contact", new_key(), worker_id)
    desk.do(drafts.keep, of, {"agenda": "Ugens skema – æøå"}, NOW)
    database.close()
    again = Desk(open_database(database.path, data_key), worker_id, Clock())
    found = again.read(drafts.find, of)
    assert found is not None
    assert (found.fields, found.saved_at) == ({"agenda": "Ugens skema – æøå"}, NOW)


def test_typing_on_keeps_the_latest(desk: Desk, worker_id: Key) -> None:
    of = DraftOf("contact", new_key(), worker_id)
    desk.do(drafts.keep, of, {"agenda": "U"}, NOW)
    desk.do(drafts.keep, of, {"agenda": "Ugens"}, NOW)
    found = desk.read(drafts.find, of)
    assert found is not None
    assert found.fields == {"agenda": "Ugens"}


def test_a_draft_is_never_found_for_another_contact_kind_or_person(
    desk: Desk, worker_id: Key, colleague_id: Key
) -> None:
    of = DraftOf("contact", new_key(), worker_id)
    desk.do(drafts.keep, of, {"agenda": "Ugens skema"}, NOW)
    others = (
        DraftOf("contact", new_key(), worker_id),
        DraftOf("note", of.subject_id, worker_id),
        DraftOf("contact", of.subject_id, colleague_id),
    )
    assert [desk.read(drafts.find, other) for other in others] == [None, None, None]


def test_a_draft_that_was_used_is_gone(desk: Desk, worker_id: Key) -> None:
    of = DraftOf("contact", new_key(), worker_id)
    desk.do(drafts.keep, of, {"agenda": "Ugens skema"}, NOW)
    desk.do(drafts.forget, of)
    assert desk.read(drafts.find, of) is None


def test_drafts_are_no_steps_of_the_journal(desk: Desk, worker_id: Key) -> None:
    before = desk.read(steps)
    of = DraftOf("contact", new_key(), worker_id)
    desk.do(drafts.keep, of, {"agenda": "Ugens skema"}, NOW)
    desk.do(drafts.forget, of)
    assert desk.read(steps) == before
