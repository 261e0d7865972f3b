"""Turns what the example team shares into rows: materials, inquiries, where they are, its sheet."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from bostoette.models.base import EPOCH
from bostoette.models.contact_form import ContactForm
from bostoette.models.day_kind import DayKind
from bostoette.models.day_type import DayType
from bostoette.models.demo_life import DemoInquiry, DemoLives
from bostoette.models.inquiry import Inquiry
from bostoette.models.key import Key
from bostoette.models.material import Material, MaterialSent
from bostoette.models.task import Task, TaskKind
from bostoette.models.team_sheet import SheetChangeRow, SheetVersion
from bostoette.planning.demo_people import Cast
from bostoette.services.demo_keys import DemoKeys, PeopleKeys, moment_of
from bostoette.services.sheet_versions import TASK_TEXT
from bostoette.store.bulk_writer import BulkWriter

Row = dict[str, Any]
_CHOSEN_WEEKS = range(-2, 2)
_OUT_FROM = 2
"""So many visits or walks make a day one out of the house."""
_FIRST_OWN_VERSION = 2
_VISITS = """
    SELECT contact_worker.worker_id, contact.day, COUNT(*)
      FROM contact JOIN contact_worker ON contact_worker.contact_id = contact.id
     WHERE contact.day BETWEEN ? AND ? AND contact.form IN (?, ?, ?)
     GROUP BY contact_worker.worker_id, contact.day
"""
_OUTSIDE = (ContactForm.PHYSICAL, ContactForm.WALK_TALK, ContactForm.GROUP_WALK)


class SharedRows:
    """Writes what belongs to the team, after its contacts."""

    def __init__(
        self, cast: Cast, keys: PeopleKeys, writer: BulkWriter, seed: int, lives: DemoLives
    ) -> None:
        self._cast, self._writer, self._lives = cast, writer, lives
        self._keys = DemoKeys(f"{seed} shared keys")
        self._version = (moment_of(cast.today) - EPOCH) // timedelta(microseconds=1)
        self._workers = {
            one.initials: key for one, key in zip(cast.workers, keys.workers, strict=True)
        }
        self._citizens = {
            one.name: key for one, key in zip(cast.citizens, keys.citizens, strict=True)
        }

    def write(self) -> None:
        """Write all of it."""
        materials = self._write_materials()
        for inquiry in self._lives.inquiries:
            self._write_inquiry(inquiry, materials)
        self._writer.put(DayType, list(self._day_types()))
        self._write_sheet()

    def _write_materials(self) -> dict[str, Key]:
        rows = [
            self._edited(
                self._cast.day(-8),
                title=one.title,
                link=one.link,
                file_name=one.file_name,
                target=one.target,
                language=one.language,
                for_staff=one.for_staff,
            )
            for one in self._lives.materials
        ]
        self._writer.put(Material, rows)
        return {row["title"]: row["id"] for row in rows}

    def _write_inquiry(self, inquiry: DemoInquiry, materials: dict[str, Key]) -> None:
        day = self._cast.day(inquiry.week) + timedelta(days=inquiry.weekday)
        worker, citizen = self._workers[inquiry.worker], self._citizens.get(inquiry.citizen)
        row = self._edited(
            day,
            worker_id=worker,
            day=day,
            start=inquiry.start,
            minutes=inquiry.minutes,
            on_hotline=inquiry.on_hotline,
            caller=inquiry.caller,
            citizen_id=citizen,
            who=inquiry.who,
            topic=inquiry.topic,
            advice=inquiry.advice,
            guided_to=inquiry.guided_to,
            strain=inquiry.strain,
            worried=inquiry.worried,
        )
        self._writer.put(Inquiry, [row])
        if inquiry.material:
            sent = {
                "id": self._keys.at(day),
                "material_id": materials[inquiry.material],
                "day": day,
                "sent_by": worker,
                "contact_id": None,
                "inquiry_id": row["id"],
                "citizen_id": citizen,
            }
            self._writer.put(MaterialSent, [sent])

    def _day_types(self) -> Iterator[Row]:
        """Say where everybody is in these weeks: out where visits ask for it, else as they like."""
        first, last = self._cast.day(_CHOSEN_WEEKS[0]), self._cast.day(_CHOSEN_WEEKS[-1] + 1)
        forms = [form.value for form in _OUTSIDE]
        visits = {
            (worker, day): number
            for worker, day, number in self._writer.ask(_VISITS, (str(first), str(last), *forms))
        }
        for initials, liked in self._lives.days.items():
            worker = self._workers[initials]
            for week in _CHOSEN_WEEKS:
                for weekday, kind in enumerate(liked):
                    day = self._cast.day(week) + timedelta(days=weekday)
                    out = visits.get((worker, str(day)), 0) >= _OUT_FROM
                    chosen = DayKind.OUT if out else kind
                    if chosen is not None:
                        yield self._edited(day, worker_id=worker, day=day, kind=chosen)

    def _write_sheet(self) -> None:
        """Write the version that was settled on, what changed since, and the leader's task."""
        sheet, cast = self._lives.sheet, self._cast
        author, review = self._workers[sheet.author], cast.day(sheet.review) + timedelta(days=1)
        version = self._edited(
            cast.day(sheet.saved),
            number=_FIRST_OWN_VERSION,
            saved_on=cast.day(sheet.saved),
            author_id=author,
            participants=tuple(self._workers[one] for one in sheet.participants),
            review_on=review,
            changes=dict(sheet.settled),
        )
        self._writer.put(SheetVersion, [version])
        changes = [{"id": name, "value": value} for name, value in sheet.since.items()]
        self._writer.put(SheetChangeRow, changes)
        task = self._edited(
            cast.day(sheet.saved),
            kind=TaskKind.TEAM_SHEET,
            worker_id=author,
            due=review,
            text=TASK_TEXT,
        )
        self._writer.put(Task, [task])

    def _edited(self, day: date, /, **fields: Any) -> Row:
        """Give a row its key and version."""
        key = self._keys.at(min(day, self._cast.today))
        return {"id": key, "version": self._version, **fields}
