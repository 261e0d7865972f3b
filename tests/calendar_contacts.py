"""Invented contacts as the calendar export sees them."""

from dataclasses import replace
from datetime import date

from bostoette.models.calendar_event import (
    CalendarCitizen,
    CalendarContact,
    CalendarReader,
    CalendarSeries,
    ReaderKind,
)
from bostoette.models.contact_form import ContactForm
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.planning.recurrence import occurrences

WORKER = CalendarReader(ReaderKind.WORKER, b"w" * 16)
CITIZEN = CalendarReader(ReaderKind.CITIZEN, b"c" * 16)
RELATIVE = CalendarReader(ReaderKind.PARTICIPANT, b"p" * 16)
ASTA = CalendarCitizen("AM2", "A.M.", "Asta", "Asta Mørk")
BO = CalendarCitizen("BK", "B.K.", "Bo", "Bo Kjær")
LINK = "https://video.example/rum/4711"


def contact(
    number: int, day: date, start: int = 780, form: ContactForm = ContactForm.PHYSICAL
) -> CalendarContact:
    """Return a contact that has everything typed in, whatever its form."""
    return CalendarContact(
        key=bytes([number]) * 16,
        form=form,
        span=TimeSpan(day, start, 45),
        citizens=(ASTA,),
        worker_first_names=("Mette",),
        address="Birkevej 4, 7800 Skive",
        meeting_point="Broen ved åen",
        phone="12 34 56 78",
        video_link=LINK,
        video_platform="VDX",
        agenda_count=2,
        travel_minutes=20,
    )


def series(rule: SeriesRule, *, key: bytes = b"s" * 16, first_number: int = 100) -> CalendarSeries:
    """Return a whole series with a contact on every date of its rule."""
    contacts = tuple(
        replace(
            contact(first_number + number, day, rule.start),
            span=rule.on(day),
            series_key=key,
            series_day=day,
        )
        for number, day in enumerate(occurrences(rule, date.max))
    )
    return CalendarSeries(key, rule, contacts)
