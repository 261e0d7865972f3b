"""What a review says in words: figures, statuses, how much of each form."""

from collections.abc import Mapping

from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.review import MatterKind, Minutes, Review, ReviewLine
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.models.wording import duration, grouped, listed

LETTERS = {
    ContactForm.PHYSICAL: "B",
    ContactForm.PHONE: "T",
    ContactForm.VIDEO: "V",
    ContactForm.WALK_TALK: "G",
}
"""Besøg, telefon, video, gåtur: the letters below a worker's bar, explained in the head."""
WHOLE = 100
CHANGED_SAID = "Ændret siden"
"""What the narrow column says of a week that was changed after it was approved."""


def minutes_said(minutes: Minutes) -> str:
    """Say minutes as a length; ``ca.`` where any was estimated."""
    said = duration(minutes.number)
    return said if minutes.certain or not minutes.number else f"ca. {said}"


def together(lines: tuple[ReviewLine, ...], which: str) -> Minutes:
    """Add one of the lines' minutes up."""
    parts = [getattr(line, which) for line in lines]
    return Minutes(
        sum(one.number for one in parts), all(one.certain for one in parts if one.number)
    )


def counts_said(counts: Mapping[ContactForm, int]) -> str:
    """Say how many of each form, in letters: ``B 8 · T 5 · V 6 · G 2``."""
    known = [f"{LETTERS[form]} {counts.get(form, 0)}" for form in CORE_FORMS]
    others = sum(number for form, number in counts.items() if form not in CORE_FORMS)
    return " · ".join([*known, *([f"+{others}"] if others else [])])


def counts_spoken(counts: Mapping[ContactForm, int]) -> str:
    """Say how many of each form, in words."""
    words = [f"{form.short_name} {number}" for form, number in counts.items() if number]
    return listed(words) or "ingen kontakter"


def status_said(line: ReviewLine) -> str:
    """Say where a week stands, and that it was changed after it was approved."""
    if line.changed:
        return "Godkendt, ændret siden"
    return {
        WeekPlanStatus.DRAFT: "Kladde",
        WeekPlanStatus.SENT: "Sendt",
        WeekPlanStatus.APPROVED: "Godkendt",
        WeekPlanStatus.RETURNED: "Sendt tilbage",
    }[line.status]


def planned_said(line: ReviewLine) -> str:
    """Say planned minutes of granted ones."""
    granted = "" if line.granted is None else f" af {duration(line.granted)}"
    return f"{duration(line.planned)}{granted}"


def to_look_at(line: ReviewLine) -> int:
    """Count what waits in a line: matters and open questions."""
    return len(line.matters) + line.open_questions


def team_said(review: Review) -> str:
    """Say how large the team is."""
    staff, citizens = len(review.lines), review.citizens
    return (
        f"{grouped(staff)} {'medarbejder' if staff == 1 else 'medarbejdere'} · "
        f"{grouped(citizens)} {'borger' if citizens == 1 else 'borgere'}"
    )


def share_of_granted(review: Review) -> str:
    """Say how much of the granted time is planned, in per cent; a dash where none is granted."""
    if not review.granted:
        return "–"
    return f"{round(review.planned * WHOLE / review.granted)} %"


KIND_WORDS = {
    MatterKind.RULE: "Se på",
    MatterKind.REASON: "Begrundelse",
    MatterKind.RED: "Rød borger",
    MatterKind.CHANGED: "Ændret",
    MatterKind.NOTE: "Mangler notat",
}
