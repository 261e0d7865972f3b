"""What happens around a bridge after no-shows: asked about, advised on, planned (P43, N30)."""

from datetime import date

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.services import form_choice, no_shows
from bostoette.services.desk import Desk
from bostoette.services.form_choice import PlacedForm
from bostoette.ui.theme import Theme
from bostoette.ui.week.bridge_dialog import BridgeDialog
from bostoette.ui.week.form_asking import FormAsking
from bostoette.ui.week.week_page import WeekPage


def ask_for_bridge(page: WeekPage, desk: Desk, theme: Theme, citizen: Key, today: date) -> None:
    """Ask for a short contact with a citizen and a day to meet again, and plan it."""
    planned: list[Key] = []
    asking = FormAsking(theme, page)

    def store(form: ContactForm, span: TimeSpan, back_on: date) -> bool:
        placed = PlacedForm(citizen, form, span, page.planner)
        answer = asking.answer(
            lambda codes: desk.read(form_choice.question_about_placed, placed, codes)
        )
        if answer is None:
            return False
        planned.append(
            desk.do(
                no_shows.build_bridge,
                placed,
                back_on=back_on,
                reason=answer.reason,
                codes=answer.codes,
            )
        )
        return True

    dialog = BridgeDialog(theme, desk.read(no_shows.proposal, citizen, today), today, store, page)
    dialog.exec()
    dialog.deleteLater()
    for key in planned:
        page.grid.choose(key)
