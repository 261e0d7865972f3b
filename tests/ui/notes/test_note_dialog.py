"""A note is written with few taps, kept as it is typed, and signed from the week."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.clocks import utc_now
from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.citizen_kinds import RiskLevel
from bostoette.models.contact import Contact
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.goal_fields import GoalFields
from bostoette.models.journal import JournalStep
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.material_fields import MaterialFields
from bostoette.models.note import Note
from bostoette.models.note_fields import NewAgreement, NoteFields
from bostoette.models.note_kinds import (
    AgreementDoer,
    AgreementOutcome,
    GivenHow,
    HomeImpression,
)
from bostoette.models.satisfaction import Satisfaction
from bostoette.models.timespan import TimeSpan
from bostoette.models.waiting_note import WaitingKind
from bostoette.models.worker_fields import WorkerFields
from bostoette.planning.note_text import case_text
from bostoette.services import (
    agreed,
    citizens,
    contacts,
    goals,
    materials,
    risk,
    unlocking,
    workers,
)
from bostoette.services.desk import Desk
from bostoette.services.program_file import OpenFile
from bostoette.services.signed_note import signed_note
from bostoette.ui.assembly import assemble
from bostoette.ui.background import under_way
from bostoette.ui.dialog_cover import DialogCover
from bostoette.ui.main_window import MainWindow
from bostoette.ui.notes.clipboard import ShortClipboard
from bostoette.ui.notes.missing_count import MissingCount
from bostoette.ui.notes.news_dialog import NewsDialog
from bostoette.ui.notes.note_dialog import NoteDialog
from bostoette.ui.notes.notes_page import NotesPage
from bostoette.ui.notes.signed_note_dialog import SignedNoteDialog
from bostoette.ui.notes.summary_dialog import SummaryDialog
from bostoette.ui.notes.waiting_model import WaitingRole
from bostoette.ui.pages import note_work
from bostoette.ui.theme import Theme
from bostoette.ui.week.week_page import WeekPage
from tests.begun import PASSPHRASE, Begun
from tests.clock import MONDAY
from tests.services.notes.writing import noted, sign
from tests.services.remote_hands import meet, plan
from tests.ui.hands import CONTROL, FREE, press, show_active, type_text

NOW = datetime(2026, 11, 24, 12, 0)


@pytest.fixture
def opened(begun: Begun) -> OpenFile:
    return unlocking.open_unlocked(
        begun.places, unlocking.unlock(begun.places, PASSPHRASE), utc_now
    )


@pytest.fixture
def citizen(opened: OpenFile) -> Key:
    return opened.desk.do(citizens.create, CitizenFields("Asta Mortensen", "A.M."))


@pytest.fixture
def window(opened: OpenFile, theme: Theme, qtbot: QtBot, citizen: Key) -> Iterator[MainWindow]:
    assert citizen
    made = assemble(opened, theme, MachineSettings(appearance="light"), lambda: NOW)
    qtbot.addWidget(made, before_close_func=lambda _window: opened.close())
    show_active(made)
    week = made.page("week")
    assert isinstance(week, WeekPage)
    qtbot.waitUntil(lambda: made.is_workable, timeout=20_000)
    yield made
    for dialog in made.findChildren(NoteDialog):
        dialog.reject()


Written = Callable[[Key], NoteDialog]


@pytest.fixture
def written(window: MainWindow, qtbot: QtBot, citizen: Key) -> Written:
    """Open the note of a contact."""

    def write(contact: Key) -> NoteDialog:
        note_work(window).write(contact, citizen)
        found = [one for one in window.findChildren(NoteDialog) if one.isVisible()]
        qtbot.waitUntil(found[-1].isActiveWindow)
        return found[-1]

    return write


def _note(session: Session) -> Note:
    return session.scalars(select(Note)).one()


def signed(session: Session, citizen: Key) -> int:
    """Count a citizen's signed notes."""
    return len(session.scalars(select(Note).where(Note.citizen_id == citizen)).all())


def _status(session: Session, key: Key) -> ContactStatus:
    return session.get_one(Contact, key).status


def test_a_visit_is_noted_with_five_inputs_by_keyboard_alone(
    opened: OpenFile, window: MainWindow, citizen: Key, written: Written
) -> None:
    contact = plan(opened.desk, citizen, ContactForm.PHYSICAL, MONDAY)
    dialog = written(contact)
    assert len(dialog.form.shown_inputs) <= 5
    type_text("Ryddede køkkenet sammen")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    for _question in dialog.form.shown_inputs[2:]:
        press(Qt.Key.Key_Tab)
    assert dialog.form.agreements.text.hasFocus()
    type_text("Ringe til lægen")
    press(Qt.Key.Key_Return, CONTROL)
    assert not dialog.isVisible()
    note = opened.desk.read(_note)
    assert (note.text, note.home_impression) == ("Ryddede køkkenet sammen", HomeImpression.OK)
    assert opened.desk.read(_status, contact) is ContactStatus.HELD
    assert [one.text for one in opened.desk.read(agreed.listed_open, citizen)] == [
        "Ringe til lægen"
    ]


def test_enter_after_an_agreement_takes_it_and_never_signs(
    opened: OpenFile, citizen: Key, written: Written
) -> None:
    dialog = written(meet(opened.desk, citizen))
    below = dialog.form.shown_inputs[dialog.form.shown_inputs.index("agreements") + 1 :]
    assert below == [], "an agreement's new line would move what stands below it"
    dialog.form.agreements.text.setFocus()
    for words in ("Ringe til lægen", "Handle torsdag"):
        type_text(words)
        press(Qt.Key.Key_Return)
    dialog.form.agreements.due.setFocus()
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert [one.text for one in dialog.form.agreements.made] == [
        "Ringe til lægen",
        "Handle torsdag",
    ]
    assert opened.desk.read(signed, citizen) == 0


def test_a_note_from_a_group_says_whose_note_comes_next(
    opened: OpenFile, window: MainWindow, citizen: Key, written: Written
) -> None:
    other = opened.desk.do(citizens.create, CitizenFields("Bent Olsen", "B.O."))
    both = (citizen, other)
    fields = ContactFields(
        TimeSpan(MONDAY, 540, 45),
        ContactForm.WALK_TALK,
        "support_conversation",
        (opened.desk.actor_id,),
        both,
    )
    dialog = written(opened.desk.do(contacts.create, fields))
    assert "Bagefter kommer notatet om Bent Olsen." in _said(dialog)
    type_text("Gik rundt om søen")
    press(Qt.Key.Key_Return, CONTROL)
    (after,) = [one for one in window.findChildren(NoteDialog) if one.isVisible()]
    assert after.windowTitle() == "Notat · Bent Olsen"
    assert "Bagefter" not in _said(after)


def _said(dialog: NoteDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_what_was_sent_is_told_and_put_into_the_text(
    opened: OpenFile, citizen: Key, written: Written
) -> None:
    contact = plan(opened.desk, citizen, ContactForm.PHONE, MONDAY)
    sheet = opened.desk.do(materials.add, MaterialFields("Øvelser for hånden"))
    opened.desk.do(
        materials.send_with_contact, contact, (sheet,), by=opened.desk.actor_id, day=MONDAY
    )
    dialog = written(contact)
    dialog.put_sent.click()
    assert dialog.form.fields().text == "Sendt til borgeren: Øvelser for hånden."


def test_what_was_typed_comes_back_at_its_own_contact_and_nowhere_else(
    opened: OpenFile, citizen: Key, written: Written
) -> None:
    one, other = meet(opened.desk, citizen), meet(opened.desk, citizen)
    dialog = written(one)
    type_text("Fortrolig snak")
    dialog.form.taps[next(iter(dialog.form.taps))].press(HomeImpression.WORSE)
    dialog.reject()
    assert written(other).form.texts["text"].toPlainText() == ""
    again = written(one)
    assert again.form.texts["text"].toPlainText() == "Fortrolig snak"
    assert again.form.fields().home_impression is HomeImpression.WORSE
    assert not again.kept.isHidden()


def test_a_note_being_written_is_locked_away_with_one_key(
    window: MainWindow, citizen: Key, opened: OpenFile, written: Written, qtbot: QtBot
) -> None:
    written(meet(opened.desk, citizen))
    type_text("Fortrolig snak")
    with qtbot.waitSignal(window.lock_asked):
        press(Qt.Key.Key_L, CONTROL)


def test_discretion_covers_an_open_note_until_it_is_turned_off(
    window: MainWindow, citizen: Key, opened: OpenFile, written: Written
) -> None:
    dialog = written(meet(opened.desk, citizen))
    title = dialog.windowTitle()
    type_text("Fortrolig snak")
    press(Qt.Key.Key_F8)
    assert window.settings.discreet
    assert "dækket til" in window.message.accessibleName()
    (cover,) = dialog.findChildren(DialogCover)
    assert cover.isVisible()
    assert cover.geometry() == dialog.rect()
    assert dialog.childAt(dialog.rect().center()) in (cover, *cover.findChildren(QWidget))
    assert dialog.windowTitle() == "Skjult"
    type_text("mere")
    for key, with_key in ((Qt.Key.Key_Escape, FREE), (Qt.Key.Key_Return, CONTROL)):
        press(key, with_key)
    press(Qt.Key.Key_Tab)
    assert cover.show_button.hasFocus()
    assert dialog.isVisible()
    dialog.resize(dialog.width() - 40, dialog.height())
    assert cover.geometry() == dialog.rect()
    press(Qt.Key.Key_F8)
    assert "slået fra" in window.message.accessibleName()
    assert not any(one.isVisible() for one in dialog.findChildren(DialogCover))
    assert dialog.windowTitle() == title
    type_text(" igen")
    assert dialog.form.texts["text"].toPlainText() == "Fortrolig snak igen"


def test_a_covered_note_is_shown_by_its_button_while_all_else_stays_in_initials(
    window: MainWindow, citizen: Key, opened: OpenFile, written: Written
) -> None:
    dialog = written(meet(opened.desk, citizen))
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_Space)
    assert not any(one.isVisible() for one in dialog.findChildren(DialogCover))
    assert window.settings.discreet
    type_text("Videre")
    assert dialog.form.texts["text"].toPlainText() == "Videre"


def test_a_covered_note_is_locked_away_with_one_key(
    window: MainWindow, citizen: Key, opened: OpenFile, written: Written, qtbot: QtBot
) -> None:
    written(meet(opened.desk, citizen))
    press(Qt.Key.Key_F8)
    with qtbot.waitSignal(window.lock_asked):
        press(Qt.Key.Key_L, CONTROL)


def test_closing_the_window_keeps_what_was_typed_in_the_last_half_second(
    opened: OpenFile, window: MainWindow, citizen: Key, written: Written
) -> None:
    contact = meet(opened.desk, citizen)
    written(contact)
    type_text("Sidste ord")
    window.close()
    show_active(window)
    for dialog in window.findChildren(NoteDialog):
        dialog.done(0)
    assert written(contact).form.texts["text"].toPlainText() == "Sidste ord"


def test_nobody_is_given_a_duty_that_nobody_chose(
    opened: OpenFile, citizen: Key, written: Written
) -> None:
    agreements = written(meet(opened.desk, citizen)).form.agreements
    agreements.text.setText("Finde papirerne frem")
    agreements.take_typed()
    agreements.text.setText("Ringe til lægen")
    agreements.choose_doer(AgreementDoer.WORKER)
    agreements.take_typed()
    agreements.text.setText("Handle ind")
    assert [one.doer for one in agreements.agreed()] == [
        AgreementDoer.BOTH,
        AgreementDoer.WORKER,
        AgreementDoer.BOTH,
    ]


def test_earlier_agreements_are_answered_with_two_taps(
    opened: OpenFile, citizen: Key, written: Written
) -> None:
    noted(opened.desk, citizen, NoteFields(agreed=(NewAgreement("Ringe til lægen"),)))
    dialog = written(meet(opened.desk, citizen))
    (row,) = dialog.form.agreements.rows
    assert row.how.isHidden()
    row.outcome.buttons[AgreementOutcome.DONE].click()
    assert not row.how.isHidden()
    dialog.accept()
    assert opened.desk.read(agreed.listed_open, citizen) == ()


def test_a_number_like_a_cpr_is_refused_and_nothing_is_lost(
    opened: OpenFile, citizen: Key, written: Written
) -> None:
    dialog = written(meet(opened.desk, citizen))
    type_text("Ring om 010180-1234")
    dialog.accept()
    assert dialog.isVisible()
    assert "CPR" in dialog.trouble.text()
    assert dialog.form.texts["text"].toPlainText() == "Ring om 010180-1234"


@pytest.mark.parametrize("by_key", [True, False], ids=["Ctrl+Enter", "Underskriv"])
def test_a_contact_that_has_not_begun_is_drafted_ahead_and_not_signed(
    opened: OpenFile, citizen: Key, written: Written, *, by_key: bool
) -> None:
    contact = plan(opened.desk, citizen, ContactForm.PHONE, NOW.date(), 13 * 60)
    dialog = written(contact)
    assert "ikke begyndt. Skriv en kladde nu" in _said(dialog)
    type_text("Husk budgettet")
    if by_key:
        press(Qt.Key.Key_Return, CONTROL)
    else:
        dialog.save_button.click()
    assert "begynder først kl. 13.00" in dialog.trouble.text()
    assert opened.desk.read(_status, contact) is ContactStatus.PLANNED
    press(Qt.Key.Key_Escape)
    assert written(contact).form.texts["text"].toPlainText() == "Husk budgettet"


def test_a_note_at_a_contact_that_was_called_off_does_not_say_it_was_held(
    opened: OpenFile, citizen: Key, written: Written
) -> None:
    contact = plan(opened.desk, citizen, ContactForm.PHONE, MONDAY)
    opened.desk.do(contacts.cancel, contact, ContactStatus.CANCELLED_BY_CITIZEN, "Syg")
    said = _said(written(contact))
    assert "Kontakten er aflyst af borger." in said
    assert "Afholdt" not in said


def test_ctrl_enter_in_the_week_opens_the_note_of_the_chosen_contact(
    opened: OpenFile, window: MainWindow, citizen: Key, qtbot: QtBot
) -> None:
    contact = meet(opened.desk, citizen)
    week = window.page("week")
    assert isinstance(week, WeekPage)
    qtbot.waitUntil(lambda: any(one.id == contact for one in week.shown.contacts))
    week.grid.choose(contact)
    week.grid.setFocus()
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(window.findChildren(NoteDialog)))


def notes_page(window: MainWindow, qtbot: QtBot) -> NotesPage:
    """Go to the notes, and wait until it is read what waits."""
    window.show_page("notes")
    page = window.page("notes")
    assert isinstance(page, NotesPage)
    qtbot.waitUntil(lambda: not under_way())
    return page


def test_the_notes_page_counts_what_is_missing_and_opens_it(
    opened: OpenFile, window: MainWindow, qtbot: QtBot, citizen: Key
) -> None:
    contact = meet(opened.desk, citizen)
    page = notes_page(window, qtbot)
    current = page.waiting.current
    assert current is not None
    assert (current.kind, current.contact_id) == (WaitingKind.MISSING, contact)
    press(Qt.Key.Key_Return)
    (dialog,) = window.findChildren(NoteDialog)
    dialog.nothing.setChecked(True)
    dialog.accept()
    assert page.waiting.current is None
    assert page.waiting.hint.isHidden()
    assert page.count.text() == "Alle afholdte kontakter har et notat"


def test_a_signed_note_is_read_added_to_copied_and_ticked_as_carried_over(
    opened: OpenFile, window: MainWindow, citizen: Key
) -> None:
    key = noted(opened.desk, citizen, NoteFields("Lagde ugens plan"))
    note_work(window).read(key)
    (dialog,) = window.findChildren(SignedNoteDialog)
    dialog.addition.setPlainText("Det var tirsdag")
    dialog.add.click()
    assert [one.text for one in dialog.note.additions] == ["Det var tirsdag"]
    dialog.copy.click()
    copied = QApplication.clipboard().text()
    assert "Lagde ugens plan" in copied
    assert "Det var tirsdag" in copied
    dialog.transferred.click()
    assert opened.desk.read(_note).transferred_at is not None
    dialog.accept()


def test_the_clipboard_is_cleared_only_of_what_was_copied_here(qtbot: QtBot) -> None:
    clipboard = ShortClipboard(after_ms=1)
    clipboard.copy("Notat")
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == "")
    clipboard.copy("Notat")
    QApplication.clipboard().setText("Noget andet")
    clipboard.clear()
    assert QApplication.clipboard().text() == "Noget andet"


def test_what_was_copied_is_cleared_also_when_the_window_is_gone_before_the_minute(
    opened: OpenFile, window: MainWindow, citizen: Key, qtbot: QtBot
) -> None:
    note_work(window).read(noted(opened.desk, citizen, NoteFields("Lagde ugens plan")))
    (dialog,) = window.findChildren(SignedNoteDialog)
    dialog.copy.click()
    timers = [
        timer
        for timer in QApplication.instance().findChildren(QTimer)  # type: ignore[union-attr]
        if isinstance(timer.parent(), ShortClipboard) and timer.isActive()
    ]
    dialog.deleteLater()
    qtbot.waitUntil(lambda: not window.findChildren(SignedNoteDialog))
    assert timers
    for timer in timers:
        timer.start(1)
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == "")


def test_who_does_a_half_typed_agreement_is_kept_in_the_draft(
    opened: OpenFile, citizen: Key, written: Written
) -> None:
    contact = meet(opened.desk, citizen)
    dialog = written(contact)
    dialog.form.agreements.text.setText("Ringer til lægen")
    dialog.form.agreements.choose_doer(AgreementDoer.WORKER)
    dialog.reject()
    (again,) = written(contact).form.agreements.agreed()
    assert (again.text, again.doer) == ("Ringer til lægen", AgreementDoer.WORKER)


def test_an_addition_half_typed_waits_at_its_note_and_at_no_other(
    opened: OpenFile, window: MainWindow, citizen: Key
) -> None:
    mine, other = (noted(opened.desk, citizen, NoteFields(text)) for text in ("Bus", "Bank"))
    assert _addition_at(window, mine, typed="Det var tirs") == ""
    assert _addition_at(window, other) == ""
    assert _addition_at(window, mine, add=True) == "Det var tirs"
    assert _addition_at(window, mine) == ""
    assert [one.text for one in opened.desk.read(signed_note, mine).additions] == ["Det var tirs"]


def _addition_at(window: MainWindow, note: Key, *, typed: str = "", add: bool = False) -> str:
    """Open a note, return what stands as an addition there, type, and close or add."""
    note_work(window).read(note)
    dialog = next(one for one in window.findChildren(SignedNoteDialog) if one.isVisible())
    stood = dialog.addition.toPlainText()
    if typed:
        dialog.addition.setPlainText(typed)
    if add:
        dialog.add.click()
    dialog.reject()
    return stood


def test_a_summary_over_the_rules_words_is_not_given(
    opened: OpenFile, window: MainWindow, citizen: Key
) -> None:
    fields = NoteFields("Snak", agreed=(NewAgreement("Ringe til lægen"),))
    key = noted(opened.desk, citizen, fields, form=ContactForm.PHONE)
    note_work(window).summarize(key)
    (dialog,) = window.findChildren(SummaryDialog)
    assert "Ringe til lægen" in dialog.text.toPlainText()
    kept = dialog.text.toPlainText()
    dialog.text.setPlainText("ord " * 101)
    assert "1 ord for mange" in dialog.trouble.text()
    assert not dialog.trouble.isHidden()
    next(iter(dialog.given.values())).click()
    assert "101 ord" in dialog.trouble.text()
    dialog.text.setPlainText(kept)
    next(iter(dialog.given.values())).click()
    assert not dialog.isVisible()


def test_a_summary_that_is_given_stands_at_once_in_the_note_behind_it(
    opened: OpenFile, window: MainWindow, citizen: Key
) -> None:
    fields = NoteFields("Snak", agreed=(NewAgreement("Ringe til lægen"),))
    note_work(window).read(noted(opened.desk, citizen, fields, form=ContactForm.PHONE))
    (shown,) = window.findChildren(SignedNoteDialog)

    def given() -> list[GivenHow]:
        return [one.how for one in [shown.note.summary] if one is not None]

    shown.summary.click()
    (dialog,) = window.findChildren(SummaryDialog)
    assert given() == []
    dialog.given[GivenHow.READ_ALOUD].click()
    assert given() == [GivenHow.READ_ALOUD]


def test_the_rail_counts_missing_notes_from_the_start_and_follows_each_change(
    opened: OpenFile, window: MainWindow, citizen: Key, qtbot: QtBot
) -> None:
    button = window.rail.button("notes")
    assert window.page("notes") is None
    qtbot.waitUntil(lambda: window.findChild(MissingCount) is not None)
    assert button.accessibleName() == "Notater"
    contact = meet(opened.desk, citizen, MONDAY)
    qtbot.waitUntil(lambda: button.accessibleName() == "Notater, 1 mangler et notat")
    sign(opened.desk, contact, citizen, NoteFields("Ryddet op"))
    qtbot.waitUntil(lambda: button.accessibleName() == "Notater")


def test_a_note_that_is_begun_late_says_both(
    opened: OpenFile, window: MainWindow, qtbot: QtBot, citizen: Key, written: Written
) -> None:
    meet(opened.desk, citizen, MONDAY - timedelta(days=3))
    dialog = written(meet(opened.desk, citizen, MONDAY - timedelta(days=4)))
    type_text("Halvt")
    dialog.reject()
    model = notes_page(window, qtbot).waiting.view.model()
    marks = [model.index(row, 0).data(WaitingRole.MARK) for row in range(model.rowCount())]
    assert marks == ["begyndt, for sent", "for sent"]


def test_a_signed_note_shows_what_was_tapped_and_what_the_citizen_said(
    opened: OpenFile, window: MainWindow, citizen: Key
) -> None:
    fields = NoteFields(
        "Ryddet op",
        home_impression=HomeImpression.OK,
        wellbeing_score=4,
        satisfaction=Satisfaction.GOOD,
    )
    note = noted(opened.desk, citizen, fields)
    note_work(window).read(note)
    (dialog,) = window.findChildren(SignedNoteDialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    home = HomeImpression.OK.danish.lower()
    assert f"Hjemmet: {home}\nTrivsel: 4 af 5\nBorgeren om kontakten: god" in said
    assert f"Indtryk: Hjemmet: {home}; Trivsel" in case_text(dialog.note, headings=True)
    dialog.accept()


def test_what_is_new_is_told_in_sentences_once_and_opening_it_is_reading(
    opened: OpenFile, window: MainWindow, citizen: Key
) -> None:
    other = opened.desk.do(workers.create, opened.desk.actor_id, WorkerFields("Kaj Lund", "K.L."))
    theirs = Desk(opened.database, other, utc_now)
    agreed_on = NoteFields(
        "Talte om huslejen", next_time_text="Se brevet", agreed=(NewAgreement("Ringer"),)
    )
    noted(theirs, citizen, agreed_on, form=ContactForm.PHONE)
    level = RiskLevel.YELLOW
    theirs.do(risk.judge, citizen, level, reason="Sover lidt", by=other, today=MONDAY)
    note_work(window).show_news(citizen)
    (dialog,) = window.findChildren(NewsDialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    for words in (
        "Notater · 1",
        "Telefonsamtale man. 23. nov. · K.L.",
        "Talte om huslejen",
        "Til næste gang: Se brevet",
        "Åbne aftaler · 1",
        "Ringer (borgeren)",
        "Sover lidt",
    ):
        assert words in said
    assert any(one.startswith("Risikoen er vurderet: gul af K.L., ") for one in said)
    dialog.accept()
    note_work(window).show_news(citizen)
    second = window.findChildren(NewsDialog)[-1]
    again = [label.text() for label in second.findChildren(QLabel)]
    assert "Talte om huslejen" not in again
    second.accept()
    labels = opened.desk.read(lambda session: session.scalars(select(JournalStep.label)).all())
    assert "Læs notater: A.M." in labels


def test_what_changed_and_was_agreed_stands_before_many_notes_and_is_read_by_keyboard(
    opened: OpenFile, window: MainWindow, citizen: Key, qtbot: QtBot
) -> None:
    other = opened.desk.do(workers.create, opened.desk.actor_id, WorkerFields("Kaj Lund", "K.L."))
    theirs = Desk(opened.database, other, utc_now)
    for day in range(20):
        agreed_on = (NewAgreement("Ringer"),) if day == 0 else ()
        noted(theirs, citizen, NoteFields("Talte", agreed=agreed_on), day=MONDAY - timedelta(day))
    theirs.do(risk.judge, citizen, RiskLevel.RED, reason="Sover lidt", by=other, today=MONDAY)
    note_work(window).show_news(citizen)
    (dialog,) = window.findChildren(NewsDialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    order = ("Ændringer · 1", "Åbne aftaler · 1", "Notater · 20")
    assert [one for one in said if one in order] == list(order)
    qtbot.waitUntil(dialog.isActiveWindow)
    press(Qt.Key.Key_PageDown)
    (scroll,) = dialog.findChildren(QScrollArea)
    assert scroll.verticalScrollBar().value() > 0
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_summary_can_be_left_for_later(
    opened: OpenFile, window: MainWindow, citizen: Key
) -> None:
    note = noted(opened.desk, citizen, NoteFields("Talte", agreed=(NewAgreement("Ringer"),)))
    note_work(window).summarize(note)
    (dialog,) = window.findChildren(SummaryDialog)
    dialog.close_button.click()
    assert not dialog.isVisible()
    assert opened.desk.read(signed_note, note).summary is None


def test_two_goals_and_two_agreements_are_in_sight_without_a_scroll(
    opened: OpenFile, window: MainWindow, citizen: Key, written: Written
) -> None:
    desk = opened.desk
    aim = desk.do(
        goals.add_aim, desk.do(goals.write_wish, citizen, "Jeg vil have gæster", MONDAY), "Hjem"
    )
    for words in ("Jeg vil kunne se køkkenbordet", "Jeg vil lave mad, der dufter"):
        desk.do(goals.add_goal, aim, GoalFields(words), MONDAY, desk.actor_id)
    made = ("Finde papirerne fra kommunen frem", "Ringe til lægen om tid i næste uge")
    noted(opened.desk, citizen, NoteFields(agreed=tuple(map(NewAgreement, made))))
    window.resize(1280, 720)
    contact = meet(opened.desk, citizen)
    dialog = written(contact)
    type_text("Vi ryddede op sammen")
    for row in dialog.form.agreements.rows:
        before = row.outcome.mapTo(dialog, QPoint())
        row.outcome.press(AgreementOutcome.DONE)
        assert row.outcome.mapTo(dialog, QPoint()) == before
    for words in made:
        dialog.form.agreements.text.setText(f"{words} igen")
        dialog.form.agreements.take_typed()
    dialog.reject()
    again = written(contact)
    assert not again.kept.isHidden()
    assert not again.throw_away.isHidden()
    assert len(again.form.goals) == len(again.form.agreements.rows) == 2
    assert again.area.verticalScrollBar().maximum() == 0
    assert again.rect().contains(again.save_button.geometry())
