"""An invented week for the checks: two workers, two citizens, contacts as a test needs them."""

from dataclasses import replace
from itertools import count

from bostoette.models.conditions import FormLength
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.practice_condition import FieldValue
from bostoette.models.travel_mode import TravelMode
from bostoette.models.week_contact import CitizenName, WeekContact
from bostoette.models.week_knowledge import KnownCitizen
from bostoette.models.whereabouts import Whereabouts
from bostoette.models.worker_day import WeekWorker
from bostoette.models.working_hours import WorkingHours
from bostoette.planning.checked_week import CheckedWeek
from bostoette.store.practice_rules_file import delivered_practice_rules
from tests.clock import At

MJ = b"m" * 16
KL = b"k" * 16
ASTA = CitizenName(b"a" * 16, "Asta Prøvesen", "A.M.", "AM")
BO = CitizenName(b"b" * 16, "Bo Eksempel", "B.K.", "BK")


def worker(key: bytes, initials: str) -> WeekWorker:
    return WeekWorker(
        key, initials, initials, WorkingHours.standard(), TravelMode.CAR, Whereabouts(None, None)
    )


def an_empty_week() -> CheckedWeek:
    """M.J.'s and K.L.'s week without anything in it."""
    return CheckedWeek(
        contacts=(),
        appointments=(),
        workers={MJ: worker(MJ, "M.J."), KL: worker(KL, "K.L.")},
        absences=(),
        travel={},
        lengths={ContactForm.PHONE: FormLength(ContactForm.PHONE, 15, 30)},
        holiday=lambda _day: None,
        rules=delivered_practice_rules(),
    )


_numbers = count(1)


def contact(
    at: At,
    weekday: int,
    start: str,
    minutes: int,
    *,
    form: ContactForm = ContactForm.PHYSICAL,
    citizen: CitizenName = ASTA,
    workers: tuple[bytes, ...] = (MJ,),
    status: ContactStatus = ContactStatus.PLANNED,
    purpose: str = "support_conversation",
) -> WeekContact:
    span = at(weekday, start, minutes)
    return WeekContact(
        next(_numbers).to_bytes(16, "big"),
        1,
        span.day,
        span.start,
        span.minutes,
        form,
        status,
        purpose,
        ContactPlace.HOME,
        agreed_with_citizen=False,
        series_id=None,
        workers=workers,
        citizens=(citizen,),
    )


def knowing(
    week: CheckedWeek, citizen: CitizenName = ASTA, /, **answers: FieldValue
) -> CheckedWeek:
    """Add what a citizen has answered."""
    known = KnownCitizen(citizen.initials, answers, Whereabouts(None, None))
    citizens = {**week.known.citizens, citizen.id: known}
    return replace(week, known=replace(week.known, citizens=citizens))
