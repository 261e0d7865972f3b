"""What is written around a citizen's contacts never keeps what looks like a CPR number."""

from collections.abc import Callable
from typing import Any

import pytest

from bostoette.models.citizen_kinds import RiskLevel
from bostoette.models.citizen_life import OnDemandFields, TrialFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.life_kinds import TrialOutcome
from bostoette.models.plan_error import PlanError
from bostoette.models.voice_fields import VoiceFields
from bostoette.services import citizen_voice, form_trials, on_demand, phase_outs, risk
from bostoette.services.desk import Desk
from tests.clock import MONDAY

SAID = "Ring om 010180-1234 i dag"


def test_every_text_of_the_course_refuses_it(desk: Desk, citizen_id: Key) -> None:
    me = desk.actor_id
    trial = TrialFields(ContactForm.VIDEO, MONDAY, MONDAY, "Virker det?")
    key = desk.do(form_trials.begin, citizen_id, trial, by=me)
    begun = TrialFields(ContactForm.PHONE, MONDAY, MONDAY, SAID)
    before = desk.undo_state()
    wishes: tuple[Callable[[], Any], ...] = (
        lambda: desk.do(citizen_voice.write, citizen_id, VoiceFields(what_matters=SAID)),
        lambda: desk.do(citizen_voice.write, citizen_id, VoiceFields(own_words=SAID)),
        lambda: desk.do(risk.judge, citizen_id, RiskLevel.RED, reason=SAID, by=me, today=MONDAY),
        lambda: desk.do(form_trials.begin, citizen_id, begun, by=me),
        lambda: desk.do(form_trials.decide, key, TrialOutcome.STOP, SAID, by=me, today=MONDAY),
        lambda: desk.do(on_demand.begin, citizen_id, OnDemandFields(MONDAY, SAID, 1, 14)),
        lambda: desk.do(phase_outs.stop, key, SAID, by=me, today=MONDAY),
    )
    for wish in wishes:
        with pytest.raises(PlanError, match="CPR-nummer"):
            wish()
    assert desk.undo_state() == before
