"""What marks over time say: more done alone, wellbeing falling, and the ramp-up after a break."""

from datetime import date, timedelta

import pytest

from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.citizen_kinds import AgreementRhythm
from bostoette.models.contact_form import ContactForm
from bostoette.models.development import ContactGap, StepMark, WellbeingFall, WellbeingMark
from bostoette.models.goal_kinds import Independence
from bostoette.planning.development import contact_gap, steps_down, wellbeing_fall
from bostoette.planning.ramp_up import ramp_up

TODAY = date(2026, 11, 24)
MONDAY = date(2026, 11, 30)
HOW = {"h": Independence.WITH_HELP, "p": Independence.WITH_PROMPT, "a": Independence.ALONE}


def weekly(steps: str) -> list[StepMark]:
    """Make a mark a week, the latest today."""
    return [
        StepMark(TODAY - timedelta(weeks=back), HOW[step])
        for back, step in zip(range(len(steps) - 1, -1, -1), steps, strict=True)
    ]


@pytest.mark.parametrize(
    ("steps", "candidate"),
    [
        ("aaaaaaaaa", True),
        ("hhpaaaaaaaa", True),
        ("apaaaaaaa", True),
        ("apapapapa", False),
        ("aaaaa", False),
        ("", False),
    ],
)
def test_eight_weeks_mostly_alone_make_a_candidate_for_less_support(
    steps: str,
    candidate: bool,  # noqa: FBT001 - a case's value
) -> None:
    assert steps_down(weekly(steps), TODAY, weeks=8, least=4, percent=75) is candidate


def test_a_few_marks_in_a_long_time_make_none() -> None:
    rare = [StepMark(TODAY - timedelta(weeks=back), Independence.ALONE) for back in (8, 4, 0)]
    assert not steps_down(rare, TODAY, weeks=8, least=4, percent=75)


@pytest.mark.parametrize(
    ("scores", "fall"),
    [
        ((4, 4, 3, 2), WellbeingFall(4, 2, 4)),
        ((5, 4, 4, 4, 3), None),
        ((2, 4), None),
        ((4, 2, 4), None),
        ((), None),
    ],
)
def test_a_fall_of_two_within_four_contacts_is_told(
    scores: tuple[int, ...], fall: WellbeingFall | None
) -> None:
    marks = [
        WellbeingMark(TODAY - timedelta(days=9 - place), ContactForm.PHONE, score)
        for place, score in enumerate(scores)
    ]
    assert wellbeing_fall(marks, drop=2, contacts=4) == fall


@pytest.mark.parametrize(
    ("days_ago", "gap"),
    [
        ((60, 50, 21), (21, None)),
        ((60, 20), (60, 20)),
        ((60, 30, 20, 10), None),
        ((80, 40, 30, 20), None),
        ((), None),
    ],
)
def test_a_break_of_three_weeks_is_seen_while_it_lasts_and_four_weeks_after(
    days_ago: tuple[int, ...], gap: tuple[int, int | None] | None
) -> None:
    def day(ago: int) -> date:
        return TODAY - timedelta(days=ago)

    found = contact_gap(map(day, days_ago), TODAY, gap_days=21, ramp_up_weeks=4)
    expected = gap and ContactGap(day(gap[0]), None if gap[1] is None else day(gap[1]))
    assert found == expected


def test_a_ramp_up_meets_shorter_and_more_often_first_and_ends_as_agreed() -> None:
    video = AgreementLineFields(1, 60, AgreementRhythm.WEEK, 1, (ContactForm.VIDEO,))
    monthly = AgreementLineFields(1, 90, AgreementRhythm.MONTH, 1, (ContactForm.PHYSICAL,))
    agreed = AgreementFields(date(2026, 5, 4), (video, monthly))
    first, second, after = ramp_up(agreed, MONDAY, 4)
    assert (first.first, first.last) == (MONDAY, date(2026, 12, 13))
    assert first.fields.lines[0].said() == "2 × 30 min pr. uge"
    assert first.fields.lines[0].forms == (ContactForm.PHYSICAL,)
    assert second.fields.lines[0].said() == "2 × 45 min pr. uge"
    assert second.fields.lines[1] == monthly
    assert (after.first, after.fields.lines) == (date(2026, 12, 28), agreed.lines)
