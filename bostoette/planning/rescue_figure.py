"""How many contacts that fell through were kept another way, and how many were lost (P24, P85)."""

from collections.abc import Iterable, Sequence

from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.fallen_contact import FallenContact
from bostoette.models.figure import Cell, Figure, FigureLine
from bostoette.models.figure_rows import FigureContact
from bostoette.models.figure_scope import Period
from bostoette.models.key import Key
from bostoette.models.wording import capital, grouped
from bostoette.planning.rescue_count import RescueCount, rescue_count


def rescued_by_form(
    contacts: Sequence[FigureContact], came_instead: Iterable[FallenContact], period: Period
) -> Figure:
    """Count by the form that was planned; ``came_instead`` are all that came instead of others."""
    instead = {one.id: one for one in came_instead}
    asked = [
        FallenContact(one.id, one.day, one.form, one.status, None)
        for one in contacts
        if one.id not in instead
    ]
    found = rescue_count([*asked, *instead.values()], period.first, period.last)
    forms = [form for form in ContactForm if form in CORE_FORMS or form in found]
    kept = tuple(key for one in found.values() for key in one.converted)
    lost = tuple(key for one in found.values() for key in one.lost)
    return Figure(
        "rescued",
        "Reddet eller tabt",
        "De kontakter, der blev aflyst, udeblevet fra eller omlagt, i den form og på den dag, de "
        "var planlagt. En omlagt kontakt er reddet, når det, der kom i stedet, er afholdt eller "
        "stadig planlagt. Procenten er af dem, der faldt fra.",
        ("Form", "Faldt fra", "Reddet", "Tabt"),
        (
            FigureLine("I alt", _cells(RescueCount(kept, lost))),
            *(
                FigureLine(capital(form.short_name), _cells(found.get(form, RescueCount())))
                for form in forms
            ),
        ),
        _said(len(kept), len(kept) + len(lost)),
        rules=("P24", "P85"),
    )


def _cells(count: RescueCount) -> tuple[Cell, ...]:
    fell: tuple[Key, ...] = (*count.converted, *count.lost)
    return (Cell(fell), Cell(count.converted, of=len(fell)), Cell(count.lost, of=len(fell)))


def _said(kept: int, fell: int) -> str:
    if not fell:
        return "Ingen kontakter faldt fra i perioden."
    return (
        f"{'1 kontakt' if fell == 1 else f'{grouped(fell)} kontakter'} faldt fra; {grouped(kept)} "
        "blev reddet."
    )
