"""What a line of the review tells the leader of a week."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.key import Key
from bostoette.models.note_fields import NoteFields
from bostoette.models.review import MatterKind, Review, ReviewLine
from bostoette.models.timespan import TimeSpan
from bostoette.planning.danish_days import day_name
from bostoette.planning.week_check import check_week
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services import citizens, contacts, notes
from bostoette.services.desk import Desk
from bostoette.services.plan_checks import plan_sentences
from bostoette.services.week import Week, week_of
from bostoette.services.week_knowledge import checked_week, knowledge_of
from bostoette.services.week_review import review_of
from tests.clock import MONDAY, At
from tests.services.review.reviewing import NOW, TODAY, WEEK, Plan, of_kind, send


def test_reasons_for_a_form_advised_against_are_told_to_the_leader(
    desk: Desk, worker_id: Key, citizen_id: Key, line: Callable[[], ReviewLine]
) -> None:
    fields = ContactFields(
        TimeSpan(MONDAY, 540, 20),
        ContactForm.PHONE,
        "short_follow_up",
        (worker_id,),
        (citizen_id,),
        override_reason="Hun ringede selv og bad om det",
    )
    desk.do(contacts.create, fields)
    (given,) = of_kind(line(), MatterKind.REASON)
    assert given.text == (
        "A.M. man. 23. nov. kl. 09.00, telefon, valgt med begrundelse: "
        "Hun ringede selv og bad om det"
    )


def test_a_note_overdue_is_told_to_the_leader_until_it_is_written(
    desk: Desk, visit: Key, worker_id: Key, citizen_id: Key, leaders_desk: Desk
) -> None:
    desk.do(contacts.hold, visit)
    two_days_on = datetime(2026, 11, 26, 12, 0)

    def told() -> list[str]:
        found = leaders_desk.read(review_of, leaders_desk.actor_id, WEEK, two_days_on)
        lines = [one for one in found.lines if one.worker_id == worker_id]
        return [one.text for line in lines for one in of_kind(line, MatterKind.NOTE)]

    assert told() == ["1 kontakt mangler notat over fristen: A.M. tir. 24. nov."]
    said = NoteFields(text="Vi ryddede køkkenet sammen")
    at, today = datetime(2026, 11, 26, 11, 0, tzinfo=UTC), date(2026, 11, 26)
    desk.do(notes.sign, visit, citizen_id, said, by=worker_id, at=at, today=today)
    assert told() == []


def test_the_figures_of_a_line_are_those_of_the_week(
    plan: Plan, visit: Key, line: Callable[[], ReviewLine]
) -> None:
    plan(3, "9.00", ContactForm.PHONE)
    found = line()
    assert found.counts == {ContactForm.PHYSICAL: 1, ContactForm.PHONE: 1}
    assert (found.planned, found.contacts) == (60, 2)
    assert found.travel.number > 0
    assert found.saved.number > 0


def test_a_duty_without_citizens_is_no_time_with_them(
    desk: Desk, visit: Key, worker_id: Key, at: At, line: Callable[[], ReviewLine]
) -> None:
    fields = ContactFields(at(2, "9.00", 60), ContactForm.HOTLINE, "acute", (worker_id,), ())
    desk.do(contacts.create, fields)
    assert (line().contacts, line().planned) == (1, 30)


def test_the_review_says_who_has_not_sent_and_who_is_met(
    desk: Desk, visit: Key, seen: Callable[[], Review]
) -> None:
    assert [one.initials for one in seen().not_sent] == ["M.J."]
    assert (seen().met, seen().citizens, seen().met_days) == (1, 1, 28)
    send(desk)
    assert seen().not_sent == ()


def test_homes_that_nobody_sees_are_told_together_and_not_of_whom_nobody_meets(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At, line: Callable[[], ReviewLine]
) -> None:
    others = [
        desk.do(citizens.create, CitizenFields(name, primary_worker_id=worker_id))
        for name in ("Bo Krag", "Eva Lind")
    ]
    for place, citizen in enumerate(others):
        span = at(0, "9.00", 45).moved(days=place)
        walk = ContactFields(
            span, ContactForm.WALK_TALK, "support_conversation", (worker_id,), (citizen,)
        )
        desk.do(contacts.create, walk)
        _lived_since(desk, worker_id, citizen, at)
    call = ContactFields(
        at(2, "9.00", 30), ContactForm.PHONE, "support_conversation", (worker_id,), (citizen_id,)
    )
    desk.do(contacts.create, call)
    _lived_since(desk, worker_id, citizen_id, at)
    said = [(one.rule, one.text) for one in line().matters if one.rule in {"P01", "P37"}]
    assert [rule for rule, _text in said] == ["P01", "P37"]
    assert said[0][1].startswith("A.M.: ")
    assert said[1][1] == "Hjemmet bliver ikke set i perioden hos B.K. og E.L."
    in_week = desk.read(plan_sentences, desk.read(week_of, (worker_id,), WEEK), TODAY)
    unseen = {one.citizen for one in in_week if one.rule == "P37"}
    assert unseen == set(others), "the week itself says no more than its review"


def _lived_since(desk: Desk, worker_id: Key, citizen: Key, at: At) -> None:
    """Let her have been supported for long, on the phone."""
    span = at(0, "9.00", 30).moved(days=-60)
    call = ContactFields(span, ContactForm.PHONE, "support_conversation", (worker_id,), (citizen,))
    desk.do(contacts.hold, desk.upkeep(contacts.create, call))


def test_a_long_meeting_among_workers_is_not_held_against_each_of_them(
    desk: Desk, worker_id: Key, at: At, line: Callable[[], ReviewLine]
) -> None:
    meeting = ContactFields(
        at(2, "9.00", 90),
        ContactForm.VIDEO,
        "meeting",
        (worker_id,),
        (),
        variant=ContactVariant.SUPERVISION,
    )
    key = desk.do(contacts.create, meeting)
    week = desk.read(week_of, (worker_id,), WEEK)
    assert any(one.rule == "P71" and one.contacts == (key,) for one in _said(desk, week))
    assert not [one for one in line().matters if one.rule == "P71"]


def _said(desk: Desk, shown: Week) -> tuple[WeekSentence, ...]:
    known = desk.read(knowledge_of, shown)
    return check_week(checked_week(shown, known, day_name, NOW))
