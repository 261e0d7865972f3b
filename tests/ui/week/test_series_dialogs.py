"""The questions about series through real widgets: values in, values out."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog
from pytestqt.qtbot import QtBot

from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.plan_error import PlanError
from bostoette.models.series_change import DateFate, Scope, SeriesChange, SeriesEnd
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.planning.recurrence import occurrences
from bostoette.planning.series_preview import SeriesDate
from bostoette.services.series_changes import ChangedDate, SeriesPreview
from bostoette.ui.theme import Theme
from bostoette.ui.week.series_change_dialog import SeriesChangeDialog
from bostoette.ui.week.series_dialog import SeriesDialog
from tests.ui.week.weeks import MONDAY, THURSDAY

FRIDAY = MONDAY + timedelta(days=4)
SECOND = THURSDAY + timedelta(weeks=1)
NINE = TimeSpan(THURSDAY, 540, 60)
_CHECK, _UNCHECK = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def look(rule: SeriesRule) -> tuple[SeriesDate, ...]:
    """Let the second date hit a holiday, with a free day on both sides."""
    days = occurrences(rule, THURSDAY + timedelta(weeks=26))
    return tuple(
        SeriesDate(
            day,
            holiday="Juledag",
            before=day - timedelta(days=1),
            after=day + timedelta(days=1),
        )
        if place == 1
        else SeriesDate(day)
        for place, day in enumerate(days)
    )


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> SeriesDialog:
    shown = SeriesDialog("A.M.", NINE, look, THURSDAY)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def told(dialog: SeriesDialog | SeriesChangeDialog, row: int) -> str:
    item = dialog.dates.item(row, 1)
    assert item is not None
    return item.text()


def tick(dialog: SeriesDialog, row: int, state: Qt.CheckState) -> None:
    item = dialog.dates.item(row, 0)
    assert item is not None
    item.setCheckState(state)


def instead(dialog: SeriesDialog, row: int) -> QComboBox:
    offer = dialog.dates.cellWidget(row, 2)
    assert isinstance(offer, QComboBox)
    return offer


def take(offer: QComboBox, place: int) -> None:
    offer.setCurrentIndex(place)
    offer.activated.emit(place)


def test_it_begins_weekly_on_the_contacts_own_weekday(dialog: SeriesDialog) -> None:
    assert dialog.rule() == SeriesRule(1, (3,), THURSDAY, 540, 60)
    assert dialog.dates.rowCount() == 27
    assert dialog.said.text() == (
        "Hver uge torsdag kl. 9.00, indtil videre: de første 27 datoer, 1 at se på"
    )


def test_every_third_week_tuesday_and_thursday_eight_times(
    qtbot: QtBot, dialog: SeriesDialog
) -> None:
    dialog.repetition.weeks.setValue(3)
    dialog.repetition.days[1].click()
    dialog.repetition.count.setValue(8)
    assert dialog.repetition.counted.isChecked()
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.rule().said() == "hver 3. uge tirsdag og torsdag kl. 9.00, 8 gange"


def test_typing_an_end_date_chooses_it(qtbot: QtBot, dialog: SeriesDialog) -> None:
    qtbot.keyClicks(dialog.repetition.until, "17/12")
    dialog.accept()
    assert dialog.rule().until == date(2026, 12, 17)


def test_a_holiday_is_named_and_can_be_moved_or_skipped_by_a_choice(dialog: SeriesDialog) -> None:
    assert told(dialog, 1) == "Juledag"
    offer = instead(dialog, 1)
    assert [offer.itemText(place) for place in range(offer.count())] == [
        "Behold dagen",
        "ons. 2. dec. (før)",
        "fre. 4. dec. (efter)",
    ]
    take(offer, 2)
    assert dialog.choices() == {SECOND: SECOND + timedelta(days=1)}
    tick(dialog, 1, _UNCHECK)
    assert dialog.choices() == {SECOND: None}
    tick(dialog, 1, _CHECK)
    assert dialog.choices() == {SECOND: SECOND + timedelta(days=1)}
    take(offer, 0)
    assert dialog.choices() == {}


def test_any_date_can_be_skipped_with_the_space_key(qtbot: QtBot, dialog: SeriesDialog) -> None:
    dialog.dates.setCurrentCell(2, 0)
    dialog.dates.setFocus()
    qtbot.keyClick(dialog.dates, Qt.Key.Key_Space)
    assert dialog.choices() == {THURSDAY + timedelta(weeks=2): None}


def test_a_choice_stays_while_its_date_is_there(dialog: SeriesDialog) -> None:
    tick(dialog, 2, _UNCHECK)
    dialog.repetition.count.setValue(5)
    dialog.refresh()
    assert dialog.choices() == {THURSDAY + timedelta(weeks=2): None}
    dialog.repetition.count.setValue(2)
    dialog.refresh()
    assert dialog.choices() == {}


def test_without_a_weekday_it_says_so_and_cannot_be_saved(dialog: SeriesDialog) -> None:
    dialog.repetition.days[3].click()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.trouble.text() == "Vælg mindst én ugedag. Intet er gemt endnu."
    dialog.repetition.days[3].click()
    dialog.accept()
    assert not dialog.isVisible()


# changing a series


@dataclass
class Changes:
    """What was asked to be looked at, and an answer with one contact of each fate."""

    asked: list[tuple[Scope, SeriesChange]] = field(default_factory=list)

    def look(self, scope: Scope, asked: SeriesChange) -> SeriesPreview:
        self.asked.append((scope, asked))
        if asked.every_weeks == 12:
            raise PlanError("Det går ikke. Intet er ændret.")
        moved = ChangedDate(
            DateFate.MOVED,
            ContactStatus.PLANNED,
            NINE,
            NINE.moved(days=1),
            FRIDAY,
            SeriesDate(FRIDAY, absence="M.J. har ferie", after=FRIDAY + timedelta(days=3)),
        )
        if scope is Scope.THIS:
            return SeriesPreview("ugentligt", "ugentligt", (moved,))
        held = ChangedDate(DateFate.FIXED, ContactStatus.HELD, NINE, NINE, FRIDAY)
        gone = ChangedDate(DateFate.CANCELLED, ContactStatus.PLANNED, NINE, None)
        own = ChangedDate(DateFate.KEPT, ContactStatus.PLANNED, NINE, NINE, FRIDAY)
        return SeriesPreview("ugentligt", "sjældnere", (moved, held, gone, own))


Ask = Callable[..., SeriesChangeDialog]


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture
def ask(qtbot: QtBot, theme: Theme, changes: Changes) -> Ask:
    def shown(asked: SeriesChange, rule: SeriesRule | None = None) -> SeriesChangeDialog:
        dialog = SeriesChangeDialog(
            "Flyt i serien", "Flyt", changes.look, asked, THURSDAY, rule=rule
        )
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return shown


def test_only_this_one_is_the_first_answer(ask: Ask) -> None:
    dialog = ask(SeriesChange(to=NINE.moved(days=1)))
    assert dialog.scope is Scope.THIS
    assert told(dialog, 0) == ("flyttes til fre. 27. nov. 09.00–10.00 · M.J. har ferie")
    assert dialog.said.text() == "1 kontakt."
    dialog.accept()
    assert dialog.choices() == {}


def test_this_and_following_lists_what_moves_stands_and_goes(ask: Ask) -> None:
    dialog = ask(SeriesChange(to=NINE.moved(days=1)))
    dialog.choose(Scope.FOLLOWING)
    assert [told(dialog, row) for row in range(1, 4)] == [
        "er afholdt og står fast",
        "aflyses, da den er aftalt eller i brug",
        "bliver, som den er",
    ]
    assert dialog.said.text() == "2 kontakter. Serien: ugentligt – derefter: sjældnere."
    offer = dialog.dates.cellWidget(0, 2)
    assert isinstance(offer, QComboBox)
    take(offer, 1)
    assert dialog.choices() == {FRIDAY: FRIDAY + timedelta(days=3)}


def test_only_what_was_changed_of_the_repetition_is_asked_for(ask: Ask, changes: Changes) -> None:
    rule = SeriesRule(1, (3,), THURSDAY, 540, 60, count=8)
    dialog = ask(SeriesChange(), rule)
    assert (dialog.scope, dialog.asked()) == (Scope.FOLLOWING, SeriesChange())
    assert dialog.repetition is not None
    dialog.repetition.weeks.setValue(2)
    dialog.repetition.open_end.click()
    dialog.choose(Scope.ALL)
    assert changes.asked[-1] == (Scope.ALL, SeriesChange(every_weeks=2, end=SeriesEnd()))


def test_what_cannot_be_is_said_and_not_done(ask: Ask) -> None:
    dialog = ask(SeriesChange(), SeriesRule(1, (3,), THURSDAY, 540, 60))
    assert dialog.repetition is not None
    dialog.repetition.weeks.setValue(12)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.trouble.text() == "Det går ikke. Intet er ændret."
