"""Turns the example's people, agreements and calendars into rows."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from bostoette.models.appointment import Appointment, CalendarSource
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.base import EPOCH
from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import (
    FormWish,
    PrivateNetwork,
    RiskLevel,
    SupportNeed,
    ToleratesShifts,
    VideoAbility,
)
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact_agreement import AgreementLine, ContactAgreement
from bostoette.models.grant import Grant
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.task import Task, TaskKind
from bostoette.models.week_plan import WeekPlan
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.models.worker import Absence, Worker
from bostoette.planning.danish_days import day_name
from bostoette.planning.demo_items import appointments_of
from bostoette.planning.demo_people import Cast, CastCitizen, CastWorker
from bostoette.services.delivered_lists import delivered_lists
from bostoette.services.demo_keys import DemoKeys, PeopleKeys, moment_of
from bostoette.store.bulk_writer import BulkWriter

_KINDS = {
    "private_network": PrivateNetwork,
    "support_need": SupportNeed,
    "risk_level": RiskLevel,
    "tolerates_shifts": ToleratesShifts,
    "video_ability": VideoAbility,
    "wish_physical": FormWish,
    "wish_phone": FormWish,
    "wish_video": FormWish,
    "wish_walk_talk": FormWish,
}
_APPOINTMENT_WEEKS = range(-12, 9)
_ASKED_AGO = timedelta(weeks=6)
_BEFORE = timedelta(days=1)


class PeopleRows:
    """Writes everybody and what is agreed with them; remembers their keys."""

    def __init__(self, cast: Cast, keys: PeopleKeys, writer: BulkWriter, seed: int) -> None:
        self._cast, self._writer = cast, writer
        self._keys = DemoKeys(f"{seed} people keys")
        self._chance = Random(f"{seed} people details")  # noqa: S311 - invents details
        self._version = (moment_of(cast.today) - EPOCH) // timedelta(microseconds=1)
        self.workers, self.citizens = keys.workers, keys.citizens

    def write(self) -> None:
        """Write all of it."""
        self._write_lists()
        cast = self._cast
        numbered = list(zip(cast.workers, self.workers, strict=True))
        citizens = list(zip(cast.citizens, self.citizens, strict=True))
        put = self._writer.put
        put(Worker, [self._worker(one, key) for one, key in numbered])
        put(Absence, [row for one, key in numbered for row in self._absences(one, key)])
        put(Citizen, [self._citizen(one, key) for one, key in citizens])
        put(CitizenProfile, [self._profile(one, key) for one, key in citizens])
        put(Grant, [row for one, key in citizens for row in self._grants(one, key)])
        for one, key in citizens:
            self._write_agreements(one, key)
        self._write_appointments()
        put(WeekPlan, list(self._week_plans()))

    def write_tasks(self) -> None:
        """Write the tasks of the written team."""
        workers = {
            one.initials: key for one, key in zip(self._cast.workers, self.workers, strict=True)
        }
        citizens = {
            one.name: key for one, key in zip(self._cast.citizens, self.citizens, strict=True)
        }
        rows = []
        for task in self._cast.team.tasks:
            worker = workers[task.worker]
            done = None if task.done is None else self._cast.today + timedelta(days=task.done)
            rows.append(
                self._edited(
                    kind=TaskKind(task.kind),
                    worker_id=worker,
                    citizen_id=citizens.get(task.citizen),
                    due=self._cast.today + timedelta(days=task.due),
                    text=task.text,
                    done_at=None if done is None else moment_of(done),
                    done_by=None if done is None else worker,
                )
            )
        self._writer.put(Task, rows)

    def _write_lists(self) -> None:
        """Write what every new file begins with."""
        for kind, rows in delivered_lists():
            self._writer.put(kind, rows)

    def _edited(self, **fields: Any) -> dict[str, Any]:
        """Give a row its key and version."""
        return {"id": self._keys.at(self._cast.today - _BEFORE), "version": self._version, **fields}

    # --- workers ---

    def _worker(self, worker: CastWorker, key: Key) -> dict[str, Any]:
        life, point = worker.life, worker.base.coordinates
        stays = life.stays_weeks
        return {
            "id": key,
            "version": self._version,
            "initials": worker.initials,
            "name": worker.name,
            "job_title": life.job_title,
            "role": life.role,
            "phone": f"12 33 {self._chance.randrange(100):02d} {self._chance.randrange(100):02d}",
            "hours": life.hours,
            "base_kind": life.base_kind,
            "base_address": worker.address,
            "base_postal_code": worker.postal_code,
            "base_latitude": point.latitude if point else None,
            "base_longitude": point.longitude if point else None,
            "travel_mode": life.travel_mode,
            "valid_to": None if stays is None else self._cast.day(stays) - _BEFORE,
        }

    def _absences(self, worker: CastWorker, key: Key) -> Iterator[dict[str, Any]]:
        for away in worker.aways:
            yield self._edited(
                worker_id=key, first_day=away.first, last_day=away.last, kind=away.kind
            )

    def _week_plans(self) -> Iterator[dict[str, Any]]:
        for place, key in enumerate(self.workers):
            for number in range(-self._cast.size.weeks, 2):
                week = IsoWeek.of(self._cast.day(number))
                status = self._week_status(place, number)
                returned = status is WeekPlanStatus.RETURNED
                yield self._edited(
                    worker_id=key,
                    iso_year=week.year,
                    iso_week=week.number,
                    status=status,
                    comment=self._cast.team.texts.returned if returned else "",
                )

    def _week_status(self, place: int, week: int) -> WeekPlanStatus:
        if week < -1:
            return WeekPlanStatus.APPROVED
        mates = len(self._cast.team.workers)
        if week == -1:
            return WeekPlanStatus.APPROVED if place % mates else WeekPlanStatus.SENT
        sent_or_back = {1: WeekPlanStatus.SENT, 2: WeekPlanStatus.RETURNED}
        coming = {3: WeekPlanStatus.SENT, 4: WeekPlanStatus.SENT}
        return (coming if week else sent_or_back).get(place % mates, WeekPlanStatus.DRAFT)

    def _write_appointments(self) -> None:
        rows, sources = [], []
        for place, key in enumerate(self.workers):
            others = appointments_of(self._cast, place)
            source = None
            if any(one.kind is AppointmentKind.IMPORTED for one in others):
                source = self._edited(
                    worker_id=key, name="Outlook", read_at=moment_of(self._cast.today - _BEFORE)
                )
                sources.append(source)
            for other in others:
                imported = other.kind is AppointmentKind.IMPORTED
                uid = f"eksempel-{place}@kalender.invalid" if imported else ""
                for day in self._days(other.week, other.weekday, other.every_weeks):
                    if self._cast.workers[place].away_on(day):
                        continue
                    rows.append(
                        self._edited(
                            worker_id=key,
                            kind=other.kind,
                            title=other.title,
                            day=day,
                            start=other.at,
                            minutes=other.minutes,
                            source_id=source["id"] if source and imported else None,
                            uid=uid,
                        )
                    )
        self._writer.put(CalendarSource, sources)
        self._writer.put(Appointment, rows)

    def _days(self, week: int, weekday: int, every: int | None) -> Iterator[date]:
        weeks = [week] if every is None else [one for one in _APPOINTMENT_WEEKS if one % every == 0]
        for number in weeks:
            day = self._cast.day(number) + timedelta(days=weekday)
            if day_name(day) is None:
                yield day

    # --- citizens ---

    def _citizen(self, citizen: CastCitizen, key: Key) -> dict[str, Any]:
        life, point = citizen.life, citizen.where.coordinates
        since = life.status_since
        return {
            "id": key,
            "version": self._version,
            "name": citizen.name,
            "initials": "".join(f"{letter}." for letter in citizen.code if letter.isalpha()),
            "code": citizen.code,
            "address": citizen.address,
            "postal_code": citizen.postal_code,
            "town": self._cast.team.towns.get(citizen.postal_code, ""),
            "latitude": point.latitude if point else None,
            "longitude": point.longitude if point else None,
            "meeting_point": life.meeting_point,
            "phone": citizen.phone,
            "emergency_contact": life.emergency_contact,
            "language": life.language,
            "primary_worker_id": self.workers[citizen.worker],
            "secondary_worker_id": None
            if citizen.secondary is None
            else self.workers[citizen.secondary],
            "status": life.status,
            "status_since": None if since is None else self._cast.day(since),
        }

    def _profile(self, citizen: CastCitizen, key: Key) -> dict[str, Any]:
        profile = {
            **_profile_defaults(),
            **{
                name: _KINDS[name](value) if name in _KINDS else value
                for name, value in citizen.life.profile.items()
            },
        }
        asked = None if citizen.life.new else self._cast.today - _ASKED_AGO
        platform = profile.get("platform_id", "vdx")
        return self._edited(
            **{
                **profile,
                "citizen_id": key,
                "filled_on": asked,
                "wishes_asked_on": asked,
                "wishes_asked_by": None if asked is None else self.workers[citizen.worker],
                "equipment_checked_on": asked,
                "platform_id": platform if asked and profile["has_video_device"] else None,
                "travel_minutes_one_way": citizen.travel_minutes,
            }
        )

    def _grants(self, citizen: CastCitizen, key: Key) -> Iterator[dict[str, Any]]:
        for grant in citizen.life.grants:
            yield self._edited(
                citizen_id=key,
                paragraph_id=grant.paragraph,
                minutes_from=grant.minutes_from,
                minutes_to=grant.minutes_to,
                period=grant.period,
                valid_from=self._cast.day(grant.since),
                valid_to=None if grant.until is None else self._cast.day(grant.until) - _BEFORE,
            )

    def _write_agreements(self, citizen: CastCitizen, key: Key) -> None:
        cast, life = self._cast, citizen.life
        for agreement in life.agreements:
            first, last = cast.days_of(life, agreement)
            row = self._edited(
                citizen_id=key,
                valid_from=first,
                valid_to=last,
                on_demand=agreement.on_demand,
            )
            self._writer.put(ContactAgreement, [row])
            self._writer.put(
                AgreementLine,
                [
                    {
                        "id": self._keys.at(cast.today - _BEFORE),
                        "agreement_id": row["id"],
                        "position": position,
                        "number": line.number,
                        "minutes": line.minutes,
                        "rhythm": line.rhythm,
                        "every_weeks": line.every_weeks,
                        "forms": line.forms,
                    }
                    for position, line in enumerate(agreement.lines)
                ],
            )


def _profile_defaults() -> dict[str, Any]:
    """Return the catalogue's defaults, as the mapped class has them."""
    columns = CitizenProfile.__table__.columns
    return {
        column.name: column.default.arg
        for column in columns
        if column.default is not None and column.default.is_scalar
    }
