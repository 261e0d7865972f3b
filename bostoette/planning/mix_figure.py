"""How held contacts are shared among the forms: over time, and from person to person (P01, P91)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.figure import Cell, ChartPart, Figure, FigureChart, FigureLine, percent
from bostoette.models.figure_rows import FigureContact
from bostoette.models.figure_scope import Period, ScopedPerson
from bostoette.models.key import Key
from bostoette.models.wording import capital, grouped, listed
from bostoette.planning.figure_steps import by_stretch, stretches

HOW = (
    "Kun afholdte kontakter med borgere tæller, hver én gang, i den form de blev holdt i. "
    "Procenten er formens andel af linjens kontakter."
)


def mix_over_time(contacts: Iterable[FigureContact], period: Period) -> Figure:
    """Count the held contacts of each week or month by form."""
    held = _held(contacts)
    forms = _forms(held)
    cut = stretches(period)
    groups = by_stretch(held, cut)
    lines = [
        FigureLine(one.word, _cells(group, forms)) for one, group in zip(cut, groups, strict=True)
    ]
    parts = tuple(ChartPart(form.short_name, form) for form in forms)
    bars = tuple(
        (one.word, tuple(sum(row.form is form for row in group) for form in forms))
        for one, group in zip(cut, groups, strict=True)
    )
    return Figure(
        "mix",
        "Fordeling over tid",
        HOW,
        _heads("Hvornår", forms),
        (FigureLine("I alt", _cells(held, forms)), *lines),
        _said(held, forms),
        FigureChart(parts, bars, shares=True),
    )


def mix_of_people(
    contacts: Iterable[FigureContact],
    whose: Mapping[Key, Sequence[Key]],
    people: Sequence[ScopedPerson],
    who: str,
) -> Figure:
    """Count each person's held contacts by form; ``whose`` says by contact who they belong to."""
    held = _held(contacts)
    forms = _forms(held)
    theirs: dict[Key, list[FigureContact]] = defaultdict(list)
    for one in held:
        for key in whose.get(one.id, ()):
            theirs[key].append(one)
    return Figure(
        "mix-people",
        f"Fordeling pr. {who}",
        HOW,
        _heads(capital(who), forms),
        tuple(
            FigureLine(one.name, _cells(theirs[one.key], forms), one.initials)
            for one in people
            if theirs[one.key]
        ),
    )


def _held(contacts: Iterable[FigureContact]) -> list[FigureContact]:
    return [one for one in contacts if one.status is ContactStatus.HELD]


def _forms(held: Sequence[FigureContact]) -> tuple[ContactForm, ...]:
    there = {one.form for one in held}
    return tuple(form for form in ContactForm if form in there or form in CORE_FORMS)


def _heads(first: str, forms: Sequence[ContactForm]) -> tuple[str, ...]:
    return (first, "Afholdt", *(capital(form.short_name) for form in forms))


def _cells(group: Sequence[FigureContact], forms: Sequence[ContactForm]) -> tuple[Cell, ...]:
    of_form: dict[ContactForm, list[Key]] = defaultdict(list)
    for one in group:
        of_form[one.form].append(one.id)
    return (
        Cell(tuple(one.id for one in group)),
        *(Cell(tuple(of_form[form]), of=len(group)) for form in forms),
    )


def _said(held: Sequence[FigureContact], forms: Sequence[ContactForm]) -> str:
    if not held:
        return "Ingen kontakter er afholdt i perioden."
    counts = {form: sum(one.form is form for one in held) for form in forms}
    parts = [
        f"{form.short_name} {percent(number, len(held))} %"
        for form, number in counts.items()
        if number
    ]
    contacts = "1 kontakt" if len(held) == 1 else f"{grouped(len(held))} kontakter"
    return f"{contacts} afholdt: {listed(parts)}."
