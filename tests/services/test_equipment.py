"""Equipment on loan: lent, corrected, given back, each a step that can be undone (P62)."""

from dataclasses import replace
from datetime import date

import pytest

from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.loan_fields import LoanFields
from bostoette.models.plan_error import PlanError
from bostoette.services import citizens, equipment
from bostoette.services.advice import advice_for_citizen
from bostoette.services.desk import Desk
from tests.clock import MONDAY

TABLET = LoanFields("Tablet nr. 4", MONDAY, date(2027, 1, 15), "oplader med")
LACKS = ProfileFields(filled_on=MONDAY, has_video_device=False, has_phone=False)


def test_what_is_lent_is_listed_until_it_is_given_back(desk: Desk, citizen_id: Key) -> None:
    key = desk.do(equipment.lend, citizen_id, TABLET)
    (loan,) = desk.read(equipment.loans_of, citizen_id)
    assert (loan.id, loan.fields, loan.returned_on) == (key, TABLET, None)
    assert not loan.overdue(date(2027, 1, 15))
    assert loan.overdue(date(2027, 1, 16))
    desk.do(equipment.give_back, key, date(2026, 12, 1))
    (loan,) = desk.read(equipment.loans_of, citizen_id)
    assert loan.returned_on == date(2026, 12, 1)
    assert not loan.overdue(date(2027, 1, 16))
    desk.undo()
    assert desk.read(equipment.loans_of, citizen_id)[0].returned_on is None


def test_what_the_citizen_still_has_stands_first(desk: Desk, citizen_id: Key) -> None:
    newer = LoanFields("Telefon", date(2026, 11, 25))
    key = desk.do(equipment.lend, citizen_id, newer)
    desk.do(equipment.lend, citizen_id, TABLET)
    desk.do(equipment.give_back, key, date(2026, 11, 26))
    names = [one.fields.what for one in desk.read(equipment.loans_of, citizen_id)]
    assert names == ["Tablet nr. 4", "Telefon"]


@pytest.mark.parametrize(
    "without", [LACKS, replace(LACKS, loan_device_planned=True)], ids=["no loan", "a loan agreed"]
)
def test_video_may_be_chosen_while_a_tablet_is_lent_out(
    desk: Desk, citizen_id: Key, worker_id: Key, without: ProfileFields
) -> None:
    version = desk.read(citizens.details, citizen_id).profile_version
    desk.upkeep(citizens.change_profile, citizen_id, version, without)

    def rules(form: ContactForm) -> tuple[str, ...]:
        asked = (citizen_id, "support_conversation", worker_id, MONDAY)
        found = desk.read(advice_for_citizen, *asked).of(form)
        assert found is not None
        return found.rules

    assert "P62" in rules(ContactForm.VIDEO)
    key = desk.do(equipment.lend, citizen_id, TABLET)
    assert "P62" not in rules(ContactForm.VIDEO)
    assert "P62" in rules(ContactForm.PHONE)
    desk.do(equipment.lend, citizen_id, LoanFields("Mobil nr. 2", MONDAY))
    assert "P62" not in rules(ContactForm.PHONE)
    desk.do(equipment.give_back, key, MONDAY)
    assert "P62" in rules(ContactForm.VIDEO)


def test_a_loan_is_corrected_and_a_stale_one_is_not_overwritten(
    desk: Desk, colleagues_desk: Desk, citizen_id: Key
) -> None:
    key = desk.do(equipment.lend, citizen_id, TABLET)
    (seen,) = desk.read(equipment.loans_of, citizen_id)
    theirs = LoanFields("Tablet nr. 5", MONDAY)
    colleagues_desk.do(equipment.change_loan, key, seen.version, theirs)
    with pytest.raises(PlanError, match="Intet er overskrevet"):
        desk.do(equipment.change_loan, key, seen.version, TABLET)
    assert desk.read(equipment.loans_of, citizen_id)[0].fields == theirs


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (LoanFields(" ", MONDAY), "hvad der lånes ud"),
        (LoanFields("Tablet", MONDAY, date(2026, 1, 1)), "før udlånet"),
        (LoanFields("Tablet til 010180-1234", MONDAY), "CPR-nummer"),
    ],
)
def test_what_cannot_be_lent_is_refused(
    desk: Desk, citizen_id: Key, wrong: LoanFields, sentence: str
) -> None:
    with pytest.raises(PlanError, match=sentence):
        desk.do(equipment.lend, citizen_id, wrong)
    assert not desk.read(equipment.loans_of, citizen_id)


def test_nothing_is_given_back_twice_or_before_it_was_lent(desk: Desk, citizen_id: Key) -> None:
    key = desk.do(equipment.lend, citizen_id, TABLET)
    with pytest.raises(PlanError, match="før udlånet"):
        desk.do(equipment.give_back, key, date(2026, 1, 1))
    desk.do(equipment.give_back, key, MONDAY)
    with pytest.raises(PlanError, match="allerede"):
        desk.do(equipment.give_back, key, MONDAY)
