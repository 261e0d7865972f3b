"""Reads the invented team from ``resources/demo_team.toml``."""

import tomllib
from typing import Any

from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.citizen_kinds import AgreementRhythm, CitizenStatus, GrantPeriod
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.contact_variant import ContactVariant, MeetingFlag
from bostoette.models.demo_team import (
    DemoAbsence,
    DemoAgreement,
    DemoAim,
    DemoAppointment,
    DemoCitizen,
    DemoGoal,
    DemoGrant,
    DemoLine,
    DemoNames,
    DemoNoteSentences,
    DemoOccasion,
    DemoParticipant,
    DemoTask,
    DemoTeam,
    DemoTexts,
    DemoWish,
    DemoWorker,
)
from bostoette.models.ffb import FunctionLevel, GoalType, SubTheme, SupportLevel, Theme
from bostoette.models.goal_kinds import GoalReason, GoalStatus
from bostoette.models.plan_error import PlanError
from bostoette.models.travel_mode import TravelMode
from bostoette.models.worker_kinds import AbsenceKind, BaseKind, WorkerRole
from bostoette.models.working_hours import WorkingHours
from bostoette.store.resources import resource

Raw = dict[str, Any]


def demo_team() -> DemoTeam:
    """Return the invented team; raises PlanError where the program's file is missing or faulty."""
    try:
        return _team(tomllib.loads(resource("demo_team.toml").read_text(encoding="utf-8")))
    except (KeyError, ValueError, TypeError) as fault:
        raise PlanError(
            "Programmets fil med eksempelteamet kan ikke læses. Dine data er urørt; "
            "installér programmet igen.",
            details=f"{type(fault).__name__}: {fault}",
        ) from fault


def _team(raw: Raw) -> DemoTeam:
    return DemoTeam(
        opens=raw["opens"],
        towns=raw["towns"],
        names=DemoNames(**_tuples(raw["names"])),
        texts=DemoTexts(**_tuples(raw["texts"])),
        notes=DemoNoteSentences(**_tuples(raw["notes"])),
        workers=tuple(map(_worker, raw["worker"])),
        citizens=tuple(map(_citizen, raw["citizen"])),
        occasions=tuple(map(_occasion, raw["occasion"])),
        appointments=tuple(map(_appointment, raw["appointment"])),
        tasks=tuple(map(_task, raw["task"])),
        wishes=tuple(map(_wish, raw["wish"])),
    )


def _worker(raw: Raw) -> DemoWorker:
    hours = [(day[0], day[1]) if day else None for day in raw["hours"]]
    return DemoWorker(
        initials=raw["initials"],
        name=raw["name"],
        job_title=raw["job_title"],
        role=WorkerRole(raw["role"]),
        caseload=raw.get("caseload", True),
        hours=WorkingHours((*hours, None, None)),
        base_kind=BaseKind(raw["base_kind"]),
        travel_mode=TravelMode(raw["travel_mode"]),
        postal_code=raw["postal_code"],
        km=_km(raw["km"]),
        stays_weeks=raw.get("stays_weeks"),
        absences=tuple(
            DemoAbsence(one["week"], one["weekday"], one["days"], AbsenceKind(one["kind"]))
            for one in raw.get("absence", [])
        ),
    )


def _citizen(raw: Raw) -> DemoCitizen:
    return DemoCitizen(
        name=raw["name"],
        worker=raw["worker"],
        secondary=raw.get("secondary", ""),
        postal_code=raw["postal_code"],
        km=_km(raw["km"]) if "km" in raw else None,
        meeting_point=raw.get("meeting_point", ""),
        place=ContactPlace(raw.get("place", "home")),
        has_number=raw.get("phone", True),
        emergency_contact=raw.get("emergency", ""),
        language=raw.get("language", ""),
        new=raw.get("new", False),
        status=CitizenStatus(raw.get("status", "active")),
        status_since=raw.get("status_since"),
        pattern=raw.get("pattern", "ordinary"),
        profile=raw.get("profile", {}),
        grants=tuple(map(_grant, raw.get("grant", []))),
        agreements=tuple(map(_agreement, raw.get("agreement", []))),
    )


def _grant(raw: Raw) -> DemoGrant:
    period = GrantPeriod(raw["period"])
    return DemoGrant(
        raw["paragraph"], raw.get("from"), raw.get("to"), period, raw["since"], raw.get("until")
    )


def _agreement(raw: Raw) -> DemoAgreement:
    lines = tuple(map(_line, raw.get("line", [])))
    return DemoAgreement(raw["since"], raw.get("until"), raw.get("on_demand", False), lines)


def _line(raw: Raw) -> DemoLine:
    return DemoLine(
        number=raw["number"],
        minutes=raw["minutes"],
        rhythm=AgreementRhythm(raw.get("rhythm", "week")),
        every_weeks=raw.get("every_weeks", 1),
        forms=tuple(map(ContactForm, raw["forms"])),
        purposes=tuple(raw["purposes"]),
        weekdays=tuple(raw.get("days", [])),
        at=_minutes(raw["at"]) if "at" in raw else None,
    )


def _occasion(raw: Raw) -> DemoOccasion:
    form = ContactForm(raw["form"])
    usual = "outdoors" if form is ContactForm.GROUP_WALK else "home"
    return DemoOccasion(
        form=form,
        purpose=raw["purpose"],
        minutes=raw["minutes"],
        weekday=raw["weekday"],
        at=_minutes(raw["at"]),
        week=raw["week"],
        every_weeks=raw.get("every_weeks"),
        workers=tuple(raw["workers"]),
        citizens=tuple(raw["citizens"]),
        place=ContactPlace(raw.get("place", usual)),
        place_text=raw.get("place_text", ""),
        meeting_point=raw.get("meeting_point", ""),
        unplanned=raw.get("unplanned", False),
        participants=tuple(
            DemoParticipant(one["name"], one["role"], one["from"], one["until"])
            for one in raw.get("participants", [])
        ),
        agenda=tuple(raw.get("agenda", [])),
        variant=ContactVariant(raw.get("variant", "ordinary")),
        aim=raw.get("aim", ""),
        flags=tuple(map(MeetingFlag, raw.get("flags", []))),
    )


def _appointment(raw: Raw) -> DemoAppointment:
    return DemoAppointment(
        kind=AppointmentKind(raw["kind"]),
        title=raw["title"],
        weekday=raw["weekday"],
        at=_minutes(raw["at"]),
        minutes=raw["minutes"],
        week=raw.get("week", 0),
        every_weeks=raw.get("every_weeks"),
        workers=tuple(raw.get("workers", [])),
        outside=tuple(raw.get("outside", [])),
    )


def _task(raw: Raw) -> DemoTask:
    return DemoTask(
        raw["kind"], raw["worker"], raw["citizen"], raw["text"], raw["due"], raw.get("done")
    )


def _wish(raw: Raw) -> DemoWish:
    aims = tuple(DemoAim(one["title"], tuple(map(_goal, one["goal"]))) for one in raw["aim"])
    return DemoWish(
        raw["citizen"], raw["words"], raw["since"], aims, tuple(raw["notes"]), raw["wellbeing"]
    )


def _goal(raw: Raw) -> DemoGoal:
    part, reason = raw.get("part"), raw.get("reason")
    return DemoGoal(
        words=raw["words"],
        title=raw.get("title", ""),
        goal_type=GoalType(raw.get("type", "develop")),
        theme=Theme(raw["theme"]),
        sub_theme=None if part is None else SubTheme(part),
        functioning=FunctionLevel(raw.get("functioning", "not_assessed")),
        support=SupportLevel(raw.get("support", "not_assessed")),
        since=raw["since"],
        review=raw.get("review"),
        steps=raw.get("steps", ""),
        status=GoalStatus(raw.get("status", "active")),
        status_since=raw["status_since"] if "status_since" in raw else raw["since"],
        reason=None if reason is None else GoalReason(reason),
        lost=raw.get("lost"),
    )


def _tuples(raw: Raw) -> Raw:
    return {name: tuple(one) if isinstance(one, list) else one for name, one in raw.items()}


def _km(raw: list[float]) -> tuple[float, float]:
    east, north = raw
    return east, north


def _minutes(said: str) -> int:
    hours, rest = said.split(".")
    return int(hours) * 60 + int(rest)
