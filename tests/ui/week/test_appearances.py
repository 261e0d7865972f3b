"""One contact of two workers: an appearance in each one's day, heard and marked as twins."""

from dataclasses import replace
from datetime import date

import pytest

from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.travel_mode import TravelMode
from bostoette.models.week_contact import CitizenName, WeekAppointment, WeekContact
from bostoette.models.whereabouts import Whereabouts
from bostoette.models.worker_day import Away, WeekWorker
from bostoette.models.worker_kinds import AbsenceKind
from bostoette.models.working_hours import WorkingHours
from bostoette.services.week import Week
from bostoette.ui.naming import Naming
from bostoette.ui.week.week_card import WeekSheet
from bostoette.ui.week.week_grid import WeekGrid
from bostoette.ui.week.week_model import WeekModel
from bostoette.ui.week.week_sheet import Around, sheet_around
from tests.ui.week.weeks import MONDAY, THURSDAY, WEEK

MONA, KARL, LENE = b"mona", b"karl", b"lene"
ASTA = CitizenName(b"asta", "Asta Mortensen", "A.M.", "AM")
HOURS = WorkingHours(((480, 960),) * 5 + (None, None))


def worker(key: bytes, initials: str) -> WeekWorker:
    return WeekWorker(
        key, initials, f"Navn {initials}", HOURS, TravelMode.CAR, Whereabouts(None, None)
    )


def contact(key: bytes, day: date, start: int, *workers: bytes) -> WeekContact:
    return WeekContact(
        key,
        1,
        day,
        start,
        60,
        ContactForm.PHYSICAL,
        ContactStatus.PLANNED,
        "",
        ContactPlace.HOME,
        agreed_with_citizen=False,
        series_id=None,
        workers=workers,
        citizens=(ASTA,),
    )


SHARED = contact(b"shared", MONDAY, 540, MONA, KARL)
ALONE = contact(b"alone", THURSDAY, 540, KARL)
SAME_TIME = contact(b"same time", MONDAY, 540, LENE)
TEAM = (worker(MONA, "M.J."), worker(KARL, "K.L."), worker(LENE, "L.P."))


def week(*workers: WeekWorker) -> Week:
    shown = {one.id for one in workers}
    contacts = tuple(one for one in (SHARED, ALONE, SAME_TIME) if not shown.isdisjoint(one.workers))
    away = Away(LENE, THURSDAY, THURSDAY, AbsenceKind.ILLNESS)
    return Week(WEEK, workers, contacts, (), (away,), {})


def sheet(*workers: WeekWorker, team: bool = False, day: date | None = None) -> WeekSheet:
    around = Around(
        (),
        {},
        Naming(),
        THURSDAY,
        lambda _day: None,
        {KARL: "K.L."},
        frozenset({b"alone"}),
        team=team,
        day=day,
    )
    return sheet_around(week(*workers), around)


def spoken(shown: WeekSheet) -> list[str]:
    model = WeekModel()
    model.replace(shown.cards, shown.people)
    return [model.spoken(card) for card in model.cards]


def test_a_shared_contact_lies_once_in_each_workers_day() -> None:
    cards = sheet(*TEAM, team=True).cards
    assert sorted((card.key, card.worker_id) for card in cards) == [
        (b"alone", KARL),
        (b"same time", LENE),
        (b"shared", KARL),
        (b"shared", MONA),
    ]


def test_both_say_with_whom_also_in_one_workers_own_week() -> None:
    (alone,) = spoken(sheet(TEAM[0]))
    assert alone.startswith("Fysisk besøg, Asta Mortensen, mandag 23. november 2026, fra 09.00")
    assert alone.endswith("sammen med K.L.")
    names = spoken(sheet(*TEAM, team=True))
    assert any("M.J., sammen med K.L." in name for name in names)
    assert any("K.L., sammen med M.J." in name for name in names)


def test_a_citizen_who_has_not_been_told_is_said_to_be_so() -> None:
    told = [name for name in spoken(sheet(*TEAM, team=True)) if "ikke orienteret" in name]
    assert len(told) == 1
    assert told[0].endswith("borger ikke orienteret")


def test_different_workers_and_twins_clash_with_nobody() -> None:
    assert not any("samtidig" in name for name in spoken(sheet(*TEAM, team=True)))


def test_the_list_reads_one_worker_after_the_other() -> None:
    model = WeekModel()
    shown = sheet(*TEAM, team=True)
    model.replace(shown.cards, shown.people)
    assert [card.worker_id for card in model.cards] == [MONA, KARL, KARL, LENE]


@pytest.mark.parametrize("day", [None, MONDAY])
def test_choosing_one_marks_its_twin(grid: WeekGrid, day: date | None) -> None:
    grid.show_sheet(sheet(*TEAM, team=True, day=day))
    plain = grid.viewport().grab().toImage()
    grid.choose(b"shared", KARL)
    marked = grid.viewport().grab().toImage()
    card = grid.chosen_card()
    assert card is not None
    assert card.worker_id == KARL
    twin = grid.visualRect(grid.model().index(0, 0)).adjusted(-3, -3, 3, 3)
    other = grid.visualRect(grid.model().index(grid.model().rowCount() - 1, 0))
    assert marked.copy(twin) != plain.copy(twin)
    assert marked.copy(other) == plain.copy(other)


def test_the_chosen_appearance_stays_chosen_when_the_week_is_read_anew(grid: WeekGrid) -> None:
    shown = sheet(*TEAM, team=True)
    grid.show_sheet(shown)
    grid.choose(b"shared", KARL)
    grid.show_sheet(sheet(*TEAM, team=True))
    card = grid.chosen_card()
    assert card is not None
    assert card.appearance == (b"shared", KARL)


def test_who_is_away_is_said_of_the_worker_and_not_of_the_day() -> None:
    shown = sheet(*TEAM, team=True)
    assert [person.away for person in shown.people] == [set(), set(), {THURSDAY}]
    assert shown.holidays == {}
    assert sheet(TEAM[2]).holidays == {THURSDAY: "væk: sygdom"}


@pytest.mark.parametrize("all_day", [False, True])
def test_in_discretion_own_time_is_named_by_its_kind(all_day: bool) -> None:  # noqa: FBT001 - pytest gives it by name
    own = WeekAppointment(
        b"own", 1, MONA, AppointmentKind.MEETING, "Hos Rie Holm", MONDAY, 780, 30, all_day
    )
    shown = replace(week(TEAM[0]), appointments=(own,))
    for naming, found in ((Naming(), True), (Naming(discreet=True), False)):
        sheet = sheet_around(shown, Around((), {}, naming, THURSDAY, lambda _day: None))
        words = [*spoken(sheet), *(card.title for card in sheet.cards), *sheet.holidays.values()]
        assert any("Rie Holm" in word for word in words) is found
        assert any(AppointmentKind.MEETING.danish in word for word in words) is not found
