"""Asks about somebody who turned to us, from wherever in the window the person is (P75, P79)."""

from bostoette.models.inquiry import Caller
from bostoette.models.inquiry_fields import InquiryFields
from bostoette.models.key import Key
from bostoette.services import inquiries, lists, materials
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.together.inquiry_dialog import InquiryDialog, People


def ask_inquiry(window: MainWindow, citizen: Key | None = None, *, hotline: bool = False) -> None:
    """Open the log: of a call on the hotline, or of a relative of a citizen."""
    desk = window.desk
    caller = Caller.CITIZEN if hotline else Caller.RELATIVE

    def store(fields: InquiryFields) -> None:
        desk.do(inquiries.note, fields, by=desk.actor_id, now=window.now())

    InquiryDialog(
        window.theme,
        citizens_to_choose(window),
        desk.read(materials.to_send),
        store,
        window,
        begun=InquiryFields(caller, "", citizen, on_hotline=hotline),
    ).show_fitting()


def citizens_to_choose(window: MainWindow) -> People:
    """Return the citizens whom somebody may turn to us about, named as the person wishes."""
    naming = Naming(window.settings.discreet)
    found = window.desk.read(lists.contact_choices).citizens
    return [(one.id, naming.name_of(one.name, one.initials)) for one in found]
