"""Nyt siden sidst: what a worker has not read on a citizen, and that reading is written down."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from bostoette.models.citizen_fields import AgreementFields
from bostoette.models.citizen_kinds import RiskLevel
from bostoette.models.contact_form import ContactForm
from bostoette.models.journal import JournalStep, StepKind
from bostoette.models.key import Key
from bostoette.models.note_fields import NewAgreement, NoteFields
from bostoette.models.since_last import CitizenNews
from bostoette.services import agreements, citizen_news, citizens, risk
from bostoette.services.desk import Desk
from tests.clock import MONDAY
from tests.services.notes.writing import NOON, TODAY, noted

LATER = NOON + timedelta(hours=2)
MORNING = NOON - timedelta(days=1, hours=3)
"""On the day that the desk's clock shows."""


def _news(desk: Desk, citizen: Key, hours: int = 2) -> CitizenNews:
    now = NOON + timedelta(hours=hours)
    return desk.read(citizen_news.news_of, citizen, desk.actor_id, now)


def _acts(desk: Desk) -> list[tuple[str, dict[str, object] | None]]:
    steps = desk.read(
        lambda session: session.scalars(
            select(JournalStep).where(JournalStep.kind == StepKind.ACT).order_by(JournalStep.id)
        ).all()
    )
    return [(one.label, one.facts) for one in steps if one.label.startswith("Læs notater")]


def test_who_takes_over_sees_the_notes_and_the_open_agreement_until_she_has_read_them(
    desk: Desk, colleagues_desk: Desk, citizen_id: Key
) -> None:
    """Two notes by A and one open agreement, marked read once B has opened them."""
    agreed = NoteFields("Talte om huslejen", agreed=(NewAgreement("Ringer til banken"),))
    noted(colleagues_desk, citizen_id, agreed, form=ContactForm.PHONE)
    noted(colleagues_desk, citizen_id, NoteFields("Ryddet op"), day=TODAY)
    found = _news(desk, citizen_id)
    assert [one.text for one in found.notes] == ["Ryddet op", "Talte om huslejen"]
    assert [one.text for one in found.agreements] == ["Ringer til banken"]
    desk.do(citizen_news.mark_read, citizen_id, by=desk.actor_id, at=LATER)
    found = _news(desk, citizen_id, 3)
    assert (found.notes, found.number) == ((), 0)
    assert len(found.agreements) == 1


def test_ones_own_notes_are_no_news(desk: Desk, citizen_id: Key) -> None:
    noted(desk, citizen_id)
    assert _news(desk, citizen_id).notes == ()


def test_what_others_changed_is_said(desk: Desk, colleagues_desk: Desk, citizen_id: Key) -> None:
    by, other = colleagues_desk.actor_id, colleagues_desk
    for reason in ("Sover dårligt", "Stadig"):
        other.do(risk.judge, citizen_id, RiskLevel.YELLOW, reason=reason, by=by, today=MONDAY)
    other.do(agreements.agree, citizen_id, AgreementFields(MONDAY, on_demand=True))
    found = desk.read(citizen_news.news_of, citizen_id, desk.actor_id, LATER)
    assert [(one.words, one.reason) for one in found.changes] == [
        ("Risikoen er vurderet: gul", "Stadig"),
        ("Risikoen er vurderet: gul", "Sover dårligt"),
        ("Ny kontaktaftale", ""),
    ]
    assert {one.by for one in found.changes} == {"K.L."}
    own = other.read(citizen_news.news_of, citizen_id, by, LATER).changes
    assert [(one.words, one.by) for one in own] == [("Borgeren er oprettet", "M.J.")]


def test_a_change_of_profile_is_said_beside_the_risk_that_changed_with_it(
    desk: Desk, colleagues_desk: Desk, citizen_id: Key
) -> None:
    found = colleagues_desk.read(citizens.details, citizen_id)
    answers = replace(
        found.profile, risk_level=RiskLevel.RED, filled_on=MONDAY, has_private_room=False
    )
    colleagues_desk.do(citizens.change_profile, citizen_id, found.profile_version, answers)
    said = [one.words for one in _news(desk, citizen_id).changes]
    assert said == ["Risikoen er vurderet: rød", "Profilen er rettet"]


def test_reading_is_an_act_once_a_day_for_each_reader_and_citizen(
    desk: Desk, colleagues_desk: Desk, citizen_id: Key
) -> None:
    read = citizen_news.note_reading
    for hours in (0, 1, 9):
        desk.do(read, citizen_id, by=desk.actor_id, at=MORNING + timedelta(hours=hours))
    assert _acts(desk) == [("Læs notater: A.M.", {"citizen": citizen_id.hex()})]
    desk.do(read, citizen_id, by=desk.actor_id, at=MORNING + timedelta(hours=16))
    assert len(_acts(desk)) == 2
    colleagues_desk.do(read, citizen_id, by=colleagues_desk.actor_id, at=MORNING)
    assert len(_acts(desk)) == 3


def test_opening_what_is_new_is_reading_too(desk: Desk, citizen_id: Key) -> None:
    later = MORNING + timedelta(hours=1)
    desk.do(citizen_news.mark_read, citizen_id, by=desk.actor_id, at=MORNING)
    desk.do(citizen_news.note_reading, citizen_id, by=desk.actor_id, at=later)
    assert len(_acts(desk)) == 1
