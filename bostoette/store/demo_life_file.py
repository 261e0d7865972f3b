"""Reads the life around the invented team's contacts from ``resources/demo_life.toml``."""

import tomllib
from typing import Any

from bostoette.models.citizen_fields import AgreementLineFields
from bostoette.models.citizen_kinds import AgreementRhythm, RiskLevel
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.day_kind import DayKind
from bostoette.models.demo_life import (
    DemoInquiry,
    DemoLife,
    DemoLives,
    DemoMaterial,
    DemoOnDemand,
    DemoPhaseOut,
    DemoPhaseStep,
    DemoRisk,
    DemoSheet,
    DemoTrial,
)
from bostoette.models.inquiry import Caller, Strain
from bostoette.models.life_kinds import PhaseOutState, RelationStrength, Triage, TrialOutcome
from bostoette.models.plan_error import PlanError
from bostoette.models.satisfaction import Satisfaction
from bostoette.models.voice_fields import PlaceWish, TimeOfDay, VoiceFields
from bostoette.store.resources import resource

Raw = dict[str, Any]

_ANSWERS = {
    "g": Satisfaction.GOOD,
    "o": Satisfaction.OK,
    "b": Satisfaction.BAD,
    "n": Satisfaction.NOT_ASKED,
}
_TRIAGED = -2
"""Triage was talked over in this week, unless a life says otherwise."""
_DAYS = {"u": DayKind.OUT, "h": DayKind.HOME, "k": DayKind.OFFICE, "-": None}


def demo_lives() -> DemoLives:
    """Return the invented life; raises PlanError where the program's file is missing or faulty."""
    try:
        return _lives(tomllib.loads(resource("demo_life.toml").read_text(encoding="utf-8")))
    except (KeyError, ValueError, TypeError) as fault:
        raise PlanError(
            "Programmets fil med eksempelteamets forløb kan ikke læses. Dine data er urørt; "
            "installér programmet igen.",
            details=f"{type(fault).__name__}: {fault}",
        ) from fault


def _lives(raw: Raw) -> DemoLives:
    sheet = raw["sheet"]
    return DemoLives(
        lives=tuple(map(_life, raw["life"])),
        materials=tuple(map(_material, raw["material"])),
        inquiries=tuple(map(_inquiry, raw["inquiry"])),
        days={who: tuple(_DAYS[one] for one in days) for who, days in raw["days"].items()},
        sheet=DemoSheet(
            sheet["saved"],
            sheet["review"],
            sheet["author"],
            tuple(sheet["participants"]),
            sheet["settled"],
            sheet["since"],
        ),
    )


def _life(raw: Raw) -> DemoLife:
    on_demand = raw.get("on_demand")
    return DemoLife(
        citizen=raw["citizen"],
        triage=Triage(raw["triage"]) if "triage" in raw else None,
        triaged=raw.get("triaged", _TRIAGED),
        risk=tuple(
            DemoRisk(week, RiskLevel(level), reason) for week, level, reason in raw.get("risk", [])
        ),
        voice=_voice(raw["voice"]) if "voice" in raw else None,
        trials=tuple(map(_trial, raw.get("trial", []))),
        on_demand=None if on_demand is None else DemoOnDemand(**on_demand),
        phase_out=_phase_out(raw["phase_out"]) if "phase_out" in raw else None,
        answers={
            ContactForm(form): tuple(_ANSWERS[one] for one in given)
            for form, given in raw.get("answers", {}).items()
        },
        relations={who: RelationStrength(how) for who, how in raw.get("relations", {}).items()},
    )


def _voice(raw: Raw) -> VoiceFields:
    return VoiceFields(
        raw.get("matters", ""),
        raw.get("own_words", ""),
        tuple(
            TimeOfDay(one.get("weekday"), one["from"], one["until"], one["good"])
            for one in raw.get("times", [])
        ),
        tuple(
            PlaceWish(ContactPlace(place), wanted)
            for place, wanted in raw.get("places", {}).items()
        ),
    )


def _trial(raw: Raw) -> DemoTrial:
    return DemoTrial(
        ContactForm(raw["form"]),
        raw["since"],
        raw["weeks"],
        raw["question"],
        TrialOutcome(raw["outcome"]) if "outcome" in raw else None,
        raw.get("answer", ""),
    )


def _phase_out(raw: Raw) -> DemoPhaseOut:
    return DemoPhaseOut(
        raw["since"],
        PhaseOutState(raw["state"]),
        raw.get("ended"),
        raw.get("why", ""),
        tuple(DemoPhaseStep(one["week"], tuple(map(_line, one["lines"]))) for one in raw["steps"]),
    )


def _line(raw: Raw) -> AgreementLineFields:
    return AgreementLineFields(
        raw["number"],
        raw["minutes"],
        AgreementRhythm(raw["rhythm"]),
        raw.get("every_weeks", 1),
        tuple(map(ContactForm, raw["forms"])),
    )


def _material(raw: Raw) -> DemoMaterial:
    texts = {name: raw.get(name, "") for name in ("link", "file_name", "target", "language")}
    return DemoMaterial(title=raw["title"], for_staff=raw.get("for_staff", False), **texts)


def _inquiry(raw: Raw) -> DemoInquiry:
    texts = ("citizen", "who", "advice", "guided_to", "material")
    return DemoInquiry(
        **{name: raw[name] for name in ("worker", "week", "weekday", "start", "minutes", "topic")},
        **{name: raw.get(name, "") for name in texts},
        on_hotline=raw.get("on_hotline", False),
        caller=Caller(raw["caller"]),
        strain=Strain(raw["strain"]) if "strain" in raw else None,
        worried=raw.get("worried", False),
    )
