"""What is tight in a worker's day: the way there, the air between, her hours, her screen time."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.week_contact import WeekContact
from bostoette.models.wording import duration, short_day
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.day_travel import TravelLeg
from bostoette.planning.week_citizens import remote_instead
from bostoette.planning.week_sentence import WeekSentence, at, first_at

ON_SCREEN = frozenset({ContactForm.VIDEO, ContactForm.GROUP_ONLINE})

Day = tuple[WeekWorker, date, Sequence[WeekContact]]


def late_arrivals(week: CheckedWeek) -> Iterator[WeekSentence]:
    """Tell where a trip has no room (P80); where two contacts overlap, that is told instead."""
    by_key = {contact.id: contact for contact in week.planned}
    for (worker, day), travel in week.travel.items():
        for leg in travel.legs:
            contact = by_key.get(leg.to_stop) if leg.to_stop is not None else None
            if leg.short_by and contact and not _overlapped(week, worker, contact):
                remote = remote_instead(week, contact)
                yield WeekSentence(
                    "P80",
                    (contact.id,),
                    day,
                    f"Turen til {at(contact)} tager {leg.estimate.said()}; "
                    f"der mangler {duration(leg.short_by)}.",
                    f"Læg den {duration(leg.short_by)} senere"
                    f"{f', eller hold den {remote}' if remote else ''}.",
                )


def _overlapped(week: CheckedWeek, worker: Key, contact: WeekContact) -> bool:
    start, end = contact.start, contact.start + contact.minutes
    return any(
        one.id != contact.id
        and one.start < end
        and start < one.start + one.minutes
        and worker in one.workers
        for one in week.standing
        if one.day == contact.day
    )


def no_air(week: CheckedWeek) -> Iterator[WeekSentence]:
    """Tell where there is no air after a remote contact, or beyond travel between visits (P80)."""
    wanted = week.number("P80", "after_remote_minutes")
    for worker, day, own in _days(week, week.planned):
        legs = _legs(week, worker.id, day)
        for one, after in pairwise(own):
            gap = after.start - one.start - one.minutes
            if not one.form.travels and 0 <= gap < wanted:
                air = f"kun {duration(gap)}" if gap else "ingen"
                yield WeekSentence(
                    "P80",
                    (one.id, after.id),
                    day,
                    f"Der er {air} luft efter {at(one)}; "
                    f"{wanted} min giver tid til at rejse sig fra skærmen.",
                    f"Læg den næste {duration(wanted - gap)} senere.",
                )
            elif one.form.travels and after.form.travels:
                yield from _no_air_between(week, one, after, legs.get(after.id))


def _no_air_between(
    week: CheckedWeek, one: WeekContact, after: WeekContact, leg: TravelLeg | None
) -> Iterator[WeekSentence]:
    wanted = week.number("P80", "between_visits_minutes")
    if leg is None or leg.short_by:
        return
    left = after.start - one.start - one.minutes - leg.estimate.minutes
    if 0 <= left < wanted:
        yield WeekSentence(
            "P80",
            (one.id, after.id),
            after.day,
            f"Mellem {at(one)} og {at(after)} er der {duration(left)} ud over "
            f"rejsetiden; {wanted} min giver luft.",
            f"Læg den næste {duration(wanted - left)} senere.",
        )


def outside_hours(week: CheckedWeek) -> Iterator[WeekSentence]:
    """Tell what lies outside a worker's hours, unless the citizen has agreed to it (P84)."""
    for contact in (one for one in week.planned if not week.is_agreed(one)):
        for key in contact.workers:
            worker = week.workers.get(key)
            if worker is None:
                continue
            hours = worker.hours.on(contact.day)
            if (
                hours is None
                or contact.start < hours[0]
                or contact.start + contact.minutes > hours[1]
            ):
                yield WeekSentence(
                    "P84",
                    (contact.id,),
                    contact.day,
                    f"{first_at(contact)} ligger uden for {worker.initials}s arbejdstid.",
                    "Flyt den ind i arbejdstiden, eller aftal den tid med borgeren.",
                )


def too_long(week: CheckedWeek) -> Iterator[WeekSentence]:
    """Tell what is longer than its form bears (P71)."""
    for contact in week.planned:
        length = week.lengths.get(contact.form)
        if length and contact.minutes > length.cap_minutes:
            yield WeekSentence(
                "P71",
                (contact.id,),
                contact.day,
                f"{first_at(contact)} er på {duration(contact.minutes)}; "
                f"for {contact.form.full_name} "
                f"virker højst {duration(length.cap_minutes)} bedst.",
                "Del den i flere kortere.",
            )


def much_video(week: CheckedWeek) -> Iterator[WeekSentence]:
    """Tell where a worker's day has too many, too long or too many unbroken videos (P81)."""
    most = week.number("P81", "video_contacts_per_day")
    longest = week.number("P81", "video_minutes_per_day")
    for worker, day, own in _days(week, week.standing):
        videos = [one for one in own if one.form in ON_SCREEN]
        minutes = sum(one.minutes for one in videos)
        if len(videos) > most:
            facts = f"{worker.initials} har {len(videos)} {short_day(day)}; højst {most} er godt."
            yield _video(week, "video_contacts", videos, facts)
        if minutes > longest:
            facts = (
                f"{worker.initials} har {duration(minutes)} {short_day(day)}; "
                f"højst {duration(longest)} er godt."
            )
            yield _video(week, "video_minutes", videos, facts)
        yield from _video_runs(week, worker, own)


def _video_runs(
    week: CheckedWeek, worker: WeekWorker, own: Sequence[WeekContact]
) -> Iterator[WeekSentence]:
    most = week.number("P81", "video_in_a_row")
    for on_screen, run in groupby(own, key=lambda one: one.form in ON_SCREEN):
        videos = list(run)
        if on_screen and len(videos) > most:
            facts = (
                f"{worker.initials} har {len(videos)} lige efter hinanden fra {at(videos[0])}; "
                f"højst {most} er godt."
            )
            yield _video(week, "video_run", videos, facts)


def _video(
    week: CheckedWeek, check: str, videos: Sequence[WeekContact], facts: str
) -> WeekSentence:
    return WeekSentence(
        "P81",
        tuple(one.id for one in videos),
        videos[0].day,
        f"{week.check_text(check)} {facts}",
        "Byt en af dem til en gåtur eller et besøg.",
    )


def _days(week: CheckedWeek, contacts: Sequence[WeekContact]) -> Iterator[Day]:
    """Give each worker's days with her contacts in order of time."""
    days: dict[tuple[Key, date], list[WeekContact]] = {}
    for contact in contacts:
        for key in contact.workers:
            days.setdefault((key, contact.day), []).append(contact)
    for (key, day), own in days.items():
        worker = week.workers.get(key)
        if worker is not None:
            yield worker, day, sorted(own, key=lambda one: (one.start, one.id))


def _legs(week: CheckedWeek, worker: Key, day: date) -> dict[Key, TravelLeg]:
    travel = week.travel.get((worker, day))
    legs = travel.legs if travel else ()
    return {leg.to_stop: leg for leg in legs if leg.to_stop is not None}
