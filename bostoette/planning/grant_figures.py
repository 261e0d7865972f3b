"""What is granted beside what is planned and held, and support that soon runs out (§82b)."""

from collections.abc import Mapping, Sequence
from datetime import date

from bostoette.models.citizen_fields import GrantFields
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.figure import Cell, Figure, FigureLine, RowKind, Unit, percent, summed
from bostoette.models.figure_scope import Period, ScopedPerson
from bostoette.models.grant_contact import GrantContact
from bostoette.models.key import Key
from bostoette.models.wording import MONTHS_SHORT, duration
from bostoette.planning.grant_balance import balance
from bostoette.planning.paragraph_clock import ParagraphClock


def grants_used(
    grants: Mapping[Key, Sequence[GrantFields]],
    contacts: Mapping[Key, Sequence[GrantContact]],
    citizens: Sequence[ScopedPerson],
    period: Period,
) -> Figure:
    """Weigh each citizen's planned and held minutes against what is granted meanwhile."""
    lines = []
    for one in citizens:
        theirs = contacts.get(one.key, ())
        if not theirs and one.key not in grants:
            continue
        found = balance(grants.get(one.key, ()), (), period.first, period.last)
        held = [row for row in theirs if row.counted.status is ContactStatus.HELD]
        standing = [row for row in theirs if row.counted.status is ContactStatus.PLANNED]
        lines.append(
            FigureLine(
                one.name,
                (
                    _granted(one.key, found.granted_from, found.granted_to),
                    _minutes((*held, *standing), found.granted_to),
                    _minutes(held, found.granted_to),
                ),
                one.initials,
            )
        )
    granted = [line for line in lines if line.cells[0].number]
    return Figure(
        "grants",
        "Bevilget, planlagt og afholdt",
        "Bevilget er bevillingens minutter for de dage i perioden, den gælder; et spænd tæller med "
        "sit højeste tal. Planlagt er det, der er afholdt eller stadig planlagt i hele perioden; "
        "tid på vejen og til notater er ikke med. Procenten er af det bevilgede.",
        ("Borger", "Bevilget", "Planlagt og afholdt", "Afholdt"),
        tuple(lines),
        _said(granted),
    )


def ending_soon(
    clocks: Sequence[tuple[ScopedPerson, ParagraphClock]], titles: Mapping[str, str]
) -> Figure:
    """List whose support by a paragraph with a limit is about to run out, the first one first."""
    ordered = sorted(clocks, key=lambda one: (one[1].last_day, one[0].name))
    return Figure(
        "ending",
        "Støtte, der snart slutter",
        "Bevillinger, der i dag gælder efter en paragraf med en længste tid, §82b seks måneder fra "
        "den første dag, og hvor slutningen er nær, er gået, eller der er bevilget længere.",
        ("Borger", "Paragraf", "Begyndte", "Sidste dag", "Dage tilbage"),
        tuple(
            FigureLine(
                person.name,
                tuple(
                    Cell((person.key,), RowKind.CITIZEN, words=words)
                    for words in (
                        titles.get(clock.paragraph_id, clock.paragraph_id),
                        _day(clock.began),
                        _day(clock.last_day),
                        str(clock.days_left),
                    )
                ),
                person.initials,
            )
            for person, clock in ordered
        ),
        "Ingen slutter snart."
        if not ordered
        else f"{'1 borger' if len(ordered) == 1 else f'{len(ordered)} borgere'} at tale om.",
    )


def _granted(citizen: Key, low: int | None, high: int | None) -> Cell:
    if high is None or low is None:
        return Cell((citizen,), RowKind.CITIZEN, words="uden tal")
    words = f"{duration(low)} – {duration(high)}" if low != high else ""
    return Cell((citizen,), RowKind.CITIZEN, Unit.MINUTES, (float(high),), words=words)


def _minutes(rows: Sequence[GrantContact], granted: int | None) -> Cell:
    keys, amounts = summed(
        (
            one.contact_id,
            one.counted.held_minutes
            if one.counted.status is ContactStatus.HELD
            else one.counted.minutes,
        )
        for one in rows
    )
    return Cell(keys, unit=Unit.MINUTES, amounts=amounts, of=granted or None)


def _said(lines: Sequence[FigureLine]) -> str:
    whole = sum(line.cells[0].number for line in lines)
    if not whole:
        return "Ingen bevilling med tal gælder i perioden."
    held = sum(line.cells[2].number for line in lines)
    planned = sum(line.cells[1].number for line in lines)
    return (
        f"Af {duration(round(whole))} bevilget er {percent(planned, whole)} % planlagt eller "
        f"afholdt og {percent(held, whole)} % afholdt."
    )


def _day(day: date) -> str:
    return f"{day.day}. {MONTHS_SHORT[day.month - 1]} {day.year}"
