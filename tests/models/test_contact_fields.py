"""What is filled in about a contact has an end, and nothing is cut silently."""

from dataclasses import replace
from datetime import date

import pytest

from bostoette.models.contact_fields import MOST_POINTS, ContactFields, Participant
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import new_key
from bostoette.models.long_text import LONGEST_TEXT
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan

FIELDS = ContactFields(
    TimeSpan(date(2026, 11, 23), 540, 60),
    ContactForm.PHYSICAL,
    "support_conversation",
    (new_key(),),
    (new_key(),),
)
LONG = "x" * (LONGEST_TEXT + 1)


def test_a_text_as_long_as_there_is_room_for_is_taken() -> None:
    replace(FIELDS, place_text=LONG[1:], agenda=(LONG[1:],) * MOST_POINTS).check()


@pytest.mark.parametrize(
    "fields",
    [
        replace(FIELDS, place_text=LONG),
        replace(FIELDS, phone_number=LONG),
        replace(FIELDS, meeting_point=LONG),
        replace(FIELDS, bad_weather_plan=LONG),
        replace(FIELDS, plan_b=LONG),
        replace(FIELDS, override_reason=LONG),
        replace(FIELDS, meeting_aim=LONG),
        replace(FIELDS, agenda=("Kort", LONG)),
        replace(FIELDS, participants=(Participant(LONG, "", 540, 600),)),
        replace(FIELDS, video_link="https://" + "x" * 2000),
        replace(FIELDS, agenda=("Kort",) * (MOST_POINTS + 1)),
    ],
)
def test_a_text_no_page_has_room_for_is_refused_with_how_long_it_is(fields: ContactFields) -> None:
    with pytest.raises(PlanError) as refused:
        fields.check()
    assert "der er plads til" in refused.value.sentence
    assert "det skrevne står der stadig" in refused.value.sentence
