"""What the tab *Forløb* tells: the citizen's own voice, what is judged, tried and phased out."""

from collections.abc import Iterable
from datetime import date

from bostoette.models.citizen_kinds import RiskLevel
from bostoette.models.citizen_life import PairRelation, StoredOnDemand, StoredPhaseOut, StoredTrial
from bostoette.models.satisfaction import FormSatisfaction
from bostoette.models.voice_fields import VoiceFields
from bostoette.models.wording import listed
from bostoette.ui.citizens.citizen_facts import Fact, Shown, brief_day


def risk_words(level: RiskLevel) -> str:
    """Say a risk colour by shape and word: ``▲ Gul``."""
    return f"{level.sign} {level.danish}"


def voice_facts(shown: Shown) -> list[Fact]:
    """Say what matters when we meet and part, good and bad times, places, and her own words."""
    said = shown.page.voice
    hidden = shown.naming.hidden
    facts = [
        Fact("Når vi mødes og skilles", hidden(said.what_matters)),
        Fact("Gode tider", _times(said, good=True)),
        Fact("Dårlige tider", _times(said, good=False)),
        Fact("Mødes gerne", _places(said, wanted=True)),
        Fact("Mødes helst ikke", _places(said, wanted=False)),
        Fact("Med borgerens egne ord", hidden(said.own_words)),
    ]
    return [fact for fact in facts if fact.value]


def satisfaction_facts(answers: tuple[FormSatisfaction, ...]) -> list[Fact]:
    """Say how contacts were, form by form; forms that nobody was asked about are left out."""
    return [
        Fact(one.form.short_name.capitalize(), one.said())
        for one in answers
        if one.answers or one.not_asked
    ]


def risk_facts(shown: Shown) -> list[Fact]:
    """Say each colour from when, by whom and why."""
    found = [
        Fact(
            brief_day(one.judged_on),
            _joined(risk_words(one.level), one.judged_by, shown.naming.hidden(one.reason)),
        )
        for one in shown.page.life.risk
    ]
    level = shown.details.profile.risk_level
    return found or [Fact("Nu", f"{risk_words(level)}, ikke vurderet med dato endnu")]


def triage_facts(shown: Shown) -> list[Fact]:
    """Say how she was judged for days with too few hands."""
    return [
        Fact(brief_day(one.judged_on), _joined(one.triage.danish, one.judged_by))
        for one in shown.page.life.triage
    ]


def triage_note(shown: Shown) -> str:
    """Say when it is to be judged again."""
    again = shown.page.life.judge_again
    if again is None:
        return ""
    if again <= shown.today:
        return f"Vurderingen skulle ses efter igen {brief_day(again)}."
    return f"Se efter igen fra {brief_day(again)}."


def on_demand_facts(shown: Shown) -> list[Fact]:
    """Say how she reaches us, and since when."""
    facts: list[Fact] = []
    for one in shown.page.life.on_demand:
        running = one.last_day is None
        facts.append(Fact("Periode", _period(one.fields.first_day, one.last_day)))
        if running:
            facts += [
                Fact("Sådan får borgeren fat i os", shown.naming.hidden(one.fields.how_to_reach)),
                Fact("Svar inden for", _workdays(one.fields.answer_workdays)),
                Fact("Vi henvender os efter", f"{one.fields.check_in_days} dages stilhed"),
                Fact(
                    "Sidst hørt fra",
                    brief_day(one.heard_from) if one.heard_from else "Ikke endnu",
                ),
            ]
    return facts


def trial_facts(shown: Shown) -> list[Fact]:
    """Say what is tried and what came of it; who runs out asks for a decision."""
    return [
        Fact(
            f"{one.fields.form.short_name.capitalize()}, "
            f"{brief_day(one.fields.first_day)} – {brief_day(one.fields.last_day)}",
            _trial(one, shown),
            one.id if one.running else None,
            f"Beslut om prøveforløbet med {one.fields.form.short_name}",
            "Beslut",
        )
        for one in shown.page.life.trials
    ]


def phase_out_facts(shown: Shown) -> list[Fact]:
    """Say the steps of the path that runs, or what became of the latest."""
    paths = shown.page.life.phase_outs
    if not paths:
        return []
    path = paths[0]
    facts = [
        Fact(
            f"Trin {place + 1}, {brief_day(one.first_day)}",
            f"{one.said()}{f' · taget {brief_day(one.taken_on)}' if one.taken_on else ''}",
            path.id if path.next_step == place else None,
            f"Tag trin {place + 1}",
            "Tag trinet",
        )
        for place, one in enumerate(path.steps)
    ]
    if path.ended_on is not None:
        why = shown.naming.hidden(path.ended_why)
        facts.append(Fact(path.state.danish, _joined(brief_day(path.ended_on), why)))
    return facts


def phase_out_note(path: StoredPhaseOut | None) -> str:
    """Say that a path holds since contact is lost."""
    return "" if path is None else path.lost


def relation_facts(relations: Iterable[PairRelation]) -> list[Fact]:
    """Say how well each worker and she know each other."""
    return [
        Fact(
            one.initials,
            _joined(
                one.said().capitalize(),
                f"sidst {brief_day(one.last_met)}" if one.last_met else "",
                "skrevet af jer" if one.by_hand else "",
            ),
            one.worker_id,
            f"Ret relationen til {one.initials}",
        )
        for one in relations
    ]


def life_words(shown: Shown) -> list[str]:
    """Say for the head what goes on: the risk, contact on demand, trials, a phase-out."""
    life = shown.page.life
    level = shown.details.profile.risk_level
    said = [] if level is RiskLevel.GREEN else [f"{risk_words(level)} risiko"]
    if any(one.holds_on(shown.today) for one in life.on_demand):
        said.append("Efter behov")
    said += [
        f"Prøver {one.fields.form.short_name} til {brief_day(one.fields.last_day)}"
        for one in life.running_trials()
        if not one.is_due(shown.today)
    ]
    if life.phase_out is not None:
        said.append("Nedtrapning i gang")
    return said


def due_words(shown: Shown) -> list[str]:
    """Say for the head what waits for a decision."""
    life = shown.page.life
    said = [
        f"Prøveforløbet med {one.fields.form.short_name} er slut: behold, ret til eller stop?"
        for one in life.running_trials()
        if one.is_due(shown.today)
    ]
    return [*said, life.phase_out.lost] if life.phase_out and life.phase_out.lost else said


def on_demand_now(times: tuple[StoredOnDemand, ...]) -> StoredOnDemand | None:
    """Return the time on demand that nothing has ended."""
    return next((one for one in times if one.last_day is None), None)


def _times(said: VoiceFields, *, good: bool) -> str:
    return listed([one.said() for one in said.times if one.good is good])


def _places(said: VoiceFields, *, wanted: bool) -> str:
    words = [one.place.danish.lower() for one in said.places if one.wanted is wanted]
    return listed(words).capitalize()


def _trial(one: StoredTrial, shown: Shown) -> str:
    hidden = shown.naming.hidden
    if one.outcome is None:
        state = "tid til at beslutte" if one.is_due(shown.today) else "i gang"
        return _joined(state.capitalize(), hidden(one.fields.question))
    decided = brief_day(one.decided_on) if one.decided_on else ""
    by = f"{decided} af {one.decided_by}" if one.decided_by else decided
    return _joined(one.outcome.danish, by, hidden(one.answer))


def _period(first: date, last: date | None) -> str:
    return f"fra {brief_day(first)}" if last is None else f"{brief_day(first)} – {brief_day(last)}"


def _workdays(number: int) -> str:
    return "1 arbejdsdag" if number == 1 else f"{number} arbejdsdage"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
