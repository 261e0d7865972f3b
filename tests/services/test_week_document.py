"""The printed week: its title, days, names or initials, and sums."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.appointment import Appointment
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.journal import JournalStep, StepKind
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.services import contacts, week_document
from bostoette.services.desk import Desk
from bostoette.services.week_document import WeekDocument
from bostoette.store.journal import describe
from tests.clock import MONDAY, At

WEEK = IsoWeek(2026, 48)
PRINTED = datetime(2026, 11, 23, 7, 5)


@pytest.fixture
def visit(worker_id: Key, colleague_id: Key, citizen_id: Key, at: At) -> ContactFields:
    return ContactFields(
        span=at(1, "9.00", 60),
        form=ContactForm.PHYSICAL,
        purpose_id="support_conversation",
        workers=(worker_id, colleague_id),
        citizens=(citizen_id,),
        agenda=("HEMMELIG",),
        plan_b="HEMMELIG",
    )


@pytest.fixture
def printed(desk: Desk, worker_id: Key) -> Callable[..., WeekDocument]:
    def made(*, names: bool = False) -> WeekDocument:
        return desk.read(
            week_document.week_document, worker_id, WEEK, PRINTED, _no_name, names=names
        )

    return made


def _no_name(_day: date) -> None:
    return None


Printed = Callable[..., WeekDocument]


def _add_dentist(session: Session, worker_id: Key) -> None:
    session.add(
        Appointment(
            worker_id=worker_id,
            kind=AppointmentKind.IMPORTED,
            title="Tandlæge",
            day=MONDAY,
            start=600,
            minutes=30,
        )
    )
    describe(session, "Ny aftale")


def test_the_title_says_week_days_and_whose(printed: Printed) -> None:
    assert printed().title == "Uge 48 · 23.–29. november 2026 · M.J."
    assert printed(names=True).title.endswith("2026 · Mona Jensen")
    assert printed().foot == "udskrevet 23. november 2026 kl. 07.05"


def test_initials_stand_by_default_and_names_on_wish(
    desk: Desk, visit: ContactFields, printed: Printed, worker_id: Key
) -> None:
    desk.do(contacts.create, visit)
    desk.do(_add_dentist, worker_id)
    assert [_who(day.entries) for day in printed().days[:2]] == [["Optaget"], ["A.M."]]
    named = printed(names=True)
    assert [_who(day.entries) for day in named.days[:2]] == [["Tandlæge"], ["Asta Mortensen"]]
    assert "Asta" not in repr(printed())
    assert "HEMMELIG" not in repr(named)


def _who(entries: tuple[week_document.DocumentEntry, ...]) -> list[str]:
    return [entry.who for entry in entries]


def test_a_visit_says_place_travel_and_colleague(
    desk: Desk, visit: ContactFields, printed: Printed
) -> None:
    desk.do(contacts.create, visit)
    (entry,) = printed().days[1].entries
    assert (entry.place, entry.travel, entry.others) == ("hjem", "ca. 15 min", "K.L.")


def test_a_walk_is_outdoors_whatever_place_its_form_keeps_for_a_visit(
    desk: Desk, visit: ContactFields, printed: Printed
) -> None:
    desk.do(contacts.create, replace(visit, form=ContactForm.WALK_TALK))
    (entry,) = printed().days[1].entries
    assert entry.place == "ude"


def test_sums_count_what_takes_place(
    desk: Desk, visit: ContactFields, printed: Printed, at: At
) -> None:
    desk.do(contacts.create, visit)
    call = replace(visit, form=ContactForm.PHONE)
    desk.do(contacts.create, replace(call, span=at(2, "9.00", 15)))
    off = desk.do(contacts.create, replace(call, span=at(3, "9.00", 15)))
    desk.do(contacts.cancel, off, ContactStatus.CANCELLED_BY_CITIZEN, "")
    document = printed()
    assert [one.said() for one in document.sums] == ["besøg 1 · 1 t", "telefon 1 · 15 min"]
    assert document.together == (
        "2 kontakter · 1 t 15   transport ca. 30 min   sparet transport ca. 30 min"
    )
    assert document.days[3].entries[0].status_word == "aflyst af borger"


def test_the_weekend_stands_only_where_something_is_on(
    desk: Desk, visit: ContactFields, printed: Printed, at: At
) -> None:
    assert [day.title for day in printed().days][-1] == "fredag 27. nov."
    desk.do(contacts.create, replace(visit, span=at(6, "10.00", 60)))
    assert [day.title for day in printed().days][-1] == "søndag 29. nov."


def test_a_saved_week_is_an_act_without_names(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / week_document.proposed_name(WEEK)
    desk.do(week_document.save_week_file, path, b"%PDF", WEEK, pages=1, names=True)
    assert path.name == "uge-48.pdf"
    assert path.read_bytes() == b"%PDF"
    assert desk.read(_acts) == [("Uge 48 gemt som PDF", "2026-48")]


def test_a_week_that_cannot_be_saved_is_no_act(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="vælg en anden mappe"):
        desk.do(week_document.save_week_file, tmp_path / "x" / "y", b"", WEEK, pages=1, names=False)
    assert desk.read(_acts) == []


def _acts(session: Session) -> list[tuple[str, object]]:
    steps = session.scalars(select(JournalStep).where(JournalStep.kind == StepKind.ACT))
    return [(step.label, (step.facts or {})["week"]) for step in steps]
