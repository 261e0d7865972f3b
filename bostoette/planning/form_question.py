"""Joins the advice of everybody in a contact, and says what choosing a form asks for (P07, P14)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from bostoette.models.advice import Advice, FormAdvice, Outcome, Reason, Remark
from bostoette.models.citizen_fields import AgreementLineFields
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.form_question import FormQuestion, OfferedCode
from bostoette.models.practice_rule import NumberName
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.wording import listed
from bostoette.planning.compiled_conditions import CompiledPurpose

SHORT = "short_follow_up"
"""The delivered purpose that is short by itself (P22)."""
LONGEST_SHORT = NumberName("P22", "longest_minutes")
LETTERS = NumberName("P07", "reason_letters")
Said = TypeVar("Said", Reason, Remark)


def joined(advices: Sequence[Advice], names: Sequence[str] = ()) -> Advice | None:
    """Return one advice for everybody in a contact; None where there is nobody.

    What speaks against a form for one of them speaks against it for all; with their ``names``, in
    the same order, it is said of whom.
    """
    if len(advices) <= 1:
        return advices[0] if advices else None
    known = all(one.known for one in advices)
    open_to_all = [form for form in CORE_FORMS if not _against(advices, form)]
    wanted = [one.best.form for one in advices if one.best and one.best.form in open_to_all]
    best = next(iter([*wanted, *open_to_all]), None) if known else None
    return Advice(
        tuple(_form(advices, form, best, names) for form in CORE_FORMS if advices[0].of(form)),
        suggests=tuple(dict.fromkeys(form for one in advices for form in one.suggests)),
        known=known,
        questions=_of_whom([one.questions for one in advices], names),
    )


def form_question(
    advice: Advice | None,
    form: ContactForm,
    rules: PracticeRules,
    with_code: Mapping[OfferedCode, Advice | None],
) -> FormQuestion | None:
    """Return what choosing a form asks for; None where nothing speaks against it.

    ``with_code`` is the advice as it would be with each reason code; only codes that take
    something away are offered.
    """
    found = advice.of(form) if advice is not None else None
    if found is None or not found.reasons:
        return None
    helping = tuple(code for code, other in with_code.items() if _fewer(other, found))
    refused = found.outcome is Outcome.EXCLUDED
    return FormQuestion(form, found.word, found.reasons, refused, _letters(rules), helping)


def group_question(
    advice: Advice | None, group: ContactForm, held_as: ContactForm, rules: PracticeRules
) -> FormQuestion | None:
    """Return what holding a group asks for where a member says no or lacks what it takes (P04).

    A group is never refused for one of its members: what would rule the form out for her alone
    asks why she is with it all the same. What is only advised against is told, and asks nothing.
    """
    found = advice.of(held_as) if advice is not None else None
    reasons = tuple(one for one in found.reasons if one.excludes) if found is not None else ()
    if not reasons:
        return None
    word = FormAdvice(held_as, Outcome.WARNED).word
    return FormQuestion(group, word, reasons, refused=False, letters=_letters(rules))


def proposed_form(purpose: CompiledPurpose, advice: Advice | None) -> ContactForm:
    """Return the best form, else the first in the purpose's order that may be chosen (P08)."""
    if advice is None:
        return purpose.order[0]
    if advice.best is not None:
        return advice.best.form
    refused = {one.form for one in advice.having(Outcome.EXCLUDED)}
    return next((form for form in purpose.order if form not in refused), purpose.order[0])


def agreed_form(
    purpose: CompiledPurpose, lines: Sequence[AgreementLineFields], advice: Advice | None
) -> ContactForm | None:
    """Return the agreed form that suits the purpose best; None where all are advised against."""
    if advice is None:
        return None
    agreed = {form for line in lines for form in line.forms}
    accepted = {one.form for one in advice.having(Outcome.ACCEPTED)}
    best = [one.form for one in advice.having(Outcome.BEST) if not one.reasons]
    suited = (*best, *(form for form in purpose.order if form in accepted))
    return next((form for form in suited if form in agreed), None)


def proposed_minutes(purpose: CompiledPurpose, usual: int, rules: PracticeRules) -> int:
    """Return the form's usual length, cut for a short follow-up (P22, P71)."""
    if purpose.id != SHORT or not rules.rules[LONGEST_SHORT.rule].on:
        return usual
    return min(usual, rules.number(LONGEST_SHORT).value)


def _letters(rules: PracticeRules) -> int:
    return rules.number(LETTERS).value if rules.rules[LETTERS.rule].on else 0


def _fewer(other: Advice | None, than: FormAdvice) -> bool:
    form = other.of(than.form) if other is not None else None
    return form is not None and len(form.reasons) < len(than.reasons)


def _against(advices: Sequence[Advice], form: ContactForm) -> bool:
    return any(found.reasons for one in advices if (found := one.of(form)))


def _form(
    advices: Sequence[Advice], form: ContactForm, best: ContactForm | None, names: Sequence[str]
) -> FormAdvice:
    parts = [found for one in advices if (found := one.of(form))]
    reasons = _of_whom([part.reasons for part in parts], names)
    if form is best:
        outcome = Outcome.BEST
    elif any(reason.excludes for reason in reasons):
        outcome = Outcome.EXCLUDED
    else:
        outcome = Outcome.WARNED if reasons else Outcome.ACCEPTED
    return FormAdvice(
        form,
        outcome,
        reasons,
        _of_whom([part.cleared for part in parts], names),
        _of_whom([part.hints for part in parts], names),
    )


def _of_whom(each: Sequence[Sequence[Said]], names: Sequence[str]) -> tuple[Said, ...]:
    """Join what is said of each of several, and say of whom: ``A.M. og B.K.: …``."""
    of: dict[Said, list[str]] = {}
    for place, said in enumerate(each):
        for one in said:
            of.setdefault(one, []).extend(names[place : place + 1])
    return tuple(
        replace(one, text=f"{listed(whom)}: {one.text}") if whom else one
        for one, whom in of.items()
    )
