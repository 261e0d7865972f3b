"""What a worker does next: her next contact, and when she must leave for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.timespan import DAY_MINUTES
from bostoette.models.travel_mode import TravelMode
from bostoette.models.week_contact import WeekContact
from bostoette.models.wording import clock
from bostoette.planning.day_travel import DayTravel, TravelLeg


@dataclass(frozen=True, slots=True)
class NextContact:
    """The next contact and the trip that leads to it; None where she need not travel."""

    contact: WeekContact
    leg: TravelLeg | None

    def minutes_until(self, now: datetime) -> int:
        """Return the minutes from now (local) until something must be done; negative when past."""
        days = (self.contact.day - now.date()).days
        return days * DAY_MINUTES + self.moment - (now.hour * 60 + now.minute)

    @property
    def moment(self) -> int:
        """Minutes after midnight at which something must be done: leaving, else the start."""
        return self.contact.start if self.leg is None else self.leg.departs


def next_contact(
    contacts: Iterable[WeekContact],
    travel: Mapping[tuple[Key, date], DayTravel],
    worker: Key,
    now: datetime,
) -> NextContact | None:
    """Return the worker's first planned contact that is not over; ``now`` is local.

    One that is going on counts until it ends. None where none of the contacts is ahead.
    """
    today, minute = now.date(), now.hour * 60 + now.minute
    ahead = [
        one
        for one in contacts
        if worker in one.workers
        and one.status is ContactStatus.PLANNED
        and (one.day > today or (one.day == today and one.span.end > minute))
    ]
    if not ahead:
        return None
    first = min(ahead, key=lambda one: (one.day, one.start, one.id))
    return NextContact(first, leg_to(first.id, travel.get((worker, first.day))))


def leg_to(contact: Key, travel: DayTravel | None) -> TravelLeg | None:
    """Return the trip that leads to a contact, if there is one."""
    legs = travel.legs if travel is not None else ()
    return next((leg for leg in legs if leg.to_stop == contact), None)


def leaving_said(leg: TravelLeg, mode: TravelMode, minute: int | None) -> str:
    """Say when to leave: ``kør senest 12.40, ca. 20 min``.

    ``minute`` is now, in minutes after midnight of the trip's day; None on an earlier day.
    """
    if minute is not None and minute > leg.departs:
        said = f"skulle være {_LEFT[mode]} {clock(leg.departs)}"
    else:
        said = f"{_LEAVE[mode]} senest {clock(leg.departs)}"
    return f"{said}, {leg.estimate.said()}"


def reminder_said(coming: NextContact, now: datetime, *, discreet: bool) -> str:
    """Say quietly what comes: ``Om 10 min: telefon med B.K. kl. 13.00``.

    Initials only, and in discretion nothing beyond form and time.
    """
    contact = coming.contact
    whom = "" if discreet or not contact.initials else f" med {contact.initials}"
    what = f"{contact.form.short_name}{whom} kl. {clock(contact.start)}"
    minutes = coming.minutes_until(now)
    if coming.leg is None:
        return f"Om {minutes} min: {what}"
    return f"Afgang om {minutes} min, kl. {clock(coming.leg.departs)}: {what}"


_LEAVE = {
    TravelMode.CAR: "kør",
    TravelMode.BIKE: "cykl",
    TravelMode.WALK: "gå",
    TravelMode.BUS: "tag af sted",
}
_LEFT = {
    TravelMode.CAR: "kørt",
    TravelMode.BIKE: "cyklet",
    TravelMode.WALK: "gået",
    TravelMode.BUS: "taget af sted",
}
