"""What takes the same time twice: of a worker, of a citizen, of a worker's other time."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bostoette.models.key import Key
from bostoette.models.week_contact import WeekAppointment, WeekContact
from bostoette.models.wording import clock, short_day
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.week_sentence import WeekSentence, at, first_at

OTHER_TIME = "Flyt den ene, så de ikke ligger oven i hinanden."


def double_workers(week: CheckedWeek) -> Iterator[WeekSentence]:
    """Tell where a worker is in two contacts at once."""
    by_worker: dict[Key, list[WeekContact]] = {}
    for contact in week.standing:
        for key in contact.workers:
            by_worker.setdefault(key, []).append(contact)
    for key, own in by_worker.items():
        worker = week.workers.get(key)
        for one, other in _pairs(own) if worker else ():
            yield WeekSentence(
                "",
                (one.id, other.id),
                one.day,
                f"{worker.initials if worker else ''} har to kontakter på samme tid: "
                f"{first_at(one)} og {at(other)}.",
                OTHER_TIME,
            )


def double_citizens(week: CheckedWeek) -> Iterator[WeekSentence]:
    """Tell where a citizen is in two contacts at once, also with a colleague not shown here."""
    by_citizen: dict[Key, list[WeekContact]] = {}
    for contact in week.standing:
        for citizen in contact.citizens:
            by_citizen.setdefault(citizen.id, []).append(contact)
    here = {contact.id for contact in week.contacts}
    for key, own in by_citizen.items():
        for one, other in _pairs(own):
            yield WeekSentence(
                "",
                (one.id, other.id),
                one.day,
                f"{_initials(one, key)} har to kontakter på samme tid {short_day(one.day)} "
                f"kl. {clock(one.start)} og {clock(other.start)}.",
                OTHER_TIME,
            )
        yield from _with_colleagues(key, own, here, week)


def _with_colleagues(
    citizen: Key, own: Sequence[WeekContact], here: set[Key], week: CheckedWeek
) -> Iterator[WeekSentence]:
    told = set[tuple[Key, Key]]()
    for theirs in week.known.seen.get(citizen, ()):
        for one in own:
            if (
                theirs.day == one.day
                and theirs.contact_id not in here
                and theirs.span.overlaps(one.span)
                and (one.id, theirs.contact_id) not in told
            ):
                told.add((one.id, theirs.contact_id))
                yield WeekSentence(
                    "",
                    (one.id,),
                    one.day,
                    f"{first_at(one, _initials(one, citizen))} har samtidig en kontakt med "
                    f"{theirs.worker} kl. {clock(theirs.start)}.",
                    f"Tal med {theirs.worker} om en anden tid.",
                )


def busy_elsewhere(week: CheckedWeek) -> Iterator[WeekSentence]:
    """Tell where a contact lies on top of a worker's other time."""
    by_day: dict[date, list[WeekAppointment]] = {}
    for other in week.appointments:
        if not other.all_day:
            by_day.setdefault(other.day, []).append(other)
    for contact in week.planned:
        for other in by_day.get(contact.day, ()):
            if other.worker_id in contact.workers and other.span.overlaps(contact.span):
                what = other.title or other.kind.danish
                yield WeekSentence(
                    "",
                    (contact.id,),
                    contact.day,
                    f"{first_at(contact)} ligger oven i en anden aftale ({what}).",
                    OTHER_TIME,
                )


def _initials(contact: WeekContact, citizen: Key) -> str:
    return next(one.initials for one in contact.citizens if one.id == citizen)


def _pairs(contacts: Iterable[WeekContact]) -> Iterator[tuple[WeekContact, WeekContact]]:
    """Give the pairs that take the same time, of contacts that one person is in."""
    ordered = sorted(contacts, key=lambda one: (one.day, one.start))
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.day != one.day or other.start >= one.start + one.minutes:
                break
            yield one, other
