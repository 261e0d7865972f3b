"""Ready series: calls and visits after a discharge, a call that gets the day going (P25)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from sqlalchemy.orm import Session

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.practice_rule import NumberName
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.series_rule import SeriesRule
from bostoette.models.task import Task, TaskKind
from bostoette.models.timespan import TimeSpan
from bostoette.planning.series_preview import SeriesDate
from bostoette.services import form_choice, series
from bostoette.services.conditions import conditions_in_force
from bostoette.services.open_citizen import open_citizen
from bostoette.services.practice_in_force import practice_in_force
from bostoette.store.journal import describe

RULE = "P25"
_WEEK = 7
_WORKDAYS = tuple(range(5))
_CALL_PURPOSE = "day_structure"
_VISIT_PURPOSE = "support_conversation"


class SeriesTemplate(StrEnum):
    """What is laid in one step."""

    AFTER_DISCHARGE = "after_discharge"
    DAY_STARTED = "day_started"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            SeriesTemplate.AFTER_DISCHARGE: "Efter udskrivelse",
            SeriesTemplate.DAY_STARTED: "Få dagen i gang",
        }[self]


@dataclass(frozen=True, slots=True)
class TemplateWish:
    """A template as it is filled in; times are minutes after midnight."""

    template: SeriesTemplate
    first_day: date
    call_at: int
    visit_at: int
    skip_taken: bool = False
    """Whether days on which it hits something else, leave or a holiday are left out."""


@dataclass(frozen=True, slots=True)
class TemplateParts:
    """The series that a template makes, each with its form and purpose."""

    series: tuple[tuple[ContactForm, str, SeriesRule], ...]
    asks_on: date | None
    """The day on which a task asks what comes next; None where it goes on."""


@dataclass(frozen=True, slots=True)
class TemplateLook:
    """What a template would make, and what that hits: told before anything is laid."""

    parts: TemplateParts
    dates: tuple[tuple[ContactForm, tuple[SeriesDate, ...]], ...]
    later: bool
    """Whether it begins on a later day than was asked for, as the hour has gone."""

    @property
    def taken(self) -> tuple[tuple[ContactForm, SeriesDate], ...]:
        """The days that hit something, by day."""
        hits = [(form, one) for form, dates in self.dates for one in dates if not one.free]
        return tuple(sorted(hits, key=lambda hit: hit[1].day))


def look(
    session: Session, citizen_id: Key, worker_id: Key, wish: TemplateWish, now: datetime
) -> TemplateLook:
    """Return what a template would make for a citizen, and what that hits; nothing is stored."""
    parts = parts_of(session, wish, now)
    dates = tuple(
        (
            form,
            series.preview(
                session, _fields(form, purpose, rule, worker_id, citizen_id), rule, now.date()
            ),
        )
        for form, purpose, rule in parts.series
    )
    return TemplateLook(parts, dates, _first_day(wish, now) != wish.first_day)


def parts_of(session: Session, wish: TemplateWish, now: datetime) -> TemplateParts:
    """Return what a template would make from ``now`` (local) on; nothing lies in the past."""
    wish = replace(wish, first_day=_first_day(wish, now))
    rules = conditions_in_force(session).rules
    if wish.template is SeriesTemplate.DAY_STARTED:
        minutes = _number(rules, "longest_minutes")
        rule = SeriesRule(1, _WORKDAYS, wish.first_day, wish.call_at, minutes)
        return TemplateParts(((ContactForm.PHONE, _CALL_PURPOSE, rule),), None)
    weeks = _number(rules, "discharge_weeks")
    calls = weeks * _WEEK
    length = practice_in_force(session).conditions.lengths[ContactForm.PHYSICAL].default_minutes
    daily = SeriesRule(
        1,
        tuple(range(_WEEK)),
        wish.first_day,
        wish.call_at,
        _number(rules, "discharge_call_minutes"),
        count=calls,
    )
    visit_day = wish.first_day + timedelta(days=1)
    if visit_day.weekday() not in _WORKDAYS:
        visit_day += timedelta(days=_WEEK - visit_day.weekday())
    visits = weeks * _number(rules, "discharge_visits_per_week")
    weekly = SeriesRule(1, (visit_day.weekday(),), visit_day, wish.visit_at, length, count=visits)
    return TemplateParts(
        (
            (ContactForm.PHONE, _CALL_PURPOSE, daily),
            (ContactForm.PHYSICAL, _VISIT_PURPOSE, weekly),
        ),
        wish.first_day + timedelta(days=calls - 1),
    )


def lay(
    session: Session,
    citizen_id: Key,
    worker_id: Key,
    wish: TemplateWish,
    *,
    now: datetime,
    reasons: Mapping[ContactForm, tuple[str, tuple[str, ...]]] = MappingProxyType({}),
) -> None:
    """Lay a template's series in one step; after a discharge a task asks on the last day (P25).

    ``reasons`` says for a form why it is right all the same, in words and by code (P07). Raises
    PlanError where a form cannot be offered, or is advised against and no reason given.
    """
    citizen = open_citizen(session, citizen_id)
    parts = parts_of(session, wish, now)
    for form, purpose, rule in parts.series:
        fields = _fields(form, purpose, rule, worker_id, citizen_id)
        reason, codes = reasons.get(form, ("", ()))
        fields = replace(fields, override_reason=reason, reason_codes=codes)
        dates = series.preview(session, fields, rule, now.date()) if wish.skip_taken else ()
        series.create(
            session,
            form_choice.settled(session, fields, None),
            rule,
            {one.day: None for one in dates if not one.free},
            today=now.date(),
        )
    if parts.asks_on is not None:
        session.add(
            Task(
                kind=TaskKind.FOLLOW_UP,
                worker_id=worker_id,
                citizen_id=citizen_id,
                due=parts.asks_on,
                text=f"De daglige opkald efter udskrivelsen slutter for {citizen.initials}. "
                "Hvad skal komme nu?",
            )
        )
        session.flush()
    describe(session, f"{wish.template.danish}: {citizen.initials}")


def _first_day(wish: TemplateWish, now: datetime) -> date:
    """Return the day to begin: the one asked for, unless its hour has gone."""
    gone = now.hour * 60 + now.minute >= wish.call_at
    return max(wish.first_day, now.date() + timedelta(days=1 if gone else 0))


def _fields(
    form: ContactForm, purpose: str, rule: SeriesRule, worker_id: Key, citizen_id: Key
) -> ContactFields:
    span = TimeSpan(rule.first_day, rule.start, rule.minutes)
    return ContactFields(span, form, purpose, (worker_id,), (citizen_id,))


def _number(rules: PracticeRules, name: str) -> int:
    return rules.number(NumberName(RULE, name)).value
