"""What the citizen's side says below the table of agreed, held and planned (P02)."""

from datetime import timedelta

from bostoette.models.citizen_contact import CitizenContact
from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import new_key
from bostoette.planning.agreed_mix import mix_of_weeks
from bostoette.ui.citizens.mix_words import table_words
from tests.clock import MONDAY

WEEKS = [IsoWeek.of(MONDAY + timedelta(weeks=week)) for week in range(3)]
VISIT, HELD = ContactForm.PHYSICAL, ContactStatus.HELD
NUMBERS = "Tallene er afholdt og planlagt af aftalt."


def said(*in_weeks: int) -> str:
    days = [MONDAY + timedelta(weeks=week) for week in in_weeks]
    held = [CitizenContact(new_key(), day, 540, 60, VISIT, HELD, "Støttesamtale") for day in days]
    agreed = AgreementFields(MONDAY, (AgreementLineFields(1, 60),))
    return table_words(mix_of_weeks([agreed], held, WEEKS))


def test_it_says_whether_the_weeks_follow_what_was_agreed() -> None:
    first, middle, last = (week.number for week in WEEKS)
    assert said(0, 1, 2) == f"{NUMBERS} Ugerne følger aftalen."
    assert said(0, 2) == f"{NUMBERS} Uge {middle} afviger fra aftalen."
    assert said(1, 1, 2) == f"{NUMBERS} Uge {first} og {middle} afviger fra aftalen."
    assert said(0, 1) == f"{NUMBERS} Uge {last} afviger fra aftalen."


def test_without_an_agreement_nothing_is_said_of_it() -> None:
    assert table_words(mix_of_weeks([], [], WEEKS)) == NUMBERS
