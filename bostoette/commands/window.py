"""Opens the window: what ``bostoette`` does without a command."""

import gc
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from bostoette.store.places import Places

if TYPE_CHECKING:
    from bostoette.commands.voice import Voice


def run(asked: Namespace, _voice: "Voice") -> int:
    """Open the window and stay until it is closed."""
    return open_window(asked.data, demo=asked.demo, ask=asked.ask)


def open_window(data: Path | None = None, *, demo: bool = False, ask: bool = False) -> int:
    """Open the window on a folder's data, or on those in the usual place.

    Nothing that the start makes is garbage; looking through it again and again would cost a
    tenth of the start. `app` lets the collector begin once the window is there.
    """
    gc.disable()
    from bostoette import app

    return app.run(Places.at(data) if data else Places.default(), demo=demo, ask=ask)
