"""The figures above a review: the week's, and what waits for the leader."""

from bostoette.models.review import Review
from bostoette.models.review_wording import (
    minutes_said,
    share_of_granted,
    to_look_at,
    together,
)
from bostoette.models.wording import grouped
from bostoette.ui.review.figure_cards import Figure


def figures_of(review: Review) -> tuple[Figure, ...]:
    """Return the figures in the order they are read."""
    lines = review.lines
    travel, saved = together(lines, "travel"), together(lines, "saved")
    looks = sum(to_look_at(line) for line in lines)
    unmet = review.citizens - review.met
    return (
        Figure(grouped(sum(line.contacts for line in lines)), "kontakter planlagt"),
        Figure(
            f"{grouped(review.met)} af {grouped(review.citizens)}",
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
        Figure(grouped(looks), "forhold at se på", looks > 0),
    )
