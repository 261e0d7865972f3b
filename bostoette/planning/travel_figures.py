"""Travel, and what contacts at a distance save of it, for the worker and for the citizen (P83).

Minutes and kilometres, never money: what the time was used for, the other figures tell.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.figure import (
    Cell,
    ChartPart,
    Figure,
    FigureChart,
    FigureLine,
    RowKind,
    Unit,
    summed,
)
from bostoette.models.figure_rows import FigureWork
from bostoette.models.figure_scope import Period
from bostoette.models.key import Key
from bostoette.models.week_contact import CitizenName, WeekContact
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.figure_steps import by_stretch, stretches
from bostoette.planning.week_travel import WeekWays

_TALKS = frozenset({ContactForm.PHONE, ContactForm.VIDEO})
_HEADS = ("Hvornår", "Transporttid", "Kilometer", "Sparet tid", "Sparede kilometer")
_NO_MONEY = "Det er tid og afstand og ikke et løfte om penge."
_ESTIMATED = "»Ca.« står, hvor vejen er anslået ud fra koordinater eller postnumre."
_RULES = ("P83",)


@dataclass(frozen=True, slots=True)
class Way:
    """Minutes and kilometres on a day, travelled or saved, and what they belong to."""

    key: object
    """A worker's day, or a contact."""
    day: date
    minutes: int
    km: float
    certain: bool
    saved: bool


def ways_of_workers(
    work: Sequence[FigureWork], ways: WeekWays, workers: Mapping[Key, WeekWorker]
) -> tuple[Way, ...]:
    """Return what the workers travelled day by day, and what each talk at a distance saved.

    Where a talk lies in a day does not change the way, so the ways are laid out without them.
    """
    going = [as_in_week(one) for one in work if one.form.travels]
    found = [
        Way(key, key[1], day.minutes, day.km, day.certain, saved=False)
        for key, day in ways.of_week(workers.values(), going, ()).items()
        if day.minutes
    ]
    talks: dict[Key, list[FigureWork]] = defaultdict(list)
    for one in work:
        if one.status is ContactStatus.HELD and not one.form.travels:
            talks[one.worker_id].append(one)
    for key, theirs in talks.items():
        whose = {one.citizen_id for one in theirs if one.citizen_id is not None}
        saved = ways.there_and_back(workers[key], whose)
        found += [
            Way(one.contact_id, one.day, way.minutes, way.km, way.certain, saved=True)
            for one in theirs
            if one.citizen_id is not None and (way := saved[one.citizen_id]).minutes
        ]
    return tuple(found)


def ways_to_citizen(
    work: Sequence[FigureWork], ways: WeekWays, workers: Mapping[Key, WeekWorker], citizen: Key
) -> tuple[Way, ...]:
    """Return the way to a citizen and back for each contact with her, travelled or saved."""
    found = []
    for one in work:
        if one.place is ContactPlace.CENTRE and one.form.travels:
            continue
        if one.status is not ContactStatus.HELD and not one.form.travels:
            continue
        way = ways.there_and_back(workers[one.worker_id], (citizen,))[citizen]
        found.append(
            Way(one.contact_id, one.day, way.minutes, way.km, way.certain, not one.form.travels)
        )
    return tuple(one for one in found if one.minutes)


def ways_of_citizens(
    work: Iterable[FigureWork],
    ways: WeekWays,
    workers: Mapping[Key, WeekWorker],
    taking_part: Mapping[Key, Sequence[Key]],
) -> tuple[Way, ...]:
    """Return the citizens' own way to the centre, or what a talk instead of it saved them."""
    found: dict[Key, Way] = {}
    for one in work:
        at_centre = one.place is ContactPlace.CENTRE and one.status is ContactStatus.HELD
        if not at_centre or one.contact_id in found:
            continue
        if not one.form.travels and one.form not in _TALKS:
            continue
        each = ways.there_and_back(
            workers[one.worker_id], taking_part.get(one.contact_id, ())
        ).values()
        found[one.contact_id] = Way(
            one.contact_id,
            one.day,
            sum(way.minutes for way in each),
            sum(way.km for way in each),
            all(way.certain for way in each),
            saved=not one.form.travels,
        )
    return tuple(one for one in found.values() if one.minutes)


def travel_of_workers(found: Sequence[Way], period: Period) -> Figure:
    """Show what workers travelled and what was saved."""
    return _figure(
        "travel",
        "Medarbejderens transport",
        "Vejen hver dag fra basen, fra kontakt til kontakt og hjem igen, for afholdte kontakter og "
        "dem, der blev ventet på forgæves. Sparet er vejen frem og tilbage for hver afholdt "
        f"kontakt på afstand. {_ESTIMATED} {_NO_MONEY}",
        found,
        period,
        kind=RowKind.DAY,
    )


def travel_to_citizen(found: Sequence[Way], period: Period) -> Figure:
    """Show what the way to one citizen took and what was saved of it."""
    return _figure(
        "travel",
        "Vejen til borgeren",
        "Vejen fra medarbejderens base til borgeren og tilbage for hver kontakt, uanset hvad der "
        "ellers lå den dag. Sparet er den samme vej for hver afholdt kontakt på afstand. "
        f"{_ESTIMATED} {_NO_MONEY}",
        found,
        period,
        kind=RowKind.CONTACT,
    )


def travel_of_citizens(found: Sequence[Way], period: Period) -> Figure:
    """Show what citizens travelled themselves."""
    return _figure(
        "travel-citizen",
        "Borgerens egen transport",
        "Borgernes vej til centeret og hjem for afholdte kontakter i centeret. Sparet er den samme "
        "vej for de telefon- og videosamtaler, der ellers er aftalt i centeret. "
        f"{_ESTIMATED} {_NO_MONEY}",
        found,
        period,
        kind=RowKind.CONTACT,
    )


def _figure(
    key: str, title: str, how: str, found: Sequence[Way], period: Period, *, kind: RowKind
) -> Figure:
    cut = stretches(period)
    groups = by_stretch(found, cut)
    whole = _cells(found, kind)
    pairs = list(zip(cut, groups, strict=True))
    bars = tuple(
        (
            one.word,
            (
                sum(way.minutes for way in group if not way.saved),
                sum(way.minutes for way in group if way.saved),
            ),
        )
        for one, group in pairs
    )
    return Figure(
        key,
        title,
        how,
        _HEADS,
        (
            FigureLine("I alt", whole),
            *(FigureLine(one.word, _cells(group, kind)) for one, group in pairs),
        ),
        _said(whole),
        FigureChart(
            (ChartPart("transport"), ChartPart("sparet", tone=1)), bars, Unit.MINUTES, totals=False
        ),
        _RULES,
    )


def _cells(group: Sequence[Way], kind: RowKind) -> tuple[Cell, ...]:
    gone = [one for one in group if not one.saved]
    saved = [one for one in group if one.saved]
    return (*_pair(gone, kind), *_pair(saved, RowKind.CONTACT))


def _pair(ways: Sequence[Way], kind: RowKind) -> tuple[Cell, Cell]:
    rows, minutes = summed((one.key, one.minutes) for one in ways)
    _rows, km = summed((one.key, round(one.km, 1)) for one in ways)
    certain = all(one.certain for one in ways)
    return (
        Cell(rows, kind, Unit.MINUTES, minutes, certain=certain),
        Cell(rows, kind, Unit.KM, km, certain=certain),
    )


def _said(whole: tuple[Cell, ...]) -> str:
    gone, km, saved, saved_km = (cell.text for cell in whole)
    if not any(cell.opens for cell in whole):
        return "Der er ingen transport i perioden."
    return f"Transport {gone} ({km}); sparet {saved} ({saved_km})."


def as_in_week(one: FigureWork) -> WeekContact:
    """Return a worker's part in a contact as the week's travel takes it."""
    citizens = () if one.citizen_id is None else (CitizenName(one.citizen_id, "", "", ""),)
    return WeekContact(
        one.contact_id,
        0,
        one.day,
        one.start,
        one.minutes,
        one.form,
        one.status,
        "",
        one.place,
        agreed_with_citizen=False,
        series_id=None,
        workers=(one.worker_id,),
        citizens=citizens,
    )
