"""Tasks, and above all: no change of what was agreed without somebody telling the citizen (P49)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.series_change import Scope, SeriesChange
from bostoette.models.task_fields import ListedTask, TaskFields
from bostoette.models.told_how import ToldHow
from bostoette.planning.citizen_message import letter
from bostoette.services import (
    citizens,
    contacts,
    ending,
    handing_over,
    series,
    series_changes,
    tasks,
)
from bostoette.services.desk import Desk
from bostoette.store.faults import ChangedMeanwhile
from tests.clock import MONDAY, At
from tests.services.series_hands import TUE, contact_on, day, visit_with, weekly

PHONE, VISIT = ContactForm.PHONE, ContactForm.PHYSICAL
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
OLD = "Vores besøg onsdag d. 25. november kl. 10.00"


@pytest.fixture
def agreed(desk: Desk, worker_id: Key, citizen_id: Key, at: At) -> Key:
    """A visit on Wednesday at ten, agreed with A.M."""
    fields = visit_with(worker_id, citizen_id, agreed_with_citizen=True)
    key = desk.do(contacts.create, fields)
    desk.upkeep(contacts.move, key, at(2, "10.00", 60))
    return key


def mine(desk: Desk) -> tuple[ListedTask, ...]:
    return desk.read(tasks.tasks_of, desk.actor_id)


def texts(desk: Desk) -> list[str]:
    return [task.text for task in mine(desk)]


# Telling the citizen


def test_moving_an_agreed_visit_makes_one_task_with_the_words_to_say(
    desk: Desk, agreed: Key, at: At
) -> None:
    desk.do(contacts.move, agreed, at(3, "13.00", 60))
    (task,) = mine(desk)
    assert task.text == f"{OLD} er flyttet til torsdag d. 26. november kl. 13.00."
    assert letter(task.text, "A.M.", "Mette") == (
        "Hej A.M. Vores besøg onsdag d. 25. november kl. 10.00 er flyttet til "
        "torsdag d. 26. november kl. 13.00. Hilsen Mette"
    )
    assert task.tells
    assert task.due == at(2, "10.00", 60).day
    assert (task.contact_id, task.span) == (agreed, at(3, "13.00", 60))


def test_the_task_belongs_to_the_same_undo_step_as_the_move(
    desk: Desk, agreed: Key, at: At
) -> None:
    desk.do(contacts.move, agreed, at(3, "13.00", 60))
    assert desk.undo_state().undo == "Flyt A.M. til torsdag"
    desk.undo()
    assert mine(desk) == ()
    assert desk.read(contacts.details, agreed).fields.span == at(2, "10.00", 60)
    desk.redo()
    assert len(mine(desk)) == 1


def test_a_second_move_renews_the_task_and_starts_from_what_she_knows(
    desk: Desk, agreed: Key, at: At
) -> None:
    desk.do(contacts.move, agreed, at(3, "13.00", 60))
    desk.do(contacts.move, agreed, at(4, "9.30", 60))
    assert texts(desk) == [f"{OLD} er flyttet til fredag d. 27. november kl. 09.30."]


def test_a_move_back_before_she_was_told_leaves_nothing_to_tell(
    desk: Desk, agreed: Key, at: At
) -> None:
    desk.do(contacts.move, agreed, at(3, "13.00", 60))
    desk.do(contacts.move, agreed, at(2, "10.00", 60))
    assert mine(desk) == ()


def test_once_she_was_told_the_next_move_is_a_new_task_from_the_new_time(
    desk: Desk, agreed: Key, at: At
) -> None:
    desk.do(contacts.move, agreed, at(3, "13.00", 60))
    desk.do(tasks.told, mine(desk)[0].id, ToldHow.TALKED, by=desk.actor_id, at=NOW)
    desk.do(contacts.move, agreed, at(4, "9.00", 60))
    known = "Vores besøg torsdag d. 26. november kl. 13.00"
    assert texts(desk) == [f"{known} er flyttet til fredag d. 27. november kl. 09.00."]


def test_another_form_is_told_too(desk: Desk, agreed: Key, at: At) -> None:
    desk.do(contacts.change_form, agreed, PHONE)
    assert texts(desk) == [f"{OLD} er ændret til en telefonsamtale på samme tid."]
    desk.do(contacts.move, agreed, at(3, "13.00", 60))
    assert texts(desk) == [
        f"{OLD} er ændret til en telefonsamtale torsdag d. 26. november kl. 13.00."
    ]


def test_what_we_call_off_is_told_and_what_she_calls_off_is_not(desk: Desk, agreed: Key) -> None:
    desk.do(contacts.cancel, agreed, ContactStatus.CANCELLED_BY_CITIZEN, "Syg")
    assert mine(desk) == ()
    desk.undo()
    desk.do(contacts.cancel, agreed, ContactStatus.CANCELLED_BY_US, "Syg")
    assert texts(desk) == [f"{OLD} er aflyst."]
    desk.do(contacts.plan_again, agreed)
    assert mine(desk) == ()


def test_a_visit_turned_into_a_call_is_told_on_the_call(desk: Desk, agreed: Key, at: At) -> None:
    call = desk.do(contacts.convert, agreed, form=PHONE, to=at(2, "10.00", 15), reason="Syg")
    (task,) = mine(desk)
    assert task.text == f"{OLD} er ændret til en telefonsamtale på samme tid."
    assert task.contact_id == call


def test_an_open_task_follows_to_the_call_that_comes_instead(
    desk: Desk, agreed: Key, at: At
) -> None:
    desk.do(contacts.move, agreed, at(3, "13.00", 60))
    call = desk.do(contacts.convert, agreed, form=PHONE, to=at(3, "14.00", 15), reason="Syg")
    (task,) = mine(desk)
    assert task.text == f"{OLD} er ændret til en telefonsamtale torsdag d. 26. november kl. 14.00."
    assert task.contact_id == call


def test_holding_or_missing_the_contact_lets_the_task_fall_away(
    desk: Desk, agreed: Key, at: At
) -> None:
    desk.do(contacts.move, agreed, at(0, "7.00", 60))
    desk.do(contacts.hold, agreed)
    assert mine(desk) == ()


def test_what_nobody_agreed_with_her_needs_no_telling(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    key = desk.do(contacts.create, visit_with(worker_id, citizen_id))
    desk.do(contacts.move, key, at(3, "13.00", 60))
    desk.do(contacts.delete, key)
    assert mine(desk) == ()


def test_what_a_colleague_closed_meanwhile_stays_as_she_closed_it(
    desk: Desk, agreed: Key, at: At
) -> None:
    desk.do(contacts.move, agreed, at(3, "13.00", 60))
    (task,) = mine(desk)
    desk.do(tasks.told, task.id, ToldHow.LETTER, by=desk.actor_id, at=NOW)
    desk.do(tasks.told, task.id, ToldHow.SMS, by=desk.actor_id, at=NOW)
    (done,) = desk.read(tasks.tasks_of, desk.actor_id, NOW)
    assert done.told_how == ToldHow.LETTER


def test_the_task_is_closed_only_by_saying_how_she_was_told(
    desk: Desk, agreed: Key, at: At
) -> None:
    desk.do(contacts.move, agreed, at(3, "13.00", 60))
    (task,) = mine(desk)
    with pytest.raises(PlanError, match="hvordan borgeren fik det at vide"):
        desk.do(tasks.done, task.id, by=desk.actor_id, at=NOW)
    assert set(desk.read(tasks.open_inform_tasks, [agreed])) == {agreed}
    desk.do(tasks.told, task.id, ToldHow.LETTER, by=desk.actor_id, at=NOW)
    assert desk.read(tasks.open_inform_tasks, [agreed]) == {}
    (done,) = desk.read(tasks.tasks_of, desk.actor_id, NOW)
    assert (done.told_how, done.done_by) == (ToldHow.LETTER, "M.J.")
    desk.do(tasks.reopen, task.id)
    assert mine(desk)[0].told_how is None


def test_another_worker_is_told_by_name_and_no_longer_when_the_first_comes_after_all(
    desk: Desk, agreed: Key, worker_id: Key, colleague_id: Key, at: At
) -> None:
    desk.do(handing_over.hand_over, agreed, worker_id, colleague_id, at(2, "10.00", 60))
    assert texts(desk) == [f"{OLD} er nu med Karl i stedet for Mona."]
    assert desk.read(tasks.not_told, [agreed]) == {agreed}
    desk.do(contacts.move, agreed, at(3, "13.00", 60))
    moved = f"{OLD} er flyttet til torsdag d. 26. november kl. 13.00."
    assert texts(desk) == [f"{moved} Det er nu med Karl i stedet for Mona."]
    desk.do(handing_over.hand_over, agreed, colleague_id, worker_id, at(2, "10.00", 60))
    assert texts(desk) == []


def test_a_colleague_who_comes_along_is_no_news(
    desk: Desk, agreed: Key, worker_id: Key, colleague_id: Key
) -> None:
    found = desk.read(contacts.details, agreed)
    both = replace(found.fields, workers=(worker_id, colleague_id))
    desk.do(contacts.change, agreed, found.version, both)
    assert texts(desk) == []


def test_a_longer_visit_or_another_purpose_is_no_news(desk: Desk, agreed: Key, at: At) -> None:
    desk.do(contacts.move, agreed, at(2, "10.00", 90))
    assert mine(desk) == ()


def test_what_has_been_is_not_told(desk: Desk, worker_id: Key, citizen_id: Key, at: At) -> None:
    fields = ContactFields(
        at(-3, "9.00", 60), VISIT, "a", (worker_id,), (citizen_id,), agreed_with_citizen=True
    )
    key = desk.do(contacts.create, fields)
    desk.do(contacts.move, key, at(-4, "9.00", 60))
    assert mine(desk) == ()


def test_a_deleted_agreed_visit_is_told_without_its_contact(desk: Desk, agreed: Key) -> None:
    desk.do(contacts.delete, agreed)
    (task,) = mine(desk)
    assert task.text == f"{OLD} er aflyst."
    assert task.contact_id is None
    assert task.citizen is not None


def test_a_contact_with_tasks_can_be_deleted_and_brought_back(
    desk: Desk, agreed: Key, at: At
) -> None:
    desk.do(contacts.move, agreed, at(3, "13.00", 60))
    desk.do(contacts.delete, agreed)
    desk.undo()
    assert mine(desk)[0].contact_id == agreed


def test_the_one_who_changes_is_the_one_who_tells(
    colleagues_desk: Desk, desk: Desk, agreed: Key, at: At
) -> None:
    colleagues_desk.do(contacts.move, agreed, at(3, "13.00", 60))
    assert mine(desk) == ()
    assert len(mine(colleagues_desk)) == 1


def test_a_series_moved_gives_one_task_and_not_one_for_each_date(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    fields = visit_with(worker_id, citizen_id, agreed_with_citizen=True)
    desk.do(series.create, fields, weekly(0, count=6), today=MONDAY)
    key = contact_on(desk, MONDAY)
    asked = SeriesChange(to=at(1, "9.00", 60))
    desk.do(series_changes.change, key, Scope.FOLLOWING, asked, today=MONDAY)
    (task,) = mine(desk)
    assert task.text == (
        "Vores besøg mandag d. 23. november kl. 09.00 er flyttet til "
        "tirsdag d. 24. november kl. 09.00. Også 5 andre aftaler er ændret."
    )
    assert task.contact_id == contact_on(desk, day(0, TUE))


def test_one_of_a_series_called_off_is_told(desk: Desk, worker_id: Key, citizen_id: Key) -> None:
    fields = visit_with(worker_id, citizen_id, agreed_with_citizen=True)
    desk.do(series.create, fields, weekly(0, count=3), today=MONDAY)
    key = contact_on(desk, day(1, 0))
    desk.do(series_changes.delete, key, Scope.THIS, today=MONDAY)
    assert texts(desk) == ["Vores besøg mandag d. 30. november kl. 09.00 er aflyst."]


@pytest.mark.parametrize(
    ("status", "told"),
    [(CitizenStatus.PAUSED, [f"{OLD} er aflyst."]), (CitizenStatus.DEAD, [])],
)
def test_a_pause_is_told_and_nobody_is_asked_to_call_somebody_who_has_died(
    desk: Desk, agreed: Key, citizen_id: Key, status: CitizenStatus, told: list[str]
) -> None:
    assert agreed
    version = desk.read(citizens.details, citizen_id).version
    desk.do(ending.change_status, citizen_id, version, status, MONDAY)
    assert texts(desk) == told


def test_the_week_knows_which_contacts_are_not_told_of(desk: Desk, agreed: Key, at: At) -> None:
    assert desk.read(tasks.not_told, [agreed]) == frozenset()
    desk.do(contacts.move, agreed, at(3, "13.00", 60))
    assert desk.read(tasks.not_told, [agreed]) == {agreed}
    desk.do(tasks.told, mine(desk)[0].id, ToldHow.SMS, by=desk.actor_id, at=NOW)
    assert desk.read(tasks.not_told, [agreed]) == frozenset()


# Own tasks


def test_overdue_tasks_come_first_and_those_without_a_day_last(desk: Desk) -> None:
    for text, due in (("uden dag", None), ("i morgen", 1), ("i går", -1)):
        when = None if due is None else MONDAY + timedelta(days=due)
        desk.do(tasks.create, desk.actor_id, TaskFields(text, when))
    assert texts(desk) == ["i går", "i morgen", "uden dag"]
    assert [task.overdue(MONDAY) for task in mine(desk)] == [True, False, False]
    assert desk.read(tasks.tasks_due_count, desk.actor_id, MONDAY) == 1
    assert desk.read(tasks.tasks_due_count, desk.actor_id, MONDAY + timedelta(days=1)) == 2


def test_a_done_task_tells_by_whom_and_when_and_can_be_reopened(desk: Desk) -> None:
    key = desk.do(tasks.create, desk.actor_id, TaskFields("Ring til lægen", MONDAY))
    desk.do(tasks.done, key, by=desk.actor_id, at=NOW)
    assert mine(desk) == ()
    (task,) = desk.read(tasks.tasks_of, desk.actor_id, NOW)
    assert (task.done_at, task.done_by) == (NOW, "M.J.")
    assert desk.read(tasks.tasks_of, desk.actor_id, NOW + timedelta(hours=1)) == ()
    desk.do(tasks.reopen, key)
    assert texts(desk) == ["Ring til lægen"]
    assert desk.undo_state().undo == "Opgave ikke udført alligevel"


def test_a_step_says_whom_a_task_is_about_but_not_what_it_says(desk: Desk, citizen_id: Key) -> None:
    said = TaskFields("Ring til Asta Mortensens datter Bodil", MONDAY, citizen_id)
    key = desk.do(tasks.create, desk.actor_id, said)
    assert desk.undo_state().undo == "Ny opgave: A.M."
    desk.do(tasks.change, key, mine(desk)[0].version, said)
    desk.do(tasks.done, key, by=desk.actor_id, at=NOW)
    assert desk.undo_state().undo == "Udfør opgave: A.M."
    desk.do(tasks.delete, key)
    assert desk.undo_state().undo == "Slet opgave: A.M."


def test_a_task_is_changed_and_a_stale_form_is_refused(desk: Desk, citizen_id: Key) -> None:
    key = desk.do(tasks.create, desk.actor_id, TaskFields("Ring til lægen", MONDAY))
    version = mine(desk)[0].version
    desk.do(tasks.change, key, version, TaskFields("Ring til banken", None, citizen_id))
    (task,) = mine(desk)
    assert task.text == "Ring til banken"
    assert task.citizen is not None
    assert task.citizen.initials == "A.M."
    with pytest.raises(ChangedMeanwhile):
        desk.do(tasks.change, key, version, TaskFields("Ring til skatten"))


@pytest.mark.parametrize("text", ["  ", "Ring om 010190-1234"])
def test_an_empty_task_or_one_with_a_cpr_number_is_refused(desk: Desk, text: str) -> None:
    with pytest.raises(PlanError):
        desk.do(tasks.create, desk.actor_id, TaskFields(text))
    assert mine(desk) == ()


def test_own_tasks_can_be_deleted_but_not_what_the_citizen_is_to_be_told(
    desk: Desk, agreed: Key, at: At
) -> None:
    key = desk.do(tasks.create, desk.actor_id, TaskFields("Ring til lægen"))
    desk.do(tasks.delete, key)
    desk.do(contacts.move, agreed, at(3, "13.00", 60))
    with pytest.raises(PlanError, match="Borgeren skal have besked"):
        desk.do(tasks.delete, mine(desk)[0].id)
