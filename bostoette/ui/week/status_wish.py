"""What a person wants to note about where a contact stands."""

from enum import Enum, auto


class StatusWish(Enum):
    """Held, missed, called off, converted – or planned after all."""

    HOLD = auto()
    MISSED = auto()
    CALL_OFF = auto()
    CONVERT = auto()
    PLAN_AGAIN = auto()
    CORRECT_TIME = auto()
