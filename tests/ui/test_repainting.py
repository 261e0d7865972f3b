"""The window must survive an ordinary morning of repaints."""

import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).with_name("repaint_500_times.py")


def test_a_plain_process_survives_500_repaints_of_a_busy_week() -> None:
    ended = subprocess.run(  # noqa: S603 - our own program beside this file
        [sys.executable, PROGRAM],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert int(ended.stdout) >= 500
