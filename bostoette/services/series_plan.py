"""Working out what a change of a series does to each of its contacts, before anything is done.

Which contacts may change, and which keep what is their own, is said in `series_changes`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from bostoette.models.contact import Contact
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.series import Series
from bostoette.models.series_change import DateFate, Scope, SeriesChange
from bostoette.models.series_rule import SeriesRule
from bostoette.models.series_template import TEMPLATE_FIELDS, unpacked
from bostoette.models.timespan import DAY_MINUTES, TimeSpan
from bostoette.planning.series_change import Reach, Recast, recast
from bostoette.services import contacts
from bostoette.store.citizens import counted_on
from bostoette.store.series_rows import contacts_of_series, with_tasks


@dataclass(slots=True)
class Line:
    """One contact, or one to be made, and what becomes of it."""

    fate: DateFate
    contact: Contact | None = None
    old_day: date | None = None
    new_day: date | None = None
    span: TimeSpan | None = None
    fields: ContactFields | None = None
    """Its contents afterwards, where they change."""


@dataclass(slots=True)
class Plan:
    """A whole change, worked out and not yet done."""

    series: Series
    opened: Contact
    recast: Recast
    template: ContactFields
    lines: list[Line]
    skipped: frozenset[date]
    """Dates of the new rule that are not held."""


@dataclass(frozen=True, slots=True)
class Going:
    """What deleting takes away, the rule as it is, and the day from which on it ends."""

    lines: list[Line]
    rule: SeriesRule | None
    """None for a contact of no series."""
    cut: date | None
    """None where the rule does not end."""


def planned(
    session: Session, opened: Contact, scope: Scope, asked: SeriesChange, today: date
) -> Plan:
    """Work out a change of a contact's series from this contact on, or of all still to come."""
    assert opened.series_id is not None  # noqa: S101 - asked before
    series = session.get_one(Series, opened.series_id)
    rule = series.rule
    by_day = _by_day(contacts_of_series(session, series.id))
    from_day = opened.series_day or opened.day
    to = _rules_own_time(opened, rule, from_day, asked)
    made_anew = recast(
        rule,
        Reach(scope, from_day, today),
        replace(asked, to=to, fields=None),
        made_until=series.made_until,
        pinned=[day for day, one in by_day.items() if one.status is not ContactStatus.PLANNED],
    )
    wanted = _Wanted(opened, asked, unpacked(series.template, rule.on(from_day)), rule)
    lines = _lines(made_anew, by_day, wanted)
    _spare_those_counted_on(session, lines)
    return Plan(series, opened, made_anew, wanted.template(), lines, _skipped(made_anew, lines))


def _by_day(found: Sequence[Contact]) -> dict[date, Contact]:
    return {one.series_day: one for one in found if one.series_day is not None}


def _skipped(made_anew: Recast, lines: Iterable[Line]) -> frozenset[date]:
    """Return the new rule's dates without a contact of the new series on them."""
    there = {
        line.new_day
        for line in lines
        if line.new_day and (made_anew.same_series or line.fate is not DateFate.FIXED)
    }
    return frozenset({*made_anew.dates, *made_anew.unwanted} - there)


def _rules_own_time(
    opened: Contact, rule: SeriesRule, from_day: date, asked: SeriesChange
) -> TimeSpan | None:
    """Return the rule's time for the day in hand: only what the person changed differs.

    A contact that was moved by itself does not take the series along to its own time.
    """
    span, now, given = asked.span, opened.span, rule.on(from_day)
    if span is None:
        return None
    return TimeSpan(
        span.day if span.day != now.day else given.day,
        span.start if span.start != now.start else given.start,
        span.minutes if span.minutes != now.minutes else given.minutes,
    )


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the contact in hand is to be, and what of it reaches the others."""

    opened: Contact
    asked: SeriesChange
    series_had: ContactFields
    rule: SeriesRule

    def template(self) -> ContactFields:
        """Return what new contacts start with from now on."""
        return self._with_changes(self.series_had, TEMPLATE_FIELDS)

    def fields_for(self, contact: Contact) -> ContactFields | None:
        """Return a contact's contents afterwards, None where they stay."""
        mine = contacts.fields_of(contact)
        if contact is self.opened:
            after = self.asked.fields or mine
        else:
            own = [
                name
                for name in TEMPLATE_FIELDS
                if getattr(mine, name) == getattr(self.series_had, name)
            ]
            after = self._with_changes(mine, own)
        after = replace(after, span=mine.span)
        return None if after == mine else after

    def span_for(self, contact: Contact, new_day: date, after: SeriesRule) -> TimeSpan:
        """Return when a contact is afterwards; its own day, time or length stays its own."""
        span = contact.span
        if contact is self.opened and self.asked.span is not None and self.asked.span != span:
            asked = self.asked.span
            decides = self.asked.every_weeks is not None or self.asked.weekdays is not None
            return replace(asked, day=new_day) if decides else asked
        own_time = (span.day, span.start) != (contact.series_day, self.rule.start)
        day, start = (span.day, span.start) if own_time else (new_day, after.start)
        minutes = after.minutes if span.minutes == self.rule.minutes else span.minutes
        return TimeSpan(day, start, min(minutes, DAY_MINUTES - start))

    def _with_changes(self, fields: ContactFields, names: Collection[str]) -> ContactFields:
        asked = self.asked.fields
        if asked is None:
            return fields
        before = contacts.fields_of(self.opened)
        changed = {
            name: getattr(asked, name)
            for name in names
            if getattr(asked, name) != getattr(before, name)
        }
        return replace(fields, **changed)


def _lines(made_anew: Recast, by_day: Mapping[date, Contact], wanted: _Wanted) -> list[Line]:
    """Say for each contact from the cut on, and each new date, what becomes of it."""
    lines = [
        _line(contact, old_day, made_anew, wanted)
        for old_day, contact in sorted(by_day.items())
        if old_day >= made_anew.cut
    ]
    taken = set(made_anew.became.values())
    lines.extend(
        Line(DateFate.NEW, new_day=day, span=made_anew.after.on(day))
        for day in made_anew.dates
        if day not in taken
    )
    return lines


def _line(contact: Contact, old_day: date, made_anew: Recast, wanted: _Wanted) -> Line:
    new_day = made_anew.became.get(old_day)
    if contact.status is not ContactStatus.PLANNED:
        return Line(DateFate.FIXED, contact, old_day, new_day, contact.span)
    if new_day is None:
        return Line(DateFate.DELETED, contact, old_day)
    span = wanted.span_for(contact, new_day, made_anew.after)
    fields = wanted.fields_for(contact)
    fate = DateFate.CHANGED if fields else DateFate.KEPT
    if span != contact.span:
        fate = DateFate.MOVED
    return Line(fate, contact, old_day, new_day, span, fields)


def fates_of_gone(session: Session, lines: Iterable[Line]) -> dict[Key, DateFate]:
    """Say for each contact whether it could vanish, or would be called off by us."""
    there = [line.contact for line in lines if line.contact is not None]
    keys = [contact.id for contact in there]
    built_upon = counted_on(session, keys) | with_tasks(session, keys)
    return {
        contact.id: DateFate.CANCELLED
        if contact.agreed_with_citizen or contact.id in built_upon
        else DateFate.DELETED
        for contact in there
    }


def going(session: Session, opened: Contact, scope: Scope, today: date) -> Going:
    """Say which contacts deleting takes away, and from which day on the rule ends."""
    if opened.series_id is None:
        found = Going([_going_line(opened)], None, None)
    elif scope is Scope.THIS:
        rule = session.get_one(Series, opened.series_id).rule
        found = Going([_going_line(opened)], rule, None)
    else:
        rule = session.get_one(Series, opened.series_id).rule
        cut = Reach(scope, opened.series_day or opened.day, today).earliest
        by_day = _by_day(contacts_of_series(session, opened.series_id))
        lines = [_going_line(one) for day, one in sorted(by_day.items()) if day >= cut]
        found = Going(lines, rule, cut)
    _spare_those_counted_on(session, found.lines)
    return found


def _going_line(contact: Contact) -> Line:
    fixed = contact.status is not ContactStatus.PLANNED
    fate = DateFate.FIXED if fixed else DateFate.DELETED
    return Line(fate, contact, contact.series_day, span=contact.span)


def _spare_those_counted_on(session: Session, lines: Iterable[Line]) -> None:
    fates = fates_of_gone(session, lines)
    for line in lines:
        if line.fate is DateFate.DELETED and line.contact is not None:
            line.fate = fates[line.contact.id]
