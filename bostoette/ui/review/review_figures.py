"""The figures above a review: the week's, and what waits for the leader."""

from bostoette.models.review import Review
from bostoette.models.wording import listed
from bostoette.ui.review.figure_cards import Figure
from bostoette.ui.review.review_words import (
    minutes_said,
    share_of_granted,
    to_look_at,
    together,
)

MOST_NAMED = 8


def team_words(review: Review) -> str:
    """Say how large the team is."""
    return f"{len(review.lines)} medarbejdere · {review.citizens} borgere"


def figures_of(review: Review) -> tuple[Figure, ...]:
    """Return the figures in the order they are read."""
    lines = review.lines
    travel, saved = together(lines, "travel"), together(lines, "saved")
    looks = sum(to_look_at(line) for line in lines)
    unmet = review.citizens - review.met
    return (
        Figure(str(sum(line.contacts for line in lines)), "kontakter planlagt"),
        Figure(
            f"{review.met} af {review.citizens}",
            f"mødt ansigt til ansigt, {review.met_days} dage",
            unmet > 0,
            "Afholdt eller planlagt senest ugens søndag",
        ),
        Figure(minutes_said(travel), f"transport · {minutes_said(saved)} sparet"),
        Figure(
            share_of_granted(review),
            "af bevilget tid planlagt",
            more="Tid med borgerne mod det, der er bevilget til medarbejdernes borgere",
        ),
        Figure(str(looks), "forhold at se på", looks > 0),
    )


def waiting_words(review: Review) -> str:
    """Say in one line what waits: who has not sent, what is asked, who is silent or away."""
    asked = sum(line.open_questions for line in review.lines)
    parts = [
        _named("Har ikke sendt", review.not_sent),
        f"Åbne spørgsmål: {asked or 'ingen'}",
        _named("Ikke hørt fra", review.silent),
        _named("Væk i dag", review.away_today),
    ]
    return " · ".join(parts)


def _named(words: str, initials: tuple[str, ...]) -> str:
    """Name people, or say that there are none; many are counted instead."""
    if len(initials) > MOST_NAMED:
        return f"{words}: {len(initials)}"
    return f"{words}: {listed(list(initials)) or 'ingen'}"
