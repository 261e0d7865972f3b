"""A FigureCall is one call on the hotline, as figures need it (P75)."""

from datetime import date
from typing import NamedTuple

from bostoette.models.inquiry import Caller
from bostoette.models.key import Key


class FigureCall(NamedTuple):
    """One call that somebody on duty noted."""

    id: Key
    day: date
    caller: Caller
