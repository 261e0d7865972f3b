from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.timespan import DAY_MINUTES, TimeSpan
from bostoette.ui.week.week_drag import Aim, DragKind, Grip, dragged, let_go, new_span
from tests.ui.week.weeks import MONDAY, VISIT, WEEK, card, span

TUESDAY = MONDAY + timedelta(days=1)
CROOKED = card("A.M.", span(0, "9.05", 50))


def grip(kind: DragKind, minute: float = 560) -> Grip:
    return Grip(kind, MONDAY, minute, VISIT)


def test_a_move_snaps_to_the_quarter_and_keeps_the_length() -> None:
    assert dragged(grip(DragKind.MOVE), TUESDAY, 611) == span(1, "9.45", 60)


def test_a_fine_move_snaps_to_five_minutes() -> None:
    assert dragged(grip(DragKind.MOVE), MONDAY, 568, snap=5) == span(0, "9.10", 60)


def test_a_crooked_time_stays_while_only_the_day_changes() -> None:
    held = Grip(DragKind.MOVE, MONDAY, 560, CROOKED)
    assert dragged(held, TUESDAY, 563) == span(1, "9.05", 50)


def test_the_edges_change_the_length() -> None:
    assert dragged(grip(DragKind.END, 600), MONDAY, 629) == span(0, "9.00", 90)
    assert dragged(grip(DragKind.START, 540), TUESDAY, 511) == span(0, "8.30", 90)


def test_an_edge_cannot_pass_the_other() -> None:
    assert dragged(grip(DragKind.END, 600), MONDAY, 100) == span(0, "9.00", 15)
    assert dragged(grip(DragKind.START, 540), MONDAY, 1200) == span(0, "9.45", 15)


@pytest.mark.parametrize("end", [630, 500])
def test_empty_time_is_drawn_up_downwards_and_upwards(end: float) -> None:
    drawn = dragged(Grip(DragKind.CREATE, MONDAY, 565), TUESDAY, end)
    assert drawn == (span(0, "9.15", 75) if end > 565 else span(0, "8.15", 75))


def test_a_new_contact_begins_in_its_quarter() -> None:
    assert new_span(MONDAY, 569) == span(0, "9.15", 30)
    assert new_span(MONDAY, DAY_MINUTES) == TimeSpan(MONDAY, DAY_MINUTES - 30, 30)


@given(
    st.sampled_from([DragKind.MOVE, DragKind.START, DragKind.END]),
    st.integers(0, DAY_MINUTES - 5),
    st.integers(5, 300),
    st.tuples(st.floats(0, DAY_MINUTES), st.floats(0, DAY_MINUTES)),
    st.sampled_from([15, 5]),
)
def test_no_drag_leaves_the_day_and_none_without_movement_changes_anything(
    kind: DragKind, start: int, minutes: int, way: tuple[float, float], snap: int
) -> None:
    held = card("A.M.", TimeSpan(MONDAY, start, min(minutes, DAY_MINUTES - start)))
    pressed, now = way
    taken = Grip(kind, MONDAY, pressed, held)
    moved = dragged(taken, TUESDAY, now, snap)
    assert moved.end <= DAY_MINUTES
    assert dragged(taken, MONDAY, pressed, snap) == held.span


@given(st.floats(0, DAY_MINUTES), st.floats(0, DAY_MINUTES), st.sampled_from([15, 5]))
def test_drawn_up_time_holds_where_it_began_and_ended(one: float, other: float, snap: int) -> None:
    drawn = dragged(Grip(DragKind.CREATE, WEEK.monday, one), WEEK.monday, other, snap)
    assert drawn.start <= min(one, other)
    assert drawn.end >= max(one, other)
    assert drawn.minutes % snap == 0


def test_a_card_is_put_back_far_outside_and_keeps_its_time_over_another_day() -> None:
    held = grip(DragKind.MOVE)
    assert let_go(held, Aim(TUESDAY, 611, near=False)) is None
    over_the_month = let_go(held, Aim(TUESDAY, 611, near=False, elsewhere=TUESDAY))
    assert over_the_month is not None
    assert over_the_month.span == span(1, "9.00", 60)


def test_a_card_goes_to_whose_column_it_lies_in_and_a_copy_stays_with_hers() -> None:
    held = grip(DragKind.MOVE)
    handed, copied = (let_go(held, Aim(MONDAY, 600, b"other", copy=copy)) for copy in (False, True))
    assert handed is not None
    assert copied is not None
    assert (handed.worker, copied.worker) == (b"other", VISIT.worker_id)
    assert not handed.copy
    assert copied.copy
