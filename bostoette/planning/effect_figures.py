"""What contacts gave: independence, goals, wellbeing, satisfaction, form by form (P39, P44, P91).

A number of few rows says nothing and is told so.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.effect_rows import AnswerRow, MarkRow, TurnRow, WellbeingRow
from bostoette.models.figure import (
    Cell,
    ChartPart,
    Figure,
    FigureChart,
    FigureLine,
    RowKind,
    Unit,
    decimal,
    percent,
)
from bostoette.models.figure_scope import Period
from bostoette.models.goal_kinds import GoalStatus, Independence
from bostoette.models.satisfaction import Satisfaction
from bostoette.models.wording import capital, listed
from bostoette.planning.figure_steps import by_stretch, stretches

_ANSWERED = (Satisfaction.GOOD, Satisfaction.OK, Satisfaction.BAD)
_STEPS = tuple(reversed(Independence))


class _WithForm(Protocol):
    @property
    def form(self) -> ContactForm:
        """How the contact was held."""


F = TypeVar("F", bound=_WithForm)


def too_few(fewest: int) -> str:
    """Say in the sentence of a figure from how many it says something."""
    return f"Under {fewest} står der »for få«, fordi det er for lidt til at sige noget."


def independence(marks: Sequence[MarkRow], fewest: int) -> Figure:
    """Count how far citizens did things themselves, by form."""

    def line(label: str, group: Sequence[MarkRow]) -> FigureLine:
        keys = {step: [_mark(one) for one in group if one.independence is step] for step in _STEPS}
        return FigureLine(
            label,
            (
                Cell(tuple(map(_mark, group)), RowKind.MARK),
                *(
                    Cell(tuple(keys[step]), RowKind.MARK, of=len(group), words=_few(group, fewest))
                    for step in _STEPS
                ),
            ),
        )

    return Figure(
        "independence",
        "Selvhjulpenhed efter form",
        "Hvert mærke i et underskrevet notat om et delmål: gik det alene, med et lille puf eller "
        f"med hjælp? Procenten er af formens mærker. {too_few(fewest)}",
        ("Form", "Mærker", *(capital(step.danish) for step in _STEPS)),
        _by_form(marks, line),
        _independence_said(marks, fewest),
        rules=("P44", "P91"),
    )


def independence_over_time(marks: Sequence[MarkRow], period: Period) -> Figure:
    """Count the marks of each week or month, as steps towards doing it alone."""
    cut = stretches(period)
    pairs = list(zip(cut, by_stretch(marks, cut), strict=True))
    lines, bars = [], []
    for stretch, group in pairs:
        keys = [tuple(_mark(one) for one in group if one.independence is step) for step in _STEPS]
        cells = (Cell(own, RowKind.MARK, of=len(group) or None) for own in keys)
        lines.append(
            FigureLine(stretch.word, (Cell(tuple(map(_mark, group)), RowKind.MARK), *cells))
        )
        bars.append((stretch.word, tuple(len(own) for own in keys)))
    return Figure(
        "independence-time",
        "Selvhjulpenhed over tid",
        "De samme mærker efter den dag, kontakten blev holdt.",
        ("Hvornår", "Mærker", *(capital(step.danish) for step in _STEPS)),
        tuple(lines),
        chart=FigureChart(
            tuple(ChartPart(step.danish, tone=tone) for tone, step in enumerate(_STEPS)),
            tuple(bars),
            shares=True,
        ),
        rules=("P44",),
    )


def goals_moved(turns: Sequence[TurnRow]) -> Figure:
    """Count the goals that came to stand elsewhere within the period."""
    of_status: dict[GoalStatus, dict[object, object]] = defaultdict(dict)
    for one in turns:
        of_status[one.status][one.goal_id] = (one.citizen_id, one.goal_id)
    cells = [Cell(tuple(of_status[status].values()), RowKind.GOAL) for status in GoalStatus]
    reached = len(of_status[GoalStatus.REACHED])
    return Figure(
        "goals",
        "Delmål",
        "Delmål, der i perioden blev sat i gang, kom på pause, blev nået eller opgivet; hvert "
        "delmål én gang i hver kolonne.",
        ("", *(_MOVED[status] for status in GoalStatus)),
        (FigureLine("Delmål", tuple(cells)),),
        "Ingen delmål blev nået." if not reached else f"{reached} delmål blev nået.",
        rules=("P45", "P91"),
    )


def wellbeing(scores: Sequence[WellbeingRow], fewest: int) -> Figure:
    """Return the average of wellbeing, by form."""

    def line(label: str, group: Sequence[WellbeingRow]) -> FigureLine:
        keys = tuple((one.contact_id, one.citizen_id) for one in group)
        amounts = tuple(float(one.score) for one in group)
        return FigureLine(
            label,
            (
                Cell(keys, RowKind.NOTE),
                Cell(keys, RowKind.NOTE, Unit.SCORE, amounts, fewest=fewest),
                *(
                    Cell(
                        tuple(
                            key for key, amount in zip(keys, amounts, strict=True) if amount in of
                        ),
                        RowKind.NOTE,
                        of=len(group),
                        words=_few(group, fewest),
                    )
                    for of in ((1, 2), (3,), (4, 5))
                ),
            ),
        )

    return Figure(
        "wellbeing",
        "Trivsel efter form",
        "Gennemsnittet af mærkerne for trivsel, 1 til 5, i underskrevne notater fra kontakter i "
        f"formen. Det siger ikke, at formen er grunden. {too_few(fewest)}",
        ("Form", "Mærker", "Gennemsnit", "1–2", "3", "4–5"),
        _by_form(scores, line),
        _wellbeing_said(scores, fewest),
        rules=("P39", "P91"),
    )


def satisfaction(answers: Sequence[AnswerRow], fewest: int) -> Figure:
    """Count what citizens answered, by form."""

    def line(label: str, group: Sequence[AnswerRow]) -> FigureLine:
        keys = {
            answer: tuple((one.contact_id, one.citizen_id) for one in group if one.answer is answer)
            for answer in Satisfaction
        }
        said = tuple(key for answer in _ANSWERED for key in keys[answer])
        return FigureLine(
            label,
            (
                Cell(said, RowKind.ANSWER),
                *(
                    Cell(keys[answer], RowKind.ANSWER, of=len(said), words=_few(said, fewest))
                    for answer in _ANSWERED
                ),
                Cell(keys[Satisfaction.NOT_ASKED], RowKind.ANSWER),
            ),
        )

    answered = [one for one in answers if one.answer in _ANSWERED]
    return Figure(
        "satisfaction",
        "Tilfredshed efter form",
        "Borgerens svar på, om kontakten var god, okay eller dårlig. Procenten er af svarene; "
        f"»ikke spurgt« er ikke med i den. {too_few(fewest)}",
        ("Form", "Svar", *(answer.danish for answer in Satisfaction)),
        _by_form(answers, line),
        _answers_said(answered, fewest),
        rules=("P91",),
    )


_MOVED = {
    GoalStatus.ACTIVE: "Sat i gang",
    GoalStatus.PAUSED: "På pause",
    GoalStatus.REACHED: "Nået",
    GoalStatus.DROPPED: "Opgivet",
}


def _by_form(
    rows: Sequence[F], line: Callable[[str, Sequence[F]], FigureLine]
) -> tuple[FigureLine, ...]:
    of_form: dict[ContactForm, list[F]] = defaultdict(list)
    for one in rows:
        of_form[one.form].append(one)
    forms = [form for form in ContactForm if form in CORE_FORMS or of_form[form]]
    return (
        line("I alt", rows),
        *(line(capital(form.short_name), of_form[form]) for form in forms),
    )


def _mark(one: MarkRow) -> tuple[object, object, object]:
    return (one.contact_id, one.citizen_id, one.goal_id)


def _few(group: Sequence[object], fewest: int) -> str:
    """Say that a group is too small, instead of its parts; "" where it is not."""
    return "for få" if 0 < len(group) < fewest else ""


def _independence_said(marks: Iterable[MarkRow], fewest: int) -> str:
    steps = [one.independence for one in marks]
    if len(steps) < fewest:
        return f"For få mærker til at sige noget ({len(steps)})."
    shares = [f"{percent(steps.count(step), len(steps))} % {step.danish}" for step in _STEPS]
    return f"Af {len(steps)} mærker: {listed(shares)}."


def _wellbeing_said(scores: Sequence[WellbeingRow], fewest: int) -> str:
    if len(scores) < fewest:
        return f"For få mærker til at sige noget ({len(scores)})."
    average = sum(one.score for one in scores) / len(scores)
    return f"I gennemsnit {decimal(average)} af 5 i {len(scores)} mærker."


def _answers_said(answered: Sequence[AnswerRow], fewest: int) -> str:
    if len(answered) < fewest:
        return f"For få svar til at sige noget ({len(answered)})."
    good = sum(one.answer is Satisfaction.GOOD for one in answered)
    return f"{good} af {len(answered)} svar var »god«."
