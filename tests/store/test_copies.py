"""Which automatic copies stay."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bostoette.store.backup_box import BackupInfo, Reason
from bostoette.store.copies import DISK_SHARE, FEWEST_COPIES, MOST_COPIES, Copy, surplus

FIRST = datetime(2026, 1, 1, 7, tzinfo=UTC)


def _copy(day: int, size: int) -> Copy:
    info = BackupInfo(FIRST + timedelta(days=day), 1, Reason.DAILY, "", "", "")
    return Copy(Path(f"{day}.bostoette"), info, size)


SOME = st.lists(st.integers(0, 10**9), max_size=30).map(
    lambda sizes: [_copy(day, size) for day, size in enumerate(sizes)]
)


@given(copies=SOME, free=st.integers(0, 10**11))
def test_the_newest_stay_within_fourteen_and_a_tenth_of_the_disk_but_never_under_three(
    copies: list[Copy], free: int
) -> None:
    gone = surplus(copies, free)
    kept = [copy for copy in copies if copy not in gone]
    assert min(FEWEST_COPIES, len(copies)) <= len(kept) <= MOST_COPIES
    assert kept == copies[len(copies) - len(kept) :]
    room = (free + sum(copy.size for copy in copies)) // DISK_SHARE
    assert len(kept) <= FEWEST_COPIES or sum(copy.size for copy in kept) <= room
    if len(kept) < min(MOST_COPIES, len(copies)):
        one_more = copies[len(copies) - len(kept) - 1 :]
        assert sum(copy.size for copy in one_more) > room


def test_a_roomy_disk_keeps_fourteen() -> None:
    copies = [_copy(day, 1000) for day in range(20)]
    assert surplus(copies, 10**9) == tuple(copies[:6])


def test_a_small_disk_keeps_three_even_where_they_are_too_big() -> None:
    copies = [_copy(day, 1000) for day in range(20)]
    assert surplus(copies, 0) == tuple(copies[:17])
