"""Groups, who comes to them and who cannot, acted out through the desk."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from bostoette.models.advice import Outcome
from bostoette.models.attendance import Attendance
from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.group import Group
from bostoette.models.key import Key
from bostoette.models.note_fields import NoteFields
from bostoette.models.plan_error import PlanError
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.services import (
    attendance,
    citizen_news,
    citizen_page,
    citizens,
    contacts,
    plan_checks,
    series,
)
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.store import life_rows
from bostoette.store.advice_rows import histories
from tests.clock import MONDAY
from tests.services.notes.writing import sign
from tests.services.remote_hands import TODAY, advised, answer, meet, plan

TUESDAY = MONDAY + timedelta(days=1)
WALK, ONLINE = ContactForm.GROUP_WALK, ContactForm.GROUP_ONLINE
NAMES = ("Bo Krog", "Carl Lund", "Dina Mortensen", "Erik Nord")


@pytest.fixture(autouse=True)
def _lists(desk: Desk) -> None:
    desk.upkeep(seed_lists, "test")


@pytest.fixture
def members(desk: Desk, worker_id: Key, citizen_id: Key) -> tuple[Key, ...]:
    """Five citizens."""
    made = (
        desk.do(citizens.create, CitizenFields(name, primary_worker_id=worker_id)) for name in NAMES
    )
    return (citizen_id, *made)


def together(desk: Desk, form: ContactForm, members: tuple[Key, ...], **more: object) -> Key:
    fields = ContactFields(
        TimeSpan(TUESDAY, 600, 45),
        form,
        "social_need",
        (desk.actor_id,),
        members,
        **more,  # type: ignore[arg-type]
    )
    return desk.do(contacts.create, fields)


def every_week(desk: Desk, contact: Key, times: int) -> None:
    known = desk.read(contacts.details, contact)
    rule = SeriesRule(1, (1,), TUESDAY, 600, 45, None, times)
    desk.do(series.repeat, contact, known.version, known.fields, rule, today=MONDAY)


def group(desk: Desk, contact: Key) -> Group:
    found = desk.read(attendance.group_of, contact)
    assert found is not None
    return found


def history(desk: Desk, citizen: Key) -> set[Key]:
    return {one.id for one in desk.read(citizen_page.page_of, citizen, TODAY).contacts}


def met(desk: Desk, citizen: Key) -> int:
    """Count the pair's meetings face to face before the day after."""

    def ask(session: Session) -> int:
        days = (TUESDAY + timedelta(days=1), TUESDAY + timedelta(days=7))
        found = histories(session, [citizen], [desk.actor_id], days, MONDAY)[citizen].meetings
        return found[desk.actor_id].ever if desk.actor_id in found else 0

    return desk.read(ask)


def test_the_absent_member_of_a_walking_group_does_not_get_the_contact(
    desk: Desk, members: tuple[Key, ...]
) -> None:
    walk = together(desk, WALK, members, meeting_point="Ved søen")
    assert [met(desk, one) for one in members] == [1] * 5
    assert group(desk, walk).said == ()
    absent, *others = members
    for one in others:
        desk.do(attendance.note, walk, one, Attendance.CAME)
    desk.do(attendance.note, walk, absent, Attendance.DID_NOT_COME)
    desk.do(contacts.hold, walk)

    assert group(desk, walk).came == 4
    assert [met(desk, one) for one in members] == [0, 1, 1, 1, 1]
    assert walk not in history(desk, absent)
    assert all(walk in history(desk, one) for one in others)
    last_met = [desk.read(citizen_page.page_of, one, TODAY).last_met for one in members]
    assert last_met == [None, *[TUESDAY] * 4]

    desk.undo()
    desk.undo()
    assert met(desk, absent) == 1


def test_a_note_about_who_stayed_away_after_all_is_found_and_the_contact_counts_for_nothing(
    desk: Desk, members: tuple[Key, ...]
) -> None:
    walk = together(desk, WALK, members[:2])
    for one in members[:2]:
        desk.do(attendance.note, walk, one, Attendance.CAME)
        sign(desk, walk, one, NoteFields("Ringede afbud"))
    desk.do(attendance.note, walk, members[0], Attendance.DID_NOT_COME)

    def away(citizen: Key) -> list[Key]:
        contacts = desk.read(citizen_page.page_of, citizen, TODAY).contacts
        found = desk.read(citizen_news.noted_contacts, citizen, contacts)
        assert len(found) == desk.read(citizen_news.number_of_noted, citizen)
        return [one.id for one in found if one.stayed_away]

    assert (history(desk, members[0]), away(members[0])) == (set(), [walk])
    assert (history(desk, members[1]), away(members[1])) == ({walk}, [])


def test_a_group_repeats_with_its_members_and_meeting_point(
    desk: Desk, members: tuple[Key, ...]
) -> None:
    first = together(desk, WALK, members, meeting_point="Ved søen")
    every_week(desk, first, 3)
    page = desk.read(citizen_page.page_of, members[1], TODAY)
    walks = [one for one in page.contacts if one.form is WALK]
    assert [one.day for one in walks] == [TUESDAY + timedelta(days=7 * week) for week in range(3)]
    later = desk.read(contacts.details, walks[-1].id).fields
    assert later.citizens == members
    assert later.meeting_point == "Ved søen"


def test_a_fourth_member_online_warns_and_a_webinar_is_of_any_size(
    desk: Desk, members: tuple[Key, ...]
) -> None:
    three = together(desk, ONLINE, members[:3])
    assert [one for one in group(desk, three).said if "højst" in one] == []
    four = together(desk, ONLINE, members[:4])
    assert any("højst 3" in one and "P73" in one for one in group(desk, four).said)
    webinar = together(desk, ONLINE, members, variant=ContactVariant.WEBINAR)
    shown = group(desk, webinar)
    assert shown.said == ()
    assert not shown.asks_consent

    def raised(member: Key) -> bool:
        found = desk.read(plan_checks.plans_of_citizen, member, MONDAY)
        return "P73" in {one.rule for one in found}

    assert not raised(members[4])
    assert raised(members[3])


def test_each_member_says_yes_and_the_yes_counts_for_the_whole_series(
    desk: Desk, members: tuple[Key, ...]
) -> None:
    first = together(desk, ONLINE, members[:3])
    every_week(desk, first, 2)
    assert any("3 mangler" in one for one in group(desk, first).said)
    for one in members[:3]:
        desk.do(attendance.note_consent, first, one, agreed=True)
    assert group(desk, first).said == ()
    page = desk.read(citizen_page.page_of, members[0], TODAY)
    second = next(one.id for one in page.contacts if one.id != first)
    assert group(desk, second).said == ()

    desk.do(attendance.note_consent, second, members[0], agreed=False)
    assert any("Én mangler" in one for one in group(desk, first).said)
    desk.undo()
    assert group(desk, first).said == ()


def test_a_delivery_moves_the_clock_only_when_they_talked(desk: Desk, citizen_id: Key) -> None:
    meet(desk, citizen_id)
    unseen = plan(desk, citizen_id, ContactForm.PHYSICAL, TUESDAY, variant=ContactVariant.DELIVERY)
    desk.do(attendance.hold_delivery, unseen, seen=False)
    page = desk.read(citizen_page.page_of, citizen_id, TUESDAY)
    assert page.last_met == MONDAY
    assert met(desk, citizen_id) == 1
    assert unseen in history(desk, citizen_id)

    seen = plan(
        desk, citizen_id, ContactForm.PHYSICAL, TUESDAY, 700, variant=ContactVariant.DELIVERY
    )
    assert met(desk, citizen_id) == 1
    desk.do(attendance.hold_delivery, seen, seen=True)
    assert desk.read(citizen_page.page_of, citizen_id, TUESDAY).last_met == TUESDAY
    assert met(desk, citizen_id) == 2


def test_nobody_seen_at_the_door_is_no_meeting_between_the_two(desk: Desk, citizen_id: Key) -> None:
    door = ContactVariant.DELIVERY
    unseen = plan(desk, citizen_id, ContactForm.PHYSICAL, TUESDAY, variant=door)
    desk.do(attendance.hold_delivery, unseen, seen=False)
    met = desk.read(life_rows.meetings, (citizen_id,), TUESDAY, TUESDAY)
    assert met.get(citizen_id, {}) == {}
    seen = plan(desk, citizen_id, ContactForm.PHYSICAL, TUESDAY, 700, variant=door)
    desk.do(attendance.hold_delivery, seen, seen=True)
    met = desk.read(life_rows.meetings, (citizen_id,), TUESDAY, TUESDAY)
    assert [ever for ever, _lately, _last in met[citizen_id].values()] == [1]


def test_an_ordinary_visit_is_no_delivery(desk: Desk, citizen_id: Key) -> None:
    visit = plan(desk, citizen_id, ContactForm.PHYSICAL, TUESDAY)
    with pytest.raises(PlanError, match="aflevering"):
        desk.do(attendance.hold_delivery, visit, seen=True)


def test_help_with_contact_to_relatives_is_never_excluded(desk: Desk, citizen_id: Key) -> None:
    answer(desk, citizen_id, can_relate_to_remote=False)
    support = plan(desk, citizen_id, ContactForm.VIDEO, TUESDAY)
    helping = plan(
        desk, citizen_id, ContactForm.VIDEO, TUESDAY, 700, purpose_id="relatives_contact"
    )

    def excluded(contact: Key) -> set[ContactForm]:
        return {one.form for one in advised(desk, contact).forms if one.outcome is Outcome.EXCLUDED}

    assert excluded(support) == {ContactForm.PHONE, ContactForm.VIDEO}
    assert excluded(helping) == set()
