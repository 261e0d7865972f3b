"""What is on loan counts as equipment that the citizen has (P62)."""

from collections.abc import Collection

PHONES = ("telefon", "mobil")
"""How equipment on loan is called that one can be rung up on."""


def lent_answers(loans: Collection[str]) -> dict[str, bool]:
    """Return the answers of a profile that what is on loan changes, by the names of the things."""
    phones = [what for what in loans if any(word in what.lower() for word in PHONES)]
    answers = {"has_phone": True} if phones else {}
    return answers | ({"has_video_device": True} if len(phones) < len(loans) else {})
