"""Ready steps, a walk in the rain and the guide to a group, acted out through the desk."""

from datetime import timedelta

import pytest

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.services import (
    agenda_ticks,
    contact_panel,
    contacts,
    guided_steps,
    tasks,
    walk_weather,
)
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.store.step_lists_file import delivered_step_lists
from tests.clock import MONDAY
from tests.services.remote_hands import answer, plan

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def _lists(desk: Desk) -> None:
    desk.upkeep(seed_lists, "test")


def test_ready_steps_stand_on_the_agenda_and_are_ticked(desk: Desk, citizen_id: Key) -> None:
    video = plan(desk, citizen_id, ContactForm.VIDEO, TUESDAY, purpose_id="guided_support")
    assert {one.id for one in desk.read(guided_steps.offered, video)} >= {"cleaning", "shopping"}
    desk.do(guided_steps.put_in, video, "cleaning")
    desk.do(guided_steps.put_in, video, "cleaning")
    shown = desk.read(contact_panel.panel_of, video)
    assert shown is not None
    cleaning = next(one for one in delivered_step_lists().guided if one.id == "cleaning")
    assert tuple(one.text for one in shown.agenda) == cleaning.steps
    desk.do(agenda_ticks.tick_agenda, shown.agenda[0].id, done=True)
    support = plan(desk, citizen_id, ContactForm.VIDEO, TUESDAY, 700)
    assert desk.read(guided_steps.offered, support) == ()


def test_the_value_of_the_trip_to_the_shop_is_kept_in_the_profile(
    desk: Desk, citizen_id: Key
) -> None:
    video = plan(desk, citizen_id, ContactForm.VIDEO, TUESDAY, purpose_id="guided_support")
    assert not desk.read(guided_steps.values_trip, video)
    desk.do(guided_steps.note_trip_valued, video)
    assert desk.read(guided_steps.values_trip, video)
    desk.undo()
    answer(desk, citizen_id, values_shop_trip=True)
    assert desk.read(guided_steps.values_trip, video)


@pytest.mark.parametrize(
    ("words", "form", "place", "told"),
    [
        ("besøg hos A.M.", ContactForm.PHYSICAL, ContactPlace.HOME, "et besøg"),
        ("biblioteket", ContactForm.PHYSICAL, ContactPlace.OTHER, "et besøg"),
        ("vi tager en telefonsamtale", ContactForm.PHONE, None, "en telefonsamtale"),
        ("Video", ContactForm.VIDEO, None, "en videosamtale"),
    ],
)
@pytest.mark.parametrize("agreed", [True, False])
def test_a_rainy_walk_is_held_otherwise_and_the_citizen_is_to_be_told(
    desk: Desk,
    citizen_id: Key,
    words: str,
    form: ContactForm,
    place: ContactPlace | None,
    told: str,
    *,
    agreed: bool,
) -> None:
    walk = plan(
        desk,
        citizen_id,
        ContactForm.WALK_TALK,
        TUESDAY,
        bad_weather_plan=words,
        agreed_with_citizen=agreed,
    )
    assert desk.read(walk_weather.rain_plan, walk) == words
    desk.do(walk_weather.hold_otherwise, walk, by=desk.actor_id, today=MONDAY)
    fields = desk.read(contacts.details, walk).fields
    assert fields.form is form
    if place is not None:
        assert fields.place is place
    (task,) = desk.read(tasks.tasks_of, desk.actor_id)
    assert task.tells
    assert task.text == (
        f"Vores gåtur tirsdag d. 24. november kl. 09.00 er ændret til {told} på samme tid."
    )
    desk.undo()
    assert desk.read(contacts.details, walk).fields.form is ContactForm.WALK_TALK
    assert desk.read(tasks.tasks_of, desk.actor_id) == ()


def test_a_walk_without_a_plan_for_rain_stays_a_walk(desk: Desk, citizen_id: Key) -> None:
    walk = plan(desk, citizen_id, ContactForm.WALK_TALK, TUESDAY)
    with pytest.raises(PlanError, match="dårligt vejr"):
        desk.do(walk_weather.hold_otherwise, walk, by=desk.actor_id, today=MONDAY)


def test_each_platform_has_a_guide_for_helping_with_relatives(desk: Desk, citizen_id: Key) -> None:
    lists = delivered_step_lists()
    assert lists.guide_for("Microsoft Teams") != lists.guide_for("Noget andet")
    helping = plan(desk, citizen_id, ContactForm.VIDEO, TUESDAY, purpose_id="relatives_contact")
    assert desk.read(guided_steps.relatives_guide, helping) == lists.guide_for("").steps
