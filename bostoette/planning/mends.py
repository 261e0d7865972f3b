"""Proposes what would take a sentence of a week away, where something simple does.

A proposal never makes something worse: it is looked at as a drag is, and left out where it would
bring a clash or too little air of its own.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from math import ceil

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.mend import Mend, MendKind
from bostoette.models.timespan import DAY_MINUTES, TimeSpan
from bostoette.models.week_contact import WeekContact
from bostoette.models.wording import clock, short_day
from bostoette.models.working_hours import WorkingHours
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.free_span import first_free_span, is_free, spans_within
from bostoette.planning.undated_plan import REMOTE
from bostoette.planning.week_days_off import days_to_go_out
from bostoette.planning.week_sentence import WeekSentence
from bostoette.planning.week_tightness import ON_SCREEN
from bostoette.planning.week_voice import fits_citizens
from bostoette.planning.what_if import what_if

STEP = 5
MOST_MINUTES_LATER = 60
MOST_PARTS = 3
MEETINGS = frozenset(
    {
        "face_to_face_floor",
        "home_not_seen",
        "isolation",
        "risk_red",
        "risk_yellow",
        "relapse",
        "wellbeing_fall",
    }
)
"""The checks that a visit answers."""
NO_SHOWS = "no_shows"
"""The check that a bridge answers."""
_CLASH = frozenset({"", "P80", "P84"})
"""What a proposal may not bring: overlaps, no way there or no air, time outside of hours."""
_UNFIT = _CLASH | {"P82"}
"""What a contact may not bring to the day of a colleague who takes it over."""
_NUMBERS = {2: "to", 3: "tre"}

Allowed = Callable[[WeekContact, ContactForm], bool]
"""Tells whether nothing speaks against a contact in another form."""


def visit(sentence: WeekSentence) -> Mend | None:
    """Propose to plan the visit that is missing (P01, P37–P40, P42)."""
    if sentence.check not in MEETINGS or not sentence.citizen:
        return None
    return Mend(MendKind.VISIT, "Planlæg et besøg …", citizen_id=sentence.citizen)


def bridge(sentence: WeekSentence) -> Mend | None:
    """Propose a short contact and a way back after repeated no-shows (P43)."""
    if sentence.check != NO_SHOWS or not sentence.citizen:
        return None
    return Mend(MendKind.BRIDGE, "Byg en bro …", citizen_id=sentence.citizen)


def air(week: CheckedWeek, sentence: WeekSentence) -> Mend | None:
    """Propose to begin the next contact so much later that there is air (P80)."""
    contact = _contact(week, sentence.contacts[-1:])
    if sentence.rule != "P80" or contact is None:
        return None
    span = contact.span
    for later in range(STEP, MOST_MINUTES_LATER + STEP, STEP):
        if span.end + later > DAY_MINUTES:
            return None
        to = span.moved(minutes=later)
        if not _brings_clash(week, contact, to, contact.form):
            label = f"Flyt {contact.initials} {later} min til kl. {clock(to.start)}"
            return Mend(MendKind.MOVE, label, contact.id, (to,))
    return None


def split(week: CheckedWeek, sentence: WeekSentence) -> Mend | None:
    """Propose to split a contact that is too long into two or three on days of their own.

    A long remote contact becomes as many and as long as P72 says, others as few as their form
    bears (P71). The first part stays where the contact is.
    """
    contact = _contact(week, sentence.contacts[:1])
    if contact is None or not (sentence.rule == "P71" or sentence.check == "split_it"):
        return None
    number, minutes = _parts(week, contact)
    first = TimeSpan(contact.day, contact.start, minutes)
    others = _later_parts(week, contact, number - 1, minutes)
    if number not in _NUMBERS or len(others) < number - 1:
        return None
    days = ", ".join(short_day(span.day).partition(".")[0] for span in (first, *others))
    label = f"Del {contact.initials} i {_NUMBERS[number]} på {minutes} min: {days}"
    return Mend(MendKind.SPLIT, label, contact.id, (first, *others))


def swap_video(week: CheckedWeek, sentence: WeekSentence, allowed: Allowed) -> Mend | None:
    """Propose to hold one of a day's many videos as a walk or a visit (P81)."""
    if sentence.rule != "P81":
        return None
    for key in sentence.contacts:
        contact = _contact(week, (key,))
        if contact is None or contact.form not in ON_SCREEN:
            continue
        for form in (ContactForm.WALK_TALK, ContactForm.PHYSICAL):
            clash = _brings_clash(week, contact, contact.span, form)
            if not clash and allowed(contact, form):
                label = f"Hold {contact.initials} kl. {clock(contact.start)} som {form.short_name}"
                return Mend(MendKind.FORM, label, contact.id, form=form)
    return None


def out_another_day(week: CheckedWeek, sentence: WeekSentence, allowed: Allowed) -> Mend | None:
    """Propose a day out for what needs one (P82): at the same hour, else at the first free one.

    A call to somebody who must be visited becomes the visit. A trip that fits on no other day
    becomes a call or a video, where nothing speaks against it.
    """
    contact = _contact(week, sentence.contacts[:1])
    if sentence.rule != "P82" or contact is None:
        return None
    goes_out = contact.form.travels
    form = contact.form if goes_out else ContactForm.PHYSICAL
    if not goes_out and not allowed(contact, form):
        return None
    to = next(_times_out(week, contact, form), None)
    if to is not None:
        when = f"{short_day(to.day)} kl. {clock(to.start)}"
        label = f"Flyt {contact.initials} til {when}"
        if not goes_out:
            label = f"Hold {contact.initials} som besøg {when}"
        return Mend(MendKind.MOVE, label, contact.id, (to,), form=None if goes_out else form)
    instead = [one for one in (ContactForm.PHONE, ContactForm.VIDEO) if goes_out]
    for other in instead:
        if allowed(contact, other):
            label = f"Hold {contact.initials} kl. {clock(contact.start)} på {other.short_name}"
            return Mend(MendKind.FORM, label, contact.id, form=other)
    return None


def _times_out(week: CheckedWeek, contact: WeekContact, form: ContactForm) -> Iterator[TimeSpan]:
    """Give the times on other days that bring no clash of their own, the nearest day first."""
    worker = week.workers.get(contact.workers[0])
    if worker is None:
        return
    for day in days_to_go_out(week, worker, contact.day):
        same = TimeSpan(day, contact.start, contact.minutes)
        for span in (same, *spans_within(day, worker.hours, contact.minutes)):
            if not _brings_clash(week, contact, span, form):
                yield span


def hand_to_known(
    week: CheckedWeek,
    sentence: WeekSentence,
    known: Sequence[tuple[Key, str]],
    fits: Callable[[Key, WeekContact], bool],
) -> Mend | None:
    """Propose to give a contact to the primary or the secondary worker (P17).

    ``known`` are their keys and initials; ``fits`` tells whether the contact, with one of them in
    place of its own worker, has room in her day.
    """
    if sentence.rule != "P17":
        return None
    keys = {key for key, _initials in known}
    for contact_id in sentence.contacts:
        contact = _contact(week, (contact_id,))
        if contact is None or not keys.isdisjoint(contact.workers):
            continue
        leaves, *others = contact.workers
        for key, initials in known:
            if fits(key, contact._replace(workers=(key, *others))):
                label = f"Giv {contact.initials} {short_day(contact.day)} til {initials}"
                return Mend(
                    MendKind.HAND_OVER,
                    label,
                    contact.id,
                    (contact.span,),
                    leaves=leaves,
                    comes=key,
                )
    return None


def fits_into(week: CheckedWeek, contact: WeekContact) -> bool:
    """Tell whether a contact has room in the week of whoever is to take it over."""
    return not any(one.rule in _UNFIT for one in what_if(week, contact, contact.span, contact.form))


def _parts(week: CheckedWeek, contact: WeekContact) -> tuple[int, int]:
    """Return how many parts, and how long each is."""
    length = week.lengths.get(contact.form)
    if contact.form in REMOTE and contact.minutes > week.number("P72", "long_remote_minutes"):
        number = week.number("P72", "parts")
        shortest = week.number("P72", "shortest_minutes")
        longest = week.number("P72", "longest_minutes")
        return min(number, MOST_PARTS), min(max(contact.minutes // number, shortest), longest)
    cap = length.cap_minutes if length else contact.minutes
    number = min(max(2, ceil(contact.minutes / cap)), MOST_PARTS)
    return number, ceil(contact.minutes / number / STEP) * STEP


def _later_parts(
    week: CheckedWeek, contact: WeekContact, number: int, minutes: int
) -> list[TimeSpan]:
    """Return a free time on so many other days of the week, the same hour where it is free."""
    worker = week.workers.get(contact.workers[0])
    hours = worker.hours if worker else WorkingHours.standard()
    busy = list(_busy(week, contact))
    air = week.number("P80", "after_remote_minutes")
    citizens = tuple(one.id for one in contact.citizens)

    def suits_her(span: TimeSpan) -> bool:
        return fits_citizens(week, citizens, span)

    found: list[TimeSpan] = []
    for day in _other_days(week, contact):
        same = TimeSpan(day, contact.start, minutes)
        own = hours.on(day)
        fits = own is not None and own[0] <= same.start and same.end <= own[1]
        free = same if fits and suits_her(same) and is_free(same, busy, air) else None
        free = free or first_free_span([day], hours, busy, minutes, air, fits=suits_her)
        if free is not None and len(found) < number:
            found.append(free)
    return found


def _other_days(week: CheckedWeek, contact: WeekContact) -> Iterator[date]:
    """Give the week's other days from today on: every second one first, then those after it."""
    monday = contact.day.toordinal() - contact.day.weekday()
    days = [date.fromordinal(monday + place) for place in range(7)]
    met = {
        one.day
        for one in week.standing
        if one.id != contact.id and not {*one.citizens}.isdisjoint(contact.citizens)
    }
    away = [one for one in week.absences if one.worker_id in contact.workers]
    for day in sorted(days, key=lambda day: (_beside(contact, day), day < contact.day, day)):
        ahead = week.now is None or day >= week.now.date()
        open_ = week.holiday(day) is None and not any(one.covers(day) for one in away)
        if day != contact.day and ahead and open_ and day not in met:
            yield day


def _beside(contact: WeekContact, day: date) -> bool:
    """Tell whether a day would leave no day between the parts, as Monday, Wednesday, Friday do."""
    return (day - contact.day).days % 2 != 0


def _busy(week: CheckedWeek, contact: WeekContact) -> Iterator[TimeSpan]:
    people = {*contact.workers, *(one.id for one in contact.citizens)}
    for one in week.standing:
        if not people.isdisjoint((*one.workers, *(each.id for each in one.citizens))):
            yield one.span
    for other in week.appointments:
        if other.worker_id in people and not other.all_day:
            yield other.span


def _brings_clash(week: CheckedWeek, contact: WeekContact, to: TimeSpan, form: ContactForm) -> bool:
    return any(one.rule in _CLASH for one in what_if(week, contact, to, form))


def _contact(week: CheckedWeek, keys: Sequence[Key]) -> WeekContact | None:
    return next((one for one in week.planned if one.id in keys), None)
