"""Puts into the panel what goes with contacts of several people, calls and materials."""

from collections.abc import Iterator

from bostoette.services.desk import Desk
from bostoette.ui.main_window import MainWindow
from bostoette.ui.together.board_work import BoardWork
from bostoette.ui.together.group_work import GroupWork
from bostoette.ui.together.inquiry_work import InquiryWork
from bostoette.ui.together.materials_work import MaterialsWork
from bostoette.ui.together.meeting_work import MeetingWork
from bostoette.ui.together.steps_work import StepsWork
from bostoette.ui.together.together_parts import TogetherParts
from bostoette.ui.week.contact_panel import ContactPanel
from bostoette.ui.week.week_page import WeekPage


def attach_together(
    page: WeekPage, panel: ContactPanel, desk: Desk, window: MainWindow
) -> Iterator[None]:
    """Give the panel its parts one by one; each shows itself where a contact has a use for it."""
    parts = TogetherParts(window.theme, panel.together_place)
    GroupWork(page, panel, parts, desk, window.theme)
    yield
    MeetingWork(page, panel, parts, desk, window)
    yield
    StepsWork(panel, TogetherParts(window.theme, panel.steps_place), desk, window)
    yield
    InquiryWork(page, panel, parts, desk, window)
    yield
    sent = TogetherParts(window.theme, panel.material_place)
    MaterialsWork(page, panel, sent, desk, window)
    yield
    BoardWork(page, desk, window)
    yield
