import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.ui.week.week_card import WeekCard
from bostoette.ui.week.week_model import WeekModel, WeekRole
from tests.ui.week.weeks import CALL, MEETING, SHEET, VIDEO, VISIT, card, span

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(qtmodeltester: ModelTester) -> WeekModel:
    model = WeekModel()
    model.replace(SHEET.cards)
    qtmodeltester.check(model)
    return model


def spoken(*cards: WeekCard) -> list[str]:
    model = WeekModel()
    model.replace(cards)
    return [str(model.index(row).data(SPOKEN)) for row in range(len(cards))]


def test_cards_are_read_in_the_order_of_the_week(model: WeekModel) -> None:
    titles = [each.title for each in model.cards]
    assert titles == ["A.M.", "Teammøde", "C.S.", "D.N.", "G.H.", "B.K."]


def test_a_card_is_read_aloud_whole() -> None:
    assert spoken(VISIT) == [
        "Fysisk besøg, A.M., mandag 23. november 2026, fra 09.00 til 10.00, praktisk hjælp"
    ]


def test_a_name_is_read_aloud_where_the_card_shows_initials() -> None:
    assert spoken(VIDEO)[0].startswith("Videosamtale, Clara Sand, tirsdag 24. november 2026")


def test_what_became_of_it_series_and_warning_are_read_aloud() -> None:
    missed = card(
        "A.M.",
        span(0, "9.00", 60),
        ContactForm.SMS_CHAT,
        status=ContactStatus.NO_SHOW,
        series=True,
        warning="Kort pause",
        worker="M.J.",
    )
    (text,) = spoken(missed)
    assert text.startswith("SMS eller chat, A.M., mandag 23. november 2026")
    assert text.endswith("fra 09.00 til 10.00, M.J., udeblevet, i serie, Kort pause")


def test_a_clash_is_read_aloud_on_both() -> None:
    first, second = spoken(VISIT, card("B.K.", span(0, "9.30", 60), ContactForm.PHONE))
    assert "samtidig med B.K. 09.30–10.30" in first
    assert "samtidig med A.M. 09.00–10.00" in second


def test_cancelled_contacts_and_colleagues_clash_with_nobody() -> None:
    cancelled = card("B.K.", span(0, "9.30", 60), status=ContactStatus.CANCELLED_BY_CITIZEN)
    colleague = card("C.S.", span(0, "9.30", 60), worker="K.L.")
    assert not any("samtidig" in text for text in spoken(VISIT, cancelled, colleague))


def test_a_card_is_found_by_its_key(model: WeekModel) -> None:
    index = model.index_of(CALL.key)
    assert index.data(WeekRole.CARD) == CALL
    assert index.data(WeekRole.KEY) == CALL.key
    assert not model.index_of(b"none").isValid()
    assert not model.index_of(None).isValid()


def test_rows_that_stay_are_changed_in_place(model: WeekModel, qtbot: QtBot) -> None:
    longer = tuple(
        card("A.M.", each.span, each.form, detail="nyt") if each is VISIT else each
        for each in SHEET.cards
    )
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.replace(longer)
    with qtbot.waitSignal(model.modelReset):
        model.replace((MEETING,))


def test_an_unknown_index_says_nothing(model: WeekModel) -> None:
    assert model.data(QModelIndex()) is None
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None
