"""Advises which form fits one contact, and says why (practice catalogue, 1b).

An exclusion beats a warning and all reasons are listed. Best is a preferred form that nothing
speaks against, else the first such form in the purpose's order, else the first that is only
advised against. Age, diagnosis and target group are nowhere to be seen (P03, P54).
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bostoette.models.advice import Advice, FormAdvice, Outcome, Reason, Remark, once
from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.situation import Situation
from bostoette.planning.compiled_conditions import (
    WISHES,
    CompiledConditions,
    CompiledPurpose,
    Test,
)

_WISH_FIELDS = {form: f"wish_{form}" for form in CORE_FORMS}
_PURPOSE_FIRST = Remark(("P08",), "Hvad er formålet med kontakten?")


def advise(profile: ProfileFields, situation: Situation, conditions: CompiledConditions) -> Advice:
    """Return the outcome of each form for one contact, with every reason.

    Where the profile was never filled in, or the purpose is not known, there is no best form but
    what to ask first; what follows from purpose and situation alone is still told.
    """
    purpose = conditions.purposes.get(situation.purpose)
    if purpose is None:
        return Advice((), known=False, questions=(_PURPOSE_FIRST,))
    if purpose.id != situation.purpose:
        situation = replace(situation, purpose=purpose.id)
    looked_at = _LookedAt(profile, situation, conditions)
    if profile.filled_on is None:
        return Advice(
            looked_at.forms(None),
            suggests=looked_at.suggests,
            known=False,
            questions=tuple(
                one.remark for one in conditions.questions if not one.answered(profile)
            ),
        )
    best, rules = looked_at.best(purpose)
    return Advice(looked_at.forms(best), rules, looked_at.suggests)


class _LookedAt:
    """What every condition says about one contact."""

    def __init__(
        self, profile: ProfileFields, situation: Situation, conditions: CompiledConditions
    ) -> None:
        self._profile = profile
        self._situation = situation
        self._conditions = conditions
        self._reasons: dict[ContactForm, list[Reason]] = {form: [] for form in CORE_FORMS}
        self._cleared: dict[ContactForm, list[Reason]] = {}
        suggested = set[ContactForm]()
        for one in conditions.conditions:
            if self._all_hold(one.tests):
                cleared = not one.cleared_by.isdisjoint(situation.reason_codes)
                _note(self._cleared if cleared else self._reasons, one.forms, one.reason)
                suggested.update(one.suggests)
        self.suggests = tuple(form for form in ContactForm if form in suggested)

    def best(self, purpose: CompiledPurpose) -> tuple[ContactForm | None, tuple[str, ...]]:
        """Return the best form, and the rules that made it so."""
        free = [form for form in purpose.order if not self._reasons[form]]
        wanted = [form for form in free if self._preferred(form)]
        best = next(iter(wanted or free), None) or next(filter(self._allowed, purpose.order), None)
        if best is None:
            return None, ()
        earlier = purpose.order[: purpose.order.index(best) + 1]
        aside = (reason.rules for form in earlier for reason in self._reasons[form])
        return best, once((WISHES,) if wanted else purpose.rules, *aside)

    def _preferred(self, form: ContactForm) -> bool:
        wish = getattr(self._profile, _WISH_FIELDS[form])
        return self._conditions.wishes_rank and wish is FormWish.PREFERS

    def forms(self, best: ContactForm | None) -> tuple[FormAdvice, ...]:
        """Return what is said of each form."""
        hints = self._hints()
        return tuple(
            FormAdvice(
                form,
                Outcome.BEST if form is best else self._outcome(form),
                tuple(self._reasons[form]),
                tuple(self._cleared.get(form, ())),
                tuple(hints.get(form, ())),
            )
            for form in CORE_FORMS
        )

    def _outcome(self, form: ContactForm) -> Outcome:
        if not self._reasons[form]:
            return Outcome.ACCEPTED
        return Outcome.WARNED if self._allowed(form) else Outcome.EXCLUDED

    def _allowed(self, form: ContactForm) -> bool:
        return not any(reason.excludes for reason in self._reasons[form])

    def _hints(self) -> Mapping[ContactForm, list[Remark]]:
        hints: dict[ContactForm, list[Remark]] = {}
        for one in self._conditions.hints:
            if self._all_hold(one.tests):
                for form in one.forms:
                    if self._allowed(form) and one.beside_warned is bool(self._reasons[form]):
                        hints.setdefault(form, []).append(one.remark)
        return hints

    def _all_hold(self, tests: Iterable[Test]) -> bool:
        profile, situation = self._profile, self._situation
        for test in tests:  # noqa: SIM110 - a loop is twice as fast, and this is the innermost
            if not test(profile, situation):
                return False
        return True


def _note(
    where: dict[ContactForm, list[Reason]], forms: Iterable[ContactForm], reason: Reason
) -> None:
    for form in forms:
        where.setdefault(form, []).append(reason)
