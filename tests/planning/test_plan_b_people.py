"""Whom a plan B names (P32, P40)."""

import pytest

from bostoette.models.citizen_fields import WorkerName
from bostoette.planning.plan_b_people import named_in

WORKERS = (
    WorkerName(b"k", "K.L.", "Karl Lund"),
    WorkerName(b"s", "S.Ø.", "Søren Østergaard"),
    WorkerName(b"x", "X.X.", "Xenia Holm", active=False),
)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Ring til K.L.", (b"k",)),
        ("kl tager over", (b"k",)),
        ("Spørg Karl (eller soeren)", (b"k", b"s")),
        ("Ring på fastnettet kl. 10", (b"k",)),
        ("Xenia kommer forbi", ()),
        ("Ring op igen", ()),
        ("", ()),
    ],
)
def test_a_plan_b_names_colleagues_by_initials_or_first_name(
    words: str, named: tuple[bytes, ...]
) -> None:
    assert named_in([words], WORKERS) == named
