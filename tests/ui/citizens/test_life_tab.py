"""The citizen's own voice, risk and phase-out, acted out on the tab *Forløb*."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.citizen_kinds import RiskLevel
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.key import Key
from bostoette.models.life_kinds import RelationStrength, TrialOutcome
from bostoette.models.satisfaction import Satisfaction
from bostoette.services import agreements, citizens, contacts, satisfaction
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.ui.citizens.answer_dialog import AnswerDialog
from bostoette.ui.citizens.citizen_card import LIFE
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.citizens.fact_card import FactCard
from bostoette.ui.citizens.life_tab import LifeTab
from bostoette.ui.citizens.on_demand_editor import OnDemandEditor
from bostoette.ui.citizens.phase_out_editor import PhaseOutEditor
from bostoette.ui.citizens.template_dialog import TemplateDialog
from bostoette.ui.citizens.trial_editor import TrialEditor
from bostoette.ui.citizens.voice_editor import VoiceEditor
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from tests.clock import MONDAY
from tests.services.remote_hands import meet, plan
from tests.ui.hands import show_active

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


class Today:
    """A day that can go on."""

    day = MONDAY

    def __call__(self) -> object:
        return self.day


@pytest.fixture
def today() -> Today:
    return Today()


@pytest.fixture
def page(
    qtbot: QtBot, desk: Desk, theme: Theme, citizen_id: Key, today: Today
) -> Iterator[CitizensPage]:
    desk.upkeep(seed_lists, "test")
    lines = (AgreementLineFields(1, 60),)
    desk.upkeep(agreements.agree, citizen_id, AgreementFields(MONDAY - 4 * WEEK, lines))
    made = CitizensPage(desk, theme, today)  # type: ignore[arg-type]
    desk.listen(made.on_changes)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    show_active(made)
    made.choose(citizen_id)
    made.card.head.tabs.setCurrentIndex(LIFE)
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.done(0)


@pytest.fixture
def tab(page: CitizensPage) -> LifeTab:
    return page.card.life


def opened(page: CitizensPage, kind: type[QDialog]) -> QDialog:
    """Return the dialog of a kind that is open."""
    found: list[QDialog] = page.findChildren(kind)
    return next(one for one in found if one.isVisible())


def told(card: FactCard) -> str:
    return "\n".join(one.text() for one in card.findChildren(QLabel))


def test_the_tab_is_reached_by_arrows_and_its_buttons_are_one_tab_stop(
    page: CitizensPage, tab: LifeTab
) -> None:
    assert tab.isVisible()
    stops = [
        one
        for card in tab.cards()
        for one in card.buttons()
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(stops) == 1
    page.card.head.tabs.setCurrentIndex(0)
    first = page.card.head.tabs.findChildren(type(tab.voice.action))[0]
    first.setFocus()
    for _ in range(LIFE):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Right)
    assert page.card.head.tabs.currentIndex() == LIFE


def test_what_the_citizen_says_is_asked_shown_hidden_in_discretion_and_undone(
    page: CitizensPage, tab: LifeTab, desk: Desk
) -> None:
    tab.voice.action.click()
    editor = opened(page, VoiceEditor)
    assert isinstance(editor, VoiceEditor)
    editor.matters.setPlainText("Et håndtryk ved døren")
    editor.times.more.click()
    editor.times.lines[0].start.setText("13")
    editor.times.lines[0].end.setText("1600")
    editor.places[ContactPlace.CENTRE].choose(value=False)
    editor.save_button.click()
    said = told(tab.voice)
    for words in ("Et håndtryk ved døren", "alle dage 13.00–16.00", "I centeret"):
        assert words in said
    page.set_naming(Naming(discreet=True))
    assert "håndtryk" not in told(tab.voice)
    page.set_naming(Naming())
    desk.undo()
    assert "Ingen har spurgt endnu" in told(tab.voice)


def test_rubbish_in_a_time_is_told_and_nothing_is_lost(page: CitizensPage, tab: LifeTab) -> None:
    tab.voice.action.click()
    editor = opened(page, VoiceEditor)
    assert isinstance(editor, VoiceEditor)
    editor.times.more.click()
    editor.times.lines[0].start.setText("midt på dagen")
    editor.save_button.click()
    assert "14.30" in editor.trouble.text()
    assert editor.isVisible()


def test_a_risk_colour_is_told_by_shape_and_word_in_head_list_and_history(
    page: CitizensPage, tab: LifeTab
) -> None:
    tab.risk.action.click()
    dialog = opened(page, AnswerDialog)
    assert isinstance(dialog, AnswerDialog)
    dialog.choice.choose(RiskLevel.RED)
    dialog.text.setText("Spiser ikke")
    dialog.save_button.click()
    assert "■ Rød · M.J. · Spiser ikke" in told(tab.risk)
    assert "■ Rød risiko" in page.card.head.line.text()
    row = page.list.view.model().index(0, 0)
    assert "rød risiko" in str(row.data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_trial_is_seen_while_it_runs_asks_at_its_end_and_is_decided(
    page: CitizensPage, tab: LifeTab, desk: Desk, citizen_id: Key, today: Today
) -> None:
    tab.trials.action.click()
    editor = opened(page, TrialEditor)
    assert isinstance(editor, TrialEditor)
    editor.question.setText("Holder overblikket på video?")
    editor.save_button.click()
    assert "Prøver video til 17. jan. 2027" in page.card.head.line.text()
    today.day = MONDAY + 8 * WEEK
    page.show_citizen(citizen_id)
    assert "er slut: behold, ret til eller stop?" in page.card.head.status.text()
    (button,) = [one for one in tab.trials.buttons() if one.text() == "Beslut"]
    button.click()
    dialog = opened(page, AnswerDialog)
    assert isinstance(dialog, AnswerDialog)
    dialog.choice.choose(TrialOutcome.KEEP)
    dialog.text.setText("Ja")
    dialog.save_button.click()
    assert "Behold" in told(tab.trials)
    assert ": behold. " in told(page.card.side.history), "the agreement tells what came of it"
    (agreed,) = desk.read(citizens.details, citizen_id).agreements
    assert agreed.note.endswith("behold. Ja")


def test_a_citizen_goes_over_to_contact_on_demand_and_back(
    page: CitizensPage, tab: LifeTab
) -> None:
    tab.on_demand.action.click()
    editor = opened(page, OnDemandEditor)
    assert isinstance(editor, OnDemandEditor)
    editor.save_button.click()
    assert "hvordan borgeren får fat i jer" in editor.trouble.text()
    editor.reach.setText("Ring til teamet")
    editor.save_button.click()
    assert "Efter behov" in page.card.head.line.text()
    assert "14 dages stilhed" in told(tab.on_demand)
    assert tab.on_demand.action.text() == "Tilbage til faste kontakter"


def test_the_fields_of_contact_on_demand_stand_together_where_nothing_stops(
    page: CitizensPage, tab: LifeTab
) -> None:
    tab.on_demand.action.click()
    editor = opened(page, OnDemandEditor)
    assert isinstance(editor, OnDemandEditor)
    assert editor.listed.isHidden()
    between = editor.answer.geometry().top() - editor.reach.geometry().bottom()
    assert between < 3 * editor.reach.height()


def test_a_phase_out_is_laid_taken_step_by_step_and_stopped(
    page: CitizensPage, tab: LifeTab, desk: Desk, citizen_id: Key
) -> None:
    meet(desk, citizen_id)
    tab.phase_out.action.click()
    editor = opened(page, PhaseOutEditor)
    assert isinstance(editor, PhaseOutEditor)
    editor.chosen_steps[3].setChecked(False)
    editor.save_button.click()
    assert "Nedtrapning i gang" in page.card.head.line.text()
    (button,) = [one for one in tab.phase_out.buttons() if one.text() == "Tag trinet"]
    button.click()
    assert "taget 23. nov. 2026" in told(tab.phase_out)
    tab.phase_out.action.click()
    dialog = opened(page, AnswerDialog)
    assert isinstance(dialog, AnswerDialog)
    dialog.save_button.click()
    assert "Skriv, hvorfor" in dialog.trouble.text()
    dialog.text.setText("Det gik for hurtigt")
    dialog.save_button.click()
    assert "Det gik for hurtigt" in told(tab.phase_out)


def test_a_page_left_open_reads_anew_on_another_day(
    page: CitizensPage, desk: Desk, citizen_id: Key, today: Today
) -> None:
    meet(desk, citizen_id, MONDAY)
    page.show_silent(mine=True)
    assert page.list.view.model().rowCount() == 0
    today.day = MONDAY + 14 * DAY
    page.hide()
    page.show()
    assert page.list.view.model().rowCount() == 1


def test_a_ready_series_says_what_it_lays_before_it_does(
    page: CitizensPage, tab: LifeTab, desk: Desk, citizen_id: Key
) -> None:
    meet(desk, citizen_id, MONDAY - DAY)
    tab.ready.action.click()
    dialog = opened(page, TemplateDialog)
    assert isinstance(dialog, TemplateDialog)
    assert "14 gange" in dialog.said.text()
    assert dialog.taken.isHidden()
    plan(desk, citizen_id, ContactForm.PHYSICAL, MONDAY + 3 * DAY, 9 * 60)
    dialog.refresh()
    assert "• tor. 26. nov., telefon: " in dialog.taken.text()
    dialog.skip.setChecked(True)
    dialog.save_button.click()
    page.show_citizen(citizen_id)
    assert desk.undo_state().undo == "Efter udskrivelse: A.M."


def test_a_relation_is_told_and_said_by_hand(
    page: CitizensPage, tab: LifeTab, desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    assert "Har ikke mødt borgeren" in told(tab.relations)
    tab.relations.button(worker_id).click()
    dialog = opened(page, AnswerDialog)
    assert isinstance(dialog, AnswerDialog)
    dialog.choice.choose(RelationStrength.KNOWS_WELL)
    dialog.save_button.click()
    assert "Kender borgeren godt · skrevet af jer" in told(tab.relations)


def test_satisfaction_stands_by_form_and_below_five_says_nothing(
    page: CitizensPage, tab: LifeTab, desk: Desk, citizen_id: Key
) -> None:
    visit = meet(desk, citizen_id)
    desk.do(satisfaction.answer, visit, Satisfaction.GOOD, by=desk.actor_id, today=MONDAY)
    page.show_citizen(citizen_id)
    assert "for få til at sige noget (1 svar)" in told(tab.satisfaction)
    for day in range(1, 5):
        key = plan(desk, citizen_id, ContactForm.PHYSICAL, MONDAY - day * DAY)
        desk.do(contacts.hold, key)
        desk.do(satisfaction.answer, key, Satisfaction.OK, by=desk.actor_id, today=MONDAY)
    assert "1 god, 4 okay, 0 dårlig" in told(tab.satisfaction)
