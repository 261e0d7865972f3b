"""Modules loaded one at a time, each after those that it is made of.

A page's module asked for by itself would bring all its parts along in one long breath.
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.abc import InspectLoader
from importlib.util import find_spec
from types import CodeType

_OURS = "bostoette."


def module_steps(name: str, begun: set[str] | None = None) -> Iterator[None]:
    """Load a module after everything of ours that it imports at its top; a step is one module."""
    begun = set() if begun is None else begun
    if name in sys.modules or name in begun:
        return
    begun.add(name)
    for used in _imported_by(name):
        yield from module_steps(used, begun)
    import_module(name)
    yield


def _imported_by(name: str) -> tuple[str, ...]:
    """Read in a module's compiled code which of ours it may import.

    A loader that shows no code, as in a frozen program, leaves it at one module with all its parts.
    """
    spec = find_spec(name)
    loader = None if spec is None else spec.loader
    code = loader.get_code(name) if isinstance(loader, InspectLoader) else None
    names = code.co_names if isinstance(code, CodeType) else ()
    return tuple(one for one in names if one.startswith(_OURS))
