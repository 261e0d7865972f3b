"""The window must survive an ordinary morning of repaints."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_plain_process_survives_500_repaints_of_a_busy_week() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.ui.repaint_500_times"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert int(ended.stdout) == 500
