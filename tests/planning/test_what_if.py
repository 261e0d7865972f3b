"""What a contact would clash with if it were somewhere else."""

from dataclasses import replace
from datetime import datetime, time

import pytest

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.day_kind import DayKind
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.what_if import NEW, new_contact, what_if
from tests.clock import At
from tests.planning.invented_week import ASTA, BO, KL, MJ, an_empty_week, contact, knowing

PHYSICAL = ContactForm.PHYSICAL


@pytest.fixture
def week() -> CheckedWeek:
    return an_empty_week()


def test_a_contact_where_it_is_raises_only_its_own_sentences(week: CheckedWeek, at: At) -> None:
    one, other = contact(at, 0, "9.00", 60), contact(at, 0, "9.30", 60, citizen=BO)
    far = contact(at, 4, "18.00", 60, citizen=BO)
    week = replace(week, contacts=(one, other, far))
    (sentence,) = what_if(week, one, one.span, one.form)
    assert sentence.contacts == (one.id, other.id)


def test_moved_away_it_clashes_no_more_and_where_it_goes_it_does(week: CheckedWeek, at: At) -> None:
    one, other = contact(at, 0, "9.00", 60), contact(at, 1, "9.00", 60, citizen=BO)
    week = replace(week, contacts=(one, other))
    assert what_if(week, one, at(0, "11.00", 60), PHYSICAL) == ()
    (sentence,) = what_if(week, one, at(1, "9.30", 60), PHYSICAL)
    assert "samme tid" in sentence.text


def test_what_was_agreed_is_not_agreed_at_another_time_outside_the_hours(
    week: CheckedWeek, at: At
) -> None:
    evening = contact(at, 0, "17.00", 60)._replace(agreed_with_citizen=True)
    week = replace(week, contacts=(evening,))
    assert what_if(week, evening, evening.span, PHYSICAL) == ()
    assert [one.rule for one in what_if(week, evening, at(0, "18.00", 60), PHYSICAL)] == ["P84"]


def test_a_trip_that_would_have_no_room_afterwards_is_told(week: CheckedWeek, at: At) -> None:
    moved, after = contact(at, 1, "9.00", 60), contact(at, 0, "11.00", 60, citizen=BO)
    week = replace(week, contacts=(moved, after))
    assert what_if(week, moved, at(0, "9.00", 60), PHYSICAL) == ()
    said = what_if(week, moved, at(0, "9.55", 60), PHYSICAL)
    assert [(one.rule, one.contacts) for one in said] == [("P80", (after.id,))]
    assert "Turen til B.K. man. 23. nov. kl. 11.00 tager ca. 15 min" in said[0].text


def test_a_time_that_has_gone_is_told_where_something_gets_it(week: CheckedWeek, at: At) -> None:
    one = contact(at, 1, "9.00", 60)
    week = replace(week, contacts=(one,), now=datetime.combine(at(2, "9.00", 60).day, time(12)))
    (sentence,) = what_if(week, one, at(2, "11.45", 60), PHYSICAL)
    assert "er et tidspunkt, der er gået" in sentence.text
    assert what_if(week, one, one.span, PHYSICAL) == ()
    assert what_if(week, one, at(2, "12.00", 60), PHYSICAL) == ()
    new = new_contact(at(0, "9.00", 60), PHYSICAL, "", (MJ,), ())
    assert "er gået" in what_if(week, new, new.span, PHYSICAL)[0].text


def test_another_form_brings_its_own_sentences(week: CheckedWeek, at: At) -> None:
    visit = contact(at, 0, "9.00", 20)
    week = knowing(replace(week, contacts=(visit,)), has_phone=False)
    assert what_if(week, visit, visit.span, PHYSICAL) == ()
    assert [one.rule for one in what_if(week, visit, visit.span, ContactForm.PHONE)] == ["P62"]


def test_a_new_contact_is_asked_about_before_it_is_stored(week: CheckedWeek, at: At) -> None:
    standing = contact(at, 0, "9.00", 60, citizen=BO)
    span = at(0, "9.30", 60)
    new = new_contact(span, PHYSICAL, "acute", (MJ,), (ASTA,))
    (sentence,) = what_if(replace(week, contacts=(standing,)), new, span, PHYSICAL)
    assert set(sentence.contacts) == {NEW, standing.id}


def test_a_new_contact_has_its_own_trip_and_air(week: CheckedWeek, at: At) -> None:
    before = contact(at, 0, "9.00", 60, citizen=BO)
    week = replace(week, contacts=(before,))

    def said(start: str) -> list[str]:
        span = at(0, start, 60)
        new = new_contact(span, PHYSICAL, "support_conversation", (MJ,), (ASTA,))
        return [one.text for one in what_if(week, new, span, PHYSICAL)]

    (trip,) = said("10.05")
    assert trip == "Turen til A.M. man. 23. nov. kl. 10.05 tager ca. 15 min; der mangler 10 min."
    (air,) = said("10.15")
    assert air.startswith("Mellem B.K. man. 23. nov. kl. 09.00 og A.M. man. 23. nov. kl. 10.15")


def test_a_contact_given_to_a_colleague_meets_her_day(week: CheckedWeek, at: At) -> None:
    hers = contact(at, 0, "9.00", 60, citizen=BO, workers=(KL,))
    mine = contact(at, 0, "9.00", 60)
    week = replace(week, contacts=(hers, mine))
    (sentence,) = what_if(week, mine._replace(workers=(KL,)), mine.span, PHYSICAL)
    assert sentence.text.startswith("K.L. har to kontakter på samme tid")


def test_a_day_at_home_is_felt_while_dragging(week: CheckedWeek, at: At) -> None:
    visit, span = contact(at, 0, "9.00", 60), at(2, "9.00", 60)
    known = replace(week.known, day_kinds={(MJ, span.day): DayKind.HOME})
    week = replace(week, contacts=(visit,), known=known)
    assert [one.rule for one in what_if(week, visit, span, PHYSICAL)] == ["P82"]


def test_a_late_change_of_what_is_agreed_is_told_and_more_strongly_to_whom_it_matters(
    week: CheckedWeek, at: At
) -> None:
    agreed = contact(at, 1, "9.00", 60)._replace(agreed_with_citizen=True)
    to = at(3, "9.00", 60)
    late = replace(week, contacts=(agreed,), now=datetime(2026, 11, 24, 6, 0))
    (sentence,) = what_if(late, agreed, to, PHYSICAL)
    assert (sentence.rule, sentence.contacts) == ("P49", (agreed.id,))
    assert "under 24 timer før" in sentence.text
    (stronger,) = what_if(knowing(late, needs_predictability=True), agreed, to, PHYSICAL)
    assert "A.M. har brug for forudsigelighed." in stronger.text
    assert what_if(late, agreed, agreed.span, PHYSICAL) == ()
    assert what_if(replace(late, now=datetime(2026, 11, 22, 6, 0)), agreed, to, PHYSICAL) == ()


def test_what_left_the_program_counts_as_told_to_her(week: CheckedWeek, at: At) -> None:
    visit, to = contact(at, 1, "9.00", 60), at(3, "9.00", 60)
    late = replace(week, contacts=(visit,), now=datetime(2026, 11, 24, 6, 0))
    assert what_if(late, visit, to, PHYSICAL) == ()
    known = replace(late.known, exported=frozenset({visit.id}))
    assert [one.rule for one in what_if(replace(late, known=known), visit, to, PHYSICAL)] == ["P49"]


def test_a_new_video_with_short_notice_is_told_but_help_here_and_now_is_not(
    week: CheckedWeek, at: At
) -> None:
    week = replace(week, now=datetime(2026, 11, 24, 8, 0))
    span = at(1, "13.00", 20)
    for purpose, rules in (("short_follow_up", ["P67"]), ("acute", [])):
        new = new_contact(span, ContactForm.VIDEO, purpose, (MJ,), (ASTA,))
        assert [one.rule for one in what_if(week, new, span, ContactForm.VIDEO)] == rules


def test_cancelled_neighbours_are_no_neighbours(week: CheckedWeek, at: At) -> None:
    gone = contact(at, 0, "9.00", 60, citizen=BO, status=ContactStatus.CANCELLED_BY_US)
    mine = contact(at, 1, "9.00", 60)
    week = replace(week, contacts=(gone, mine))
    assert what_if(week, mine, at(0, "9.00", 60), PHYSICAL) == ()
