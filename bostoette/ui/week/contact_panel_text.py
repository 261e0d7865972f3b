"""What the panel says about a contact or other time, in words, made of the values alone."""

import re
from dataclasses import dataclass

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.panel_contact import LinkedContact, PanelContact, PanelWorker
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import WeekAppointment
from bostoette.models.wording import (
    MONTHS_SHORT,
    WEEKDAYS,
    clock,
    duration,
    from_to,
    listed,
    short_day,
    when,
)
from bostoette.ui.naming import Naming

NOT_TOLD = "Borgeren er ikke orienteret"
NAMED_AT_MOST = 2
NOTHING_CHOSEN = (
    "Vælg en kontakt i ugen, så står alt om den her. Pilene går fra kontakt til kontakt; "
    "Ctrl+N eller et dobbeltklik på en ledig tid laver en ny."
)


PIECE = 24
"""So many letters stand in one line of the panel."""
_UNBROKEN = re.compile(rf"[^\s/]{{{PIECE + 1},}}")


@dataclass(frozen=True, slots=True)
class PanelFact:
    """A label and what stands beside it."""

    label: str
    value: str


def day_line(span: TimeSpan) -> str:
    """Say a day and its times: ``Torsdag 26. nov. · 13.00–13.15``."""
    weekday = WEEKDAYS[span.day.weekday()].capitalize()
    return f"{weekday} {span.day.day}. {MONTHS_SHORT[span.day.month - 1]} · {from_to(span)}"


def contact_line(panel: PanelContact) -> str:
    """Say when it is and what for: ``Torsdag 26. nov. · 13.00–13.15 · opfølgning``."""
    line = day_line(panel.span)
    if panel.variant is not ContactVariant.ORDINARY:
        line = f"{line} · {panel.variant.danish.lower()}"
    return f"{line} · {panel.purpose[:1].lower()}{panel.purpose[1:]}" if panel.purpose else line


def who(panel: PanelContact, naming: Naming) -> str:
    """Say whom it is with; many are counted, as they stand by name below."""
    if len(panel.citizens) > NAMED_AT_MOST:
        return f"{len(panel.citizens)} borgere"
    names = [naming.name_of(one.name, one.initials) for one in panel.citizens]
    return listed(names) or panel.variant.alone


def status_line(panel: PanelContact, naming: Naming) -> str:
    """Say where it stands; nothing for what is simply planned."""
    if panel.status is ContactStatus.PLANNED:
        return ""
    parts = [panel.status.danish.capitalize()]
    if panel.status is ContactStatus.HELD and panel.actual not in {None, panel.span}:
        assert panel.actual is not None  # noqa: S101 - just looked at
        parts.append(f"{from_to(panel.actual)} ({duration(panel.actual.minutes)})")
    if panel.status_reason:
        parts.append(naming.hidden(panel.status_reason))
    return " · ".join(parts)


def how_facts(panel: PanelContact, naming: Naming, travel: str) -> tuple[PanelFact, ...]:
    """Say what is needed to hold it in its form; ``travel`` is how one gets there."""
    details = panel.details
    facts = [
        PanelFact("Sted", _place(panel, naming)),
        PanelFact("Adresse", naming.hidden(details.address)),
        PanelFact("Mødested", naming.hidden(details.meeting_point)),
        PanelFact("Dårligt vejr", naming.hidden(details.bad_weather_plan)),
        PanelFact("Telefon", _phone(panel, naming)),
        PanelFact("Platform", details.platform),
        PanelFact("Link", naming.hidden(details.link)),
        PanelFact("Transport", travel if panel.form.travels else ""),
        PanelFact("Når I mødes og skilles", naming.hidden(panel.what_matters)),
    ]
    return tuple(fact for fact in facts if fact.value)


def in_sight(value: str) -> str:
    """Shorten what no line can be broken in, such as a link to a meeting."""
    return _UNBROKEN.sub(lambda found: f"{found[0][: PIECE - 1]}…", value)


def before(panel: PanelContact) -> str:
    """Say before what the preparation is done."""
    if not panel.citizens:
        return "Forberedelse"
    named = {ContactForm.PHYSICAL: "Før besøget", ContactForm.WALK_TALK: "Før gåturen"}
    return named.get(panel.form, "Før samtalen")


def missing(panel: PanelContact) -> str:
    """Say what the form still lacks to be held; nothing where it has it."""
    details = panel.details
    match panel.form:
        case ContactForm.PHONE if not details.phone:
            return "Der mangler et telefonnummer."
        case ContactForm.VIDEO if not details.link:
            return "Der mangler et videolink."
        case ContactForm.WALK_TALK if not details.meeting_point:
            return "Der mangler et mødested."
        case ContactForm.PHYSICAL if not (details.address or details.place_text):
            home = details.place is ContactPlace.HOME
            return "Der mangler en adresse." if home else ""
    return ""


def who_facts(panel: PanelContact, naming: Naming, me: bytes) -> tuple[PanelFact, ...]:
    """Say who else takes part, and how the contact hangs together with others."""
    others = [worker.initials for worker in panel.workers if worker.id != me]
    with_me = len(others) < len(panel.workers)
    facts = [PanelFact("Sammen med" if with_me else "Medarbejder", listed(others))]
    facts += [
        PanelFact(
            "Deltager",
            f"{_participant(one.name, one.role, naming)}, "
            f"{clock(one.from_minute)}–{clock(one.until_minute)}",
        )
        for one in panel.participants
    ]
    facts += [
        PanelFact("Relation", _relation(panel)),
        PanelFact("Serie", panel.series_said),
        PanelFact("Omlagt fra", _linked(panel.instead_of)),
        PanelFact("Omlagt til", _linked(panel.replaced_by)),
        PanelFact("Uplanlagt", "kom ud over aftalen" if panel.unplanned else ""),
    ]
    return tuple(fact for fact in facts if fact.value)


def _relation(panel: PanelContact) -> str:
    """Say how well the one who holds it knows the citizen (P15)."""
    if panel.relation is None:
        return ""
    return f"{panel.workers[0].initials} {panel.relation.said()}"


def since_last(panel: PanelContact, naming: Naming) -> str:
    """Say what was held last: ``Man. 23. nov. · telefon · M.J.``; nothing where nothing was."""
    last = panel.last_held
    if last is None:
        return ""
    parts = [short_day(last.day).capitalize(), last.form.short_name]
    return " · ".join([*parts, *_named(last.worker, naming)])


def other_title(other: WeekAppointment, naming: Naming) -> str:
    """Name other time; a title may tell whom it is about, so discretion leaves it out."""
    return naming.title_of(other.title, other.kind.danish)


def other_line(other: WeekAppointment) -> str:
    """Say when other time is."""
    if other.all_day:
        return day_line(other.span).partition(" · ")[0] + " · hele dagen"
    return day_line(other.span)


def _named(worker: PanelWorker | None, naming: Naming) -> list[str]:
    return [] if worker is None else [naming.name_of(worker.name, worker.initials)]


def _participant(name: str, role: str, naming: Naming) -> str:
    if naming.discreet:
        return role or "anden deltager"
    return f"{name} ({role})" if role else name


def _place(panel: PanelContact, naming: Naming) -> str:
    details = panel.details
    if details.place is None:
        return ""
    if not details.place_text:
        return details.place.danish
    return f"{details.place.danish} · {naming.hidden(details.place_text)}"


def _phone(panel: PanelContact, naming: Naming) -> str:
    details = panel.details
    if not details.phone:
        return ""
    number = naming.hidden(details.phone)
    return f"{number} (borgerens)" if details.phone_is_the_citizens else number


def _linked(other: LinkedContact | None) -> str:
    return "" if other is None else f"{other.form.short_name} {when(other.span)}"
