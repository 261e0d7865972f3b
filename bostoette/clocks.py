"""The two clocks of the program, looked at only at its outer edge (`app` and `commands`)."""

from datetime import UTC, datetime


def local_now() -> datetime:
    """Tell the time in Denmark, wherever the computer thinks it is."""
    from zoneinfo import ZoneInfo  # reads the table of zones, which the unlock page does not need

    return datetime.now(ZoneInfo("Europe/Copenhagen")).replace(tzinfo=None)


def utc_now() -> datetime:
    """Tell the moment for the journal."""
    return datetime.now(UTC)
