"""Opens the window: what ``bostoette`` does without a command."""

from argparse import Namespace

from bostoette import app
from bostoette.commands.voice import Voice
from bostoette.commands.where import own_places


def run(asked: Namespace, _voice: Voice) -> int:
    """Open the window that was asked for, and stay until it is closed."""
    return app.run(own_places(asked), demo=asked.demo, ask=asked.ask, named=asked.data is not None)
