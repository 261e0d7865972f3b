"""The yearly status meeting where people sit together is remembered (P31)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.key import Key
from bostoette.models.practice_rule import NumberName
from bostoette.models.task_fields import ListedTask
from bostoette.services import contacts, status_meetings, tasks, team_sheet
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from tests.clock import MONDAY
from tests.services.remote_hands import plan

VISIT, VIDEO = ContactForm.PHYSICAL, ContactForm.VIDEO
DAY = timedelta(days=1)
MEETING = ContactVariant.STATUS_MEETING


@pytest.fixture(autouse=True)
def lists(desk: Desk) -> None:
    desk.upkeep(seed_lists, "test")


def held(
    desk: Desk,
    citizen: Key,
    days_ago: int,
    form: ContactForm = VISIT,
    variant: ContactVariant = ContactVariant.ORDINARY,
) -> Key:
    key = plan(desk, citizen, form, MONDAY - days_ago * DAY, variant=variant)
    desk.do(contacts.hold, key)
    return key


def remind(desk: Desk, today: date = MONDAY) -> int:
    return desk.upkeep(status_meetings.remind, desk.actor_id, today)


def waiting(desk: Desk) -> list[ListedTask]:
    return [one for one in desk.read(tasks.tasks_of, desk.actor_id) if "statusmøde" in one.text]


def test_a_year_without_a_physical_status_meeting_makes_one_task(
    desk: Desk, citizen_id: Key
) -> None:
    held(desk, citizen_id, 370)
    assert remind(desk) == 1
    (task,) = waiting(desk)
    assert task.text == (
        "Planlæg et statusmøde med A.M., hvor I sidder sammen: der er ikke holdt et i 12 måneder."
    )
    assert task.due == MONDAY + 28 * DAY
    assert remind(desk) == 0, "it stands already"


def test_a_meeting_on_video_is_none_and_one_face_to_face_within_the_year_is(
    desk: Desk, citizen_id: Key
) -> None:
    held(desk, citizen_id, 370)
    held(desk, citizen_id, 30, form=VIDEO, variant=MEETING)
    assert remind(desk) == 1
    desk.do(tasks.delete, waiting(desk)[0].id)
    held(desk, citizen_id, 300, variant=MEETING)
    assert remind(desk) == 0
    assert remind(desk, MONDAY + 70 * DAY) == 1


def test_nobody_is_reminded_in_the_first_year_or_of_somebody_elses_citizen(
    desk: Desk, citizen_id: Key, colleague_id: Key
) -> None:
    held(desk, citizen_id, 360)
    assert remind(desk) == 0
    assert remind(desk, MONDAY + 6 * DAY) == 1
    assert desk.upkeep(status_meetings.remind, colleague_id, MONDAY + 6 * DAY) == 0


def test_the_task_falls_away_as_soon_as_the_meeting_is_planned(desk: Desk, citizen_id: Key) -> None:
    held(desk, citizen_id, 370)
    remind(desk)
    plan(desk, citizen_id, VIDEO, MONDAY + DAY, variant=MEETING)
    assert waiting(desk), "a meeting on video is another thing"
    plan(desk, citizen_id, VISIT, MONDAY + 3 * DAY, variant=MEETING)
    assert waiting(desk) == []
    assert remind(desk) == 0


def test_a_task_ticked_without_a_meeting_comes_again_only_after_its_time(
    desk: Desk, citizen_id: Key
) -> None:
    held(desk, citizen_id, 370)
    remind(desk)
    at = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    desk.do(tasks.done, waiting(desk)[0].id, by=desk.actor_id, at=at)
    assert remind(desk, MONDAY + 56 * DAY) == 0
    assert remind(desk, MONDAY + 57 * DAY) == 1


def test_the_number_and_the_rule_decide(desk: Desk, citizen_id: Key) -> None:
    held(desk, citizen_id, 370)
    number = NumberName("P31", "physical_every_months")
    desk.do(team_sheet.change_number, desk.actor_id, number, 18)
    assert remind(desk) == 0
    desk.undo()
    desk.do(team_sheet.switch_rule, desk.actor_id, "P31", on=False)
    assert remind(desk) == 0
    desk.undo()
    assert remind(desk) == 1
