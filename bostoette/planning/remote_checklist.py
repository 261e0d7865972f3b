"""The checklist before a contact at a distance: nine points, ticked from what is known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bostoette.models.checklist import Ticked
from bostoette.models.contact_form import ContactForm
from bostoette.models.practice_rule import NumberName
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.remote_contact import CheckedPoint, RemoteFacts
from bostoette.models.remote_kinds import CheckPoint
from bostoette.planning.equipment_at_hand import at_hand, said_day

MEETINGS = NumberName("P12", "meetings_first")
CHECK_MONTHS = NumberName("P62", "check_months")
_POINTS_AT_LEAST = NumberName("P68", "points_at_least")


@dataclass(frozen=True, slots=True)
class _Answer:
    done: bool
    said: str
    by_hand: bool = False


def checklist(rules: PracticeRules, facts: RemoteFacts) -> tuple[CheckedPoint, ...]:
    """Return the points whose rules are on, each with what it is ticked from or what is missing."""
    return tuple(
        CheckedPoint(
            one.point,
            one.text,
            rules.rules[one.rules[0]].why,
            answer.done,
            answer.said,
            answer.by_hand,
        )
        for one in rules.check_points
        if rules.on(one.rules)
        for answer in (_ANSWERS[one.point](rules, facts),)
    )


def ticked_words(tick: Ticked) -> str:
    """Say who ticked, and when."""
    return f"{tick.initials} {said_day(tick.day)}"


def _expectations(_rules: PracticeRules, facts: RemoteFacts) -> _Answer:
    if facts.talked is None:
        about = facts.form.short_name
        return _Answer(done=False, said=f"I mangler at tale om {about}", by_hand=True)
    return _Answer(done=True, said=ticked_words(facts.talked), by_hand=True)


def _equipment(rules: PracticeRules, facts: RemoteFacts) -> _Answer:
    months = rules.number(CHECK_MONTHS).value
    found = at_hand(facts.profile, facts.form, facts.today, months)
    if found.known:
        return _Answer(found.ready, found.said)
    return _by_hand(facts, CheckPoint.EQUIPMENT, found.said)


def _meet_first(rules: PracticeRules, facts: RemoteFacts) -> _Answer:
    if facts.meetings >= rules.number(MEETINGS).value:
        times = "én gang" if facts.meetings == 1 else f"{facts.meetings} gange"
        return _Answer(done=True, said=f"Ansigt til ansigt {times} før samtalen")
    if facts.begins_at_a_distance:
        return _Answer(done=True, said="I begynder på afstand af en grund, der er valgt")
    return _Answer(done=False, said="I har ikke mødt hinanden endnu")


def _practice(_rules: PracticeRules, facts: RemoteFacts) -> _Answer:
    if facts.form is not ContactForm.VIDEO:
        return _Answer(done=True, said="Ikke nødvendigt til telefon")
    if facts.superuser_along:
        return _Answer(done=True, said="En superbruger er hos borgeren")
    profile = facts.profile
    asked = profile.filled_on is not None or profile.equipment_checked_on is not None
    if profile.video_startup_done and asked:
        return _Answer(done=True, said="Borgeren er klar til video")
    steps = "ét trin" if facts.steps_left == 1 else f"{facts.steps_left} trin"
    return _Answer(done=False, said=f"Opstartspakken mangler {steps}")


def _time_agreed(_rules: PracticeRules, facts: RemoteFacts) -> _Answer:
    said = "Aftalt" if facts.agreed else "Ikke aftalt endnu"
    return _Answer(facts.agreed, said, by_hand=not facts.held)


def _agenda(rules: PracticeRules, facts: RemoteFacts) -> _Answer:
    count = facts.points_on_agenda
    said = f"{count} {'punkt' if count == 1 else 'punkter'}" if count else "Skriv et punkt ovenfor"
    return _Answer(count >= rules.number(_POINTS_AT_LEAST).value, said)


def _undisturbed(_rules: PracticeRules, facts: RemoteFacts) -> _Answer:
    room = facts.profile.has_private_room
    missing = "Se efter hos dig selv" if room else "Borgeren har ikke et uforstyrret sted"
    return _by_hand(facts, CheckPoint.UNDISTURBED, missing)


def _headphones(_rules: PracticeRules, facts: RemoteFacts) -> _Answer:
    return _by_hand(facts, CheckPoint.HEADPHONES, "Se efter, lige før I begynder")


def _summary(_rules: PracticeRules, facts: RemoteFacts) -> _Answer:
    if not facts.held:
        return _Answer(done=False, said="Gives efter samtalen")
    noted = facts.summary
    if noted is not None and noted.how is not None and noted.given is not None:
        return _Answer(
            done=True, said=f"{noted.how.danish.capitalize()}, {ticked_words(noted.given)}"
        )
    if noted is not None and noted.due:
        return _Answer(done=False, said="Gives fra notatet; den venter på siden Notater")
    nothing = "Mangler endnu" if noted is None else "Notatet har ingen aftaler at give videre"
    return _by_hand(facts, CheckPoint.SUMMARY, nothing)


def _by_hand(facts: RemoteFacts, point: CheckPoint, missing: str) -> _Answer:
    tick = facts.ticks.get(point)
    return _Answer(tick is not None, ticked_words(tick) if tick else missing, by_hand=True)


_ANSWERS: Mapping[CheckPoint, Callable[[PracticeRules, RemoteFacts], _Answer]] = {
    CheckPoint.EXPECTATIONS: _expectations,
    CheckPoint.EQUIPMENT: _equipment,
    CheckPoint.MEET_FIRST: _meet_first,
    CheckPoint.PRACTICE: _practice,
    CheckPoint.TIME_AGREED: _time_agreed,
    CheckPoint.AGENDA: _agenda,
    CheckPoint.UNDISTURBED: _undisturbed,
    CheckPoint.HEADPHONES: _headphones,
    CheckPoint.SUMMARY: _summary,
}
