"""Invented weeks for the tests of the grid."""

from datetime import date, timedelta

from hypothesis import strategies as st

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.timespan import DAY_MINUTES, TimeSpan
from bostoette.ui.week.week_card import TravelBlock, WeekCard, WeekSheet

WEEK = IsoWeek(2026, 48)
MONDAY = WEEK.monday
THURSDAY = MONDAY + timedelta(days=3)


def span(weekday: int, clock: str, minutes: int) -> TimeSpan:
    """Make a span of week 48 from ``13.15``."""
    hours, rest = clock.split(".")
    return TimeSpan(MONDAY + timedelta(days=weekday), int(hours) * 60 + int(rest), minutes)


def card(title: str, when: TimeSpan, form: ContactForm | None = None, **more: object) -> WeekCard:
    """Make a card whose key is its title and time."""
    key = f"{title} {when.day} {when.start}".encode()
    return WeekCard(key=key, span=when, title=title, form=form, **more)  # type: ignore[arg-type]  # fields by name


VISIT = card("A.M.", span(0, "9.00", 60), ContactForm.PHYSICAL, detail="praktisk hjælp")
CALL = card("B.K.", span(3, "13.00", 15), ContactForm.PHONE, detail="opfølgning")
VIDEO = card("C.S.", span(1, "10.00", 30), ContactForm.VIDEO, spoken="Clara Sand")
WALK = card("G.H.", span(3, "10.00", 45), ContactForm.WALK_TALK, series=True)
MEETING = card("Teammøde", span(1, "8.00", 60), movable=False)
HELD = card(
    "D.N.", span(2, "9.00", 60), ContactForm.PHYSICAL, status=ContactStatus.HELD, movable=False
)
SHEET = WeekSheet(
    WEEK,
    (VISIT, CALL, VIDEO, WALK, MEETING, HELD),
    (TravelBlock(span(0, "8.40", 20), "20 min", VISIT.key),),
    {MONDAY + timedelta(days=4): "Opdigtet fridag"},
    THURSDAY,
)


@st.composite
def sheets(draw: st.DrawFn, most: int = 25) -> WeekSheet:
    """Make random weeks, crowded hours, nights and weekends included."""
    cards = []
    for number in range(draw(st.integers(0, most))):
        day: date = WEEK.days[draw(st.integers(0, 6))]
        start = draw(st.integers(0, DAY_MINUTES - 5))
        minutes = draw(st.integers(5, min(240, DAY_MINUTES - start)))
        form = draw(st.sampled_from([*ContactForm, None]))
        cards.append(WeekCard(bytes([number]) * 16, TimeSpan(day, start, minutes), "A.M.", form))
    return WeekSheet(WEEK, tuple(cards))
