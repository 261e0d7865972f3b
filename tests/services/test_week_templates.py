"""Template weeks: saved from real ones, seen before they are laid, merged, undone in one step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bostoette.models.appointment_fields import AppointmentFields
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.citizen_fields import (
    AgreementFields,
    AgreementLineFields,
    CitizenFields,
    GrantFields,
)
from bostoette.models.citizen_kinds import CitizenStatus, FormWish
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.series_rule import SeriesRule
from bostoette.models.worker_fields import AbsenceFields
from bostoette.models.worker_kinds import AbsenceKind
from bostoette.planning.copying import CopyFate, CopyLine
from bostoette.planning.week_templates import LayWish
from bostoette.services import (
    agreements,
    appointments,
    citizens,
    contacts,
    ending,
    grants,
    series,
    template_laying,
    week_templates,
    workers,
)
from bostoette.services.desk import Desk
from bostoette.services.week_templates import SavingWish
from bostoette.store.erasing import erase
from bostoette.store.weeks import appointments_of_workers, contacts_of_workers
from tests.clock import MONDAY, At
from tests.services.remote_hands import answer

TODAY = MONDAY
NEXT = MONDAY + timedelta(weeks=1)
LATER = MONDAY + timedelta(weeks=3)
LAST = date(2027, 6, 30)
WEEKLY = (AgreementLineFields(1, 60),)


@pytest.fixture
def fields(fields: ContactFields) -> ContactFields:
    return replace(
        fields,
        agenda=("Ugens skema",),
        agreed_with_citizen=True,
    )


@pytest.fixture
def save(desk: Desk, worker_id: Key) -> Callable[..., Key]:
    def saved(weeks: int = 1, name: str = "Almindelig uge", first: date = MONDAY) -> Key:
        wish = SavingWish(worker_id, first, weeks)
        lines = desk.read(week_templates.preview_saving, wish)
        return desk.do(week_templates.save, wish, [one.key for one in lines], name)

    return saved


Save = Callable[..., Key]


def seen(desk: Desk, wish: LayWish) -> tuple[CopyLine, ...]:
    return desk.read(template_laying.preview, wish, TODAY)


def told(lines: tuple[CopyLine, ...]) -> list[tuple[CopyFate, str]]:
    return [(line.fate, line.why) for line in lines]


def lay(desk: Desk, wish: LayWish) -> int:
    lines = [one.key for one in seen(desk, wish)]
    return desk.do(template_laying.lay, wish, lines, TODAY)


def days(desk: Desk, worker_id: Key) -> list[date]:
    return [one.day for one in desk.read(contacts_of_workers, [worker_id], NEXT, LAST)]


def test_a_saved_week_is_laid_as_it_was_and_planned_anew(
    desk: Desk, visit: Key, save: Save, worker_id: Key, fields: ContactFields
) -> None:
    desk.do(contacts.hold, visit)
    template = save()
    assert desk.undo_state().undo == "Gem skabelonuge: M.J. uge 48"
    assert lay(desk, LayWish(template, worker_id, NEXT, 1)) == 1
    (laid,) = desk.read(contacts_of_workers, [worker_id], NEXT, LAST)
    found = desk.read(contacts.details, laid.id)
    assert found.fields == replace(
        fields, span=fields.span.moved(days=7), agreed_with_citizen=False
    )
    assert (found.status, found.series_id) == (ContactStatus.PLANNED, None)


def test_a_rotation_of_two_weeks_goes_round_and_may_begin_with_its_second(
    desk: Desk, visit: Key, save: Save, worker_id: Key, fields: ContactFields, at: At
) -> None:
    second = replace(fields, span=at(9, "13.00", 15), form=ContactForm.PHONE)
    call = desk.do(contacts.create, second)
    template = save(2, "Rul")
    desk.do(contacts.delete, call)
    wish = LayWish(template, worker_id, LATER, 5, begin_with=1)
    assert [(one.to.day - LATER).days for one in seen(desk, wish)] == [2, 7, 16, 21, 30]
    assert lay(desk, wish) == 5
    assert desk.undo_state().undo == "Læg skabelonuge ind: M.J. uge 51–2"
    desk.undo()
    assert days(desk, worker_id) == []


def test_laying_twice_doubles_nothing_and_says_so(
    desk: Desk, visit: Key, save: Save, worker_id: Key
) -> None:
    wish = LayWish(save(), worker_id, NEXT, 2)
    assert lay(desk, wish) == 2
    assert told(seen(desk, wish)) == [(CopyFate.SKIPPED, "står der allerede")] * 2
    with pytest.raises(PlanError, match="ikke noget at lægge ind"):
        lay(desk, wish)
    assert len(days(desk, worker_id)) == 2


def test_what_takes_the_same_time_is_asked_about(
    desk: Desk, visit: Key, save: Save, worker_id: Key, fields: ContactFields
) -> None:
    template = save()
    call = replace(fields, span=fields.span.moved(days=7), form=ContactForm.PHONE)
    desk.do(contacts.create, call)
    assert told(seen(desk, LayWish(template, worker_id, NEXT, 1))) == [
        (CopyFate.ASKED, "samtidig med telefon A.M. 09.00–10.00")
    ]


def test_absence_holiday_and_an_expired_grant_are_asked_about(
    desk: Desk, visit: Key, save: Save, worker_id: Key, citizen_id: Key
) -> None:
    template = save()
    away = AbsenceFields(NEXT, NEXT, AbsenceKind.COURSE)
    desk.do(workers.add_absence, worker_id, worker_id, away)
    over = date(2026, 12, 13)
    desk.do(grants.add, citizen_id, GrantFields("85", MONDAY, 120, 120, valid_to=over))
    wish = LayWish(template, worker_id, NEXT, 3)
    assert told(seen(desk, wish)) == [
        (CopyFate.ASKED, "M.J. er på kursus"),
        (CopyFate.COPIED, ""),
        (CopyFate.ASKED, "A.M.s bevilling er udløbet"),
    ]
    easter = LayWish(template, worker_id, date(2027, 3, 29), 1)
    assert "Anden påskedag" in told(seen(desk, easter))[0][1]


def test_who_is_paused_or_ended_is_left_out(
    desk: Desk, visit: Key, save: Save, worker_id: Key, citizen_id: Key
) -> None:
    template = save()
    version = desk.read(citizens.details, citizen_id).version
    desk.do(ending.change_status, citizen_id, version, CitizenStatus.PAUSED, NEXT, stop=False)
    assert told(seen(desk, LayWish(template, worker_id, NEXT, 1))) == [
        (CopyFate.SKIPPED, "A.M. er på pause")
    ]


def test_one_of_a_group_who_has_ended_does_not_come_along(
    desk: Desk, save: Save, worker_id: Key, citizen_id: Key, fields: ContactFields
) -> None:
    other = desk.do(citizens.create, CitizenFields(name="Bo Kjær", initials="B.K."))
    walk = replace(fields, form=ContactForm.GROUP_WALK, citizens=(citizen_id, other))
    desk.do(contacts.create, walk)
    template = save()
    (listed,) = desk.read(week_templates.listed)
    assert (listed.contacts, listed.own_time) == (1, 0)
    version = desk.read(citizens.details, other).version
    desk.do(ending.change_status, other, version, CitizenStatus.ENDED, NEXT, stop=True)
    assert lay(desk, LayWish(template, worker_id, NEXT, 1)) == 1
    (laid,) = desk.read(contacts_of_workers, [worker_id], NEXT, LAST)
    assert laid.initials == "A.M."


def test_a_series_lays_its_own_contacts(
    desk: Desk, save: Save, worker_id: Key, fields: ContactFields
) -> None:
    desk.do(series.create, fields, SeriesRule(1, (0,), MONDAY, 540, 60), today=TODAY)
    template = save()
    moved = desk.read(contacts_of_workers, [worker_id], NEXT, NEXT)[0]
    desk.do(contacts.move, moved.id, moved.span.moved(days=1, minutes=60))
    assert told(seen(desk, LayWish(template, worker_id, NEXT, 1))) == [
        (CopyFate.SKIPPED, "serien har sin egen kontakt der")
    ]


def test_own_time_is_saved_and_laid_unless_it_is_left_out(
    desk: Desk, visit: Key, save: Save, worker_id: Key, at: At
) -> None:
    meeting = AppointmentFields(at(3, "9.00", 90), AppointmentKind.MEETING, "Personalemøde")
    desk.do(appointments.create, worker_id, meeting)
    wish = LayWish(save(), worker_id, NEXT, 1)
    assert [one.form for one in seen(desk, replace(wish, own_time=False))] == [ContactForm.PHYSICAL]
    assert lay(desk, wish) == 2
    (own,) = desk.read(appointments_of_workers, [worker_id], NEXT, LAST)
    assert (own.title, own.day) == ("Personalemøde", NEXT + timedelta(days=3))
    assert told(seen(desk, wish)) == [(CopyFate.SKIPPED, "står der allerede")] * 2


def test_a_colleague_may_take_the_rotation_over(
    desk: Desk, visit: Key, save: Save, worker_id: Key, colleague_id: Key
) -> None:
    template = save()
    lay(desk, LayWish(template, colleague_id, NEXT, 1))
    assert days(desk, worker_id) == []
    assert days(desk, colleague_id) == [NEXT]


def test_a_template_of_one_who_has_stopped_says_so(
    desk: Desk, visit: Key, colleague_id: Key, save: Save, worker_id: Key, fields: ContactFields
) -> None:
    desk.do(contacts.change, visit, _version(desk, visit), replace(fields, workers=(colleague_id,)))
    both = replace(fields, span=fields.span.moved(days=1), workers=(worker_id, colleague_id))
    desk.do(contacts.create, both)
    template = save()
    details = desk.read(workers.details, colleague_id)
    desk.do(workers.deactivate, worker_id, colleague_id, details.version)
    assert lay(desk, LayWish(template, worker_id, NEXT, 1)) == 1
    (laid,) = desk.read(contacts_of_workers, [worker_id], NEXT, LAST)
    assert laid.workers == (worker_id,)


def _version(desk: Desk, key: Key) -> int:
    return desk.read(contacts.details, key).version


def test_what_was_called_off_is_not_saved_and_says_why(
    desk: Desk, visit: Key, worker_id: Key
) -> None:
    desk.do(contacts.cancel, visit, ContactStatus.CANCELLED_BY_US, "Sygdom")
    wish = SavingWish(worker_id, MONDAY, 1)
    (line,) = desk.read(week_templates.preview_saving, wish)
    assert (line.fate, line.why) == (CopyFate.SKIPPED, "er aflyst af os")
    with pytest.raises(PlanError, match="ikke noget at gemme"):
        desk.do(week_templates.save, wish, [line.key], "Tom")


def test_it_is_renamed_thinned_out_and_deleted_while_what_was_laid_stays(
    desk: Desk, visit: Key, save: Save, worker_id: Key, fields: ContactFields, at: At
) -> None:
    desk.do(contacts.create, replace(fields, span=at(2, "10.00", 30), form=ContactForm.PHONE))
    template = save()
    lay(desk, LayWish(template, worker_id, NEXT, 1))
    (listed,) = desk.read(week_templates.listed)
    desk.do(week_templates.rename, template, listed.version, "  Vinter ")
    first, second = desk.read(week_templates.parts_of, template)
    assert desk.do(week_templates.drop, template, [first.key]) == 1
    (listed,) = desk.read(week_templates.listed)
    assert (listed.name, listed.contacts) == ("Vinter", 1)
    with pytest.raises(PlanError, match="slet skabelonen i stedet"):
        desk.do(week_templates.drop, template, [second.key])
    desk.do(week_templates.delete, template, listed.version)
    assert desk.read(week_templates.listed) == ()
    assert len(days(desk, worker_id)) == 2
    assert desk.undo() == "Slet skabelonuge"
    assert [one.name for one in desk.read(week_templates.listed)] == ["Vinter"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "Asta 010180-1234"])
def test_a_name_that_cannot_be_one_is_refused(
    desk: Desk, visit: Key, save: Save, name: str
) -> None:
    with pytest.raises(PlanError):
        save(name=name)


@pytest.mark.parametrize("weeks", [0, 9])
def test_a_template_has_one_to_eight_weeks(worker_id: Key, weeks: int) -> None:
    with pytest.raises(PlanError, match="mellem 1 og 8"):
        SavingWish(worker_id, MONDAY, weeks)


def test_a_citizens_lines_go_with_her_when_she_is_deleted(
    desk: Desk, visit: Key, save: Save, worker_id: Key, citizen_id: Key
) -> None:
    template = save()
    desk.do(erase, citizen_id)
    assert desk.read(week_templates.parts_of, template) == ()


def test_an_agreement_that_has_run_out_and_one_that_has_not_begun_are_asked_about(
    desk: Desk, visit: Key, save: Save, worker_id: Key, citizen_id: Key
) -> None:
    template = save()
    until = AgreementFields(MONDAY, WEEKLY, valid_to=LATER - timedelta(days=1))
    desk.do(agreements.agree, citizen_id, until)
    again = AgreementFields(LATER + timedelta(weeks=1), WEEKLY)
    desk.do(agreements.agree, citizen_id, again)
    lines = seen(desk, LayWish(template, worker_id, LATER - timedelta(weeks=1), 3))
    assert told(lines) == [
        (CopyFate.COPIED, ""),
        (CopyFate.ASKED, "A.M.s kontaktaftale gælder ikke den dag"),
        (CopyFate.COPIED, ""),
    ]


def test_an_agreement_that_is_over_for_good_is_asked_about(
    desk: Desk, visit: Key, save: Save, worker_id: Key, citizen_id: Key
) -> None:
    template = save()
    over = AgreementFields(MONDAY, WEEKLY, valid_to=LATER - timedelta(days=1))
    desk.do(agreements.agree, citizen_id, over)
    assert told(seen(desk, LayWish(template, worker_id, LATER, 1))) == [
        (CopyFate.ASKED, "A.M.s kontaktaftale er udløbet")
    ]


def test_a_form_that_the_citizen_has_said_no_to_since_is_asked_about(
    desk: Desk, save: Save, worker_id: Key, citizen_id: Key, fields: ContactFields
) -> None:
    desk.do(contacts.create, replace(fields, form=ContactForm.PHONE))
    template = save()
    answer(desk, citizen_id, wish_phone=FormWish.REFUSES)
    assert told(seen(desk, LayWish(template, worker_id, NEXT, 1))) == [
        (CopyFate.ASKED, "A.M. siger nej til telefon")
    ]


def test_what_only_one_who_has_stopped_would_hold_is_left_out_and_says_so(
    desk: Desk, visit: Key, colleagues_desk: Desk, save: Save, worker_id: Key, colleague_id: Key
) -> None:
    template = save()
    details = desk.read(workers.details, worker_id)
    colleagues_desk.do(workers.deactivate, colleague_id, worker_id, details.version)
    assert told(seen(desk, LayWish(template, worker_id, NEXT, 1))) == [
        (CopyFate.SKIPPED, "M.J. er stoppet")
    ]
    assert told(seen(desk, LayWish(template, colleague_id, NEXT, 1))) == [(CopyFate.COPIED, "")]
