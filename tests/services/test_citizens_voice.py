"""The citizen's own voice: good and bad times (P84), unwanted places (P53), what matters (P30)."""

from datetime import date, datetime, timedelta

import pytest

from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.voice_fields import PlaceWish, TimeOfDay, VoiceFields
from bostoette.planning.week_check import check_week
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services import citizen_voice
from bostoette.services.conversion import conversion_offer
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.services.week_knowledge import checked_week, week_around
from tests.clock import MONDAY
from tests.services.remote_hands import answer, meet, plan

VISIT, PHONE, VIDEO = ContactForm.PHYSICAL, ContactForm.PHONE, ContactForm.VIDEO
DAY = timedelta(days=1)
AFTERNOONS = TimeOfDay(None, 13 * 60, 18 * 60, good=True)
TUESDAYS = TimeOfDay(1, 8 * 60, 12 * 60, good=False)


@pytest.fixture(autouse=True)
def lists(desk: Desk) -> None:
    desk.upkeep(seed_lists, "test")


def say(desk: Desk, citizen: Key, **said: object) -> None:
    desk.do(citizen_voice.write, citizen, VoiceFields(**said))  # type: ignore[arg-type]


def sentences(desk: Desk, rule: str) -> list[WeekSentence]:
    week, known = desk.read(week_around, IsoWeek.of(MONDAY), (desk.actor_id,), ())
    checked = checked_week(week, known, lambda _day: None, datetime(2026, 11, 23, 7, 0))
    return [one for one in check_week(checked) if one.rule == rule]


def test_a_contact_outside_the_good_time_gives_a_sentence_and_inside_none(
    desk: Desk, citizen_id: Key
) -> None:
    say(desk, citizen_id, times=(AFTERNOONS,))
    plan(desk, citizen_id, PHONE, MONDAY, 14 * 60)
    assert sentences(desk, "P84") == []
    plan(desk, citizen_id, PHONE, MONDAY + DAY, 10 * 60)
    (found,) = sentences(desk, "P84")
    assert found.text == (
        "A.M. tir. 24. nov. kl. 10.00: borgerens gode tid er alle dage 13.00–18.00."
    )


def test_a_time_that_the_citizen_has_said_yes_to_gives_no_sentence(
    desk: Desk, citizen_id: Key
) -> None:
    say(desk, citizen_id, times=(AFTERNOONS,))
    plan(desk, citizen_id, PHONE, MONDAY, 10 * 60, agreed_with_citizen=True)
    assert sentences(desk, "P84") == []


def test_a_bad_time_gives_a_sentence_on_its_weekday_alone(desk: Desk, citizen_id: Key) -> None:
    say(desk, citizen_id, times=(TUESDAYS,))
    plan(desk, citizen_id, PHONE, MONDAY, 10 * 60)
    plan(desk, citizen_id, PHONE, MONDAY + DAY, 10 * 60)
    (found,) = sentences(desk, "P84")
    assert "har ikke kræfter tirsdag 08.00–12.00" in found.text


def test_an_unwanted_place_warns_and_a_call_is_held_nowhere(desk: Desk, citizen_id: Key) -> None:
    say(desk, citizen_id, places=(PlaceWish(ContactPlace.HOME, wanted=False),))
    plan(desk, citizen_id, PHONE, MONDAY)
    assert sentences(desk, "P53") == []
    plan(desk, citizen_id, VISIT, MONDAY + DAY)
    (found,) = sentences(desk, "P53")
    assert "»hjemme hos borgeren«" in found.text


def test_a_new_visit_is_proposed_in_the_good_time(desk: Desk, citizen_id: Key) -> None:
    visit = plan(desk, citizen_id, VISIT, MONDAY, 9 * 60)

    def proposed() -> int:
        now = datetime(2026, 11, 23, 8, 0)
        offer = desk.read(conversion_offer, visit, now, _weekend)
        assert offer.new_visit is not None
        return offer.new_visit.start

    assert proposed() == 9 * 60
    say(desk, citizen_id, times=(AFTERNOONS,))
    assert proposed() == 13 * 60


def _weekend(day: date) -> bool:
    return day.weekday() > 4


def test_what_matters_is_told_with_the_offer_and_a_refused_phone_is_not_offered(
    desk: Desk, citizen_id: Key
) -> None:
    say(desk, citizen_id, what_matters="Et knus ved døren")
    visit = plan(desk, citizen_id, VISIT, MONDAY, 9 * 60)
    now = datetime(2026, 11, 23, 8, 0)
    offer = desk.read(conversion_offer, visit, now, _weekend)
    assert offer.what_matters == "Et knus ved døren"
    assert offer.phone is not None
    assert offer.disliked == ()
    answer(desk, citizen_id, wish_phone=FormWish.DISLIKES)
    offer = desk.read(conversion_offer, visit, now, _weekend)
    assert offer.phone is not None
    assert offer.disliked == (PHONE,)
    answer(desk, citizen_id, wish_phone=FormWish.REFUSES)
    offer = desk.read(conversion_offer, visit, now, _weekend)
    assert (offer.phone, offer.ruled_out) == (None, (PHONE,))
    assert offer.video is not None


def test_a_time_that_ends_before_it_begins_is_refused_and_all_is_undone_in_one_step(
    desk: Desk, citizen_id: Key
) -> None:
    with pytest.raises(PlanError, match="før det begynder"):
        say(desk, citizen_id, times=(TimeOfDay(None, 600, 600, good=True),))
    say(desk, citizen_id, own_words="Jeg vil gerne selv")
    say(desk, citizen_id, own_words="Jeg vil gerne selv lave mad")
    desk.undo()
    assert desk.read(citizen_voice.voice_of, citizen_id).own_words == "Jeg vil gerne selv"
    desk.undo()
    assert desk.read(citizen_voice.voice_of, citizen_id).nothing


def test_who_has_not_been_asked_gives_no_sentence(desk: Desk, citizen_id: Key) -> None:
    meet(desk, citizen_id)
    plan(desk, citizen_id, VISIT, MONDAY + DAY, 6 * 60)
    assert not [one for one in sentences(desk, "P84") if "borgeren" in one.text.lower()]
