"""Development over time from real notes, and what planning and follow-up make of it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields, CitizenFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.ffb import Recommendation
from bostoette.models.follow_up_fields import FollowUpFields
from bostoette.models.goal_fields import GoalFields
from bostoette.models.goal_kinds import Independence
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.note_fields import NoteFields
from bostoette.models.plan_error import PlanError
from bostoette.models.printed_document import Heading, Paragraph
from bostoette.models.timespan import TimeSpan
from bostoette.planning.citizen_filter import CitizenFilter
from bostoette.services import (
    agreements,
    citizens,
    contacts,
    development,
    follow_ups,
    goals,
    notes,
    ramp_up,
    status_report,
    tasks,
)
from bostoette.services.desk import Desk
from bostoette.services.quiet_goals import quiet_goal_sentences
from tests.clock import MONDAY
from tests.services.notes.writing import noted

TODAY = MONDAY + timedelta(days=1)
Told = Callable[[int, ContactForm, int | None, Independence | None], Key]


@pytest.fixture
def goal_id(desk: Desk, citizen_id: Key, worker_id: Key) -> Key:
    long_ago = TODAY - timedelta(weeks=20)
    wish = desk.do(goals.write_wish, citizen_id, "Jeg vil have gæster", long_ago)
    aim = desk.do(goals.add_aim, wish, "Holde hjemmet")
    return desk.do(goals.add_goal, aim, GoalFields("Jeg vasker op"), long_ago, worker_id)


@pytest.fixture
def told(desk: Desk, citizen_id: Key, worker_id: Key, goal_id: Key) -> Told:
    """Hold a contact so many days ago, and sign its note."""

    def write(
        session: Session,
        day: date,
        form: ContactForm,
        wellbeing: int | None,
        how: Independence | None,
    ) -> Key:
        fields = ContactFields(
            TimeSpan(day, 600, 60), form, "support_conversation", (worker_id,), (citizen_id,)
        )
        contact = contacts.create(session, fields)
        if how is not None:
            goals.serve(session, contact, {goal_id})
        at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        note = NoteFields(text="Vi mødtes", wellbeing_score=wellbeing)
        key = notes.sign(session, contact, citizen_id, note, by=worker_id, at=at, today=day)
        if how is not None:
            goals.mark(session, key, goal_id, how)
        return key

    def at(
        ago: int, form: ContactForm, wellbeing: int | None, how: Independence | None = None
    ) -> Key:
        return desk.do(write, TODAY - timedelta(days=ago), form, wellbeing, how)

    return at


def test_the_curve_goes_from_help_to_prompt_to_alone(
    desk: Desk, citizen_id: Key, told: Told
) -> None:
    for ago, how in ((21, "with_help"), (14, "with_prompt"), (7, "alone")):
        told(ago, ContactForm.PHYSICAL, None, Independence(how))
    (curve,) = desk.read(development.development_of, citizen_id, TODAY).goals
    assert [one.independence.step for one in curve.marks] == [1, 2, 3]
    assert not curve.steps_down


def test_eight_weeks_alone_are_listed_for_leader_and_citizen_and_change_nothing(
    desk: Desk, citizen_id: Key, told: Told, goal_id: Key
) -> None:
    for week in range(9):
        told(7 * week, ContactForm.PHYSICAL, None, Independence.ALONE)
    (found,) = desk.read(development.stepping_down, TODAY)
    assert (found.goal_id, found.citizen_id, found.initials) == (goal_id, citizen_id, "A.M.")
    assert desk.read(development.development_of, citizen_id, TODAY).goals[0].steps_down
    assert len(desk.read(goals.in_play, citizen_id)) == 1
    other = desk.do(citizens.create, CitizenFields("Bo Lund"))
    everybody = desk.read(citizens.listed, TODAY)
    wanted = CitizenFilter(mostly_alone=True)
    assert {one.id for one in everybody} == {citizen_id, other}
    assert [one.id for one in everybody if wanted.fits(one, TODAY)] == [citizen_id]


def test_falling_wellbeing_is_told_with_a_visit_as_the_way_out(
    desk: Desk, citizen_id: Key, told: Told
) -> None:
    for ago, score in ((20, 4), (15, 4), (10, 3), (5, 2)):
        told(ago, ContactForm.PHONE, score, None)
    week, names = IsoWeek.of(TODAY), {citizen_id: "A.M."}
    (said,) = desk.read(development.fall_sentences, week, names, TODAY)
    assert said.text == "A.M.: trivslen er faldet fra 4 til 2 på de seneste 4 kontakter."
    assert "besøg" in said.lift
    told(1, ContactForm.PHYSICAL, 4, None)
    assert not desk.read(development.fall_sentences, week, names, TODAY)


def test_a_goal_that_nothing_serves_is_seen_while_planning_until_a_contact_points_to_it(
    desk: Desk, citizen_id: Key, worker_id: Key, goal_id: Key, told: Told
) -> None:
    week = IsoWeek.of(TODAY)

    def seen() -> list[str]:
        found = desk.read(quiet_goal_sentences, week, (worker_id,), (), TODAY)
        return [one.text for one in found]

    told(40, ContactForm.PHYSICAL, None, Independence.WITH_HELP)
    assert seen() == ["A.M.: ingen kontakt om delmålet »Praktiske opgaver« siden tor. 15. okt."]
    span = TimeSpan(week.monday + timedelta(days=3), 600, 60)
    fields = ContactFields(
        span, ContactForm.PHYSICAL, "support_conversation", (worker_id,), (citizen_id,)
    )
    contact = desk.do(contacts.create, fields)
    assert seen()
    desk.do(goals.serve, contact, {goal_id})
    assert not seen()


def test_a_ramp_up_is_one_step_that_can_be_undone(desk: Desk, citizen_id: Key) -> None:
    agreed = AgreementFields(MONDAY - timedelta(weeks=20), (AgreementLineFields(1, 60),))
    desk.do(agreements.agree, citizen_id, agreed)
    steps = desk.read(ramp_up.proposal, citizen_id, TODAY)
    desk.do(ramp_up.begin, citizen_id, steps)
    details = desk.read(citizens.details, citizen_id)
    week = details.agreement_on(MONDAY + timedelta(weeks=1))
    assert week is not None
    assert week.fields.lines[0].said() == "2 × 30 min pr. uge"
    after = details.agreement_on(MONDAY + timedelta(weeks=9))
    assert after is not None
    assert after.fields.lines == agreed.lines
    assert desk.undo() == "Optrapning for A.M."
    assert len(desk.read(citizens.details, citizen_id).agreements) == 1


def test_a_follow_up_becomes_a_task_that_is_done_once_it_is_held(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    due = TODAY + timedelta(days=3)
    key = desk.do(follow_ups.plan, citizen_id, FollowUpFields(due), worker_id)
    (task,) = desk.read(tasks.tasks_of, worker_id)
    assert (task.text, task.due) == (follow_ups.TASK, due)
    (stored,) = desk.read(follow_ups.follow_ups_of, citizen_id)
    held = FollowUpFields(due, TODAY, None, "Det går fremad")
    with pytest.raises(PlanError, match="indstilling"):
        desk.do(follow_ups.change, key, stored.version, held, worker_id)
    held = FollowUpFields(due, TODAY, Recommendation.CONTINUE, "Det går fremad")
    desk.do(follow_ups.change, key, stored.version, held, worker_id)
    assert not desk.read(tasks.tasks_of, worker_id)
    (stored,) = desk.read(follow_ups.follow_ups_of, citizen_id)
    assert stored.fields == held


def test_the_draft_tells_one_mark_and_an_unchanged_goal_as_what_they_are(
    desk: Desk, citizen_id: Key, told: Told
) -> None:
    told(14, ContactForm.PHYSICAL, None, Independence.WITH_HELP)
    draft = desk.read(status_report.draft, citizen_id, TODAY)
    assert "I gang. Med hjælp (1 mærke)." in draft
    told(7, ContactForm.PHYSICAL, None, Independence.WITH_HELP)
    draft = desk.read(status_report.draft, citizen_id, TODAY)
    assert "I gang. Fortsat med hjælp (2 mærker)." in draft
    assert "ikke vurderet" not in draft


def test_the_draft_gathers_goals_contacts_and_wellbeing_and_goes_on_paper(
    desk: Desk, citizen_id: Key, worker_id: Key, told: Told
) -> None:
    told(14, ContactForm.PHYSICAL, 3, Independence.WITH_HELP)
    told(7, ContactForm.PHONE, 4, Independence.ALONE)
    noted(desk, citizen_id, NoteFields(f"Var glad for naboen. {'Ord ' * 80}"), day=TODAY)
    draft = desk.read(status_report.draft, citizen_id, TODAY)
    for expected in (
        "Fra notaterne\n- 24. november 2026: Var glad for naboen. Ord",
        " …\n\nKontakter",
        "mærker).\n- 17. november 2026: Vi mødtes\n- 10. november 2026: Vi mødtes\n",
        "»Jeg vasker op«",
        "Fra med hjælp til alene (2 mærker)",
        "3 kontakter: fysisk besøg 2 og telefonsamtale 1",
        "først 3, senest 4",
    ):
        assert expected in draft
    fields = FollowUpFields(TODAY, TODAY, Recommendation.CONTINUE, draft)
    desk.do(follow_ups.plan, citizen_id, fields, worker_id)
    (stored,) = desk.read(follow_ups.follow_ups_of, citizen_id)
    now = datetime(2026, 11, 24, 12)
    paper = desk.read(status_report.report_document, citizen_id, stored, now)
    assert Heading("Borgerens ønsker og mål", 2) in paper.blocks
    assert (
        Paragraph("Indstilling: fortsætte. Selve afgørelsen er myndighedens.", bold=True)
        in paper.blocks
    )
    hidden = desk.read(status_report.report_document, citizen_id, stored, now, discreet=True)
    assert "vasker op" not in str(hidden.blocks)
    assert hidden.lead == "A.M."


def test_a_report_never_prints_a_prompt_and_says_beforehand_what_nobody_wrote(
    desk: Desk, citizen_id: Key, worker_id: Key, told: Told
) -> None:
    told(14, ContactForm.PHYSICAL, 3, Independence.WITH_HELP)
    draft = desk.read(status_report.draft, citizen_id, TODAY)
    assert draft.endswith("\n\nVurdering\n")
    assert "Skriv jeres" not in draft
    assert "Vurderingen er tom" in status_report.what_is_missing(draft)
    judged = draft + "Hun er blevet sikrere."
    assert not status_report.what_is_missing(judged)
    assert not status_report.what_is_missing("Egne ord uden overskrifter.")
    assert "tom" in status_report.what_is_missing(" \n")
    older = draft + "Skriv jeres faglige vurdering her."
    assert "Vurderingen er tom" in status_report.what_is_missing(older)
    for report, printed in ((draft, False), (older, False), (judged, True)):
        fields = FollowUpFields(TODAY, None, None, report)
        desk.do(follow_ups.plan, citizen_id, fields, worker_id)
        stored = next(
            one
            for one in desk.read(follow_ups.follow_ups_of, citizen_id)
            if one.fields.report == report.strip()
        )
        now = datetime(2026, 11, 24, 12)
        paper = desk.read(status_report.report_document, citizen_id, stored, now)
        assert "Skriv jeres" not in str(paper.blocks)
        assert (Heading("Vurdering", 2) in paper.blocks) is printed
