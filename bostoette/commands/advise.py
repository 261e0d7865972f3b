"""``bostoette advise``: which form fits made-up citizens, to try conditions on."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Any

from bostoette.commands.voice import Voice
from bostoette.commands.way_in import open_for_reading
from bostoette.models.advice import Advice, FormAdvice, Outcome, Remark, once
from bostoette.models.advice_request import AdviceCase, Persona, PlanCase
from bostoette.models.contact_form import ContactForm
from bostoette.models.wording import duration, listed
from bostoette.planning.advice import advise
from bostoette.planning.compiled_conditions import CompiledConditions
from bostoette.planning.undated_plan import check_undated, saved_travel_minutes
from bostoette.services.conditions import (
    ConditionsInForce,
    conditions_in_force,
    delivered_in_force,
)
from bostoette.store.advice_request_file import read_advice_request


def run(asked: Namespace, voice: Voice) -> int:
    """Advise on every case of a file and check every plan in it."""
    in_force = _in_force(asked)
    request = read_advice_request(asked.file, in_force.words)
    advised = [_Advised(persona, in_force) for persona in request.personas]
    said = [line for one in advised for line in one.said()]
    voice.result(
        said or ["Der står ingen borgere i filen."],
        {"personas": [one.facts() for one in advised]},
    )
    return 0


def _in_force(asked: Namespace) -> ConditionsInForce:
    """Return the team's own conditions where a folder is named; else those delivered."""
    if not asked.data and not asked.demo:
        return delivered_in_force()
    with closing(open_for_reading(asked)) as opened:
        return opened.desk.read(conditions_in_force)


class _Advised:
    """One made-up citizen with all that was asked about her."""

    def __init__(self, persona: Persona, in_force: ConditionsInForce) -> None:
        self._persona = persona
        self._titles = in_force.words.purposes
        self._conditions: CompiledConditions = in_force.compiled
        self._cases = [
            (case, advise(case.profile, case.situation, in_force.compiled))
            for case in persona.cases
        ]

    def facts(self) -> dict[str, Any]:
        """Give the answers as JSON."""
        return {
            "id": self._persona.id,
            "cases": [_case_facts(case, advice) for case, advice in self._cases],
            "plan_checks": [self._plan_facts(plan) for plan in self._persona.plans],
        }

    def said(self) -> Iterator[str]:
        """Give the answers in Danish."""
        yield self._persona.id
        for case, advice in self._cases:
            yield f"  {case.id} · {self._titles[case.situation.purpose]}"
            yield from (f"    {line}" for line in _advice_said(advice))
        for plan in self._persona.plans:
            yield f"  {plan.id} · plan over 28 dage"
            yield from (f"    {line}" for line in self._plan_said(plan))

    def _plan_facts(self, plan: PlanCase) -> dict[str, Any]:
        raised = check_undated(plan.plan, self._persona.profile, self._conditions)
        return {
            "plan_id": plan.id,
            "raised": list(once(*(one.rules for one in raised))),
            "saved_travel_minutes": saved_travel_minutes(plan.plan, self._persona.profile),
        }

    def _plan_said(self, plan: PlanCase) -> Iterator[str]:
        raised = check_undated(plan.plan, self._persona.profile, self._conditions)
        yield from (_with_rules(f"• {one.text}", one.rules) for one in raised)
        if not raised:
            yield "Planen holder sig inden for rammerne."
        saved = saved_travel_minutes(plan.plan, self._persona.profile)
        yield f"Sparet rejsetid: {duration(saved)}"


def _case_facts(case: AdviceCase, advice: Advice) -> dict[str, Any]:
    best = advice.best
    spoken_against = advice.having(Outcome.WARNED) + advice.having(Outcome.EXCLUDED)
    return {
        "case_id": case.id,
        "best": best.form.value if best else None,
        "accepted": _values(one.form for one in advice.having(Outcome.ACCEPTED)),
        "warned": _values(one.form for one in advice.having(Outcome.WARNED)),
        "excluded": _values(one.form for one in advice.having(Outcome.EXCLUDED)),
        "extra_suggestions": _values(advice.suggests),
        "reasons": {
            "best": list(advice.best_rules),
            **{one.form.value: list(one.rules) for one in spoken_against},
        },
    }


def _values(forms: Iterable[ContactForm]) -> list[str]:
    return [form.value for form in forms]


def _advice_said(advice: Advice) -> Iterator[str]:
    yield _with_rules(advice.headline, advice.best_rules)
    if advice.best:
        yield from _form_said(advice.best)
    accepted = advice.having(Outcome.ACCEPTED)
    if accepted:
        yield f"{accepted[0].word}: {', '.join(one.form.short_name for one in accepted)}"
        for one in accepted:
            yield from _form_said(one)  # what a reason code cleared
    for one in advice.having(Outcome.WARNED) + advice.having(Outcome.EXCLUDED):
        yield f"{one.word}: {one.form.short_name}"
        yield from _form_said(one)
    if advice.suggests:
        yield f"Tænk også på: {', '.join(form.full_name for form in advice.suggests)}"
    yield from _hints_said(advice)


def _hints_said(advice: Advice) -> Iterator[str]:
    """Say each hint once, with the forms that it is about."""
    about: dict[Remark, list[str]] = {}
    for one in advice.forms:
        for hint in one.hints:
            about.setdefault(hint, []).append(one.form.short_name)
    for hint, forms in about.items():
        yield f"Godt at vide om {listed(forms)}: {_with_rules(hint.text, hint.rules)}"


def _form_said(one: FormAdvice) -> Iterator[str]:
    for reason in one.reasons:
        yield f"  • {_with_rules(reason.text, reason.rules)} → {reason.lift}"
    for reason in one.cleared:
        yield f"  • Ryddet af den valgte grund: {_with_rules(reason.text, reason.rules)}"


def _with_rules(text: str, rules: Iterable[str]) -> str:
    said = ", ".join(rules)
    return f"{text} ({said})" if said else text
