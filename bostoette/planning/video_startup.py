"""The start-up package for video (P63): which steps a citizen needs, and which are done."""

from collections.abc import Iterator, Mapping
from datetime import date

from bostoette.models.checklist import PackageStep, Ticked
from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.practice_rule import NumberName
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.remote_contact import PackageLine
from bostoette.models.remote_kinds import StartStep
from bostoette.planning.equipment_at_hand import at_hand
from bostoette.planning.remote_checklist import CHECK_MONTHS, ticked_words

_CALLS = NumberName("P63", "practice_calls")
_TEACHING_CALLS = NumberName("P48", "practice_sessions")

StepDone = tuple[StartStep, int]
"""A step and its number; only practice calls have more than one."""


def calls_needed(rules: PracticeRules, profile: ProfileFields) -> int:
    """Return how many practice calls there are to be: more where video has to be taught (P48)."""
    if profile.needs_teaching_for_video and rules.rules["P48"].on:
        return rules.number(_TEACHING_CALLS).value
    return rules.number(_CALLS).value


def package_lines(
    rules: PracticeRules,
    profile: ProfileFields,
    done: Mapping[StepDone, Ticked],
    today: date,
) -> tuple[PackageLine, ...]:
    """Return the steps in their order; those whose rules are all off are left out."""
    months = rules.number(CHECK_MONTHS).value
    found = at_hand(profile, ContactForm.VIDEO, today, months)
    return tuple(
        _equipment_line(line, found.missing, found.said if found.ready else "")
        if line.step is StartStep.EQUIPMENT
        else line
        for one in rules.start_steps
        if rules.on(one.rules)
        for line in _lines(rules, one, profile, done)
    )


def _lines(
    rules: PracticeRules,
    step: PackageStep,
    profile: ProfileFields,
    done: Mapping[StepDone, Ticked],
) -> Iterator[PackageLine]:
    count = calls_needed(rules, profile) if step.step is StartStep.PRACTICE else 1
    for number in range(1, count + 1):
        tick = done.get((step.step, number))
        text = f"{step.text} {number} af {count}" if count > 1 else step.text
        yield PackageLine(
            step.step,
            number,
            text,
            rules.filled(step.how),
            tick is not None,
            ticked_words(tick) if tick else "",
            by_hand=True,
        )


def _equipment_line(line: PackageLine, missing: str, known: str) -> PackageLine:
    """Let what the profile says count before what somebody ticked."""
    done = not missing and (line.done or bool(known))
    said = missing or line.said or known
    by_hand = not missing and (line.done or not known)
    return PackageLine(line.step, line.number, line.text, line.how, done, said, by_hand)
