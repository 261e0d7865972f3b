"""What a person can do with a new series: look at its dates first, then make it whole.

Every function is one step of the journal, so that one undo takes a whole series back. How a
series is changed later stands in `series_changes`.
"""

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy.orm import Session

from bostoette.models.contact import Contact
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.series import Series
from bostoette.models.series_change import NO_CHOICES, DateChoices
from bostoette.models.series_rule import SeriesRule
from bostoette.models.series_template import packed, unpacked
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import listed
from bostoette.planning.recurrence import WEEKS_AHEAD, dates_to_make
from bostoette.planning.series_change import due, horizon
from bostoette.planning.series_preview import SeriesDate
from bostoette.services.contacts import fill, new_contact, open_contact, whom
from bostoette.services.series_surroundings import looked_at
from bostoette.services.stale import check_version
from bostoette.store.journal import describe
from bostoette.store.series_rows import citizens_initials, running_short


def preview(
    session: Session,
    fields: ContactFields,
    rule: SeriesRule,
    today: date,
    *,
    left_out: Collection[Key] = (),
) -> tuple[SeriesDate, ...]:
    """Return every date that the series would have; of one "indtil videre" the first 26 weeks.

    Each says which holiday, absence or other time it hits and which free days lie before and
    after it. Nothing is stored. ``left_out`` is the contact that is to be repeated, if it exists.
    """
    through = horizon(rule, today)
    return looked_at(session, fields, rule, through, today, left_out=left_out)


def with_whom(session: Session, fields: ContactFields) -> str:
    """Say whom a contact as filled in is with, by initials."""
    return (
        listed(list(citizens_initials(session, fields.citizens).values()))
        or fields.variant.alone.lower()
    )


def create(
    session: Session,
    fields: ContactFields,
    rule: SeriesRule,
    choices: DateChoices = NO_CHOICES,
    *,
    today: date,
) -> Key:
    """Make a series and its contacts in one step; return the series' key.

    ``choices`` names the dates that are skipped (None) or held on another day; such a contact
    keeps the day that the rule gave it. Raises PlanError where no date is left.
    """
    series = _new_series(session, fields, rule, choices, today)
    _plan_all(session, series, fields, choices, today)
    return series.id


def repeat(
    session: Session,
    contact_id: Key,
    version: int,
    fields: ContactFields,
    rule: SeriesRule,
    *,
    choices: DateChoices = NO_CHOICES,
    today: date,
) -> Key:
    """Make a series of an existing contact, which takes its own place in it.

    Raises ChangedMeanwhile when the contact is stale, PlanError when it is in a series already or
    does not lie on one of the dates.
    """
    contact = open_contact(session, contact_id)
    check_version(contact.version, version)
    _refuse_unrepeatable(contact, fields.span.day, rule, choices, today)
    series = _new_series(session, fields, rule, choices, today)
    contact.plan_at(rule.on(fields.span.day))
    fill(contact, fields)
    contact.series_id, contact.series_day = series.id, fields.span.day
    _plan_all(session, series, fields, choices, today, there=contact)
    return series.id


def top_up(session: Session, today: date, most: int | None = None) -> int:
    """Make the contacts that open-ended series lack of the next 26 weeks; return how many.

    The program does it at start (`Desk.upkeep`). Days that were skipped or deleted are never made
    again: only days after the last one made are looked at. With ``most`` it stops after about so
    many, to be asked again until nothing is made, so that a window stays quick meanwhile.
    """
    ahead = today + timedelta(weeks=WEEKS_AHEAD)
    made = 0
    for key, rule, made_until in running_short(session, ahead):
        if most is not None and made >= most:
            break
        days = due(rule, made_until=made_until, today=today)
        if days:
            made += _continue(session, session.get_one(Series, key), days, max(ahead, days[-1]))
    if made:
        describe(session, f"Serier ført videre: {made} kontakter")
    return made


def add_contact(
    session: Session, series: Series, fields: ContactFields, series_day: date, span: TimeSpan
) -> Contact:
    """Plan one contact of a series."""
    contact = new_contact(fields)
    contact.plan_at(span)
    contact.series_id, contact.series_day = series.id, series_day
    session.add(contact)
    return contact


def _new_series(
    session: Session, fields: ContactFields, rule: SeriesRule, choices: DateChoices, today: date
) -> Series:
    series = Series(
        citizen_id=fields.citizens[0] if fields.citizens else None,
        template=packed(fields),
        made_until=horizon(rule, today),
    )
    series.go_by(rule)
    series.skip(day for day, other in choices.items() if other is None)
    session.add(series)
    session.flush()  # contacts refer to it
    return series


def _plan_all(
    session: Session,
    series: Series,
    fields: ContactFields,
    choices: DateChoices,
    today: date,
    *,
    there: Contact | None = None,
) -> None:
    rule = series.rule
    planned = [there] if there is not None else []
    for day in dates_to_make(rule, today=today, made_until=None):
        other = choices.get(day, day)
        if other is not None and (there is None or day != there.series_day):
            span = TimeSpan(other, rule.start, rule.minutes)
            planned.append(add_contact(session, series, fields, day, span))
    if not planned:
        raise PlanError(
            "Serien har ingen datoer tilbage. Intet er gemt; behold mindst én dato, "
            "eller ret gentagelsen."
        )
    session.flush()
    describe(session, f"Ny serie med {whom(session, planned[0])}")


def _refuse_unrepeatable(
    contact: Contact, day: date, rule: SeriesRule, choices: DateChoices, today: date
) -> None:
    if contact.series_id is not None:
        raise PlanError(
            "Kontakten er allerede en del af en serie. Intet er ændret; "
            "ret seriens gentagelse i stedet."
        )
    if contact.status is not ContactStatus.PLANNED:
        raise PlanError(
            "Kun en planlagt kontakt kan gentages. Intet er ændret; "
            "sæt den til planlagt, eller lav en ny."
        )
    if day not in dates_to_make(rule, today=today, made_until=None) or day in choices:
        raise PlanError(
            "Kontaktens egen dag skal være en af seriens datoer. Intet er ændret; "
            "vælg dens ugedag med, og behold datoen."
        )


def _continue(session: Session, series: Series, days: tuple[date, ...], made_until: date) -> int:
    skipped = series.skipped_days
    wanted = [day for day in days if day not in skipped]
    for day in wanted:
        span = series.rule.on(day)
        add_contact(session, series, unpacked(series.template, span), day, span)
    series.made_until = made_until
    if not wanted:
        describe(session, "Serier ført videre")
    return len(wanted)
