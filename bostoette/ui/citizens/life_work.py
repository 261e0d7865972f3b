"""Opens the forms of the tab *Forløb*, and hands to the desk what is filled in."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from bostoette.models.citizen_fields import AgreementFields
from bostoette.models.citizen_kinds import RiskLevel
from bostoette.models.key import Key
from bostoette.models.life_kinds import RelationStrength, Triage, TrialOutcome
from bostoette.services import (
    citizen_life,
    citizen_voice,
    citizens,
    form_trials,
    on_demand,
    phase_outs,
    relations,
    risk,
    triage,
)
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.ui.citizens.agreement_editor import AgreementEditor
from bostoette.ui.citizens.answer_dialog import AnswerDialog, Asked
from bostoette.ui.citizens.life_facts import risk_words
from bostoette.ui.citizens.life_tab import LifeTab
from bostoette.ui.citizens.on_demand_editor import OnDemandEditor
from bostoette.ui.citizens.phase_out_editor import PhaseOutEditor
from bostoette.ui.citizens.ready_series import ReadySeries
from bostoette.ui.citizens.trial_editor import TrialEditor
from bostoette.ui.citizens.voice_editor import VoiceEditor
from bostoette.ui.form_dialog import open_to_fill
from bostoette.ui.theme import Theme

_BY_MEETINGS = "Som møderne viser"


class LifeWork(QObject):
    """Acts on the citizen who is shown; the page reads anew by itself."""

    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        theme: Theme,
        now: Callable[[], datetime],
        current: Callable[[], Key | None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._theme = theme
        self._now = now
        self._current = current

    def _today(self) -> date:
        return self._now().date()

    def attach(self, tab: LifeTab) -> None:
        """Carry out what the tab's cards ask for."""
        for asked, do in (
            (tab.voice.action_asked, self.ask_voice),
            (tab.risk.action_asked, self.judge_risk),
            (tab.triage.action_asked, self.judge_triage),
            (tab.trials.action_asked, self.begin_trial),
            (tab.ready.action_asked, self.lay_series),
            (tab.on_demand_asked, self.begin_on_demand),
            (tab.back_asked, self.agree_anew),
            (tab.plan_asked, self.plan_phase_out),
            (tab.stop_asked, self.stop_phase_out),
        ):
            asked.connect(partial(self._with_current, do))
        tab.trials.correction_asked.connect(self.decide_trial)
        tab.phase_out.correction_asked.connect(self._take_step)
        tab.relations.correction_asked.connect(
            lambda worker: self._with_current(partial(self.say_relation, worker))
        )

    def ask_voice(self, key: Key) -> None:
        """Ask what she says of being met."""
        self._open(
            VoiceEditor(
                self._theme,
                self._desk.read(citizen_voice.voice_of, key),
                lambda said: self._desk.do(citizen_voice.write, key, said),
                self._page,
            ),
            DraftOf("voice", key, self._desk.actor_id),
        )

    def judge_risk(self, key: Key) -> None:
        """Give another risk colour, with the date and who judged."""

        def save(level: RiskLevel, reason: str) -> None:
            self._desk.do(risk.judge, key, level, reason=reason, by=self._me, today=self._today())

        entries = [(one, risk_words(one)) for one in RiskLevel]
        said = "Farven gælder fra i dag. Det, der stod før, bliver i historikken."
        now = self._desk.read(citizens.details, key).profile.risk_level
        asked = Asked("Risiko", said, "Farve", entries, "Hvorfor? (kan stå tom)")
        self._open(AnswerDialog(self._theme, asked, save, now, self._page))

    def judge_triage(self, key: Key) -> None:
        """Judge her for days with too few hands."""

        def save(judged: Triage, _text: str) -> None:
            self._desk.do(triage.judge, key, judged, by=self._me, today=self._today())

        marks = self._desk.read(triage.history, key)
        said = "Når en kollega er syg, vises borgerne efter denne vurdering."
        asked = Asked(
            "Når der mangler hænder", said, "Vurdering", [(one, one.danish) for one in Triage]
        )
        now = marks[0].triage if marks else None
        self._open(AnswerDialog(self._theme, asked, save, now, self._page))

    def begin_trial(self, key: Key) -> None:
        """Try a form for some weeks."""
        self._open(
            TrialEditor(
                self._theme,
                self._today(),
                self._desk.read(form_trials.proposal, self._today()),
                lambda fields: self._desk.do(form_trials.begin, key, fields, by=self._me),
                self._page,
            ),
            DraftOf("trial", key, self._me),
        )

    def decide_trial(self, trial_id: Key) -> None:
        """Ask what a trial came to; what is adjusted or stopped leads on to the agreement."""
        citizen = self._current()
        if citizen is None:
            return
        life = self._desk.read(citizen_life.life_of, citizen, self._today())
        trial = next(one for one in life.trials if one.id == trial_id)

        def save(outcome: TrialOutcome, answer: str) -> None:
            self._desk.do(
                form_trials.decide, trial_id, outcome, answer, by=self._me, today=self._today()
            )
            if outcome is not TrialOutcome.KEEP:
                self.agree_anew(citizen)

        asked = Asked(
            "Prøveforløbet er slut",
            f"I ville vide: {trial.fields.question}",
            "Beslutning",
            [(one, one.danish) for one in TrialOutcome],
            "Svar på spørgsmålet",
        )
        self._open(AnswerDialog(self._theme, asked, save, parent=self._page))

    def lay_series(self, key: Key) -> None:
        """Lay one of the ready series (P25)."""
        ReadySeries(self._page, self._desk, self._theme, self._now).ask(key)

    def begin_on_demand(self, key: Key) -> None:
        """Let her make contact herself, after a look at what stops."""
        self._open(
            OnDemandEditor(
                self._theme,
                self._today(),
                self._desk.read(on_demand.proposal, self._today()),
                what_stops=lambda day: self._desk.read(on_demand.what_stops, key, day),
                save=lambda fields: self._desk.do(on_demand.begin, key, fields),
                parent=self._page,
            ),
            DraftOf("on demand", key, self._me),
        )

    def agree_anew(self, key: Key) -> None:
        """Agree on contacts, begun with the latest agreement that had any."""
        agreed = self._desk.read(citizens.details, key).agreements
        known = next((one.fields for one in agreed if one.fields.lines), None)

        def save(fields: AgreementFields) -> None:
            self._desk.do(on_demand.agree_anew, key, fields)

        self._open(
            AgreementEditor(self._theme, self._today(), save, known, parent=self._page),
            DraftOf("new agreement", key, self._me),
        )

    def plan_phase_out(self, key: Key) -> None:
        """Look over the proposed steps, and lay the plan."""
        steps = self._desk.read(phase_outs.proposal, key, self._today())
        self._open(
            PhaseOutEditor(
                self._theme,
                self._today(),
                steps,
                lambda kept: self._desk.do(
                    phase_outs.begin, key, kept, by=self._me, today=self._today()
                ),
                self._page,
            )
        )

    def stop_phase_out(self, key: Key) -> None:
        """Stop the phase-out with a word why."""
        path = self._desk.read(citizen_life.life_of, key, self._today()).phase_out
        if path is None:
            return

        def save(_nothing: None, why: str) -> None:
            self._desk.do(phase_outs.stop, path.id, why, by=self._me, today=self._today())

        asked: Asked[None] = Asked(
            "Stop nedtrapning",
            "Det, der er aftalt nu, bliver stående. Aftal bagefter det, der skal gælde.",
            entries=[],
            text="Hvorfor stopper I?",
            save_words="Stop nedtrapning",
        )
        self._open(AnswerDialog(self._theme, asked, save, parent=self._page))

    def say_relation(self, worker: Key, key: Key) -> None:
        """Say by hand how well a worker and she know each other."""

        def save(said: RelationStrength | None, _text: str) -> None:
            self._desk.do(relations.say, key, worker, said, by=self._me, today=self._today())

        entries: list[tuple[RelationStrength | None, str]] = [(None, _BY_MEETINGS)]
        entries += [(one, one.danish.capitalize()) for one in RelationStrength]
        asked = Asked("Relation", "Hvor godt kender de to hinanden?", "Relation", entries)
        self._open(AnswerDialog(self._theme, asked, save, parent=self._page))

    def _take_step(self, phase_out_id: Key) -> None:
        self._desk.do(phase_outs.take_step, phase_out_id, today=self._today())

    def _with_current(self, do: Callable[[Key], None]) -> None:
        current = self._current()
        if current is not None:
            do(current)

    @property
    def _me(self) -> Key:
        return self._desk.actor_id

    def _open(self, dialog: QDialog, of: DraftOf | None = None) -> None:
        open_to_fill(dialog, self._desk, of)
