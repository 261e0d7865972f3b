"""What is loaded while somebody works is loaded one module at a time."""

import subprocess
import sys

_LOAD = """
import sys
from bostoette.ui.pages import load_pages
def ours():
    return {name for name in sys.modules if name.startswith("bostoette.ui.")}
most, begun = 0, len(ours())
before = ours()
for _ in load_pages():
    now = ours()
    most, before = max(most, len(now - before)), now
print(most, len(before) - begun)
"""


def test_no_step_brings_a_whole_page_along() -> None:
    """A module, and perhaps a few that it takes from their package by name; in all the pages."""
    told = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", _LOAD], capture_output=True, text=True, check=True
    )
    most, loaded = map(int, told.stdout.split())
    assert most <= 5
    assert loaded > 150
