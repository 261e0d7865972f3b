"""What tests of Rammer share: the settings' begun file, and the page in its window."""

import pytest

from bostoette.ui.conditions.conditions_page import ConditionsPage
from bostoette.ui.main_window import MainWindow
from tests.ui.settings.conftest import colleague, opened, unlocked_once, window

__all__ = ["colleague", "opened", "unlocked_once", "window"]


@pytest.fixture
def page(window: MainWindow) -> ConditionsPage:
    window.show_page("conditions")
    page = window.page("conditions")
    assert isinstance(page, ConditionsPage)
    return page
