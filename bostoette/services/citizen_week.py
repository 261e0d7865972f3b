"""Borgerens uge: one plain page for the citizen herself, in large print with pictures (P49).

No professional words, no purposes, no notes and no goals stand on it.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.printed_document import Block, Heading, Meeting, Paragraph, PrintedDocument
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import MONTHS, week_title
from bostoette.planning.citizen_words import CitizensContact, lines_about, when_said
from bostoette.services.open_citizen import open_citizen
from bostoette.services.paper_settings import paper_settings
from bostoette.services.printed import on_paper
from bostoette.store.citizen_week_rows import citizen_on_paper, planned_for
from bostoette.store.journal import describe

ENTRY_CHOICES = (3, 5, 7, 0)
"""How many entries a page may have; 0 is all of them."""
_FOOT = "Det er dit eget ark. Hæng det, hvor du let kan se det."


@dataclass(frozen=True, slots=True)
class CitizenWeekAsk:
    """Whose page, from which week on, and over how many weeks; days before ``today`` are past."""

    citizen_id: Key
    week: IsoWeek
    today: date
    weeks: int = 1

    @property
    def first(self) -> date:
        """The first day told."""
        return max(self.week.monday, self.today)

    @property
    def last(self) -> date:
        """The last day told."""
        return self.week.monday + timedelta(weeks=self.weeks, days=-1)


def citizen_week(
    session: Session,
    ask: CitizenWeekAsk,
    printed_at: datetime,
    *,
    discreet: bool = False,
    example: bool = False,
) -> PrintedDocument:
    """Return the page: as many of the days' contacts as were chosen for the citizen.

    Under discretion people stand as initials, and typed places and numbers are left out. Raises
    PlanError where the citizen is gone.
    """
    citizen = _found(session, ask.citizen_id)
    planned = planned_for(session, ask.citizen_id, ask.first, ask.last)
    shown = planned[: citizen.week_entries] if citizen.week_entries else planned
    contacts = [_contact(row, citizen, discreet=discreet) for row in shown]
    blocks: list[Block] = [
        Meeting(one.form, when_said(one.span), lines_about(one)) for one in contacts
    ]
    if not blocks:
        blocks = [Paragraph("Der er ingen aftaler i de dage.")]
    whose = citizen.initials if discreet else _first_name(citizen.name)
    call = _whom_to_call(session, citizen, discreet=discreet)
    return on_paper(
        session,
        f"Din uge, {whose}" if ask.weeks == 1 else f"Dine uger, {whose}",
        (*blocks, Heading("Hvis du vil ændre noget"), Paragraph(call)),
        printed_at,
        lead=_days_said(ask),
        foot=_FOOT,
        discreet=discreet,
        large=True,
        example=example,
    )


def weeks_until_something(session: Session, citizen_id: Key, today: date) -> int:
    """Return 0 where something is left of this week, else 1: the page then begins with the next."""
    sunday = IsoWeek.of(today).sunday
    return 0 if planned_for(session, citizen_id, today, sunday) else 1


def entries_chosen(session: Session, citizen_id: Key) -> int:
    """Return how many entries a citizen's page has; 0 is all of them."""
    entries: int = _found(session, citizen_id).week_entries
    return entries


def choose_entries(session: Session, citizen_id: Key, number: int) -> None:
    """Keep how many entries a citizen's page has from now on."""
    citizen = open_citizen(session, citizen_id)
    if number not in ENTRY_CHOICES:
        raise PlanError("Vælg 3, 5, 7 eller alle aftaler. Intet er ændret.")
    citizen.week_entries = number
    describe(session, f"Ret ugeplan: {citizen.initials}")


def _found(session: Session, citizen_id: Key) -> Any:
    found = citizen_on_paper(session, citizen_id)
    if found is None:
        raise PlanError(
            "Borgeren findes ikke længere. Intet er ændret; se listen over borgere igen."
        )
    return found


def _contact(row: Any, citizen: Any, *, discreet: bool) -> CitizensContact:
    span = TimeSpan(row.day, row.start, row.minutes)
    if discreet:
        return CitizensContact(row.form, span, row.worker_initials or "", row.place)
    return CitizensContact(
        row.form,
        span,
        _first_name(row.worker or ""),
        row.place,
        row.place_text,
        row.phone_number or citizen.phone,
        row.platform or "",
        row.meeting_point or citizen.meeting_point,
        row.bad_weather_plan,
    )


def _whom_to_call(session: Session, citizen: Any, *, discreet: bool) -> str:
    """Name whom she calls: her own worker where a number is known, else the team."""
    if citizen.worker and citizen.worker_phone:
        who = citizen.worker_initials if discreet else _first_name(citizen.worker)
        return f"Ring til {who} på {citizen.worker_phone}."
    team = paper_settings(session).team_phone
    return f"Ring til os på {team}." if team else "Ring til din kontaktperson."


def _first_name(name: str) -> str:
    return name.split(maxsplit=1)[0] if name.strip() else ""


def _days_said(ask: CitizenWeekAsk) -> str:
    """Say which days: ``Uge 48 · 23.–29. november 2026``."""
    first, last = ask.week.monday, ask.last
    weeks = week_title(ask.week).capitalize()
    if ask.weeks > 1:
        weeks = f"{weeks}–{IsoWeek.of(last).number}"
    begin = f"{first.day}." if first.month == last.month else f"{first.day}. {_month(first)}"
    return f"{weeks} · {begin} – {last.day}. {_month(last)} {last.year}"


def _month(day: date) -> str:
    return MONTHS[day.month - 1]
