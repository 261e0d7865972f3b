"""Why forms were chosen, and where advice was set aside: to talk about, no score (P06, P09)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.contact_kinds import FormReason
from bostoette.models.figure import Cell, ChartPart, Figure, FigureChart, FigureLine
from bostoette.models.figure_rows import FigureContact
from bostoette.models.figure_scope import ScopedPerson
from bostoette.models.key import Key
from bostoette.models.wording import capital, grouped

_WORDS = {
    FormReason.CITIZENS_WISH: "borgerens ønske",
    FormReason.PROFESSIONAL: "fagligt skøn",
    FormReason.PRACTICAL: "praktisk",
    FormReason.WORKERS_WISH: "medarbejderens ønske",
}


def form_reasons(contacts: Sequence[FigureContact], workers: Sequence[ScopedPerson]) -> Figure:
    """Count why forms were chosen: by form, and by worker where there are several."""
    standing = [one for one in contacts if one.status.takes_time]
    of_form: dict[ContactForm, list[FigureContact]] = defaultdict(list)
    of_worker: dict[Key, list[FigureContact]] = defaultdict(list)
    for one in standing:
        of_form[one.form].append(one)
        of_worker[one.worker_id].append(one)
    forms = [form for form in ContactForm if form in CORE_FORMS or of_form[form]]
    lines = [
        FigureLine("I alt", _reasons(standing)),
        *(FigureLine(capital(form.short_name), _reasons(of_form[form])) for form in forms),
        *(
            FigureLine(one.name, _reasons(of_worker[one.key]), one.initials)
            for one in workers
            if of_worker[one.key]
        ),
    ]
    bars = tuple(
        (form.short_name, tuple(len(cell.rows) for cell in _reasons(of_form[form])[1:5]))
        for form in forms
    )
    return Figure(
        "reasons",
        "Hvorfor formen blev valgt",
        "Den grund, der står på kontakten, for dem, der er afholdt, udeblevet eller planlagt til "
        "og med i dag. Procenten er af dem, der har en grund. Tallene er til en snak og ikke en "
        "karakter.",
        ("Form eller medarbejder", "Med grund", *map(capital, _WORDS.values()), "Uden grund"),
        tuple(lines),
        chart=FigureChart(
            tuple(ChartPart(word, tone=tone) for tone, word in enumerate(_WORDS.values())),
            bars,
            shares=True,
        ),
        rules=("P06",),
    )


def against_advice(contacts: Sequence[FigureContact], titles: Mapping[str, str]) -> Figure:
    """Count the contacts that were chosen against the advice, by form and by reason."""
    standing = [one for one in contacts if one.status.takes_time]
    against = [one for one in standing if one.overridden or one.codes]
    of_form: dict[ContactForm, list[Key]] = defaultdict(list)
    of_code: dict[str, list[Key]] = defaultdict(list)
    written = []
    for one in against:
        of_form[one.form].append(one.id)
        for code in one.codes:
            of_code[code].append(one.id)
        if one.overridden:
            written.append(one.id)
    number = {form: sum(one.form is form for one in standing) for form in ContactForm}
    lines = [
        FigureLine("I alt", (Cell(tuple(one.id for one in against), of=len(standing) or None),)),
        *(
            FigureLine(capital(form.short_name), (Cell(tuple(of_form[form]), of=number[form]),))
            for form in ContactForm
            if form in CORE_FORMS or of_form[form]
        ),
        FigureLine("Med en skrevet begrundelse", (Cell(tuple(written)),)),
        *(
            FigureLine(f"»{titles.get(code, code)}«", (Cell(tuple(keys)),))
            for code, keys in sorted(of_code.items())
        ),
    ]
    return Figure(
        "against",
        "Valgt imod rådet",
        "Kontakter til og med i dag i en form, der blev frarådet, og hvor nogen skrev eller valgte "
        "en begrundelse. Procenten er af formens kontakter; begrundelserne står bag tallene.",
        ("Form eller begrundelse", "Kontakter"),
        tuple(lines),
        "Ingen valgte imod rådet." if not against else _said(len(against)),
        rules=("P06", "P09", "P07"),
    )


def set_aside_by_rule(
    rules: Mapping[str, Sequence[Key]], texts: Mapping[str, str], most: int
) -> Figure:
    """Count by rule the contacts in which its advice was set aside with a reason."""
    ordered = sorted(rules.items(), key=lambda one: (-len(one[1]), one[0]))
    return Figure(
        "rules",
        "Regler, der oftest blev sat til side",
        "De regler, der talte imod formen, da den blev valgt med en skrevet begrundelse. Er det "
        f"ikke gemt for ældre kontakter, er det dem, der taler imod i dag, for de seneste {most}. "
        "En kontakt kan tælle under flere regler.",
        ("Regel", "Kontakter"),
        tuple(
            FigureLine(f"{rule} · {_briefly(texts.get(rule, ''))}", (Cell(tuple(keys)),))
            for rule, keys in ordered
        ),
        rules=("P09",),
    )


def _reasons(group: Sequence[FigureContact]) -> tuple[Cell, ...]:
    known = tuple(one.id for one in group if one.reason is not None)
    return (
        Cell(known),
        *(
            Cell(tuple(one.id for one in group if one.reason is reason), of=len(known) or None)
            for reason in _WORDS
        ),
        Cell(tuple(one.id for one in group if one.reason is None)),
    )


def _briefly(text: str) -> str:
    """Return a rule's first sentence."""
    return text.split(". ", maxsplit=1)[0].rstrip(".")


def _said(number: int) -> str:
    return (
        f"{'1 kontakt' if number == 1 else f'{grouped(number)} kontakter'} blev valgt imod rådet."
    )
