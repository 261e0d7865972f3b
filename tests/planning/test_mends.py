"""What is proposed beside a sentence: split, air, another form, a known colleague, a visit."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bostoette.models.contact_form import ContactForm
from bostoette.models.day_kind import DayKind
from bostoette.models.life_kinds import Triage
from bostoette.models.mend import MendKind
from bostoette.models.week_contact import WeekContact
from bostoette.planning import mends
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.week_check import check_week
from bostoette.planning.week_sentence import WeekSentence
from bostoette.store.conditions_file import delivered_conditions
from tests.clock import MONDAY, At
from tests.planning.invented_week import ASTA, BO, KL, MJ, an_empty_week, contact, knowing

PHYSICAL, PHONE, VIDEO, WALK = tuple(ContactForm)[:4]


def week_with(*contacts: WeekContact) -> CheckedWeek:
    """The invented week with the delivered lengths and these contacts."""
    return replace(an_empty_week(), contacts=contacts, lengths=delivered_conditions().lengths)


def said(week: CheckedWeek, rule: str) -> WeekSentence:
    return next(one for one in check_week(week) if one.rule == rule)


def test_a_long_video_becomes_three_short_ones_on_days_of_their_own(at: At) -> None:
    long = contact(at, 0, "9.00", 60, form=VIDEO)
    week = week_with(long, contact(at, 1, "9.00", 30))
    mend = mends.split(week, said(week, "P71"))
    assert mend is not None
    assert mend.spans == (at(0, "9.00", 20), at(2, "9.00", 20), at(4, "9.00", 20))
    assert mend.label == "Del A.M. i tre på 20 min: man, ons, fre"


def test_a_long_visit_becomes_two(at: At) -> None:
    week = week_with(contact(at, 1, "9.00", 150))
    mend = mends.split(week, said(week, "P71"))
    assert mend is not None
    assert [span.minutes for span in mend.spans] == [75, 75]


def test_a_part_finds_another_hour_where_its_own_is_taken(at: At) -> None:
    long = contact(at, 0, "9.00", 150)
    week = week_with(long, contact(at, 2, "9.00", 60, citizen=BO))
    mend = mends.split(week, said(week, "P71"))
    assert mend is not None
    assert mend.spans[1].day == MONDAY + timedelta(days=2)
    assert not mend.spans[1].overlaps(at(1, "9.00", 60))


def test_nothing_is_split_where_the_week_has_no_room(at: At) -> None:
    week = week_with(contact(at, 0, "9.00", 150))
    full = replace(week, holiday=lambda _day: "Lukkedag")
    assert mends.split(full, said(week, "P71")) is None


def test_the_next_contact_begins_just_so_much_later_that_there_is_air(at: At) -> None:
    one, after = contact(at, 0, "9.00", 30, form=PHONE), contact(at, 0, "9.35", 30, form=PHONE)
    week = week_with(one, after)
    mend = mends.air(week, said(week, "P80"))
    assert mend is not None
    assert (mend.kind, mend.contact_id) == (MendKind.MOVE, after.id)
    assert mend.spans == (at(0, "9.40", 30),)
    moved = week_with(one, after._replace(start=mend.spans[0].start))
    assert check_week(moved) == ()


def test_air_is_not_proposed_where_it_would_push_into_something_else(at: At) -> None:
    contacts = [
        contact(at, 0, "9.00", 30, form=PHONE),
        contact(at, 0, "9.35", 30, form=PHONE),
        *(contact(at, 0, f"{hour}.05", 59, form=PHONE, citizen=BO) for hour in (10, 11)),
    ]
    week = week_with(*contacts)
    assert mends.air(week, said(week, "P80")) is None


def test_one_of_many_videos_becomes_a_walk_or_else_a_visit(at: At) -> None:
    videos = [contact(at, 0, f"{hour}.00", 25, form=VIDEO) for hour in range(8, 14)]
    week = week_with(*videos)
    sentence = said(week, "P81")
    walk = mends.swap_video(week, sentence, lambda _contact, _form: True)
    assert walk is not None
    assert walk.form is WALK
    visit = mends.swap_video(week, sentence, lambda _contact, form: form is PHYSICAL)
    assert visit is not None
    assert visit.form is PHYSICAL
    assert mends.swap_video(week, sentence, lambda _contact, _form: False) is None


def test_the_known_colleague_is_proposed_where_she_has_the_time(at: At) -> None:
    one = contact(at, 0, "9.00", 30, workers=(KL,))
    week = week_with(one)
    sentence = WeekSentence("P17", (one.id,), MONDAY, "")
    known = [(MJ, "M.J.")]
    mend = mends.hand_to_known(week, sentence, known, lambda _key, _handed: True)
    assert mend is not None
    assert (mend.leaves, mend.comes) == (KL, MJ)
    assert mends.hand_to_known(week, sentence, known, lambda _key, _handed: False) is None
    own = week_with(one._replace(workers=(MJ,)))
    assert mends.hand_to_known(own, sentence, known, lambda _key, _handed: True) is None


@pytest.mark.parametrize("check", sorted(mends.MEETINGS))
def test_a_missing_meeting_is_answered_by_a_visit(check: str) -> None:
    sentence = WeekSentence("P01", (), MONDAY, "", "", ASTA.id, check)
    mend = mends.visit(sentence)
    assert mend is not None
    assert (mend.kind, mend.citizen_id) == (MendKind.VISIT, ASTA.id)
    assert mends.visit(replace(sentence, check="shifts")) is None


def at_home(week: CheckedWeek, *weekdays: int) -> CheckedWeek:
    days = {(MJ, MONDAY + timedelta(days=day)): DayKind.HOME for day in weekdays}
    return replace(week, known=replace(week.known, day_kinds=days))


def may(_contact: WeekContact, _form: ContactForm) -> bool:
    return True


def may_not(_contact: WeekContact, _form: ContactForm) -> bool:
    return False


def test_a_visit_on_a_day_at_home_is_moved_to_the_nearest_other_day(at: At) -> None:
    week = at_home(week_with(contact(at, 1, "9.00", 60)), 0, 1)
    mend = mends.out_another_day(week, said(week, "P82"), may)
    assert mend is not None
    assert (mend.kind, mend.spans, mend.form) == (MendKind.MOVE, (at(2, "9.00", 60),), None)
    assert mend.label == "Flyt A.M. til ons. 25. nov. kl. 09.00"

    taken = contact(at, 2, "8.30", 120, citizen=BO)
    week = at_home(week_with(contact(at, 1, "9.00", 60), taken), 0, 1)
    mend = mends.out_another_day(week, said(week, "P82"), may)
    assert mend is not None
    (to,) = mend.spans
    assert to.day == at(2, "9.00", 60).day
    assert not to.overlaps(taken.span)


def test_a_visit_with_no_day_to_go_to_becomes_a_call_where_nothing_speaks_against_it(
    at: At,
) -> None:
    week = at_home(week_with(contact(at, 1, "9.00", 60)), *range(7))
    mend = mends.out_another_day(week, said(week, "P82"), may)
    assert mend is not None
    assert (mend.kind, mend.form) == (MendKind.FORM, PHONE)
    assert mends.out_another_day(week, said(week, "P82"), may_not) is None


def test_a_call_from_home_to_somebody_who_must_be_visited_becomes_a_visit_on_a_day_out(
    at: At,
) -> None:
    week = at_home(week_with(contact(at, 1, "9.00", 20, form=PHONE)), 1)
    assert check_week(week) == ()
    week = knowing(week)
    judged = {
        key: replace(one, triage=Triage.MUST_VISIT) for key, one in week.known.citizens.items()
    }
    week = replace(week, known=replace(week.known, citizens=judged))
    sentence = said(week, "P82")
    assert sentence.text.endswith("A.M. skal have besøg, og M.J. arbejder hjemme den dag.")
    assert sentence.lift.startswith("Hold den som besøg man. 23. nov.")
    mend = mends.out_another_day(week, sentence, may)
    assert mend is not None
    assert (mend.kind, mend.form) == (MendKind.MOVE, PHYSICAL)
    assert mend.label == "Hold A.M. som besøg man. 23. nov. kl. 09.00"
    assert mends.out_another_day(week, sentence, may_not) is None
