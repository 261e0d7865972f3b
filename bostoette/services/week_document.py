"""A WeekDocument is one worker's week as it is printed: values only, ready to be drawn.

Citizens stand as initials unless names were asked for; purposes, notes and addresses are never
printed. Other appointments read from a calendar stand as "Optaget" unless names were asked for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import WeekAppointment, WeekContact
from bostoette.models.wording import MONTHS, MONTHS_SHORT, WEEKDAYS, clock, duration, week_title
from bostoette.planning.day_travel import DayTravel
from bostoette.services.file_saving import save_file
from bostoette.services.week import Week, active_workers, week_of
from bostoette.store.journal import act

BUSY = "Optaget"
WORKDAYS = 5


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """One contact or other appointment of a day."""

    span: TimeSpan
    who: str
    form: ContactForm | None = None
    """None for what is no contact."""
    place: str = ""
    """The place code, for contacts that are held somewhere."""
    others: str = ""
    """The initials of further workers."""
    travel: str = ""
    """Travel before it: ``ca. 20 min``."""
    status: ContactStatus = ContactStatus.PLANNED

    @property
    def status_word(self) -> str:
        """What became of it, where that is not plain planning."""
        return "" if self.status is ContactStatus.PLANNED else self.status.danish


@dataclass(frozen=True, slots=True)
class DocumentDay:
    """One day: its entries in the order of time, and what its head says beside the date."""

    day: date
    entries: tuple[DocumentEntry, ...]
    marks: tuple[str, ...] = ()
    """Holiday, absence, appointments for the whole day."""

    @property
    def title(self) -> str:
        """The day's head: ``tirsdag 24. nov.``."""
        return f"{WEEKDAYS[self.day.weekday()]} {self.day.day}. {MONTHS_SHORT[self.day.month - 1]}"


@dataclass(frozen=True, slots=True)
class FormSum:
    """How many contacts of a form take place, and how long they are together."""

    form: ContactForm
    number: int
    minutes: int

    def said(self) -> str:
        """Say it: ``besøg 12 · 9 t``."""
        return f"{self.form.short_name} {self.number} · {duration(self.minutes)}"


@dataclass(frozen=True, slots=True)
class WeekDocument:
    """One worker's printed week; ``printed_at`` is local time."""

    week: IsoWeek
    initials: str
    name: str
    """Empty where only initials are printed."""
    days: tuple[DocumentDay, ...]
    sums: tuple[FormSum, ...]
    travel: str
    saved: str
    printed_at: datetime
    example: bool = False
    """The people are invented; the page says so."""

    @property
    def title(self) -> str:
        """The title: ``Uge 48 · 23.–29. november 2026 · M.J.``, or with the name."""
        whose = self.name or self.initials
        return f"{week_title(self.week).capitalize()} · {_days_said(self.week)} · {whose}"

    @property
    def foot(self) -> str:
        """When it was printed: ``udskrevet 23. november 2026 kl. 07.00``."""
        at = self.printed_at
        day = f"{at.day}. {MONTHS[at.month - 1]} {at.year}"
        return f"udskrevet {day} kl. {clock(at.hour * 60 + at.minute)}"

    @property
    def together(self) -> str:
        """The sums that are no form's: contacts together, travel, what remote contacts save."""
        number = sum(one.number for one in self.sums)
        minutes = sum(one.minutes for one in self.sums)
        said = [f"{number} {'kontakt' if number == 1 else 'kontakter'} · {duration(minutes)}"]
        said += [f"transport {self.travel}"] if self.travel else []
        said += [f"sparet transport {self.saved}"] if self.saved else []
        return "   ".join(said)


def week_document(
    session: Session,
    worker_id: Key,
    week: IsoWeek,
    printed_at: datetime,
    day_name: Callable[[date], str | None],
    *,
    names: bool = False,
    example: bool = False,
) -> WeekDocument:
    """Return a worker's week as it is printed; Saturday and Sunday only where something is on."""
    shown = week_of(session, (worker_id,), week)
    worker = next(one for one in shown.workers if one.id == worker_id)
    colleagues = {one.id: one.initials for one in active_workers(session)}
    days = tuple(
        DocumentDay(
            day,
            _entries(shown, worker_id, day, colleagues, names=names),
            _marks(shown, day, day_name, names),
        )
        for day in week.days
    )
    every = [shown.travel[worker_id, day] for day in week.days if (worker_id, day) in shown.travel]
    return WeekDocument(
        week,
        worker.initials,
        worker.name if names else "",
        tuple(one for one in days if one.day.weekday() < WORKDAYS or one.entries or one.marks),
        _sums(shown),
        _together([(one.minutes, one.certain) for one in every]),
        _together([(one.saved.minutes, one.saved.certain) for one in every]),
        printed_at,
        example,
    )


def proposed_name(week: IsoWeek, ending: str = "pdf") -> str:
    """Propose a file name that names nobody: ``uge-48.pdf``."""
    return f"uge-{week.number}.{ending}"


def note_printed(session: Session, week: IsoWeek, *, pages: int, names: bool) -> None:
    """Keep the act of sending a week to a printer, without names (who, when, what)."""
    act(
        session,
        f"{week_title(week).capitalize()} udskrevet",
        week=f"{week.year}-{week.number:02d}",
        pages=pages,
        names=names,
    )


def save_week_file(
    session: Session, path: Path, content: bytes, week: IsoWeek, *, pages: int, names: bool
) -> None:
    """Put a drawn week in place and keep the act that it left, without names (who, when, what).

    Raises PlanError where the file cannot be written; no act then says that it was.
    """
    act(
        session,
        f"{week_title(week).capitalize()} gemt som {path.suffix.removeprefix('.').upper()}",
        week=f"{week.year}-{week.number:02d}",
        pages=pages,
        names=names,
    )
    session.flush()
    save_file(path, content)


def _days_said(week: IsoWeek) -> str:
    first, last = week.monday, week.sunday
    until = f"{last.day}. {MONTHS[last.month - 1]} {last.year}"
    if first.month == last.month:
        return f"{first.day}.–{until}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day}. {MONTHS[first.month - 1]}{year} – {until}"


def _entries(
    shown: Week, worker_id: Key, day: date, initials: dict[Key, str], *, names: bool
) -> tuple[DocumentEntry, ...]:
    travel = _travel_before(shown.travel.get((worker_id, day)))
    found = [
        _contact_entry(contact, worker_id, travel.get(contact.id, ""), initials, names=names)
        for contact in shown.contacts
        if contact.day == day
    ]
    found += [
        DocumentEntry(other.span, _title(other, names=names))
        for other in shown.appointments
        if other.day == day and not other.all_day
    ]
    return tuple(sorted(found, key=lambda one: (one.span, one.who)))


def _contact_entry(
    contact: WeekContact, worker_id: Key, travel: str, initials: dict[Key, str], *, names: bool
) -> DocumentEntry:
    who = ", ".join(one.name if names else one.initials for one in contact.citizens)
    alone = contact.variant.danish if contact.variant.for_staff else ""
    others = [initials.get(key, "") for key in contact.workers if key != worker_id]
    return DocumentEntry(
        contact.span,
        who or alone,
        contact.form,
        _place(contact),
        ", ".join(one for one in others if one),
        travel,
        contact.status,
    )


def _place(contact: WeekContact) -> str:
    """Say where people meet; a walk is outdoors, whatever place its form keeps for a visit."""
    if not contact.form.travels:
        return ""
    walks = contact.form is not ContactForm.PHYSICAL
    return (ContactPlace.OUTDOORS if walks else contact.place).code.lower()


def _travel_before(day: DayTravel | None) -> dict[Key, str]:
    if day is None:
        return {}
    return {leg.to_stop: leg.estimate.said() for leg in day.legs if leg.to_stop is not None}


def _title(other: WeekAppointment, *, names: bool) -> str:
    if other.kind is AppointmentKind.IMPORTED and not names:
        return BUSY
    return other.title or other.kind.danish


def _marks(
    shown: Week,
    day: date,
    day_name: Callable[[date], str | None],
    names: bool,  # noqa: FBT001 - private
) -> tuple[str, ...]:
    marks = [day_name(day) or ""]
    marks += [f"væk: {away.kind.danish.lower()}" for away in shown.absences if away.covers(day)]
    marks += [
        _title(other, names=names)
        for other in shown.appointments
        if other.day == day and other.all_day
    ]
    return tuple(mark for mark in marks if mark)


def _sums(shown: Week) -> tuple[FormSum, ...]:
    taking = [contact for contact in shown.contacts if contact.status.takes_time]
    return tuple(
        FormSum(form, len(alike), sum(contact.minutes for contact in alike))
        for form in ContactForm
        if (alike := [contact for contact in taking if contact.form is form])
    )


def _together(parts: list[tuple[int, bool]]) -> str:
    minutes = sum(number for number, _certain in parts)
    if not minutes:
        return ""
    return duration(minutes) if all(certain for _, certain in parts) else f"ca. {duration(minutes)}"
