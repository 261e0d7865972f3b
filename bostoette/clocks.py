"""The two clocks of the program, looked at only at its outer edge (`app` and `commands`)."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def local_now() -> datetime:
    """Tell the time in Denmark, wherever the computer thinks it is."""
    return datetime.now(COPENHAGEN).replace(tzinfo=None)


def utc_now() -> datetime:
    """Tell the moment for the journal."""
    return datetime.now(UTC)
