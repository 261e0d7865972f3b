"""The strip above the week: Fordeling, time, travel, and what to look at, drawn and in words."""

import re
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from bostoette.models.citizen_fields import GrantFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.week_facts import WeekFacts
from bostoette.models.week_plan import WeekPlan
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.services import contacts, grants
from bostoette.services.desk import Desk
from bostoette.services.week_facts import facts_of_week
from bostoette.store.journal import describe
from bostoette.ui.theme import Appearance, Theme
from bostoette.ui.week.form_bar import FormBar
from bostoette.ui.week.strip_work import StripWork
from bostoette.ui.week.week_page import WeekPage
from bostoette.ui.week.week_strip import WeekStrip
from tests.clock import MONDAY, At

NOW = datetime(2026, 11, 23, 7, 30)
WEEK = IsoWeek.of(MONDAY)


@pytest.fixture
def fields(worker_id: Key, citizen_id: Key, at: At) -> ContactFields:
    return ContactFields(
        at(0, "9.00", 60),
        ContactForm.PHYSICAL,
        "support_conversation",
        (worker_id,),
        (citizen_id,),
    )


@pytest.fixture
def week(desk: Desk, fields: ContactFields, at: At) -> tuple[Key, ...]:
    call = replace(fields, span=at(1, "9.00", 15), form=ContactForm.PHONE)
    off = replace(fields, span=at(2, "9.00", 30))
    made = tuple(desk.do(contacts.create, one) for one in (fields, call, off))
    desk.do(contacts.cancel, made[2], ContactStatus.CANCELLED_BY_US, "")
    return made


@pytest.fixture
def grant(desk: Desk, citizen_id: Key) -> Key:
    return desk.do(grants.add, citizen_id, GrantFields("sel_85", MONDAY, 120, 120))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, week: tuple[Key, ...]) -> WeekPage:
    page = WeekPage(desk, theme, lambda: NOW)
    page.show_week(WEEK)
    qtbot.addWidget(page)
    return page


def test_the_strip_says_in_words_what_it_draws(page: WeekPage) -> None:
    said = page.strip.summary
    assert said.startswith("besøg 1, telefon 1. 1 t 15 planlagt. ")
    assert "transport" in said


def test_granted_time_comes_after_and_without_moving_the_grid(
    page: WeekPage, desk: Desk, grant: Key
) -> None:
    page.resize(1180, 800)
    page.show()
    before = page.strip.height(), page.strip.heightForWidth(1180)
    StripWork(page, desk)
    page.strip.show_missing(4)
    assert "1 t 15 planlagt af 2 t bevilget" in page.strip.summary
    assert "4 kontakter mangler en tid" in page.strip.summary
    assert (page.strip.height(), page.strip.heightForWidth(1180)) == before


def test_only_time_with_citizens_counts_as_planned_of_what_is_granted(
    page: WeekPage, desk: Desk, fields: ContactFields, at: At
) -> None:
    hotline = replace(fields, span=at(3, "9.00", 60), form=ContactForm.HOTLINE, citizens=())
    meeting, day = ContactVariant.TEAM_MEETING, at(4, "9.00", 90)
    desk.do(contacts.create, hotline)
    desk.do(contacts.create, replace(fields, span=day, variant=meeting, citizens=()))
    page.show_week(WEEK)
    assert len(page.shown.contacts) == 5
    assert "1 t 15 planlagt" in page.strip.summary
    counted = sum(int(number) for number in re.findall(r"\d+", page.strip._bar.said))
    with_citizens = [one for one in page.shown.contacts if one.citizens and one.status.takes_time]
    assert counted == len(with_citizens) > 0


def test_a_new_grant_is_told_at_once(page: WeekPage, desk: Desk, citizen_id: Key) -> None:
    StripWork(page, desk)
    assert "bevilget" not in page.strip.summary
    fields = GrantFields("sel_85", MONDAY, 60, 90)
    desk.do(grants.add, citizen_id, fields)
    assert "af 1 t–1 t 30 bevilget" in page.strip.summary


def test_only_the_primary_workers_citizens_grants_count(
    desk: Desk, grant: Key, worker_id: Key, colleague_id: Key
) -> None:
    hers = desk.read(facts_of_week, (worker_id,), WEEK)
    assert (hers.granted_from, hers.granted_to) == (120, 120)
    assert desk.read(facts_of_week, (colleague_id,), WEEK).granted_from is None
    both = desk.read(facts_of_week, (worker_id, colleague_id), WEEK)
    assert both.granted_to == 120
    assert desk.read(facts_of_week, (worker_id,), WEEK.plus(-1)).granted_to is None


def test_contacts_that_nobody_planned_are_named_apart(
    page: WeekPage, desk: Desk, fields: ContactFields, at: At
) -> None:
    StripWork(page, desk)
    assert "opstod" not in page.strip.summary
    desk.do(contacts.create, replace(fields, span=at(3, "9.00", 30), unplanned=True))
    page.show_week(WEEK)
    assert "1 uplanlagt kontakt" in page.strip.summary


def _send(session: Session, worker: Key, status: WeekPlanStatus) -> None:
    session.add(WeekPlan(worker_id=worker, iso_year=WEEK.year, iso_week=WEEK.number, status=status))
    describe(session, "Uge sendt")


def test_the_strip_tells_where_the_week_stands_in_review(
    page: WeekPage, desk: Desk, worker_id: Key
) -> None:
    StripWork(page, desk)
    assert page.strip.summary.endswith("Gennemgang: Kladde.")
    desk.do(_send, worker_id, WeekPlanStatus.SENT)
    assert page.strip.summary.endswith("Gennemgang: Sendt.")


def test_an_empty_week_says_how_to_begin(page: WeekPage) -> None:
    page.show_week(WEEK.plus(3))
    assert page.strip.summary.startswith("Ingen kontakter med borgere. Ugen er tom endnu.")
    assert "planlagt" not in page.strip.summary


def test_an_empty_week_keeps_to_the_same_line_as_a_full_one(
    qtbot: QtBot, page: WeekPage, desk: Desk
) -> None:
    StripWork(page, desk)
    page.resize(1171, 760)
    page.show()
    full = page.strip.height()
    page.strip.offer_beginning(offered=True)
    page.show_week(WEEK.plus(3))
    qtbot.waitUntil(lambda: page.strip.height() == full)


def test_what_lacks_a_time_leads_to_the_tray_and_nothing_lacking_says_nothing(
    qtbot: QtBot, page: WeekPage, desk: Desk
) -> None:
    StripWork(page, desk)
    page.show()
    page.strip.show_missing(1)
    assert "1 kontakt mangler en tid" in page.strip.summary
    page.left.set_open(False)
    qtbot.mouseClick(page.strip._missing, Qt.MouseButton.LeftButton)
    assert page.left.is_open
    page.strip.show_missing(0)
    assert "mangler" not in page.strip.summary


@pytest.mark.parametrize("width", [420, 700, 1000, 1180, 1600])
@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_in_a_narrow_window_or_at_twice_the_text(
    qtbot: QtBot, theme: Theme, page: WeekPage, width: int, percent: int
) -> None:
    theme.use(Appearance.LIGHT, percent)
    strip = WeekStrip(theme)
    qtbot.addWidget(strip)
    strip.show_week(page.shown, ())
    strip.show_more(WeekFacts(900, 1080, 2, "Sendt til gennemgang"))
    strip.show_missing(14)
    width = max(width, strip.minimumSizeHint().width())
    strip.resize(width, strip.heightForWidth(width))
    strip.show()
    parts = [
        part
        for part in (strip._bar, strip._time, strip._travel, strip._look, strip._missing)
        if part.isVisible()
    ]
    assert len(parts) == 5
    for part in parts:
        assert strip.rect().contains(part.geometry())
        assert part.width() >= part.minimumSizeHint().width()
        assert part.height() >= part.minimumSizeHint().height()
        assert not any(part.geometry().intersects(o.geometry()) for o in parts if o is not part)


def test_the_widest_part_fits_a_small_screen_at_twice_the_text(
    theme: Theme, page: WeekPage
) -> None:
    theme.use(Appearance.LIGHT, 200)
    assert page.strip.minimumSizeHint().width() <= 1000


def test_each_form_has_its_own_pattern_in_the_bar(
    qtbot: QtBot, theme: Theme, page: WeekPage
) -> None:
    strip = WeekStrip(theme)
    qtbot.addWidget(strip)
    rows = set()
    for form in (ContactForm.PHYSICAL, ContactForm.PHONE, ContactForm.VIDEO, ContactForm.WALK_TALK):
        strip._bar.show_counts({form: 1})
        strip._bar.resize(strip._bar.sizeHint())
        drawn = strip._bar.grab().toImage()
        dark = tuple(
            drawn.pixelColor(x, y).lightness() < 170 for y in (1, 6) for x in range(20, 200)
        )
        rows.add(dark)
    assert len(rows) == 4


def test_a_narrow_strip_says_less_before_it_takes_another_line(
    qtbot: QtBot, page: WeekPage, desk: Desk, fields: ContactFields, at: At
) -> None:
    StripWork(page, desk)
    page.strip.show_missing(2)
    for day, form in ((2, ContactForm.VIDEO), (4, ContactForm.WALK_TALK)):
        desk.do(contacts.create, replace(fields, span=at(day, "8.00", 30), form=form))
    desk.do(contacts.create, replace(fields, span=at(3, "9.00", 30), unplanned=True))
    page.show_week(WEEK)
    strip, bar = page.strip, page.strip.findChild(FormBar)
    flow = strip.layout()
    assert bar is not None
    assert flow is not None
    page.show()
    page.resize(1600, 800)
    wide, said, full = strip.height(), strip.summary, bar.width()
    assert "1 uplanlagt kontakt" in said
    least = flow.sizeHint().width()
    page.resize(least - 1, 800)
    qtbot.waitUntil(lambda: strip.height() == wide)
    assert (strip.height(), bar.width()) == (wide, full)
    page.resize(least - 150, 800)
    qtbot.waitUntil(lambda: strip.height() == wide)
    assert bar.width() < full
    assert "besøg" in bar.toolTip()
    assert strip.summary == said
