"""The hotline's calls and the materials in the panel, and the log that asks for them."""

from PySide6.QtWidgets import QApplication

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.inquiry import Caller, Strain
from bostoette.models.inquiry_fields import InquiryFields
from bostoette.models.key import Key
from bostoette.models.material_fields import MaterialFields
from bostoette.models.timespan import TimeSpan
from bostoette.services import citizens, contacts, inquiries, materials, tasks
from bostoette.services.desk import Desk
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.together.ask_inquiry import ask_inquiry
from bostoette.ui.together.become_dialog import BecomeDialog, TieDialog
from bostoette.ui.together.calls_view import CallsView
from bostoette.ui.together.inquiries_dialog import InquiriesDialog
from bostoette.ui.together.inquiry_dialog import InquiryDialog
from bostoette.ui.together.materials_view import MaterialsView
from bostoette.ui.together.materials_work import SendDialog
from bostoette.ui.week.contact_panel_parts import BeforeGroup
from bostoette.ui.week.week_page import WeekPage
from tests.services.remote_hands import plan
from tests.ui.together.conftest import NOW, THURSDAY


def _duty(desk: Desk, page: WeekPage) -> CallsView:
    fields = ContactFields(
        TimeSpan(THURSDAY, 540, 120), ContactForm.HOTLINE, "acute", (desk.actor_id,), ()
    )
    page.grid.choose(desk.do(contacts.create, fields))
    QApplication.processEvents()
    view = page.right.findChild(CallsView)
    assert view is not None
    assert view.isVisible()
    return view


def _window(page: WeekPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def test_a_call_is_noted_on_duty_and_its_caller_becomes_a_citizen(
    desk: Desk, page: WeekPage
) -> None:
    view = _duty(desk, page)
    assert view.count.text().startswith("Ingen opkald")
    before = page.right.findChild(BeforeGroup)
    assert before is not None
    assert before.agreed.isHidden(), "nobody has been asked for the time of a duty"
    view.new.click()
    dialog = _window(page).findChild(InquiryDialog)
    assert dialog is not None
    dialog.caller.choose(Caller.RELATIVE)
    dialog.accept()
    assert dialog.notice.words, "nothing is stored without a topic"
    dialog.topic.setText("Går ikke ud mere")
    dialog.worried.setChecked(True)
    dialog.accept()
    assert view.count.text() == "1 opkald den dag."
    (call,) = desk.read(inquiries.of_day, THURSDAY)
    assert call.worried

    view.rows.become[call.id].click()
    becoming = _window(page).findChild(BecomeDialog)
    assert becoming is not None
    becoming.name.setText("Freja Nord")
    becoming.accept()
    (call,) = desk.read(inquiries.of_day, THURSDAY)
    assert call.citizen is not None
    assert view.rows.become == {}
    texts = [one.text for one in desk.read(tasks.tasks_of, desk.actor_id)]
    assert any("første møde" in text for text in texts)
    assert desk.read(citizens.details, call.citizen.id).fields.name == "Freja Nord"


def _asks(page: WeekPage, words: str) -> None:
    next(one for one in _window(page).actions() if one.text() == words).trigger()
    QApplication.processEvents()


def test_a_call_outside_the_hotline_is_found_again_and_becomes_a_citizen(
    desk: Desk, page: WeekPage
) -> None:
    _asks(page, "Notér henvendelse …")
    noting = _window(page).findChild(InquiryDialog)
    assert noting is not None
    noting.caller.choose(Caller.UNKNOWN)
    noting.topic.setText("Spørger om bostøtte")
    noting.accept()

    _asks(page, "Henvendelser …")
    listed = _window(page).findChild(InquiriesDialog)
    assert listed is not None
    assert "Spørger om bostøtte" in listed.rows.said
    assert listed.count.text().endswith("1 handler ikke om en borger endnu.")
    (call,) = desk.read(inquiries.latest)
    listed.rows.become[call.id].click()
    becoming = _window(page).findChild(BecomeDialog)
    assert becoming is not None
    becoming.name.setText("Freja Nord")
    becoming.accept()
    assert "om Freja Nord" in listed.rows.said
    assert listed.rows.become == {}


def test_a_call_is_tied_to_a_citizen_whom_we_know(
    desk: Desk, page: WeekPage, citizen_id: Key
) -> None:
    fields = InquiryFields(Caller.RELATIVE, "Går ikke ud mere", worried=True)
    call = desk.do(inquiries.note, fields, by=desk.actor_id, now=NOW)
    _asks(page, "Henvendelser …")
    listed = _window(page).findChild(InquiriesDialog)
    assert listed is not None
    listed.rows.tie[call].click()
    tying = _window(page).findChild(TieDialog)
    assert tying is not None
    tying.accept()
    assert tying.notice.words, "nobody is chosen yet"
    tying.citizen.choose(citizen_id)
    tying.accept()
    (about,) = desk.read(inquiries.of_citizen, citizen_id)
    assert about.id == call
    assert "pårørende til" in listed.rows.said
    (task,) = desk.read(tasks.tasks_of, desk.actor_id)
    assert "A.M." in task.text
    listed.accept()
    QApplication.processEvents()
    desk.undo()
    assert desk.read(inquiries.of_citizen, citizen_id) == ()


def test_the_log_of_a_relative_asks_for_strain_and_proposes_relief_where_it_is_high(
    desk: Desk, page: WeekPage, citizen_id: Key
) -> None:
    ask_inquiry(_window(page), citizen_id)
    dialog = _window(page).findChild(InquiryDialog)
    assert dialog is not None
    assert not dialog.relief.isVisible()
    dialog.strain.choose(Strain.HIGH)
    assert dialog.relief.isVisible()
    assert dialog.relief.isChecked()
    dialog.caller.choose(Caller.UNKNOWN)
    assert not dialog.strain.isVisible()
    assert not dialog.citizen.isVisible()
    assert dialog.fields().strain is None


def test_materials_are_noted_as_sent_with_a_contact_and_taken_back(
    desk: Desk, page: WeekPage, citizen_id: Key
) -> None:
    sheet = desk.do(materials.add, MaterialFields("Øvelser for hånden", language="dansk"))
    visit = plan(desk, citizen_id, ContactForm.PHYSICAL, THURSDAY)
    page.grid.choose(visit)
    QApplication.processEvents()
    view = page.right.findChild(MaterialsView)
    assert view is not None
    view.send.click()
    dialog = _window(page).findChild(SendDialog)
    assert dialog is not None
    dialog.list.tick(sheet)
    dialog.accept()
    (sent,) = desk.read(materials.sent_with_contact, visit)
    assert sent.day == NOW.date()
    view.take_back[sent.id].click()
    assert desk.read(materials.sent_with_contact, visit) == ()


def test_what_a_call_says_is_hidden_in_discretion(desk: Desk, page: WeekPage) -> None:
    fields = InquiryFields(Caller.UNKNOWN, "Min søn Karl", who="Anna", on_hotline=True)
    desk.do(inquiries.note, fields, by=desk.actor_id, now=NOW)
    view = _duty(desk, page)
    (call,) = desk.read(inquiries.of_day, THURSDAY)
    view.show_calls([call], Naming(discreet=True))
    words = " ".join(one.text() for one in view.findChildren(type(view.count)))
    assert "Karl" not in words
    assert "Anna" not in words
