"""Why forms were chosen, advice set aside, and grants: counted by hand (P06, P07, P09)."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from bostoette.models.citizen_kinds import GrantPeriod
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_kinds import ContactStatus, FormReason
from bostoette.models.figure_scope import Scope, ScopeKind, Section
from bostoette.models.grant import Grant
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.services import contacts, form_choice
from bostoette.services.desk import Desk
from bostoette.services.overridden_rules import most_overridden
from bostoette.services.program_file import seed_lists
from bostoette.store.journal import describe
from tests.clock import MONDAY
from tests.services.figures_asked import figure, holds, texts
from tests.services.remote_hands import answer
from tests.twenty_contacts import PHONE, VIDEO, VISIT, WALK, add_contact

TEAM = Scope()
WHY = "Hun bad selv om det i dag"


def test_reasons_are_counted_by_form_and_by_worker(
    desk: Desk, worker_id: Key, colleague_id: Key, citizen_id: Key
) -> None:
    """M.J.: two visits by A.M.'s wish, one by judgement, one without. K.L.: one call, own wish."""
    wish, judged, own = FormReason.CITIZENS_WISH, FormReason.PROFESSIONAL, FormReason.WORKERS_WISH

    def add(session: Session) -> None:
        for reason in (wish, wish, judged, None):
            add_contact(session, worker_id, (citizen_id,), MONDAY, VISIT, form_reason=reason)
        add_contact(session, colleague_id, (citizen_id,), MONDAY, PHONE, form_reason=own)
        off = ContactStatus.CANCELLED_BY_US
        add_contact(session, colleague_id, (citizen_id,), MONDAY, PHONE, off, form_reason=own)

    desk.upkeep(add)
    shown = figure(desk, TEAM, Section.CHOICE, "reasons")
    assert texts(shown, "I alt") == ["4", "2 · 50 %", "1 · 25 %", "0", "1 · 25 %", "1"]
    assert texts(shown, "Besøg") == ["3", "2 · 67 %", "1 · 33 %", "0", "0", "1"]
    assert texts(shown, "Karl Lund") == ["1", "0", "0", "0", "1 · 100 %", "0"]
    holds(desk, shown)


def test_advice_set_aside_is_counted_with_its_reasons(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    """Two of three videos against the advice: one written reason, one chosen code."""

    def add(session: Session) -> None:
        add_contact(session, worker_id, (citizen_id,), MONDAY, VIDEO, override_reason=WHY)
        add_contact(
            session, worker_id, (citizen_id,), MONDAY, VIDEO, reason_codes=("feels_safest_at_home",)
        )
        add_contact(session, worker_id, (citizen_id,), MONDAY, VIDEO)

    desk.upkeep(add)
    shown = figure(desk, TEAM, Section.CHOICE, "against")
    assert texts(shown, "I alt") == ["2 · 67 %"]
    assert texts(shown, "Video") == ["2 · 67 %"]
    assert texts(shown, "Besøg") == ["0"]
    assert texts(shown, "Med en skrevet begrundelse") == ["1"]
    assert len(shown.lines) == 7
    assert shown.said == "2 kontakter blev valgt imod rådet."
    holds(desk, shown)


def test_the_rules_that_were_set_aside_are_counted(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    """Without a video device P62 speaks against video, once."""

    def add(session: Session) -> None:
        add_contact(session, worker_id, (citizen_id,), MONDAY, VIDEO, override_reason=WHY)
        profile = session.query(CitizenProfile).filter_by(citizen_id=citizen_id).one()
        profile.filled_on, profile.has_video_device = MONDAY, False
        session.flush()
        describe(session, "Profil")

    desk.upkeep(add)
    shown = figure(desk, TEAM, Section.CHOICE, "rules")
    line = next(one for one in shown.lines if one.label.startswith("P62"))
    assert [cell.text for cell in line.cells] == ["1"]
    holds(desk, shown)


def test_what_was_set_aside_stays_as_it_was_when_rules_and_answers_change(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    """A walk with somebody who is uneasy in public (P60), and later is not."""
    desk.upkeep(seed_lists, "test")
    answer(desk, citizen_id, uneasy_in_public=True)
    span = TimeSpan(MONDAY, 540, 45)
    walk = ContactFields(
        span, WALK, "support_conversation", (worker_id,), (citizen_id,), override_reason=WHY
    )
    key = desk.do(form_choice.create, walk)

    def set_aside() -> dict[str, list[str]]:
        counted = figure(desk, TEAM, Section.CHOICE, "rules")
        told = {one.rule: [WHY] for one in desk.read(most_overridden, MONDAY)}
        labels = {one.label.partition(" ")[0] for one in counted.lines}
        assert labels == set(told)
        return told

    assert set(set_aside()) == {"P60"}
    answer(desk, citizen_id, uneasy_in_public=False)
    assert set(set_aside()) == {"P60"}
    desk.do(contacts.move, key, span.moved(minutes=60))
    assert set(set_aside()) == {"P60"}
    for _step in ("move", "answer", "create"):
        desk.undo()
    assert not set_aside()
    for _step in ("create", "answer"):
        desk.redo()
    assert set(set_aside()) == {"P60"}


@pytest.fixture
def grant(desk: Desk, citizen_id: Key) -> None:
    """Two hours a week by §85 from 1 January, and §82b since 20 June."""

    def add(session: Session) -> None:
        for paragraph, first, minutes in (
            ("85", date(2026, 1, 1), 120),
            ("82b", date(2026, 6, 20), None),
        ):
            session.add(
                Grant(
                    citizen_id=citizen_id,
                    paragraph_id=paragraph,
                    minutes_from=minutes,
                    minutes_to=minutes,
                    period=GrantPeriod.WEEK,
                    valid_from=first,
                )
            )
        session.flush()
        describe(session, "Bevilling")

    desk.upkeep(add)


def test_planned_and_held_are_weighed_against_what_is_granted(
    desk: Desk, worker_id: Key, citizen_id: Key, grant: None
) -> None:
    """Two weeks of 2 hours are 4. Held 30 and 45 as it was, planned 60, cancelled 30."""

    def add(session: Session) -> None:
        planned, off = ContactStatus.PLANNED, ContactStatus.CANCELLED_BY_CITIZEN
        add_contact(session, worker_id, (citizen_id,), MONDAY, VISIT, minutes=30)
        add_contact(session, worker_id, (citizen_id,), MONDAY, VISIT, actual_minutes=45)
        sunday = MONDAY + timedelta(days=6)
        add_contact(session, worker_id, (citizen_id,), sunday, PHONE, planned, minutes=60)
        add_contact(session, worker_id, (citizen_id,), sunday, PHONE, off, minutes=30)

    desk.upkeep(add)
    shown = figure(desk, TEAM, Section.GRANTS, "grants")
    assert texts(shown, "Asta Mortensen") == ["4 t", "2 t 15 · 56 %", "1 t 15 · 31 %"]
    holds(desk, shown)
    own = figure(desk, Scope(ScopeKind.CITIZEN, citizen_id), Section.GRANTS, "grants")
    assert texts(own, "Asta Mortensen") == texts(shown, "Asta Mortensen")


def test_support_by_82b_that_soon_ends_is_listed(desk: Desk, citizen_id: Key, grant: None) -> None:
    """Six months from 20 June are over on 19 December: 20 days after 29 November."""
    shown = figure(desk, TEAM, Section.GRANTS, "ending")
    assert texts(shown, "Asta Mortensen")[1:] == ["20. jun. 2026", "19. dec. 2026", "20"]
    holds(desk, shown)
