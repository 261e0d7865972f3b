"""What of a contact leaves, for whom, at which level."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.calendar_event import (
    CalendarParticipant,
    ExportedState,
    ExportLevel,
    OutgoingEvent,
    read_shadow,
)
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.planning.calendar_privacy import cancellation, clean, outgoing, state_after
from tests.calendar_contacts import ASTA, BO, CITIZEN, LINK, RELATIVE, WORKER, contact

DAY = date(2026, 11, 26)
NAMED = (ExportLevel.FIRST_NAME, ExportLevel.FULL)
HIDDEN = (ExportLevel.CODE, ExportLevel.INITIALS)


def words(event: OutgoingEvent) -> str:
    return " ".join(text for _, text in event.leaving)


@pytest.mark.parametrize("form", ContactForm)
@pytest.mark.parametrize("level", HIDDEN)
def test_code_and_initials_carry_no_address_phone_link_or_name(
    form: ContactForm, level: ExportLevel
) -> None:
    left = words(outgoing(contact(1, DAY, form=form), level, WORKER, None))
    for secret in ("Birkevej", "Broen", "12 34", LINK, "VDX", "Asta", "Mørk"):
        assert secret not in left


def test_a_visit_leaves_as_form_code_and_place_code() -> None:
    event = outgoing(contact(1, DAY), ExportLevel.CODE, WORKER, None)
    assert (event.summary, event.location) == ("Besøg · AM2", "Hjem")
    assert event.description == "Punkter er aftalt"
    assert event.category == "Fysisk besøg"
    assert event.travel_minutes == 20


@pytest.mark.parametrize("form", [ContactForm.WALK_TALK, ContactForm.GROUP_WALK])
def test_a_walk_leaves_as_outdoors(form: ContactForm) -> None:
    event = outgoing(contact(1, DAY, form=form), ExportLevel.CODE, WORKER, None)
    assert event.location == "Ude"


@pytest.mark.parametrize("level", NAMED)
def test_each_form_takes_only_its_own_fields_along(level: ExportLevel) -> None:
    def left(form: ContactForm) -> str:
        return words(outgoing(contact(1, DAY, form=form), level, WORKER, None))

    assert "Birkevej 4" in left(ContactForm.PHYSICAL)
    assert "Broen ved åen" in left(ContactForm.WALK_TALK)
    assert "12 34 56 78" in left(ContactForm.PHONE)
    assert LINK in left(ContactForm.VIDEO)
    for form in ContactForm:
        if not form.face_to_face:
            assert "Birkevej" not in left(form)
            assert "Broen" not in left(form)
        if form is not ContactForm.PHONE:
            assert "12 34" not in left(form)
        if form not in {ContactForm.VIDEO, ContactForm.GROUP_ONLINE}:
            assert LINK not in left(form)


def test_levels_name_the_citizen_as_they_say() -> None:
    both = replace(contact(1, DAY), citizens=(ASTA, BO))
    titles = [outgoing(both, level, WORKER, None).summary for level in ExportLevel]
    assert titles == [
        "Besøg · AM2, BK",
        "Besøg · A.M., B.K.",
        "Besøg · Asta, Bo",
        "Besøg · Asta Mørk, Bo Kjær",
    ]


@pytest.mark.parametrize("level", ExportLevel)
@pytest.mark.parametrize("form", ContactForm)
def test_the_citizens_own_file_never_names_her(level: ExportLevel, form: ContactForm) -> None:
    event = outgoing(contact(1, DAY, form=form), level, CITIZEN, None)
    left = words(event)
    for secret in ("Asta", "A.M.", "AM2", "Birkevej", "Punkter", "12 34"):
        assert secret not in left
    assert "Mette" in event.summary
    assert (LINK in left) == (form in {ContactForm.VIDEO, ContactForm.GROUP_ONLINE})
    assert event.travel_minutes is None


def test_the_citizens_own_file_says_where_and_in_everyday_words_as_her_sheet_does() -> None:
    told = {
        form: outgoing(contact(1, DAY, form=form), ExportLevel.CODE, CITIZEN, None)
        for form in (ContactForm.PHYSICAL, ContactForm.PHONE, ContactForm.WALK_TALK)
    }
    assert [(one.location, one.category) for one in told.values()] == [
        ("Hjemme hos dig", "Besøg"),
        ("", "Telefon"),
        ("Broen ved åen", "Gåtur"),
    ]


def test_a_relative_gets_only_her_own_twenty_minutes() -> None:
    meeting = replace(
        contact(1, DAY, start=600, form=ContactForm.VIDEO),
        span=TimeSpan(DAY, 600, 60),
        participants=(
            CalendarParticipant(b"q" * 16, 630, 660),
            CalendarParticipant(RELATIVE.key, 600, 620),
        ),
    )
    event = outgoing(meeting, ExportLevel.FULL, RELATIVE, None)
    assert event.span == TimeSpan(DAY, 600, 20)
    assert event.summary == "Møde (video) med Mette"
    assert "Asta" not in words(event)


def test_somebody_who_takes_no_part_is_told_so() -> None:
    with pytest.raises(PlanError, match="ikke længere med"):
        outgoing(contact(1, DAY), ExportLevel.CODE, RELATIVE, None)


def test_the_worker_and_the_citizen_get_events_that_cannot_overwrite_each_other() -> None:
    mine = outgoing(contact(1, DAY), ExportLevel.CODE, WORKER, None)
    hers = outgoing(contact(1, DAY), ExportLevel.CODE, CITIZEN, None)
    assert mine.uid != hers.uid


@pytest.mark.parametrize(
    "status",
    [ContactStatus.CANCELLED_BY_CITIZEN, ContactStatus.CANCELLED_BY_US, ContactStatus.CONVERTED],
)
def test_a_cancelled_contact_leaves_as_cancelled(status: ContactStatus) -> None:
    event = outgoing(replace(contact(1, DAY), status=status), ExportLevel.CODE, WORKER, None)
    assert event.cancelled
    assert event.summary == "Aflyst: Besøg · AM2"


def test_a_cpr_number_typed_into_a_field_does_not_leave() -> None:
    assert clean("Birkevej 4 (010190-1234)") == "Birkevej 4 ()"
    assert clean("Birkevej 4 0101901234") == "Birkevej 4"
    assert clean("+45 12 34 56 78") == "+45 12 34 56 78"
    at = replace(contact(1, DAY), place=ContactPlace.OTHER, place_text="Hos 610190-1234")
    assert outgoing(at, ExportLevel.FULL, WORKER, None).location == "Hos"


def test_line_breaks_in_a_field_do_not_make_lines_in_the_file() -> None:
    odd = replace(contact(1, DAY), address="Birkevej 4\r\nATTENDEE:x\x00")
    assert outgoing(odd, ExportLevel.FULL, WORKER, None).location == "Birkevej 4 ATTENDEE:x"


def remembered(event: OutgoingEvent) -> ExportedState:
    return state_after((event,), WORKER, contact_key=b"k" * 16)


def test_the_sequence_rises_only_when_something_exported_changes() -> None:
    visit = contact(1, DAY)
    first = outgoing(visit, ExportLevel.CODE, WORKER, None)
    unseen = replace(visit, phone="87 65 43 21", agenda_count=5)
    again = outgoing(unseen, ExportLevel.CODE, WORKER, remembered(first))
    moved = replace(visit, span=visit.span.moved(minutes=15))
    later = outgoing(moved, ExportLevel.CODE, WORKER, remembered(again))
    assert [first.sequence, again.sequence, later.sequence] == [0, 0, 1]


def test_a_fuller_level_is_a_change() -> None:
    visit = contact(1, DAY)
    first = outgoing(visit, ExportLevel.CODE, WORKER, None)
    assert outgoing(visit, ExportLevel.FULL, WORKER, remembered(first)).sequence == 1


def test_a_deleted_contact_is_taken_back_from_its_receipt_alone() -> None:
    sent = remembered(outgoing(contact(1, DAY), ExportLevel.FULL, WORKER, None))
    gone = cancellation(sent)
    assert (gone.uid, gone.sequence, gone.cancelled, gone.span) == (sent.uid, 1, True, sent.shadow)
    assert "Asta" not in words(gone)
    assert cancellation(remembered(gone)).sequence == 1


@given(
    day=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    start=st.integers(0, 1000),
    minutes=st.integers(1, 400),
)
def test_a_shadow_is_read_back_as_it_was(day: date, start: int, minutes: int) -> None:
    span = TimeSpan(day, start, minutes)
    state = ExportedState("u", "r", 0, "", cancelled=False, shadow=span)
    assert read_shadow(state.shadow_text) == span
