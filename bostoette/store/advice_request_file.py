"""Reads a request for advice on made-up citizens (JSON); a fault is told with its place.

Read is what decides and nothing else: what somebody expected, and who the person is said to be
(age, diagnosis, target group; P03, P54), is never looked at. A misspelt field is a fault.
"""

import json
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from bostoette.models.advice_request import (
    AdviceCase,
    AdviceRequest,
    Persona,
    PlanCase,
    RequestWords,
)
from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_condition import PROFILE_FIELDS, Companion
from bostoette.models.raised_check import PlanItem, UndatedPlan
from bostoette.models.situation import Situation
from bostoette.models.timespan import DAY_MINUTES
from bostoette.models.wording import listed

FILLED_ON = date.min
"""A made-up profile counts as filled in."""
PLAN_DAYS = 28
MET, HOME_SEEN, FACE_TO_FACE = 6, 10, 7
"""What holds where a file does not say: met six times, home seen 10 days ago, met 7 days ago."""
_SHOWN = 40
_NEVER_COUNT = ("age", "diagnosis", "target_group")
_TOLD = ("title", "note", "why", "comment")
_AT_TOP = (
    "schema_version",
    "rules_file",
    "core_forms",
    "extra_forms",
    "outcome_meaning",
    "field_values",
    "profile_defaults",
    "context_defaults",
    "purposes",
    "settings_assumed",
    "settings_from_seed",
)

Word = TypeVar("Word", bound=StrEnum)


def read_advice_request(path: Path, words: RequestWords) -> AdviceRequest:
    """Read a file; raises PlanError naming the place of a fault: ``personas[0].profile.age``."""
    entry = _Entry("", _read(path))
    entry.allow("personas", ignored=_AT_TOP)
    reading = _Reading(words)
    return AdviceRequest(tuple(map(reading.persona, entry.entries("personas", needed=True))))


def _read(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise PlanError(
            "Filen kunne ikke læses, og der er ikke regnet noget ud. "
            "Se efter, om navnet er rigtigt.",
            details=type(fault).__name__,
        ) from fault
    except UnicodeDecodeError as fault:
        raise PlanError(
            "Filen er ikke tekst i UTF-8, og der er ikke regnet noget ud. Gem den som UTF-8."
        ) from fault
    try:
        found = json.loads(text, object_pairs_hook=_each_once)
    except json.JSONDecodeError as fault:
        raise PlanError(
            f"Filen er ikke JSON: det går galt i linje {fault.lineno}, tegn {fault.colno}. "
            "Der er ikke regnet noget ud; ret filen, og prøv igen."
        ) from fault
    except (ValueError, RecursionError) as fault:
        raise PlanError(
            "Filen er ikke JSON, der kan bruges. Der er ikke regnet noget ud; ret filen."
        ) from fault
    if not isinstance(found, dict):
        raise _fault("filen", "der skal stå et afsnit i {}")
    return found


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _fault(f"feltet {_shortened(twice)}", "det står to gange i samme afsnit")
    return found


@dataclass(frozen=True, slots=True)
class _Entry:
    """One object of the file, with the place where it stands."""

    place: str
    raw: dict[str, Any]

    def at(self, field: str) -> str:
        return f"{self.place}.{field}" if self.place else field

    def fault(self, field: str, what: str) -> PlanError:
        return _fault(self.at(field), what)

    def allow(self, *known: str, ignored: tuple[str, ...] = ()) -> None:
        """Refuse a field that nobody reads: most often a misspelt one."""
        for field in self.raw:
            if field in known or field in ignored or field in _TOLD or field.startswith("expected"):
                continue
            near = get_close_matches(field, known, n=1)
            meant = f" (mente du {near[0]}?)" if near else ""
            raise self.fault(_shortened(field), f"feltet er ukendt{meant}")

    def entries(self, field: str, *, needed: bool = False) -> list["_Entry"]:
        if needed and field not in self.raw:
            raise self.fault(field, "feltet mangler")
        given = self.raw.get(field, [])
        if not isinstance(given, list):
            raise self.fault(field, "der skal stå en liste")
        return [self._entry(f"{field}[{n}]", one) for n, one in enumerate(given)]

    def entry(self, field: str) -> "_Entry":
        return self._entry(field, self.raw.get(field, {}))

    def text(self, field: str) -> str:
        given = self._given(field)
        if not isinstance(given, str) or not given.strip():
            raise self.fault(field, "der skal stå en tekst")
        return given

    def whole(self, field: str, *, least: int = 0, below: int | None = None) -> int:
        given = self._given(field)
        if not isinstance(given, int) or isinstance(given, bool) or given < least:
            raise self.fault(field, f"der skal stå et helt tal på {least} eller mere")
        if below is not None and given >= below:
            raise self.fault(field, f"der skal stå et helt tal under {below}")
        return given

    def whole_or_none(self, field: str, absent: int | None = None) -> int | None:
        if field not in self.raw:
            return absent
        return None if self.raw[field] is None else self.whole(field)

    def flag(self, field: str) -> bool:
        given = self._given(field)
        if not isinstance(given, bool):
            raise self.fault(field, "der skal stå true eller false")
        return given

    def word(self, field: str, words: type[Word], absent: Word | None = None) -> Word:
        if absent is not None and field not in self.raw:
            return absent
        given = self._given(field)
        try:
            return words(given)
        except ValueError as fault:
            raise self.unknown(field, given, list(words)) from fault

    def unknown(self, field: str, given: object, allowed: list[Any]) -> PlanError:
        said = f"»{_shortened(given)}« kendes ikke" if isinstance(given, str) else "det kendes ikke"
        return self.fault(field, f"{said}; vælg mellem {listed([str(one) for one in allowed])}")

    def _given(self, field: str) -> Any:
        if field not in self.raw:
            raise self.fault(field, "feltet mangler")
        return self.raw[field]

    def _entry(self, field: str, raw: object) -> "_Entry":
        if not isinstance(raw, dict):
            raise self.fault(field, "der skal stå et afsnit i {}")
        return _Entry(self.at(field), raw)


class _Reading:
    """Reads personas with the words that a request may use."""

    def __init__(self, words: RequestWords) -> None:
        self._words = words

    def persona(self, entry: _Entry) -> Persona:
        entry.allow(
            *("id", "profile", "cases", "plan_checks"),
            ignored=(*_NEVER_COUNT, "initials", "label", "story", "event_checks"),
        )
        profile = _profile(entry.entry("profile"), ProfileFields(filled_on=FILLED_ON))
        return Persona(
            entry.text("id"),
            profile,
            tuple(self._case(one, profile) for one in entry.entries("cases")),
            tuple(_plan(one) for one in entry.entries("plan_checks")),
        )

    def _case(self, entry: _Entry, profile: ProfileFields) -> AdviceCase:
        entry.allow(
            *("case_id", "purpose", "profile_overrides", "context"),
            ignored=("reasons", "reason_ids"),
        )
        return AdviceCase(
            entry.text("case_id"),
            _profile(entry.entry("profile_overrides"), profile),
            self._situation(entry.entry("context"), entry),
        )

    def _situation(self, context: _Entry, case: _Entry) -> Situation:
        context.allow(
            "purpose",
            "worker_face_to_face_count",
            "days_since_home_visit",
            "days_since_face_to_face",
            "companion",
            "place",
            "has_relapsed",
            "reason_codes",
        )
        met = context.whole_or_none("worker_face_to_face_count", MET) or 0
        return Situation(
            purpose=self._purpose(case if "purpose" not in context.raw else context),
            worker_face_to_face_count=met,
            days_since_home_visit=context.whole_or_none("days_since_home_visit", HOME_SEEN),
            days_since_face_to_face=context.whole_or_none("days_since_face_to_face", FACE_TO_FACE),
            companion=context.word("companion", Companion, Companion.NONE),
            place=context.word("place", ContactPlace, ContactPlace.HOME),
            has_relapsed="has_relapsed" in context.raw and context.flag("has_relapsed"),
            reason_codes=self._reason_codes(context),
            meetings_lately=met,
        )

    def _purpose(self, entry: _Entry) -> str:
        """Return the purpose's id; the team's own may also be called by its title."""
        given = entry.text("purpose")
        if given in self._words.purposes:
            return given
        for key, title in self._words.purposes.items():
            if title.casefold() == given.strip().casefold():
                return key
        raise entry.unknown("purpose", given, list(self._words.purposes))

    def _reason_codes(self, context: _Entry) -> tuple[str, ...]:
        given = context.raw.get("reason_codes")
        if given is None:
            return ()
        if not isinstance(given, list):
            raise context.fault("reason_codes", "der skal stå en liste")
        return tuple(self._reason_code(context, n, one) for n, one in enumerate(given))

    def _reason_code(self, context: _Entry, number: int, given: object) -> str:
        """Return the one code that holds all the words given: ``remote_start`` is enough."""
        words = set(given.lower().replace(" ", "_").split("_")) if isinstance(given, str) else {""}
        fitting = [code for code in self._words.reason_codes if words <= set(code.split("_"))]
        if len(fitting) != 1:
            known = list(self._words.reason_codes)
            raise context.unknown(f"reason_codes[{number}]", given, known)
        return fitting[0]


def _profile(entry: _Entry, before: ProfileFields) -> ProfileFields:
    """Return a profile with the answers that the entry gives in the place of those before."""
    entry.allow(*PROFILE_FIELDS, ignored=_NEVER_COUNT)
    return replace(
        before,
        **{
            name: _answer(entry, name, kind)
            for name, kind in PROFILE_FIELDS.items()
            if name in entry.raw
        },
    )


def _answer(entry: _Entry, name: str, kind: type) -> Any:
    if kind is bool:
        return entry.flag(name)
    if issubclass(kind, StrEnum):
        return entry.word(name, kind)
    return entry.whole(name, below=DAY_MINUTES)


def _plan(entry: _Entry) -> PlanCase:
    entry.allow(
        *("plan_id", "days", "items"),
        *("distinct_workers", "max_contacts_per_day", "group_online_members"),
        ignored=("reason_ids",),
    )
    if entry.whole_or_none("days", PLAN_DAYS) != PLAN_DAYS:
        raise entry.fault("days", f"der tælles altid over {PLAN_DAYS} dage")
    return PlanCase(
        entry.text("plan_id"),
        UndatedPlan(
            tuple(map(_item, entry.entries("items", needed=True))),
            entry.whole_or_none("distinct_workers"),
            entry.whole_or_none("max_contacts_per_day"),
            entry.whole_or_none("group_online_members"),
        ),
    )


def _item(entry: _Entry) -> PlanItem:
    entry.allow("form", "minutes", "times_in_28_days")
    return PlanItem(
        entry.word("form", ContactForm),
        entry.whole("minutes", least=1, below=DAY_MINUTES + 1),
        entry.whole("times_in_28_days"),
    )


def _fault(place: str, what: str) -> PlanError:
    return PlanError(
        f"Filen har en fejl i {place}: {what}. "
        "Der er ikke regnet noget ud; ret filen, og prøv igen."
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
