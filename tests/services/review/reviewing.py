"""The week that is reviewed, and sending and approving it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.review import Matter, MatterKind, ReviewLine
from bostoette.services import review
from bostoette.services.desk import Desk
from tests.clock import MONDAY

WEEK = IsoWeek.of(MONDAY)
TODAY = MONDAY - timedelta(days=4)
NOW = datetime(2026, 11, 19, 8, 0)
UTC_NOW = datetime(2026, 11, 19, 7, 0, tzinfo=UTC)
Plan = Callable[[int, str, ContactForm], Key]


def send(desk: Desk) -> None:
    desk.do(review.send, desk.actor_id, WEEK, UTC_NOW)


def approve(desk: Desk, worker: Key, **said: str) -> None:
    desk.do(review.approve, desk.actor_id, worker, WEEK, UTC_NOW, today=TODAY, **said)


def of_kind(line: ReviewLine, kind: MatterKind) -> list[Matter]:
    return [one for one in line.matters if one.kind is kind]
