"""Drawing without a window: what Qt must be told before a page is drawn from the command line."""

import os
import sys


def draw_without_window() -> None:
    """Make Qt ready to draw; off the screen on Linux where there is none.

    Without a screen and without being told, Qt ends the process.
    """
    displays = ("DISPLAY", "WAYLAND_DISPLAY")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in displays):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from bostoette.app import make_application

    make_application()
