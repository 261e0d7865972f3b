"""What became of the planned contacts: held, cancelled, no-show, converted – with rates (P85)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.figure import Cell, ChartPart, Figure, FigureChart, FigureLine, percent
from bostoette.models.figure_rows import FigureContact
from bostoette.models.figure_scope import Period
from bostoette.models.key import Key
from bostoette.models.wording import capital, grouped, listed
from bostoette.planning.figure_steps import by_stretch, stretches

HOW = (
    "Procenten er andelen af de kontakter med borgere, der skulle have været holdt: afholdte, "
    "aflyste, udeblevne og omlagte. En kontakt tæller i den form, den var planlagt i; den, der kom "
    "i stedet for en omlagt, tæller for sig. Kontakter, som ingen har noteret, står for sig selv, "
    "når deres dag er gået."
)
_RULES = ("P85",)
_DECIDED = tuple(status for status in ContactStatus if status is not ContactStatus.PLANNED)
_HEADS = (
    "Skulle holdes",
    *(capital(status.danish) for status in _DECIDED),
    "Ikke noteret",
)


def due(contacts: Iterable[FigureContact], today: date) -> tuple[FigureContact, ...]:
    """Leave out what is planned today or later: nobody lacks to note that yet (P85, P90)."""
    planned = ContactStatus.PLANNED
    return tuple(one for one in contacts if one.status is not planned or one.day < today)


def attendance_by_form(contacts: Sequence[FigureContact]) -> Figure:
    """Count what became of the contacts of each form."""
    of_form: dict[ContactForm, list[FigureContact]] = defaultdict(list)
    for one in contacts:
        of_form[one.form].append(one)
    forms = [form for form in ContactForm if form in CORE_FORMS or of_form[form]]
    lines = [
        FigureLine("I alt", _cells(contacts)),
        *(FigureLine(capital(form.short_name), _cells(of_form[form])) for form in forms),
    ]
    bars = tuple((form.short_name, _counts(of_form[form])) for form in forms)
    return Figure(
        "attendance",
        "Afholdt, aflyst og udeblevet",
        HOW,
        ("Form", *_HEADS),
        tuple(lines),
        _said(contacts),
        FigureChart(_parts(), bars, shares=True),
        _RULES,
    )


def attendance_over_time(contacts: Sequence[FigureContact], period: Period) -> Figure:
    """Count what became of the contacts of each week or month."""
    cut = stretches(period)
    groups = by_stretch(contacts, cut)
    pairs = list(zip(cut, groups, strict=True))
    return Figure(
        "attendance-time",
        "Fremmøde over tid",
        HOW,
        ("Hvornår", *_HEADS),
        tuple(FigureLine(one.word, _cells(group)) for one, group in pairs),
        chart=FigureChart(
            _parts(), tuple((one.word, _counts(group)) for one, group in pairs), shares=True
        ),
        rules=_RULES,
    )


def _cells(group: Sequence[FigureContact]) -> tuple[Cell, ...]:
    of_status: dict[ContactStatus, list[Key]] = defaultdict(list)
    for one in group:
        of_status[one.status].append(one.id)
    decided = tuple(one.id for one in group if one.status is not ContactStatus.PLANNED)
    return (
        Cell(decided),
        *(Cell(tuple(of_status[status]), of=len(decided)) for status in _DECIDED),
        Cell(tuple(of_status[ContactStatus.PLANNED])),
    )


def _parts() -> tuple[ChartPart, ...]:
    return tuple(ChartPart(status.danish, tone=tone) for tone, status in enumerate(_DECIDED))


def _counts(group: Iterable[FigureContact]) -> tuple[int, ...]:
    statuses = [one.status for one in group]
    return tuple(statuses.count(status) for status in _DECIDED)


def _said(contacts: Iterable[FigureContact]) -> str:
    counts = _counts(contacts)
    decided = sum(counts)
    if not decided:
        return "Ingen kontakter skulle have været holdt i perioden."
    said = [
        f"{percent(number, decided)} % {status.danish}"
        for number, status in zip(counts, _DECIDED, strict=True)
        if number
    ]
    due = "1 kontakt, der skulle" if decided == 1 else f"{grouped(decided)} kontakter, der skulle"
    return f"Af {due} holdes: {listed(said)}."
