"""Turns the life around the example's contacts into rows: judged, asked, tried, phased out."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from bostoette.models.base import EPOCH
from bostoette.models.citizen_judged import RiskJudged, TriageJudged
from bostoette.models.citizen_life import PhaseStep
from bostoette.models.citizen_voice import CitizenVoice
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.contact_satisfaction import ContactSatisfaction
from bostoette.models.demo_life import DemoLife, DemoLives, DemoPhaseOut, DemoTrial
from bostoette.models.form_trial import FormTrial
from bostoette.models.key import Key
from bostoette.models.life_kinds import PhaseOutState
from bostoette.models.on_demand import OnDemand
from bostoette.models.phase_out import PhaseOut, PhaseOutStep
from bostoette.models.relation import Relation
from bostoette.models.task import Task, TaskKind
from bostoette.planning.citizen_code import initials_of
from bostoette.planning.demo_people import Cast
from bostoette.services.demo_keys import DemoKeys, PeopleKeys, moment_of
from bostoette.store.bulk_writer import BulkWriter

Row = dict[str, Any]
_JUDGED = -6
"""The week in which citizens were asked and relations talked over."""
_HELD = """
    SELECT contact.id, contact.day, contact_worker.worker_id
      FROM contact_citizen JOIN contact ON contact.id = contact_citizen.contact_id
      JOIN contact_worker ON contact_worker.contact_id = contact.id
     WHERE contact_citizen.citizen_id = ? AND contact.status = ? AND contact.form = ?
       AND contact_worker.position = 0
     ORDER BY contact.day DESC, contact.start DESC LIMIT ?
"""


class LifeRows:
    """Writes what happens around the citizens' contacts, after those."""

    def __init__(
        self, cast: Cast, keys: PeopleKeys, writer: BulkWriter, seed: int, lives: DemoLives
    ) -> None:
        self._cast, self._writer, self._lives = cast, writer, lives
        self._keys = DemoKeys(f"{seed} life keys")
        self._version = (moment_of(cast.today) - EPOCH) // timedelta(microseconds=1)
        self._workers = {
            one.initials: key for one, key in zip(cast.workers, keys.workers, strict=True)
        }
        self._citizens = {
            one.name: (key, keys.workers[one.worker], initials_of(one.name))
            for one, key in zip(cast.citizens, keys.citizens, strict=True)
        }

    def write(self) -> None:
        """Write all of it."""
        for life in self._lives.lives:
            citizen, worker, initials = self._citizens[life.citizen]
            self._write_judged(life, citizen, worker)
            self._write_voice(life, citizen)
            for trial in life.trials:
                self._write_trial(trial, citizen, worker, initials)
            if life.on_demand is not None:
                self._write_on_demand(life, citizen)
            if life.phase_out is not None:
                self._write_phase_out(life.phase_out, citizen, worker, initials)
            self._writer.put(ContactSatisfaction, list(self._answers(life, citizen)))

    def _write_judged(self, life: DemoLife, citizen: Key, worker: Key) -> None:
        judged = {"citizen_id": citizen, "judged_by": worker}
        risks = [
            self._edited(
                one.week,
                **judged,
                level=one.level,
                judged_on=self._day(one.week),
                reason=one.reason,
            )
            for one in life.risk
        ]
        self._writer.put(RiskJudged, risks)
        if life.triage is not None:
            day = self._day(life.triaged)
            row = self._edited(life.triaged, **judged, triage=life.triage, judged_on=day)
            self._writer.put(TriageJudged, [row])
        relations = [
            self._edited(
                _JUDGED,
                citizen_id=citizen,
                worker_id=self._workers[who],
                strength=strength,
                set_on=self._day(_JUDGED),
                set_by=worker,
            )
            for who, strength in life.relations.items()
        ]
        self._writer.put(Relation, relations)

    def _write_voice(self, life: DemoLife, citizen: Key) -> None:
        voice = life.voice
        if voice is not None:
            row = self._edited(
                _JUDGED,
                citizen_id=citizen,
                what_matters=voice.what_matters,
                own_words=voice.own_words,
                times=voice.times,
                places=voice.places,
            )
            self._writer.put(CitizenVoice, [row])

    def _write_trial(self, trial: DemoTrial, citizen: Key, worker: Key, initials: str) -> None:
        last = self._day(trial.since + trial.weeks) - timedelta(days=1)
        decided = None if trial.outcome is None else last
        row = self._edited(
            trial.since,
            citizen_id=citizen,
            form=trial.form,
            first_day=self._day(trial.since),
            last_day=last,
            question=trial.question,
            begun_by=worker,
            outcome=trial.outcome,
            answer=trial.answer,
            decided_on=decided,
            decided_by=None if decided is None else worker,
        )
        self._writer.put(FormTrial, [row])
        if trial.outcome is None:
            text = (
                f"Prøveforløbet med {trial.form.short_name} slutter for {initials}: "
                "behold, ret til eller stop?"
            )
            self._ask(TaskKind.TRIAL, citizen, worker, last, text)

    def _write_on_demand(self, life: DemoLife, citizen: Key) -> None:
        agreed = life.on_demand
        assert agreed is not None  # noqa: S101 - looked at by the caller
        row = self._edited(
            agreed.since,
            citizen_id=citizen,
            first_day=self._day(agreed.since),
            last_day=None,
            how_to_reach=agreed.how,
            answer_workdays=agreed.answer_workdays,
            check_in_days=agreed.check_in_days,
        )
        self._writer.put(OnDemand, [row])

    def _write_phase_out(
        self, path: DemoPhaseOut, citizen: Key, worker: Key, initials: str
    ) -> None:
        row = self._edited(
            path.since,
            citizen_id=citizen,
            begun_on=self._day(path.since),
            begun_by=worker,
            state=path.state,
            ended_on=None if path.ended is None else self._day(path.ended),
            ended_by=worker if path.state is PhaseOutState.STOPPED else None,
            ended_why=path.why,
        )
        last = self._cast.today if path.ended is None else self._day(path.ended)
        steps = [
            {
                "id": self._keys.at(self._day(path.since)),
                "phase_out_id": row["id"],
                "position": place,
                "first_day": self._day(step.week),
                "lines": step.lines,
                "taken_on": self._day(step.week) if self._day(step.week) <= last else None,
            }
            for place, step in enumerate(path.steps)
        ]
        self._writer.put(PhaseOut, [row])
        self._writer.put(PhaseOutStep, steps)
        left = [one for one in steps if one["taken_on"] is None]
        if path.state is PhaseOutState.RUNNING and left:
            said = PhaseStep(left[0]["first_day"], left[0]["lines"]).said()
            number = left[0]["position"] + 1
            text = f"Nedtrapning for {initials}, trin {number}: {said}. Tag trinet, eller stop"
            self._ask(TaskKind.PHASE_OUT, citizen, worker, left[0]["first_day"], text)

    def _answers(self, life: DemoLife, citizen: Key) -> Iterator[Row]:
        """Let the latest held contacts in a form have the answers, the last one the latest."""
        for form, answers in life.answers.items():
            about = (citizen, ContactStatus.HELD.value, form.value, len(answers))
            contacts = self._writer.ask(_HELD, about)
            for (contact, day, worker), answer in zip(contacts, reversed(answers), strict=False):
                asked = date.fromisoformat(day)
                yield {
                    "id": self._keys.at(asked),
                    "version": self._version,
                    "contact_id": contact,
                    "citizen_id": citizen,
                    "answer": answer,
                    "asked_on": asked,
                    "noted_by": worker,
                }

    def _ask(self, kind: TaskKind, citizen: Key, worker: Key, due: date, text: str) -> None:
        """Write the open task that comes with what runs."""
        row = self._edited(
            _JUDGED, kind=kind, worker_id=worker, citizen_id=citizen, due=due, text=text
        )
        self._writer.put(Task, [row])

    def _day(self, week: int) -> date:
        return self._cast.day(week)

    def _edited(self, week: int, **fields: Any) -> Row:
        """Give a row its key and version."""
        return {"id": self._keys.at(self._day(week)), "version": self._version, **fields}
