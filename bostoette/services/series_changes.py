"""Changing and deleting in a series: this contact, this and the following, or all of them.

What a person should know beforehand:

* Nothing that has happened changes. A contact that is held, called off or was missed stays as it
  is, wherever the series goes; "alle" begins today.
* A contact that was moved by itself keeps its own day and time, and one that was given its own
  form, purpose or people keeps these: a change of the series reaches only what still was as the
  series had it. The contact in hand is always changed as asked.
* A date that was skipped or deleted by itself stays away.
* A contact that falls away is deleted if nobody counts on it; one that is agreed with the
  citizen, exported or built upon is called off by us.

`preview_change` and `preview_delete` give that list before anything is stored.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from bostoette.models.contact import Contact
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.series import Series
from bostoette.models.series_change import NO_CHOICES, DateChoices, DateFate, Scope, SeriesChange
from bostoette.models.series_rule import SeriesRule
from bostoette.models.series_template import packed
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import short_day
from bostoette.planning.recurrence import ended_before, occurrences
from bostoette.planning.series_change import closed, horizon
from bostoette.planning.series_preview import SeriesDate
from bostoette.services import contacts
from bostoette.services.contacts import fill, open_contact, whom
from bostoette.services.series import add_contact
from bostoette.services.series_plan import Line, Plan, fates_of_gone, going, planned
from bostoette.services.series_surroundings import looked_at
from bostoette.services.stale import check_version
from bostoette.store.journal import describe
from bostoette.store.series_rows import carried_on, contacts_of_series

CHANGED_REASON = "Serien er ændret"
ENDED_REASON = "Serien er slettet"


@dataclass(frozen=True, slots=True)
class ChangedDate:
    """One contact of a series and what becomes of it."""

    fate: DateFate
    status: ContactStatus
    was: TimeSpan | None
    """None for a new contact."""
    to: TimeSpan | None
    """None for one that falls away."""
    series_day: date | None = None
    """The day that the rule gives it from now on; choices are made by it."""
    hit: SeriesDate | None = None
    """What the new day hits, and the free days near it; None where it hits nothing."""


@dataclass(frozen=True, slots=True)
class SeriesPreview:
    """What a change of a series would do."""

    before: str
    """The rule as it is said now."""
    after: str
    """The rule as it would be said; empty where the series ends."""
    dates: tuple[ChangedDate, ...]

    def with_fate(self, *fates: DateFate) -> tuple[ChangedDate, ...]:
        """Return the dates with one of some fates."""
        return tuple(each for each in self.dates if each.fate in fates)


def rule_of_contact(session: Session, contact_id: Key) -> SeriesRule | None:
    """Return the rule of a contact's series; None where it is in none."""
    contact = open_contact(session, contact_id)
    if contact.series_id is None:
        return None
    return session.get_one(Series, contact.series_id).rule


def preview_change(
    session: Session, contact_id: Key, scope: Scope, asked: SeriesChange, today: date
) -> SeriesPreview:
    """List what a change would do to every contact of the series; nothing is changed.

    Raises PlanError where the change cannot be a rule.
    """
    opened = open_contact(session, contact_id)
    if scope is Scope.THIS or opened.series_id is None:
        return _preview_one(session, opened, asked, today)
    plan = planned(session, opened, scope, asked, today)
    hits = _hits(session, plan, today)
    rule = plan.series.rule
    return SeriesPreview(
        rule.said(),
        plan.recast.after.said(),
        _in_order(_told(line, hits) for line in plan.lines),
    )


def change(
    session: Session,
    contact_id: Key,
    scope: Scope,
    asked: SeriesChange,
    choices: DateChoices = NO_CHOICES,
    *,
    today: date,
    version: int | None = None,
) -> None:
    """Change one contact of a series, it and the following, or all, in one step.

    ``choices`` are made by the days that the changed rule gives (`ChangedDate.series_day`).
    Raises ChangedMeanwhile when a version is given and stale, PlanError where the change cannot
    be a rule. The weekday follows, counts are divided, own times stay.
    """
    opened = open_contact(session, contact_id)
    if version is not None:
        check_version(opened.version, version)
    if scope is Scope.THIS or opened.series_id is None:
        _change_one(session, opened, asked)
        return
    plan = planned(session, opened, scope, asked, today)
    _choose(plan, choices, fates_of_gone(session, plan.lines))
    moved = asked.span is not None and asked.span != opened.span
    _carry_out(session, plan, today)
    describe(session, _label(session, opened, scope, "Flyt" if moved else "Ret"))


def preview_delete(session: Session, contact_id: Key, scope: Scope, today: date) -> SeriesPreview:
    """List what deleting would take away; nothing is changed."""
    gone = going(session, open_contact(session, contact_id), scope, today)
    said = "" if gone.rule is None else gone.rule.said()
    after = said
    if gone.rule is not None and gone.cut is not None:
        left = ended_before(gone.rule, gone.cut)
        after = "" if left is None else left.said()
    return SeriesPreview(said, after, _in_order(_told(line, {}) for line in gone.lines))


def delete(session: Session, contact_id: Key, scope: Scope, *, today: date) -> None:
    """Delete one contact of a series, it and the following, or all still to come, in one step.

    Raises PlanError for one contact that is held or came to nothing.
    """
    opened = open_contact(session, contact_id)
    if opened.series_id is None:
        contacts.delete(session, contact_id)
        return
    if scope is Scope.THIS and opened.status is not ContactStatus.PLANNED:
        raise PlanError(
            f"Kontakten er {opened.status.danish} og hører til det, der er sket, så den står fast. "
            "Intet er ændret. Sæt den først til planlagt, hvis det var en fejl."
        )
    label = _label(session, opened, scope, "Slet")
    gone = going(session, opened, scope, today)
    series = session.get_one(Series, opened.series_id)
    _drop(session, gone.lines, ENDED_REASON)
    session.flush()
    if gone.rule is None or gone.cut is None:
        stays = gone.lines[0].fate is DateFate.CANCELLED
        day = opened.series_day
        series.skip(series.skipped_days | ({day} if day and not stays else set()))
    else:
        staying = [line.old_day for line in gone.lines if line.fate is not DateFate.DELETED]
        before = ended_before(gone.rule, gone.cut)
        _close(session, series, before, gone.cut, [day for day in staying if day])
    describe(session, label)


def _hits(session: Session, plan: Plan, today: date) -> dict[date, SeriesDate]:
    """Look at the days of all contacts that go by the rule."""
    by_rule = {
        line.new_day
        for line in plan.lines
        if line.new_day and line.span == plan.recast.after.on(line.new_day)
    }
    if not by_rule:
        return {}
    others = set(occurrences(plan.recast.after, max(by_rule))) - by_rule
    looked = looked_at(
        session,
        plan.template,
        plan.recast.after,
        max(by_rule),
        today,
        skipped=others,
        left_out={
            line.contact.id
            for line in plan.lines
            if line.contact is not None and line.fate is not DateFate.FIXED
        },
    )
    return {each.day: each for each in looked if not each.free}


def _told(line: Line, hits: Mapping[date, SeriesDate]) -> ChangedDate:
    contact = line.contact
    goes = line.fate in (DateFate.DELETED, DateFate.CANCELLED)
    return ChangedDate(
        line.fate,
        contact.status if contact is not None else ContactStatus.PLANNED,
        contact.span if contact is not None else None,
        None if goes else line.span,
        line.new_day,
        hits.get(line.new_day) if line.new_day and line.fate is not DateFate.FIXED else None,
    )


def _in_order(dates: Iterable[ChangedDate]) -> tuple[ChangedDate, ...]:
    def first(each: ChangedDate) -> TimeSpan:
        span = each.to or each.was
        assert span is not None  # noqa: S101 - it is at least before or after
        return span

    return tuple(sorted(dates, key=first))


# --- doing it ---


def _choose(plan: Plan, choices: DateChoices, fates: Mapping[Key, DateFate]) -> None:
    """Skip the dates that are not wanted, and hold others on another day."""
    for line in plan.lines:
        if line.new_day not in choices or line.fate is DateFate.FIXED or line.span is None:
            continue
        assert line.new_day is not None  # noqa: S101 - it is one of the choices
        other = choices[line.new_day]
        if other is not None:
            line.span = replace(line.span, day=other)
            line.fate = DateFate.NEW if line.contact is None else DateFate.MOVED
            continue
        plan.skipped |= {line.new_day}
        line.new_day = line.span = None
        line.fate = DateFate.DELETED if line.contact is None else fates[line.contact.id]


def _carry_out(session: Session, plan: Plan, today: date) -> None:
    series, made_anew = plan.series, plan.recast
    staying = [
        line.old_day
        for line in plan.lines
        if line.fate in (DateFate.FIXED, DateFate.CANCELLED) and line.old_day
    ]
    _drop(session, plan.lines, CHANGED_REASON)
    if made_anew.same_series:
        series.skip(plan.skipped | {day for day in series.skipped_days if day < made_anew.cut})
    elif made_anew.before is None and not staying:
        series.skip(plan.skipped)
    else:
        session.flush()
        series = _carried_on(session, series, plan)
        _close(session, plan.series, made_anew.before, made_anew.cut, staying)
    series.go_by(made_anew.after)
    series.template = packed(plan.template)
    series.citizen_id = plan.template.citizens[0] if plan.template.citizens else None
    series.made_until = max((horizon(made_anew.after, today), *made_anew.dates[-1:]))
    for line in plan.lines:
        _put(session, series, plan.template, line)


def _carried_on(session: Session, series: Series, plan: Plan) -> Series:
    """Make the series that carries this one on."""
    later = Series(split_from=series.id, template={}, made_until=plan.recast.cut)
    later.go_by(plan.recast.after)
    later.skip(plan.skipped)
    session.add(later)
    session.flush()  # contacts refer to it
    return later


def _put(session: Session, series: Series, template: ContactFields, line: Line) -> None:
    """Bring one contact to where it belongs."""
    if line.new_day is None or line.span is None or line.fate is DateFate.FIXED:
        return
    contact = line.contact
    if contact is None:
        add_contact(session, series, template, line.new_day, line.span)
        return
    if contact.span != line.span:
        contact.plan_at(line.span)
    if line.fields is not None:
        fill(contact, line.fields)
    contact.series_id, contact.series_day = series.id, line.new_day


def _drop(session: Session, lines: Iterable[Line], reason: str) -> None:
    """Delete or call off what falls away."""
    for line in lines:
        if line.contact is None:
            continue
        if line.fate is DateFate.DELETED:
            session.delete(line.contact)
        elif line.fate is DateFate.CANCELLED:
            line.contact.status = ContactStatus.CANCELLED_BY_US
            line.contact.status_reason = reason


def _close(
    session: Session,
    series: Series,
    before: SeriesRule | None,
    cut: date,
    staying: Collection[date],
) -> None:
    """Let a series stand for what is left of it; delete it where that is nothing."""
    left = closed(series.rule, before, cut, staying)
    if left is not None:
        rule, gone = left
        last = occurrences(rule, date.max)[-1]
        kept = {day for day in series.skipped_days if day <= last and day not in staying}
        series.go_by(rule)
        series.skip(kept | gone)
        series.made_until = last
    elif not carried_on(session, series.id) and not contacts_of_series(session, series.id):
        session.delete(series)
    else:  # nothing stands on its dates any more: its first day stays as a mark, and is skipped
        series.go_by(series.rule.with_end(until=series.first_day))
        series.skip({series.first_day})
        series.made_until = series.first_day


# --- one contact alone ---


def _preview_one(
    session: Session, opened: Contact, asked: SeriesChange, today: date
) -> SeriesPreview:
    _refuse_repetition(asked)
    to, fields = asked.span or opened.span, asked.fields or contacts.fields_of(opened)
    fate = DateFate.MOVED if to != opened.span else DateFate.CHANGED
    alone = SeriesRule(1, (to.day.weekday(),), to.day, to.start, to.minutes, count=1)
    (looked,) = looked_at(session, fields, alone, to.day, today, left_out={opened.id})
    said = ""
    if opened.series_id is not None:
        said = session.get_one(Series, opened.series_id).rule.said()
    hit = None if looked.free else looked
    return SeriesPreview(
        said, said, (ChangedDate(fate, opened.status, opened.span, to, opened.series_day, hit),)
    )


def _change_one(session: Session, opened: Contact, asked: SeriesChange) -> None:
    _refuse_repetition(asked)
    if asked.fields is not None:
        fields = asked.fields if asked.to is None else replace(asked.fields, span=asked.to)
        contacts.change(session, opened.id, opened.version, fields)
    elif asked.to is not None:
        contacts.move(session, opened.id, asked.to)


def _refuse_repetition(asked: SeriesChange) -> None:
    if asked.repetition:
        raise PlanError(
            "Én kontakt alene har ingen gentagelse. Intet er ændret; "
            "vælg »denne og følgende« eller »alle«, eller lav en ny serie."
        )


def _label(session: Session, opened: Contact, scope: Scope, verb: str) -> str:
    who = whom(session, opened)
    if scope is Scope.ALL:
        return f"{verb} serien med {who}"
    if scope is Scope.FOLLOWING:
        return f"{verb} {who} fra {short_day(opened.day)} og frem"
    return f"{verb} kontakt med {who}"
