"""What a person can do with template weeks (skabelonuger): save, list, rename, thin out, delete.

They belong to the team: whoever plans for a colleague may lay hers (`template_laying`).
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.appointment import Appointment
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.contact import Contact
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.key import Key, new_key
from bostoette.models.listed_template import ListedTemplate, template_name
from bostoette.models.plan_error import PlanError
from bostoette.models.series_template import packed
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import WeekAppointment, WeekContact
from bostoette.models.week_template import MOST_WEEKS, WeekTemplate, WeekTemplateLine
from bostoette.models.worker import Worker
from bostoette.planning.copying import CopyFate, CopyKey, CopyLine
from bostoette.planning.week_templates import TemplatePart, last_day, weeks_said
from bostoette.services.contacts import fields_of
from bostoette.services.stale import check_version
from bostoette.store.journal import describe
from bostoette.store.template_rows import citizens_in, lines_of_template, listed_templates
from bostoette.store.weeks import appointments_of_workers, contacts_of_workers

_KEPT = frozenset({ContactStatus.PLANNED, ContactStatus.HELD})


@dataclass(frozen=True, slots=True)
class SavingWish:
    """Which weeks of a worker become a template; raises PlanError where the number cannot be."""

    worker_id: Key
    first: date
    """The first week's Monday."""
    weeks: int
    own_time: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.weeks <= MOST_WEEKS:
            raise PlanError(f"En skabelon har mellem 1 og {MOST_WEEKS} uger. Intet er gemt.")

    @property
    def last(self) -> date:
        """The last day that is kept."""
        return last_day(self.first, self.weeks)

    @property
    def said(self) -> str:
        """Say the weeks: ``uge 48``, ``uge 48–51``."""
        return weeks_said(self.first, self.weeks)


def preview_saving(session: Session, wish: SavingWish) -> tuple[CopyLine, ...]:
    """Return what would come into the template of every contact, and of own time."""
    found = contacts_of_workers(session, [wish.worker_id], wish.first, wish.last)
    lines = [_contact_line(one) for one in found]
    if wish.own_time:
        own = appointments_of_workers(session, [wish.worker_id], wish.first, wish.last)
        lines += [_own_line(one) for one in own]
    return tuple(sorted(lines, key=lambda one: (one.to, one.title, one.original)))


def save(session: Session, wish: SavingWish, chosen: Collection[CopyKey], name: str) -> Key:
    """Keep what was chosen of a worker's weeks as a template; return its key.

    Raises PlanError where nothing is left to keep, or the name cannot be one.
    """
    refuse_cpr(name)
    template = WeekTemplate(name=template_name(name), weeks=wish.weeks, worker_id=wish.worker_id)
    wanted = set(chosen)
    lines = [
        line
        for line in preview_saving(session, wish)
        if line.key in wanted and line.fate is not CopyFate.SKIPPED
    ]
    if not lines:
        raise PlanError(
            "Der er ikke noget at gemme. Intet er ændret; vælg noget på listen, eller en anden uge."
        )
    session.add(template)
    session.flush()
    for line in lines:
        session.add_all(_kept(session, template.id, wish.first, line))
    describe(session, f"Gem skabelonuge: {_initials(session, wish.worker_id)} {wish.said}")
    return template.id


def listed(session: Session) -> tuple[ListedTemplate, ...]:
    """Return every template by name."""
    return listed_templates(session)


def parts_of(session: Session, template_id: Key) -> tuple[TemplatePart, ...]:
    """Return what lies in a template, in order of time."""
    rows = lines_of_template(session, template_id)
    citizens = citizens_in(rows)
    parts: dict[Key, TemplatePart] = {}
    for row in rows:
        if row.together not in parts:
            part = TemplatePart(row.together, row.week, row.weekday, row.start, row.minutes, None)
            parts[row.together] = (
                replace(part, kind=row.kind, title=row.title, all_day=row.all_day)
                if row.template is None
                else replace(
                    part,
                    form=ContactForm(row.template["form"]),
                    citizens=citizens.get(row.together, ()),
                    workers=tuple(bytes.fromhex(key) for key in row.template["workers"]),
                    series_id=row.series_id,
                    variant=ContactVariant(row.template["variant"]),
                )
            )
    return tuple(parts.values())


def rename(session: Session, template_id: Key, version: int, name: str) -> None:
    """Give a template another name; raises ChangedMeanwhile when it is stale."""
    refuse_cpr(name)
    template = open_template(session, template_id)
    check_version(template.version, version)
    template.name = template_name(name)
    describe(session, "Omdøb skabelonuge")


def drop(session: Session, template_id: Key, parts: Collection[Key]) -> int:
    """Take some contacts or own time out of a template; return how many.

    Raises PlanError where nothing would be left: then the template is deleted instead.
    """
    open_template(session, template_id)
    rows = session.scalars(
        select(WeekTemplateLine).where(WeekTemplateLine.template_id == template_id)
    ).all()
    gone = {row.together for row in rows} & set(parts)
    if not gone:
        return 0
    if all(row.together in gone for row in rows):
        raise PlanError(
            "Så er der intet tilbage i skabelonen. Intet er ændret; slet skabelonen i stedet."
        )
    for row in rows:
        if row.together in gone:
            session.delete(row)
    describe(session, f"Tag {len(gone)} ud af en skabelonuge")
    return len(gone)


def delete(session: Session, template_id: Key, version: int) -> None:
    """Delete a template; what was laid of it stays. Raises ChangedMeanwhile when it is stale."""
    template = open_template(session, template_id)
    check_version(template.version, version)
    lines = session.scalars(
        select(WeekTemplateLine).where(WeekTemplateLine.template_id == template_id)
    )
    for line in lines:
        session.delete(line)
    session.flush()
    session.delete(template)
    describe(session, "Slet skabelonuge")


def open_template(session: Session, template_id: Key) -> WeekTemplate:
    """Return a template; raises PlanError where it is not there any more."""
    template = session.get(WeekTemplate, template_id)
    if template is None:
        raise PlanError(
            "Skabelonen findes ikke længere. Andet er ikke ændret; se listen efter en gang til."
        )
    return template


def _contact_line(contact: WeekContact) -> CopyLine:
    fate, why = CopyFate.COPIED, ""
    if contact.status not in _KEPT:
        fate, why = CopyFate.SKIPPED, f"er {contact.status.danish}"
    elif contact.unplanned:
        fate, why = CopyFate.ASKED, "opstod på dagen"
    return CopyLine(contact.id, contact.span, contact.form, contact.citizens, "", fate, why)


def _own_line(other: WeekAppointment) -> CopyLine:
    read = other.kind is AppointmentKind.IMPORTED
    fate = CopyFate.SKIPPED if read else CopyFate.COPIED
    title = other.title or other.kind.danish
    why = "er læst fra en kalender" if read else ""
    return CopyLine(other.id, other.span, None, (), title, fate, why)


def _kept(
    session: Session, template_id: Key, first: date, line: CopyLine
) -> Iterator[WeekTemplateLine]:
    """Make a template's lines of a contact, one a citizen, or of own time."""
    place = _placed(template_id, first, line.to)
    if line.form is None:
        own = session.get_one(Appointment, line.original)
        yield WeekTemplateLine(**place, kind=own.kind, title=own.title, all_day=own.all_day)
        return
    contact = session.get_one(Contact, line.original)
    what = {**packed(fields_of(contact)), "citizens": []}
    citizens: list[Key | None] = [one.citizen_id for one in contact.citizens]
    for citizen in citizens or [None]:
        yield WeekTemplateLine(
            **place, citizen_id=citizen, template=what, series_id=contact.series_id
        )


def _placed(template_id: Key, first: date, span: TimeSpan) -> dict[str, object]:
    week, weekday = divmod((span.day - first).days, 7)
    return {
        "template_id": template_id,
        "together": new_key(),
        "week": week,
        "weekday": weekday,
        "start": span.start,
        "minutes": span.minutes,
    }


def _initials(session: Session, worker_id: Key) -> str:
    worker = session.get(Worker, worker_id)
    return worker.initials if worker is not None else ""
