"""What is on loan counts as equipment that the citizen has (P62)."""

from collections.abc import Collection
from dataclasses import replace

from bostoette.models.citizen_fields import ProfileFields

PHONES = ("telefon", "mobil")
"""How equipment on loan is called that one can be rung up on."""


def lent_answers(loans: Collection[str]) -> dict[str, bool]:
    """Return the answers of a profile that what is on loan changes, by the names of the things."""
    phones = [what for what in loans if any(word in what.lower() for word in PHONES)]
    answers = {"has_phone": True} if phones else {}
    return answers | ({"has_video_device": True} if len(phones) < len(loans) else {})


def with_loans(profile: ProfileFields, loans: Collection[str]) -> ProfileFields:
    """Return a profile with what is on loan counted as the citizen's own."""
    answers = lent_answers(loans)
    return replace(
        profile,
        has_phone=answers.get("has_phone", profile.has_phone),
        has_video_device=answers.get("has_video_device", profile.has_video_device),
    )
