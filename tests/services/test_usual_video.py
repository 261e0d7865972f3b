"""How a citizen is usually met on video, proposed for the next one."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bostoette.models.citizen_fields import CitizenFields, ProfileFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.services import citizens, contacts, team_lists, tray
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.services.usual_video import links_used, with_usual_video
from tests.clock import MONDAY, At
from tests.services.remote_hands import plan

VIDEO, VISIT = ContactForm.VIDEO, ContactForm.PHYSICAL
OLD, NEW, OTHER = (f"https://moede.example/{one}" for one in ("gammel", "ny", "anden"))


@pytest.fixture(autouse=True)
def lists(desk: Desk) -> None:
    desk.upkeep(seed_lists, "test")


@pytest.fixture
def platforms(desk: Desk, citizen_id: Key) -> tuple[str, str]:
    """Two approved ones; the citizen is used to the first."""
    made = tuple(
        desk.do(team_lists.add_platform, desk.actor_id, title, "") for title in ("Mødet", "Rummet")
    )
    version = desk.read(citizens.details, citizen_id).profile_version
    desk.do(citizens.change_profile, citizen_id, version, ProfileFields(platform_id=made[0]))
    return made[0], made[1]


def video(desk: Desk, citizen: Key, week: int, platform: str, link: str, **more: Any) -> Key:
    day = MONDAY + timedelta(weeks=week)
    return plan(desk, citizen, VIDEO, day, video_platform_id=platform, video_link=link, **more)


def test_the_link_of_the_latest_talk_on_each_platform_is_known(
    desk: Desk, citizen_id: Key, platforms: tuple[str, str]
) -> None:
    first, second = platforms
    assert desk.read(links_used, citizen_id) == {}
    video(desk, citizen_id, -1, first, NEW)
    video(desk, citizen_id, -3, first, OLD)
    video(desk, citizen_id, -2, second, OTHER)
    assert desk.read(links_used, citizen_id) == {first: NEW, second: OTHER}


def test_neither_what_was_called_off_nor_a_talk_with_others_gives_a_link(
    desk: Desk, citizen_id: Key, platforms: tuple[str, str]
) -> None:
    first, _second = platforms
    off = video(desk, citizen_id, -1, first, NEW)
    desk.do(contacts.cancel, off, ContactStatus.CANCELLED_BY_US, "")
    other = desk.do(citizens.create, CitizenFields("Bo Krag"))
    both = video(desk, citizen_id, 0, first, OTHER)
    details = desk.read(contacts.details, both)
    desk.do(
        contacts.change,
        both,
        details.version,
        replace(details.fields, citizens=(citizen_id, other)),
    )
    assert desk.read(links_used, citizen_id) == {}


def test_what_is_given_stands_and_a_group_gets_nothing(
    desk: Desk, citizen_id: Key, worker_id: Key, platforms: tuple[str, str], at: At
) -> None:
    first, second = platforms
    video(desk, citizen_id, -1, first, NEW)
    bare = ContactFields(at(0, "9.00", 30), VIDEO, "acute", (worker_id,), (citizen_id,))
    filled = desk.read(with_usual_video, bare)
    assert (filled.video_platform_id, filled.video_link) == (first, NEW)
    on_the_other = desk.read(with_usual_video, replace(bare, video_platform_id=second))
    assert (on_the_other.video_platform_id, on_the_other.video_link) == (second, "")
    typed = desk.read(with_usual_video, replace(bare, video_link=OTHER))
    assert typed.video_link == OTHER
    group = replace(bare, citizens=(citizen_id, worker_id))
    assert desk.read(with_usual_video, group) == group


def test_a_platform_that_is_not_approved_any_more_is_not_proposed(
    desk: Desk, citizen_id: Key, worker_id: Key, platforms: tuple[str, str], at: At
) -> None:
    desk.do(team_lists.use_platform, desk.actor_id, platforms[0], active=False)
    bare = ContactFields(at(0, "9.00", 30), VIDEO, "acute", (worker_id,), (citizen_id,))
    assert desk.read(with_usual_video, bare).video_platform_id is None


def test_the_tray_and_a_visit_held_on_video_today_take_platform_and_link(
    desk: Desk, citizen_id: Key, worker_id: Key, platforms: tuple[str, str], at: At
) -> None:
    video(desk, citizen_id, -1, platforms[0], NEW)
    from_tray = desk.read(tray.proposed, citizen_id, VIDEO, at(1, "9.00", 30), worker_id)
    assert (from_tray.video_platform_id, from_tray.video_link) == (platforms[0], NEW)
    visit = plan(desk, citizen_id, VISIT, MONDAY, 600)
    instead = desk.do(contacts.convert, visit, form=VIDEO, to=at(0, "13.00", 20), reason="Syg")
    held = desk.read(contacts.details, instead).fields
    assert (held.video_platform_id, held.video_link) == (platforms[0], NEW)
