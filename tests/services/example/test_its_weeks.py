"""The example team's weeks are such as people have."""

from collections import Counter
from datetime import date, timedelta

import pytest

from bostoette.models.appointment import Appointment
from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import (
    AgreementRhythm,
)
from bostoette.models.contact import Contact, ContactCitizen
from bostoette.models.contact_agreement import AgreementLine, ContactAgreement
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.series import Series
from bostoette.models.series_rule import SeriesRule
from bostoette.models.worker import Absence, Worker
from bostoette.models.worker_kinds import WorkerRole
from bostoette.planning.danish_days import day_name
from bostoette.planning.demo_items import LUNCH
from bostoette.planning.recurrence import occurrences
from bostoette.services import week_templates
from bostoette.services.example import open_demo
from bostoette.services.program_file import OpenFile
from bostoette.store.places import Places
from tests.clock import MONDAY, Clock
from tests.services.example.asking import TODAY, clashes, rows, taking_time


def test_whoever_opens_it_has_a_template_of_two_weeks(example: OpenFile) -> None:
    (template,) = example.desk.read(week_templates.listed)
    assert (template.weeks, template.worker_id) == (2, example.desk.actor_id)
    assert template.contacts >= 4
    parts = example.desk.read(week_templates.parts_of, template.id)
    assert {part.week for part in parts} == {0, 1}


def test_nobody_is_in_two_places_but_for_one_clash_left_to_solve(example: OpenFile) -> None:
    [(first, second)] = clashes(taking_time(example))

    assert first.initials == "M.E."
    assert {first.status, second.status} == {ContactStatus.PLANNED}
    assert MONDAY <= first.day < MONDAY + timedelta(days=7)


def test_contacts_keep_within_working_hours_lunch_and_holidays(example: OpenFile) -> None:
    hours = {worker.id: worker.hours for worker in rows(example, Worker)}

    for contact in taking_time(example):
        on_duty = hours[contact.worker].on(contact.day)
        assert on_duty is not None
        assert on_duty[0] <= contact.start < contact.end <= on_duty[1]
        assert contact.end <= LUNCH[0] or LUNCH[1] <= contact.start
        assert day_name(contact.day) is None


def test_contacts_do_not_lie_over_other_time_in_the_calendar(example: OpenFile) -> None:
    busy = {(one.worker_id, one.day): one.span for one in rows(example, Appointment)}

    for contact in taking_time(example):
        other = busy.get((contact.worker, contact.day))
        assert other is None or contact.end <= other.start or other.end <= contact.start


def test_nobody_who_was_away_held_a_contact(example: OpenFile) -> None:
    away = rows(example, Absence)

    for contact in taking_time(example):
        if contact.day < TODAY:
            assert not any(
                one.worker_id == contact.worker and one.first_day <= contact.day <= one.last_day
                for one in away
            )


def test_only_what_is_past_is_held_and_most_of_it_is(example: OpenFile) -> None:
    contacts = rows(example, Contact)
    past = [one.status for one in contacts if one.day < TODAY]

    assert {one.status for one in contacts if one.day >= TODAY} == {ContactStatus.PLANNED}
    assert 0.7 < past.count(ContactStatus.HELD) / len(past) < 0.95
    assert all(
        (one.actual_minutes is not None) == (one.status is ContactStatus.HELD) for one in contacts
    )


def test_support_that_has_stopped_has_no_contacts_after_it(example: OpenFile) -> None:
    stopped = {
        one.id: one.status_since for one in rows(example, Citizen) if one.status_since is not None
    }

    parts = [part for part in rows(example, ContactCitizen) if part.citizen_id in stopped]
    assert len(stopped) == 4
    assert parts
    assert all(part.day < stopped[part.citizen_id] for part in parts)


def test_a_converted_visit_has_the_call_that_came_instead(example: OpenFile) -> None:
    contacts = {one.id: one for one in rows(example, Contact)}
    instead = [one for one in contacts.values() if one.converted_from is not None]

    converted = [one for one in contacts.values() if one.status is ContactStatus.CONVERTED]
    assert len(instead) == len(converted) > 0
    for call in instead:
        visit = contacts[call.converted_from]
        assert visit.status is ContactStatus.CONVERTED
        assert (call.form, call.day) == (ContactForm.PHONE, visit.day)


def test_this_week_leaves_agreed_contacts_to_plan_for_who_opens_it(example: OpenFile) -> None:
    opener = example.desk.actor_id
    hers = {one.id for one in rows(example, Citizen) if one.primary_worker_id == opener}
    agreed = {
        one.id: one.citizen_id
        for one in rows(example, ContactAgreement)
        if one.citizen_id in hers and one.valid_to is None
    }
    missing: Counter[bytes] = Counter()
    for line in rows(example, AgreementLine):
        if line.agreement_id in agreed and line.rhythm is AgreementRhythm.WEEK:
            missing[agreed[line.agreement_id]] += line.number
    planned = [
        part.citizen_id
        for part in rows(example, ContactCitizen)
        if part.citizen_id in hers and MONDAY <= part.day < MONDAY + timedelta(days=7)
    ]
    missing.subtract(planned)

    worker = next(one for one in rows(example, Worker) if one.id == opener)
    assert (worker.initials, worker.role) == ("M.E.", WorkerRole.WORKER)
    assert len(planned) >= 8
    assert sum(1 for number in missing.values() if number > 0) >= 2


def test_series_are_made_as_their_rules_say(example: OpenFile) -> None:
    made: dict[bytes, set[date]] = {}
    for contact in rows(example, Contact):
        if contact.series_id is not None:
            made.setdefault(contact.series_id, set()).add(contact.series_day)

    series = rows(example, Series)
    assert {one.id for one in series} == set(made)
    for one in series:
        rule = SeriesRule(
            one.every_weeks, one.weekdays, one.first_day, one.start, one.minutes, one.until
        )
        wanted = {day for day in occurrences(rule, one.made_until) if str(day) not in one.skipped}
        assert made[one.id] == wanted


@pytest.mark.parametrize(
    "today",
    [date(2026, 11, 27), date(2026, 11, 29), date(2026, 12, 24), date(2028, 2, 29)],
)
def test_it_can_be_made_on_any_day(places: Places, today: date) -> None:
    opened = open_demo(places, Clock(), today)
    try:
        contacts = rows(opened, Contact)
        assert len(clashes(taking_time(opened))) <= 1
        assert all(one.status is ContactStatus.PLANNED for one in contacts if one.day >= today)
        assert sum(1 for one in contacts if one.day >= today) > 50
    finally:
        opened.close()
