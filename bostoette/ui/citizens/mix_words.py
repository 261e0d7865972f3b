"""The agreed mix in words and as a small table of texts, made of the values alone."""

from collections import Counter
from dataclasses import dataclass

from bostoette.models.citizen_fields import AgreementLineFields
from bostoette.models.citizen_kinds import AgreementRhythm
from bostoette.models.contact_form import ContactForm
from bostoette.models.wording import MONTHS_SHORT, duration, listed, week_title
from bostoette.planning.agreed_mix import LineCount, WeekMix

NOTHING = "–"
_NUMBERS = "Tallene er afholdt og planlagt af aftalt."


@dataclass(frozen=True, slots=True)
class MixCell:
    """One cell: what stands in it, what is said of it, and over how many weeks it reaches."""

    text: str
    spoken: str
    weeks: int = 1
    lacks: bool = False


@dataclass(frozen=True, slots=True)
class MixRow:
    """One agreed line, or what came beside the agreement."""

    title: str
    cells: tuple[MixCell, ...]


@dataclass(frozen=True, slots=True)
class MixTexts:
    """The whole table."""

    weeks: tuple[str, ...]
    """The columns' heads: ``uge 48``."""
    rows: tuple[MixRow, ...]


def mix_texts(mix: tuple[WeekMix, ...]) -> MixTexts:
    """Lay the weeks side by side, a row for each line that any of them has."""
    known: dict[_LineName, None] = {}
    placed = [_placed(week) for week in mix]
    for lines in reversed(placed):  # today's lines first
        known |= dict.fromkeys(lines)
    rows = [_row(name, mix, placed) for name in known]
    if any(week.beside for week in mix):
        rows.append(MixRow("Ud over aftalen", tuple(_beside(week) for week in mix)))
    return MixTexts(tuple(week_title(week.week) for week in mix), tuple(rows))


def this_week_words(week: WeekMix, minutes: dict[ContactForm, int]) -> str:
    """Say the week's mix in a sentence: ``Denne uge: besøg 1 t og video 30 min.``."""
    parts = [f"{form.short_name} {duration(count)}" for form, count in minutes.items()]
    said = f"Denne uge: {listed(parts)}." if parts else "Denne uge er der intet planlagt."
    lacking = Counter[str]()
    for one in week.lines:
        if one.missing and not waits(one, week):
            lacking[forms_words(one.line)] += one.missing
    if lacking:
        said += f" Mangler: {listed([f'{count} {name}' for name, count in lacking.items()])}."
    return said


def table_words(mix: tuple[WeekMix, ...]) -> str:
    """Say what the table's numbers are, and whether the weeks follow what was agreed (P02)."""
    agreed = [week for week in mix if week.lines]
    astray = [str(week.week.number) for week in agreed if week.deviates]
    if not agreed:
        return _NUMBERS
    if not astray:
        return f"{_NUMBERS} Ugerne følger aftalen."
    return f"{_NUMBERS} Uge {listed(astray)} afviger fra aftalen."


def waits(count: LineCount, week: WeekMix) -> bool:
    """Tell whether what is missing may still be planned after the week, within its period."""
    return count.period.last > week.week.sunday


def forms_words(line: AgreementLineFields) -> str:
    """Name a line's form or forms on cards: ``besøg``, ``telefon/video``."""
    return "/".join(form.short_name for form in line.forms)


_LineName = tuple[str, str, int]
"""A line's forms and rhythm in words, and which of several alike it is."""


def _placed(week: WeekMix) -> dict[_LineName, LineCount]:
    seen = Counter[tuple[str, str]]()
    named: dict[_LineName, LineCount] = {}
    for one in week.lines:
        name = (forms_words(one.line), _rhythm(one.line))
        named[(*name, seen[name])] = one
        seen[name] += 1
    return named


def _row(
    name: _LineName, mix: tuple[WeekMix, ...], placed: list[dict[_LineName, LineCount]]
) -> MixRow:
    forms, rhythm, _ = name
    title = forms[0].upper() + forms[1:] + (f" {rhythm}" if rhythm else "")
    cells: list[MixCell] = []
    at = 0
    while at < len(mix):
        count = placed[at].get(name)
        reach = 1
        while (
            count is not None
            and at + reach < len(mix)
            and (later := placed[at + reach].get(name)) is not None
            and later.period == count.period
        ):
            reach += 1
        cells.append(_cell(title, count, mix[at : at + reach], current=at + reach == len(mix)))
        at += reach
    return MixRow(title, tuple(cells))


def _cell(
    title: str, count: LineCount | None, weeks: tuple[WeekMix, ...], *, current: bool
) -> MixCell:
    when = f"uge {weeks[0].week.number}"
    if len(weeks) > 1:
        when += f"–{weeks[-1].week.number}"
    if count is None:
        return MixCell(NOTHING, f"{title}, {when}: ikke aftalt")
    done = count.held + count.planned
    said = f"{title}, {_period(count, when)}: aftalt {count.line.number}, afholdt {count.held}"
    said += f", planlagt {count.planned}" if count.planned else ""
    lacks = bool(count.missing) and not (current and waits(count, weeks[-1]))
    return MixCell(f"{done}/{count.line.number}", said, len(weeks), lacks)


def _period(count: LineCount, weeks: str) -> str:
    if count.line.rhythm is AgreementRhythm.MONTH:
        return MONTHS_SHORT[count.period.first.month - 1]
    return weeks


def _beside(week: WeekMix) -> MixCell:
    number = len(week.beside)
    when = f"uge {week.week.number}"
    if not number:
        return MixCell(NOTHING, f"Ud over aftalen, {when}: ingen")
    forms = Counter(one.form.short_name for one in week.beside)
    told = listed([f"{count} {form}" for form, count in forms.items()])
    return MixCell(f"+{number}", f"Ud over aftalen, {when}: {told}")


def _rhythm(line: AgreementLineFields) -> str:
    if line.rhythm is AgreementRhythm.MONTH:
        return "pr. måned"
    if line.rhythm is AgreementRhythm.N_WEEKS and line.every_weeks > 1:
        return f"hver {line.every_weeks}. uge"
    return ""
