"""Nødlisten: the citizens by who is seen to first, on paper for when the program is away (P89).

Nobody is named unless somebody asks for names: then phone numbers, emergency contacts and plans B
stand on it too. It says the moment it was made, since it is made beforehand.
"""

from datetime import date, datetime
from itertools import groupby

from sqlalchemy.orm import Session

from bostoette.models.citizen_kinds import CitizenStatus, RiskLevel
from bostoette.models.emergency import EmergencyAsk, EmergencyLine, EmergencyWorker
from bostoette.models.life_kinds import Triage
from bostoette.models.printed_document import Block, Heading, Paragraph, PrintedDocument, Table
from bostoette.models.week_contact import CitizenName
from bostoette.models.wording import clock, long_day, short_day
from bostoette.services.printed import on_paper
from bostoette.store.csv_writer import csv_bytes
from bostoette.store.emergency_rows import next_contacts, supported_people
from bostoette.store.life_rows import heard_from, triages

SAID = "Nødliste"
_HEADS = ("Borger", "Risiko", "Vurderet", "Sidste kontakt", "Næste kontakt", "Kontaktperson")
_NAMED_HEADS = ("Telefon", "Nødkontakt")
_SHARES = (14, 6, 12, 17, 24, 16)
_NAMED_SHARES = (9, 16)
HOLDS = "\u00a0"
"""Holds a date or a number together on its line."""
_CARE = "Pas på arket, og makulér det, når der er et nyere."
_UNNAMED = "Kun initialer: sæt flueben ved navne for at få navne, numre og nødkontakter med."


def emergency_lines(
    session: Session, ask: EmergencyAsk, now: datetime
) -> tuple[EmergencyLine, ...]:
    """Return the citizens who are supported, those first who can wait the least.

    ``now`` is local time.
    """
    today = now.date()
    people = [
        row
        for row in supported_people(session)
        if ask.worker_id in {None, row.primary_worker_id, row.secondary_worker_id}
    ]
    keys = [row.id for row in people]
    judged, heard = triages(session, keys), heard_from(session, keys, today)
    coming = next_contacts(session, keys, now)
    lines = [
        EmergencyLine(
            CitizenName(row.id, row.name, row.initials, row.code),
            row.status is CitizenStatus.PAUSED,
            row.risk_level or RiskLevel.GREEN,
            next(iter(judged.get(row.id, ())), None),
            heard.get(row.id),
            coming.get(row.id),
            row.phone,
            row.emergency_contact,
            EmergencyWorker(row.worker_name, row.worker_initials, row.worker_phone)
            if row.worker_initials
            else None,
        )
        for row in people
    ]
    return tuple(sorted(lines, key=lambda one: one.rank(today)))


def emergency_sheet(
    session: Session, ask: EmergencyAsk, printed_at: datetime, *, example: bool = False
) -> PrintedDocument:
    """Return the list as it will be on paper; ``printed_at`` is local time."""
    today = printed_at.date()
    lines = emergency_lines(session, ask, printed_at)
    blocks: list[Block] = [Paragraph(_as_of(printed_at), bold=True)]
    if not lines:
        blocks.append(Paragraph("Der er ingen borgere på listen."))
    heads, shares = _heads(ask), _SHARES + (_NAMED_SHARES if ask.names else ())
    for judged, group in groupby(lines, key=lambda one: one.judged):
        rows = tuple(_row(one, ask, today) for one in group)
        many = "1 borger" if len(rows) == 1 else f"{len(rows)} borgere"
        blocks += [
            Heading(f"{_group_said(judged)} · {many}"),
            Table(heads, rows, shares),
        ]
    return on_paper(
        session,
        SAID,
        tuple(blocks),
        printed_at,
        lead=_CARE if ask.names else _UNNAMED,
        discreet=not ask.names,
        names=ask.names,
        landscape=True,
        small=True,
        example=example,
    )


def emergency_csv(session: Session, ask: EmergencyAsk, made_at: datetime) -> bytes:
    """Return the list as a CSV file, with the moment it was made in every line."""
    today = made_at.date()
    heads = ("Gruppe", *_heads(ask), "Som det så ud")
    lines = (
        (_group_said(one.judged), *_row(one, ask, today), _moment(made_at))
        for one in emergency_lines(session, ask, made_at)
    )
    return csv_bytes((heads, *lines))


def _heads(ask: EmergencyAsk) -> tuple[str, ...]:
    return _HEADS + (_NAMED_HEADS if ask.names else ())


def _group_said(judged: Triage | None) -> str:
    return "Ikke vurderet endnu" if judged is None else judged.danish


def _as_of(at: datetime) -> str:
    return f"Som det så ud {long_day(at.date())} kl. {clock(at.hour * 60 + at.minute)}"


def _moment(at: datetime) -> str:
    return f"{at:%d-%m-%Y} {clock(at.hour * 60 + at.minute)}"


def _row(line: EmergencyLine, ask: EmergencyAsk, today: date) -> tuple[str, ...]:
    citizen = line.citizen
    who = citizen.name if ask.names else citizen.initials
    cells = (
        f"{who} (på pause)" if line.paused else who,
        f"{line.risk.sign} {line.risk.danish}",
        _judged(line),
        _heard(line, today),
        _next(line, named=ask.names),
        _worker(line, named=ask.names),
    )
    return (*cells, line.phone, line.emergency_contact) if ask.names else cells


def _judged(line: EmergencyLine) -> str:
    if line.triage is None:
        return ""
    by = f", {line.triage.judged_by}" if line.triage.judged_by else ""
    return f"{_day(line.triage.judged_on)}{by}"


def _heard(line: EmergencyLine, today: date) -> str:
    if line.heard_from is None:
        return "ingen endnu"
    days = (today - line.heard_from).days
    ago = "i dag" if not days else "i går" if days == 1 else f"{days} dage"
    return f"{_day(line.heard_from)} ({ago})"


def _next(line: EmergencyLine, *, named: bool) -> str:
    coming = line.next
    if coming is None:
        return "intet planlagt"
    moment = f"{_day(coming.span.day)}{HOLDS}{clock(coming.span.start)}"
    said = f"{moment} · {coming.form.short_name} · {coming.worker}"
    return f"{said}\nPlan B: {coming.plan_b}" if named and coming.plan_b else said


def _day(day: date) -> str:
    return short_day(day).replace(" ", HOLDS)


def _worker(line: EmergencyLine, *, named: bool) -> str:
    worker = line.primary
    if worker is None:
        return "ingen"
    if not named:
        return worker.initials
    return f"{worker.name} {worker.phone.replace(' ', HOLDS)}".strip()
