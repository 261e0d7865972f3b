"""The library of materials, and what was sent to whom when (P76)."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from bostoette.models.danish_order import COLLATION
from bostoette.models.inquiry import Inquiry
from bostoette.models.key import Key
from bostoette.models.material import Material, MaterialSent
from bostoette.models.material_fields import ListedMaterial, MaterialFields, SentMaterial
from bostoette.models.note import Note
from bostoette.models.plan_error import PlanError
from bostoette.models.worker import Worker
from bostoette.services.contacts import open_contact, whom
from bostoette.services.stale import check_version
from bostoette.store.journal import describe


def library(session: Session) -> tuple[ListedMaterial, ...]:
    """Return all materials by title, those out of use included."""
    rows = session.scalars(select(Material).order_by(Material.title.collate(COLLATION)))
    return tuple(ListedMaterial(row.id, row.version, _fields(row), row.active) for row in rows)


def to_send(session: Session) -> tuple[ListedMaterial, ...]:
    """Return what can be sent to citizens and relatives: in use, and not only for staff."""
    return tuple(one for one in library(session) if one.active and not one.fields.for_staff)


def add(session: Session, fields: MaterialFields) -> Key:
    """Add to the library; anybody may. Raises PlanError where it cannot be stored."""
    fields.check()
    material = Material()
    _fill(material, fields)
    session.add(material)
    session.flush()
    describe(session, "Nyt materiale")
    return material.id


def change(session: Session, material_id: Key, version: int, fields: MaterialFields) -> None:
    """Correct an entry; raises ChangedMeanwhile when it is stale."""
    fields.check()
    material = _open(session, material_id)
    check_version(material.version, version)
    _fill(material, fields)
    describe(session, "Ret materiale")


def use(session: Session, material_id: Key, *, active: bool) -> None:
    """Offer a material, or offer it no longer; what was sent stays noted."""
    _open(session, material_id).active = active
    describe(session, "Tag materiale i brug" if active else "Tag materiale ud af brug")


def send_with_contact(
    session: Session, contact_id: Key, materials: Sequence[Key], *, by: Key, day: date
) -> None:
    """Note what was sent with a contact, to each of its citizens.

    Raises PlanError for a recording meant for staff: it never goes with citizens.
    """
    contact = open_contact(session, contact_id)
    found: list[Key | None] = [part.citizen_id for part in contact.citizens]
    citizens = found or [None]
    for material in materials:
        _refuse_staffs(session, material)
        session.add_all(
            MaterialSent(
                material_id=material, day=day, sent_by=by, contact_id=contact.id, citizen_id=citizen
            )
            for citizen in citizens
        )
    if materials:
        describe(session, f"Materiale sendt til {whom(session, contact)}")


def send_with_inquiry(session: Session, inquiry: Inquiry, materials: Sequence[Key]) -> None:
    """Note what was sent with a call; it is part of noting the call."""
    for material in materials:
        _refuse_staffs(session, material)
        session.add(
            MaterialSent(
                material_id=material,
                day=inquiry.day,
                sent_by=inquiry.worker_id,
                inquiry_id=inquiry.id,
                citizen_id=inquiry.citizen_id,
            )
        )


def take_back(session: Session, sent_id: Key) -> None:
    """Take back a note of something sent that was not."""
    sent = session.get(MaterialSent, sent_id)
    if sent is None:
        raise PlanError("Det står der ikke længere. Andet er ikke ændret.")
    if sent.contact_id is not None:
        same = select(MaterialSent).where(
            MaterialSent.contact_id == sent.contact_id,
            MaterialSent.material_id == sent.material_id,
            MaterialSent.day == sent.day,
        )
        for one in session.scalars(same).all():
            session.delete(one)
    else:
        session.delete(sent)
    describe(session, "Materiale alligevel ikke sendt")


def sent_with_contact(session: Session, contact_id: Key) -> tuple[SentMaterial, ...]:
    """Return what was sent with a contact, each once."""
    found = _sent(session, MaterialSent.contact_id == contact_id)
    return tuple({(one.title, one.day): one for one in reversed(found)}.values())[::-1]


def sent_to_citizen(session: Session, citizen_id: Key) -> tuple[SentMaterial, ...]:
    """Return everything that was sent to a citizen, the newest first."""
    return _sent(session, MaterialSent.citizen_id == citizen_id)


def sent_since_note(session: Session, citizen_id: Key, contact_id: Key) -> tuple[str, ...]:
    """Return what the citizen's next note is to tell of, in the order it was sent.

    That is what was sent with this contact, and whatever was noted as sent since the citizen's
    latest note was signed: keys are ordered by time.
    """
    latest = select(func.max(Note.id)).where(Note.citizen_id == citizen_id).scalar_subquery()
    rows = session.scalars(
        select(Material.title)
        .join(MaterialSent, MaterialSent.material_id == Material.id)
        .where(
            MaterialSent.citizen_id == citizen_id,
            (MaterialSent.contact_id == contact_id) | latest.is_(None) | (MaterialSent.id > latest),
        )
        .order_by(MaterialSent.id)
    )
    return tuple(dict.fromkeys(rows))


def sent_with_inquiries(session: Session, inquiries: Sequence[Key]) -> dict[Key, tuple[str, ...]]:
    """Return the titles of what was sent with each of these calls."""
    if not inquiries:
        return {}
    rows = session.execute(
        select(MaterialSent.inquiry_id, Material.title)
        .join(Material, Material.id == MaterialSent.material_id)
        .where(MaterialSent.inquiry_id.in_(inquiries))
        .order_by(MaterialSent.id)
    )
    found: dict[Key, tuple[str, ...]] = {}
    for inquiry, title in rows:
        if inquiry is not None:
            found[inquiry] = (*found.get(inquiry, ()), title)
    return found


def _sent(session: Session, which: ColumnElement[bool]) -> tuple[SentMaterial, ...]:
    rows = session.execute(
        select(MaterialSent.id, Material.title, MaterialSent.day, Worker.initials)
        .join(Material, Material.id == MaterialSent.material_id)
        .join(Worker, Worker.id == MaterialSent.sent_by)
        .where(which)
        .order_by(MaterialSent.day.desc(), MaterialSent.id.desc())
    )
    return tuple(SentMaterial(*row) for row in rows)


def _refuse_staffs(session: Session, material_id: Key) -> None:
    if _open(session, material_id).for_staff:
        raise PlanError(
            "Optagelsen er kun til personale og sendes aldrig til borgere eller pårørende (P76). "
            "Intet er gemt endnu. Vælg et andet materiale."
        )


def _open(session: Session, material_id: Key) -> Material:
    material = session.get(Material, material_id)
    if material is None:
        raise PlanError("Materialet findes ikke længere. Andet er ikke ændret.")
    return material


def _fields(row: Material) -> MaterialFields:
    return MaterialFields(
        row.title, row.link, row.file_name, row.target, row.language, row.for_staff
    )


def _fill(material: Material, fields: MaterialFields) -> None:
    material.title, material.link = fields.title.strip(), fields.link.strip()
    material.file_name, material.target = fields.file_name.strip(), fields.target.strip()
    material.language, material.for_staff = fields.language.strip(), fields.for_staff
