"""What does not suit the citizen: a form, too many workers, a change nobody has told her of."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.practice_condition import (
    Comparison,
    Effect,
    FieldTest,
    FieldValue,
    FormCondition,
)
from bostoette.models.remote_contact import REMOTE_TALKS
from bostoette.models.week_contact import CitizenName, WeekContact
from bostoette.models.wording import listed
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.week_sentence import WeekSentence, first_at

EQUIPMENT = "P62"


def unsuitable_forms(week: CheckedWeek) -> Iterator[WeekSentence]:
    """Tell where a form is refused or cannot be held: P04, P28, P46, P47, P59, P62."""
    impossible = [one for one in week.rules.conditions if _makes_impossible(one)]
    for contact in week.planned:
        for citizen, condition in _ruling_out(week, contact, impossible):
            yield WeekSentence(
                condition.rules[0],
                (contact.id,),
                contact.day,
                f"{first_at(contact, citizen.initials)}: {_inside(condition.text)}",
                condition.lift,
            )


def remote_instead(week: CheckedWeek, contact: WeekContact) -> str:
    """Say how a contact could be held at a distance instead: ``på telefon eller video``.

    Only forms that nothing rules out for its citizens; empty where there is none.
    """
    impossible = [one for one in week.rules.conditions if _makes_impossible(one)]
    forms = [
        form.short_name
        for form in REMOTE_TALKS
        if not any(_ruling_out(week, contact._replace(form=form), impossible))
    ]
    return f"på {' eller '.join(forms)}" if forms else ""


def _ruling_out(
    week: CheckedWeek, contact: WeekContact, impossible: Sequence[FormCondition]
) -> Iterator[tuple[CitizenName, FormCondition]]:
    """Give what makes a contact's form impossible, and for whom."""
    for condition in impossible:
        for citizen in contact.citizens if contact.form in condition.forms else ():
            answers = {**week.answers(citizen.id), "purpose": contact.purpose_id}
            if all(_holds(test, answers) for test in condition.when):
                yield citizen, condition


def many_workers(week: CheckedWeek) -> Iterator[WeekSentence]:
    """Tell where many different workers see one citizen, planned contacts counted in (P17)."""
    by_citizen: dict[CitizenName, list[WeekContact]] = {}
    for contact in week.standing:
        for citizen in contact.citizens:
            by_citizen.setdefault(citizen, []).append(contact)
    most = week.number("P17", "workers")
    for citizen, own in by_citizen.items():
        if _at_most_ever(week, citizen.id, own) <= most:
            continue
        for contact in sorted(own, key=lambda one: (one.day, one.start)):
            around = _workers_around(week, citizen.id, own, contact.day)
            if contact.status is ContactStatus.PLANNED and len(around) > most:
                yield WeekSentence(
                    "P17",
                    tuple(
                        one.id
                        for one in own
                        if one.day >= contact.day and one.status is ContactStatus.PLANNED
                    ),
                    contact.day,
                    f"{week.check_text('many_workers')} {citizen.initials} møder "
                    f"{len(around)} ({listed(sorted(around.values()))}) inden for "
                    f"{week.said('P17', 'window_days')}; højst {most} er godt.",
                    "Lad en, borgeren kender, tage kontakten.",
                )
                break


def _at_most_ever(week: CheckedWeek, citizen: Key, own: Sequence[WeekContact]) -> int:
    """Count the workers without looking at days: rarely are there so many at all."""
    here = {key for one in own for key in one.workers}
    return len(here | {one.worker_id for one in week.known.seen.get(citizen, ())})


def _workers_around(
    week: CheckedWeek, citizen: Key, own: Sequence[WeekContact], last: date
) -> dict[Key, str]:
    """Return the initials of those who see the citizen in the days up to one of the week."""
    first = last - timedelta(days=week.number("P17", "window_days") - 1)
    shown = {contact.id for contact in week.contacts}
    around = {
        one.worker_id: one.worker
        for one in week.known.seen.get(citizen, ())
        if first <= one.day <= last and one.contact_id not in shown
    }
    here = {
        key: week.workers[key].initials
        for one in own
        if one.day <= last
        for key in one.workers
        if key in week.workers
    }
    return around | here


def untold_changes(week: CheckedWeek) -> Iterator[WeekSentence]:
    """Tell which changed contacts are near while nobody has told the citizen (P49)."""
    for contact in week.planned:
        if contact.id in week.known.untold and is_late(week, contact.day, contact.start):
            yield WeekSentence(
                "P49",
                (contact.id,),
                contact.day,
                f"{first_at(contact)} er ændret, og der er under "
                f"{week.said('P49', 'late_hours')} til. "
                + (
                    f"{contact.initials} har brug for forudsigelighed; fortæl det nu."
                    if needs_predictability(week, contact)
                    else "Borgeren har ikke fået det fortalt endnu."
                ),
                "Fortæl borgeren det, og afslut opgaven.",
            )


def is_late(week: CheckedWeek, day: date, start: int) -> bool:
    """Tell whether a time is ahead, and nearer than the hours that a change should be told in."""
    return is_within(week, day, start, week.number("P49", "late_hours"))


def is_short_notice(week: CheckedWeek, form: ContactForm, day: date, start: int) -> bool:
    """Tell whether a contact at a distance would come sooner than one can prepare for (P67)."""
    return not form.travels and is_within(week, day, start, week.number("P67", "notice_hours"))


def is_within(week: CheckedWeek, day: date, start: int, hours: int) -> bool:
    """Tell whether a time is ahead by fewer than so many hours."""
    if week.now is None:
        return False
    minutes = (
        (day - week.now.date()).days * 24 * 60 + start - (week.now.hour * 60 + week.now.minute)
    )
    return 0 <= minutes < hours * 60


def needs_predictability(week: CheckedWeek, contact: WeekContact) -> bool:
    """Tell whether somebody in the contact needs predictability (P49)."""
    return any(week.answers(one.id).get("needs_predictability") for one in contact.citizens)


def _makes_impossible(condition: FormCondition) -> bool:
    return condition.effect is Effect.EXCLUDED or EQUIPMENT in condition.rules


def _holds(test: FieldTest, answers: Mapping[str, FieldValue]) -> bool:
    """Hold a test against what is known; of what nobody knows, nothing is said."""
    known = answers.get(test.field)
    if known is None:
        return False
    if test.comparison is Comparison.IS:
        return known == test.value
    return test.comparison is Comparison.IS_NOT and known != test.value


def _inside(text: str) -> str:
    return text[:1].lower() + text[1:]
