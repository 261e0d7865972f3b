"""Nothing is read from a module's source only because Qt is there."""

import linecache
import sys
from pathlib import Path

import pytest

import bostoette.ui  # noqa: F401 - what is tried here happens when it is loaded


def test_a_module_is_loaded_without_its_source_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "loaded_after_qt.py").write_text("answer = 42\n", encoding="utf-8")
    import loaded_after_qt  # type: ignore[import-not-found] # just written

    assert loaded_after_qt.answer == 42
    assert str(tmp_path / "loaded_after_qt.py") not in linecache.cache
    del sys.modules["loaded_after_qt"]
