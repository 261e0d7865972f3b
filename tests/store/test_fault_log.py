"""The log tells where a bug happened, never what about."""

from datetime import UTC, datetime
from pathlib import Path

from bostoette.store.fault_log import LARGEST, write_fault

AT = datetime(2026, 11, 23, 8, 15, tzinfo=UTC)


def _fault() -> Exception:
    try:
        dict[str, int]()["Asta Mortensen"]
    except KeyError as inner:
        fault = ValueError("Asta Mortensen bor på Havnegade 3")
        fault.__cause__ = inner
        return fault.with_traceback(inner.__traceback__)
    raise AssertionError


def test_kind_and_place_are_told_and_no_values(tmp_path: Path) -> None:
    log = tmp_path / "bostoette.log"
    told = write_fault(log, _fault(), AT)
    assert log.read_text(encoding="utf-8") == told
    assert "2026-11-23T08:15:00+00:00 ValueError" in told
    assert "test_fault_log.py" in told
    assert "Asta" not in told
    assert "Havnegade" not in told
    assert str(Path(__file__).parent) not in told


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    assert "ValueError" in write_fault(tmp_path / "no folder" / "bostoette.log", _fault(), AT)


def test_a_log_grown_too_large_begins_anew_and_keeps_the_one_before(tmp_path: Path) -> None:
    log = tmp_path / "bostoette.log"
    log.write_text("x" * (LARGEST + 1), encoding="utf-8")
    told = write_fault(log, _fault(), AT)
    assert log.read_text(encoding="utf-8") == told
    assert log.with_suffix(".log.1").stat().st_size == LARGEST + 1
