"""Keys for what is done with a week in the review: the one before, approve, and the next one."""

from functools import partial

from PySide6.QtCore import QObject, Qt

from bostoette.ui.page_action import give_action
from bostoette.ui.review.review_page import ReviewPage


class ReviewActions(QObject):
    """Gives the page these actions, each with a name and most with a key."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page
        for words, key, weeks in (
            ("Gennemgang: ugen før", "Alt+Left", -1),
            ("Gennemgang: ugen efter", "Alt+Right", 1),
            ("Gennemgang: den uge, der gennemgås nu", "Ctrl+T", 0),
        ):
            give_action(page, words, partial(page.step, weeks), key)
        give_action(page, "Gennemgang: godkend alle uden bemærkninger", self._approve_all)
        give_action(page, "Gennemgang: udskriv eller gem", page.bar.paper_asked.emit, "Ctrl+P")
        approve = give_action(page, "Gennemgang: godkend ugen", self._approve, "Ctrl+Return")
        approve.setAutoRepeat(False)  # the next week is chosen by then, and nobody has seen it
        give_action(page, "Gennemgang: næste uge, der venter", page.list.go_on, "Ctrl+Down")

    def _approve_all(self) -> None:
        if self._page.bar.approve_all.isVisible():
            self._page.bar.approve_all.click()

    def _approve(self) -> None:
        """Approve the chosen week where it can be; where a reason is asked for, go to it."""
        panel = self._page.panel
        if panel.approve.isVisible() and panel.reason.isVisible() and not panel.reason.text():
            panel.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif panel.approve.isVisible():
            panel.approve.click()
