"""Gives whoever opens the example a template of two weeks, made of the two before this one."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from bostoette.models.base import EPOCH
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.series_template import packed
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_template import WeekTemplate, WeekTemplateLine
from bostoette.planning.demo_people import Cast
from bostoette.services.demo_keys import DemoKeys, PeopleKeys, moment_of
from bostoette.store.bulk_writer import BulkWriter

_NAME = "Lige og ulige uger"
_WEEKS = 2
_WEEK = 7
_HELD = """
    SELECT contact.day, contact.start, contact.minutes, contact.form, contact.purpose_id,
           contact.place, contact.phone_number, contact.meeting_point,
           contact.video_platform_id, contact.video_link, contact.series_id,
           MIN(contact_citizen.citizen_id)
      FROM contact_worker
      JOIN contact ON contact.id = contact_worker.contact_id
      JOIN contact_citizen ON contact_citizen.contact_id = contact.id
     WHERE contact_worker.worker_id = ? AND contact.day BETWEEN ? AND ? AND contact.status = ?
       AND contact.variant = 'ordinary'
     GROUP BY contact.id
    HAVING COUNT(DISTINCT contact_citizen.citizen_id) = 1
     ORDER BY contact.day, contact.start, contact.id
"""


class TemplateRows:
    """Writes it after the contacts."""

    def __init__(self, cast: Cast, keys: PeopleKeys, writer: BulkWriter, seed: int) -> None:
        self._cast, self._writer = cast, writer
        self._worker = keys.workers[cast.opens]
        self._keys = DemoKeys(f"{seed} template keys")
        self._made = cast.day(-1) + timedelta(days=_WEEK - 2)

    def write(self) -> None:
        """Write the template and its lines."""
        key = self._keys.at(self._made)
        lines = list(self._lines(key))
        if not lines:
            return
        version = (moment_of(self._cast.today) - EPOCH) // timedelta(microseconds=1)
        template = {
            "id": key,
            "version": version,
            "name": _NAME,
            "weeks": _WEEKS,
            "worker_id": self._worker,
        }
        self._writer.put(WeekTemplate, [template])
        self._writer.put(WeekTemplateLine, lines)

    def _lines(self, template: bytes) -> Iterator[dict[str, Any]]:
        first = self._cast.day(-_WEEKS)
        last = first + timedelta(days=_WEEKS * _WEEK - 1)
        asked = (self._worker, str(first), str(last), ContactStatus.HELD.value)
        for day, start, minutes, form, purpose, *places, series, citizen in self._writer.ask(
            _HELD, asked
        ):
            span = TimeSpan(date.fromisoformat(day), start, minutes)
            place, phone, point, platform, link = places
            fields = ContactFields(
                span,
                ContactForm(form),
                purpose,
                (self._worker,),
                (citizen,),
                place=ContactPlace(place),
                phone_number=phone,
                meeting_point=point,
                video_platform_id=platform,
                video_link=link,
            )
            week, weekday = divmod((span.day - first).days, _WEEK)
            yield {
                "id": self._keys.at(self._made),
                "template_id": template,
                "together": self._keys.at(self._made),
                "week": week,
                "weekday": weekday,
                "start": start,
                "minutes": minutes,
                "citizen_id": citizen,
                "template": {**packed(fields), "citizens": []},
                "series_id": series,
                "kind": None,
            }
