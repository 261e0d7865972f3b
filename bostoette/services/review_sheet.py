"""The review of a week on paper and as CSV: a line for each worker, and what there is to look at.

With initials unless names are chosen; what somebody typed leaves with names alone, since it may
name people. That it left is an act in the journal, said without names.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bostoette.models.contact_form import CORE_FORMS
from bostoette.models.printed_document import (
    Block,
    Bullets,
    Facts,
    Heading,
    Paragraph,
    PrintedDocument,
    Table,
)
from bostoette.models.review import Matter, Review, ReviewLine
from bostoette.models.review_wording import (
    KIND_WORDS,
    minutes_said,
    planned_said,
    share_of_granted,
    status_said,
    team_said,
    to_look_at,
    together,
)
from bostoette.models.wording import grouped, week_title
from bostoette.services.printed import on_paper
from bostoette.store.csv_writer import Value, csv_bytes

SAID = "Gennemgangen"
_FORMS = tuple(form.short_name.capitalize() for form in CORE_FORMS)
_HEADS = ("Medarbejder", *_FORMS, "Andet", "Tid", "Transport", "Sparet", "Se på", "Status")
_SHARES = (4, 2, 2, 2, 2, 2, 4, 3, 3, 2, 3)
_CSV_HEADS = (
    "Medarbejder",
    *_FORMS,
    "Andet",
    "Planlagt, min",
    "Bevilget, min",
    "Transport, min",
    "Sparet, min",
    "Se på",
    "Status",
)


def review_sheet(
    session: Session, review: Review, printed_at: datetime, *, names: bool, example: bool = False
) -> PrintedDocument:
    """Put a review on paper; ``printed_at`` is local time."""
    rows = tuple(_row(line, names=names) for line in review.lines)
    blocks: list[Block] = [Facts(_facts(review)), Table(_HEADS, rows, _SHARES)]
    for line in review.lines:
        blocks += _of_line(line, names=names)
    return on_paper(
        session,
        f"Gennemgang · {week_title(review.week)}",
        tuple(blocks),
        printed_at,
        lead=team_said(review),
        names=names,
        discreet=not names,
        landscape=True,
        small=True,
        example=example,
    )


def review_csv(review: Review, *, names: bool) -> bytes:
    """Return a review as a CSV file: the lines, then what there is to look at in each."""
    rows: list[Sequence[Value]] = [("Gennemgang", week_title(review.week)), (), _CSV_HEADS]
    rows += [
        (
            _whose(line, names=names),
            *_counts(line),
            line.planned,
            line.granted,
            line.travel.number,
            line.saved.number,
            to_look_at(line),
            status_said(line),
        )
        for line in review.lines
    ]
    rows += [(), ("Medarbejder", "Hvad", "Se på", "Regel")]
    rows += [
        (_whose(line, names=names), KIND_WORDS[one.kind], one.said(names=names), one.rule)
        for line in review.lines
        for one in line.matters
    ]
    return csv_bytes(rows)


def _facts(review: Review) -> tuple[tuple[str, str], ...]:
    lines = review.lines
    saved = minutes_said(together(lines, "saved"))
    return (
        ("Kontakter planlagt", grouped(sum(line.contacts for line in lines))),
        (
            f"Mødt ansigt til ansigt, {review.met_days} dage",
            f"{grouped(review.met)} af {grouped(review.citizens)}",
        ),
        ("Transport", f"{minutes_said(together(lines, 'travel'))} · {saved} sparet"),
        ("Af bevilget tid planlagt", share_of_granted(review)),
        ("Forhold at se på", grouped(sum(to_look_at(line) for line in lines))),
    )


def _row(line: ReviewLine, *, names: bool) -> tuple[str, ...]:
    return (
        _whose(line, names=names),
        *(str(number) for number in _counts(line)),
        planned_said(line),
        minutes_said(line.travel),
        minutes_said(line.saved),
        str(to_look_at(line)),
        status_said(line),
    )


def _counts(line: ReviewLine) -> tuple[int, ...]:
    core = [line.counts.get(form, 0) for form in CORE_FORMS]
    return (*core, line.contacts - sum(core))


def _of_line(line: ReviewLine, *, names: bool) -> Iterator[Block]:
    """Give what there is to look at in a worker's week, and what the leader wrote of it."""
    matters = tuple(_matter(one, names=names) for one in line.matters)
    asked = line.open_questions
    if asked:
        matters += ("1 åbent spørgsmål" if asked == 1 else f"{asked} åbne spørgsmål",)
    if matters:
        yield Heading(f"{_whose(line, names=names)} · {len(matters)} at se på", 2)
        yield Bullets(matters)
    if names and line.reason:
        yield Paragraph(f"{line.initials} er godkendt med begrundelsen: {line.reason}")


def _matter(one: Matter, *, names: bool) -> str:
    rule = f" ({one.rule})" if one.rule else ""
    said = one.said(names=names)
    lift = f" {one.lift}" if one.lift else ""
    return f"{KIND_WORDS[one.kind]}{rule}: {said}{'' if said.endswith('.') else '.'}{lift}"


def _whose(line: ReviewLine, *, names: bool) -> str:
    return line.name if names else line.initials
