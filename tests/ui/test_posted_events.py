"""An event made in Python never lies in Qt's queue, where Qt may throw it away while it is held."""

from pathlib import Path

import bostoette

POSTING = "postEvent("


def test_no_event_is_posted() -> None:
    folder = Path(bostoette.__file__).parent
    sources = {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*.py")}
    assert "fitting_scroll.py" in sources, "the sources are looked at"
    assert [name for name, text in sources.items() if POSTING in text] == []
