"""Loading what the services are made of before anybody asks for it."""

import pkgutil
from importlib import import_module

from bostoette import services


def load_services() -> None:
    """Load every service, with the mapped classes below them; meant for beside the window.

    Nothing of Qt is loaded with them, and must not be: a class of Qt's that is made in another
    thread can end the program (docs/decisions/threads-and-garbage.md).
    """
    for module in pkgutil.iter_modules(services.__path__):
        import_module(f"{services.__name__}.{module.name}")
