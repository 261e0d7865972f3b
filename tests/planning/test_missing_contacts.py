"""What a week is missing of what was agreed."""

from dataclasses import replace
from datetime import date

import pytest

from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.citizen_kinds import AgreementRhythm
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.week_contact import WeekContact
from bostoette.planning.missing_contacts import MissingContact, missing_this_week
from tests.clock import MONDAY

PHONE, VIDEO, VISIT = ContactForm.PHONE, ContactForm.VIDEO, ContactForm.PHYSICAL


def agreed(*lines: AgreementLineFields) -> AgreementFields:
    return AgreementFields(date(2026, 1, 1), lines)


def line(number: int, *forms: ContactForm) -> AgreementLineFields:
    return AgreementLineFields(number, 20, forms=forms)


def contact(form: ContactForm, status: ContactStatus = ContactStatus.PLANNED) -> WeekContact:
    return WeekContact(
        id=b"1",
        version=1,
        day=MONDAY,
        start=540,
        minutes=20,
        form=form,
        status=status,
        purpose_id="",
        place=ContactPlace.HOME,
        agreed_with_citizen=False,
        series_id=None,
        workers=(),
        citizens=(),
    )


def test_what_has_no_time_yet_is_missing() -> None:
    agreement = agreed(line(2, PHONE), line(1, VISIT))
    assert missing_this_week(agreement, [contact(PHONE)]) == (
        MissingContact(PHONE, 20),
        MissingContact(VISIT, 20),
    )


def test_a_full_week_misses_nothing_and_one_contact_more_is_no_fault() -> None:
    agreement = agreed(line(1, PHONE))
    assert missing_this_week(agreement, [contact(PHONE), contact(PHONE)]) == ()


@pytest.mark.parametrize(
    ("status", "missing"),
    [
        (ContactStatus.HELD, 0),
        (ContactStatus.NO_SHOW, 0),
        (ContactStatus.CANCELLED_BY_US, 1),
        (ContactStatus.CANCELLED_BY_CITIZEN, 1),
        (ContactStatus.CONVERTED, 1),
    ],
)
def test_a_contact_that_was_called_off_leaves_its_place_open(
    status: ContactStatus, missing: int
) -> None:
    assert len(missing_this_week(agreed(line(1, PHONE)), [contact(PHONE, status)])) == missing


def test_a_flexible_line_takes_what_the_single_forms_leave() -> None:
    agreement = agreed(line(1, PHONE, VIDEO), line(1, PHONE))
    assert missing_this_week(agreement, [contact(PHONE)]) == (MissingContact(PHONE, 20),)
    assert missing_this_week(agreement, [contact(PHONE), contact(VIDEO)]) == ()


def test_only_what_was_agreed_by_the_week_is_asked_for() -> None:
    every_week = replace(line(1, PHONE), rhythm=AgreementRhythm.N_WEEKS)
    every_third = replace(every_week, every_weeks=3)
    monthly = replace(line(1, PHONE), rhythm=AgreementRhythm.MONTH)
    assert missing_this_week(agreed(every_third, monthly), []) == ()
    assert len(missing_this_week(agreed(every_week), [])) == 1
