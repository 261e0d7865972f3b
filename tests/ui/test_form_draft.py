"""A draft taken up again says when it was kept, by the clock in Denmark."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from bostoette.models.key import Key, new_key
from bostoette.services import drafts
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.ui.form_draft import FormDraft
from bostoette.ui.typed_state import TypedState


def test_the_hour_is_denmarks_wherever_the_computer_thinks_it_is(
    qtbot: QtBot, desk: Desk, worker_id: Key
) -> None:
    of = DraftOf("citizen", new_key(), worker_id)
    hours = []
    for month in (1, 7):
        kept_at = datetime(2026, month, 26, 12, 0, tzinfo=UTC)
        desk.do(drafts.keep, of, {"name": "Bodil"}, kept_at)
        put_back: list[TypedState] = []
        owner = QObject()
        hours.append(FormDraft(owner, desk, of, dict).take_up(put_back.append))
        assert put_back == [{"name": "Bodil"}]
    assert hours == ["kl. 13.00", "kl. 14.00"]
