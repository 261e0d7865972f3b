"""Turns the example's people and contacts into rows; the same seed and day give the same rows."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from random import Random
from typing import Any

from bostoette.models.base import EPOCH
from bostoette.models.contact import (
    AgendaItem,
    Contact,
    ContactCitizen,
    ContactWorker,
)
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.demo_team import DemoSize
from bostoette.models.key import Key
from bostoette.models.series import Series
from bostoette.models.series_rule import SeriesRule
from bostoette.models.task import Task, TaskKind
from bostoette.planning.danish_days import day_name
from bostoette.planning.demo_contacts import DemoContact
from bostoette.planning.demo_items import DemoItem
from bostoette.planning.demo_people import Cast, CastCitizen
from bostoette.planning.recurrence import WEEKS_AHEAD, occurrences
from bostoette.services.demo_keys import DemoKeys, PeopleKeys, moment_of
from bostoette.services.demo_note_rows import NoteRows
from bostoette.services.demo_occasion_rows import CONTACT_COLUMNS, OccasionRows
from bostoette.services.team_note_rows import TeamNoteRows
from bostoette.store.bulk_writer import BulkWriter

Row = tuple[Any, ...]

VIDEO_LINK = "https://video.eksempel.invalid/"
_MICROSECOND = timedelta(microseconds=1)
_MADE_BEFORE = timedelta(days=7)
_WITH_AGENDA = 0.06
_WITH_TASK = 0.2
_MEETING_POINT = "Bænken ved den opdigtede sø"
_REMOTE = frozenset({ContactForm.PHONE, ContactForm.VIDEO, ContactForm.GROUP_ONLINE})
_ON_VIDEO = frozenset({ContactForm.VIDEO, ContactForm.GROUP_ONLINE})
_TALKS = frozenset({ContactForm.PHONE, ContactForm.VIDEO})
_SETTLED = timedelta(days=7)
"""What lies further back was looked at in its week."""
_ONE_IN = 14
"""One in so many talks was chosen against the advice, with a reason."""
_CALLED_OFF = frozenset({ContactStatus.CANCELLED_BY_CITIZEN, ContactStatus.NO_SHOW})


class ContactRows:
    """Writes weeks of contacts, with all that belongs to them."""

    def __init__(self, cast: Cast, keys: PeopleKeys, writer: BulkWriter, seed: int) -> None:
        self._cast, self._writer = cast, writer
        self._workers, self._citizens = keys.workers, keys.citizens
        self._keys = DemoKeys(f"{seed} contact keys")
        self._chance = Random(f"{seed} contact details")  # noqa: S311 - invents details
        self._version = (moment_of(cast.today) - EPOCH) // _MICROSECOND
        self._occasions = OccasionRows(keys, writer, seed)
        self._series: dict[tuple[int, SeriesRule], Key] = {}
        self._contacts: list[Row] = []
        self._by_worker: list[Row] = []
        self._by_citizen: list[Row] = []
        self._agenda: list[Row] = []
        self._tasks: list[dict[str, Any]] = []
        large = cast.size is not DemoSize.TEAM
        self._notes = NoteRows(keys, writer, self._version, seed) if large else None
        self.team_notes = TeamNoteRows(cast, keys, writer, seed)
        self.contacts = 0
        """How many contacts were written."""

    # --- series ---

    def write_series(self, items: Iterable[DemoItem]) -> None:
        """Write one series for each rule of a citizen's."""
        rows = []
        for item in items:
            if item.rule is None or (item.citizens[0], item.rule) in self._series:
                continue
            key = self._keys.at(min(item.rule.first_day, self._cast.today))
            self._series[item.citizens[0], item.rule] = key
            rows.append(self._series_row(key, item, item.rule))
        self._writer.put(Series, rows)

    def _series_row(self, key: Key, item: DemoItem, rule: SeriesRule) -> dict[str, Any]:
        made_until = rule.until or self._cast.today + timedelta(weeks=WEEKS_AHEAD)
        off = [str(day) for day in occurrences(rule, made_until) if day_name(day) is not None]
        return {
            "id": key,
            "version": self._version,
            "citizen_id": self._citizens[item.citizens[0]],
            "every_weeks": rule.every_weeks,
            "weekdays": rule.weekdays,
            "first_day": rule.first_day,
            "until": rule.until,
            "count": None,
            "start": rule.start,
            "minutes": rule.minutes,
            "template": self._template(item),
            "skipped": off,
            "made_until": made_until,
        }

    def _template(self, item: DemoItem) -> dict[str, Any]:
        details = self._details(item, item.forms[0], self._cast.citizens[item.citizens[0]])
        return {
            "form": item.forms[0].value,
            "purpose_id": item.purposes[0],
            "workers": [self._workers[place].hex() for place in item.workers],
            "citizens": [self._citizens[place].hex() for place in item.citizens],
            "agreed_with_citizen": True,
            **details,
        }

    # --- contacts ---

    def write_week(self, contacts: Sequence[DemoContact]) -> None:
        """Write a week's contacts and hand them to the file."""
        before: Key | None = None
        for contact in contacts:
            before = self._add(contact, before)
        self._flush()

    def _add(self, contact: DemoContact, before: Key | None) -> Key:
        item, day = contact.item, contact.day.isoformat()
        key = self._keys.at(min(contact.day - _MADE_BEFORE, self._cast.today))
        row = self._row(key, contact, before)
        if item.occasion is not None:
            came = self._occasions.add(key, row, contact, item.occasion)
            self.team_notes.add_group(key, contact, came)
        else:
            self._contacts.append(row)
            for at, place in enumerate(contact.workers):
                self._by_worker.append((key, day, self._workers[place], at))
            for at, place in enumerate(item.citizens):
                self._by_citizen.append((key, day, self._citizens[place], at))
        self._add_extras(key, contact)
        if self._notes is not None:
            self._notes.add(key, contact)
        self.team_notes.add(key, contact)
        return key

    def _row(self, key: Key, contact: DemoContact, before: Key | None) -> Row:
        item, day = contact.item, contact.day.isoformat()
        lead = self._cast.citizens[item.citizens[0]] if item.citizens else None
        details = self._details(item, contact.form, lead)
        series = self._series_of(item) if contact.in_series else None
        return (
            key,
            self._version,
            contact.purpose,
            contact.form.value,
            contact.form_reason.value if contact.form_reason else None,
            day,
            contact.start,
            contact.minutes,
            *details.values(),
            contact.status.value,
            contact.reason,
            contact.agreed,
            item.occasion is not None and item.occasion.unplanned,
            contact.actual_start,
            contact.actual_minutes,
            before if contact.instead else None,
            series,
            day if series else None,
            self._override(key, contact),
        )

    def _override(self, key: Key, contact: DemoContact) -> str:
        """Let somebody have written why, where a talk took the place of a visit (P07)."""
        texts = self._cast.team.texts.override
        past = contact.day < self._cast.today - _SETTLED
        if not past or contact.form not in _TALKS or contact.item.occasion or key[-1] % _ONE_IN:
            return ""
        return texts[key[-2] % len(texts)]

    def _series_of(self, item: DemoItem) -> Key | None:
        return None if item.rule is None else self._series[item.citizens[0], item.rule]

    def _details(
        self, item: DemoItem, form: ContactForm, citizen: CastCitizen | None
    ) -> dict[str, str | None]:
        """Fill in the fields that the form asks for, in the order of the columns."""
        chance, texts, occasion = self._chance, self._cast.team.texts, item.occasion
        walks = form in {ContactForm.WALK_TALK, ContactForm.GROUP_WALK}
        on_video = form in _ON_VIDEO
        platform = citizen.life.profile.get("platform_id", "vdx") if citizen else "vdx"
        meeting_point = ""
        if walks:
            own = citizen.life.meeting_point if citizen else ""
            meeting_point = (occasion.meeting_point if occasion else own) or own or _MEETING_POINT
        return {
            "place": self._place(item, form, citizen).value,
            "place_text": occasion.place_text if occasion else "",
            "phone_number": citizen.phone if citizen and form is ContactForm.PHONE else "",
            "video_platform_id": platform if on_video else None,
            "video_link": VIDEO_LINK + (citizen.code if citizen else "gruppe") if on_video else "",
            "meeting_point": meeting_point,
            "bad_weather_plan": chance.choice(texts.bad_weather_plan) if walks else "",
            "plan_b": chance.choice(texts.plan_b) if form in _REMOTE else "",
        }

    def _place(
        self, item: DemoItem, form: ContactForm, citizen: CastCitizen | None
    ) -> ContactPlace:
        if form in {ContactForm.WALK_TALK, ContactForm.GROUP_WALK}:
            return ContactPlace.OUTDOORS
        if form is ContactForm.HOTLINE:
            return ContactPlace.CENTRE
        if item.occasion is not None and form is ContactForm.PHYSICAL:
            return item.occasion.place
        usual = citizen.life.place if citizen else ContactPlace.HOME
        instead = usual is ContactPlace.CENTRE and form in _TALKS
        return usual if form.travels or instead else ContactPlace.HOME

    def _add_extras(self, key: Key, contact: DemoContact) -> None:
        occasion, chance = contact.item.occasion, self._chance
        held = contact.status is ContactStatus.HELD
        points = occasion.agenda if occasion else ()
        if not points and contact.form in _REMOTE and chance.random() < _WITH_AGENDA:
            points = tuple(chance.sample(self._cast.team.texts.agenda, 2))
        made = min(contact.day, self._cast.today)
        for at, point in enumerate(points):
            self._agenda.append((self._keys.at(made), key, at, point, held))
        if contact.status in _CALLED_OFF and chance.random() < _WITH_TASK:
            self._tasks.append(self._follow_up(key, contact))

    def _follow_up(self, key: Key, contact: DemoContact) -> dict[str, Any]:
        worker = self._workers[contact.item.workers[0]]
        due = contact.day + timedelta(days=2)
        done = due < self._cast.today
        return {
            "id": self._keys.at(min(contact.day, self._cast.today)),
            "version": self._version,
            "kind": TaskKind.FOLLOW_UP,
            "worker_id": worker,
            "citizen_id": self._citizens[contact.item.citizens[0]],
            "contact_id": key,
            "due": due,
            "text": "Aftal en ny tid",
            "done_at": moment_of(due, 600) if done else None,
            "done_by": worker if done else None,
        }

    def _flush(self) -> None:
        put = self._writer.put_plain
        put(Contact, CONTACT_COLUMNS, self._contacts)
        put(ContactWorker, ("contact_id", "day", "worker_id", "position"), self._by_worker)
        put(ContactCitizen, ("contact_id", "day", "citizen_id", "position"), self._by_citizen)
        put(AgendaItem, ("id", "contact_id", "position", "text", "done"), self._agenda)
        self._writer.put(Task, self._tasks)
        if self._notes is not None:
            self._notes.flush()
        self.contacts += len(self._contacts) + self._occasions.flush()
        for rows in (self._contacts, self._by_worker, self._by_citizen, self._agenda):
            rows.clear()
        self._tasks.clear()
