"""What happens around a bridge after no-shows: asked about, advised on, planned (P43)."""

from datetime import date, datetime

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.planning.danish_days import day_name
from bostoette.services import form_choice, no_shows
from bostoette.services.desk import Desk
from bostoette.services.form_choice import PlacedForm
from bostoette.ui.theme import Theme
from bostoette.ui.week.bridge_dialog import BridgeDialog
from bostoette.ui.week.form_asking import FormAsking
from bostoette.ui.week.week_changes import follow
from bostoette.ui.week.week_page import WeekPage

_NO_FORM = (
    "Hverken video, telefon eller gåtur kan tilbydes borgeren. Intet er ændret; planlæg et besøg, "
    "eller se ønsker og udstyr efter på borgerens profil."
)


def ask_for_bridge(page: WeekPage, desk: Desk, theme: Theme, citizen: Key, now: datetime) -> None:
    """Ask for a short contact with a citizen and a day to meet again, and plan it.

    Raises PlanError where nothing at a distance and no walk can be offered.
    """
    offer = desk.read(no_shows.proposal, citizen, page.planner, now=now, day_off=_is_day_off)
    if not offer.forms:
        raise PlanError(_NO_FORM)
    planned: list[tuple[Key, TimeSpan]] = []
    asking = FormAsking(theme, page, leave="Annullér")

    def store(form: ContactForm, span: TimeSpan, back_on: date) -> bool:
        placed = PlacedForm(citizen, form, span, page.planner)
        answer = asking.answer(
            lambda codes: desk.read(form_choice.question_about_placed, placed, codes)
        )
        if answer is None:
            return False
        bridge = desk.do(
            no_shows.build_bridge,
            placed,
            back_on=back_on,
            reason=answer.reason,
            codes=answer.codes,
        )
        planned.append((bridge, span))
        return True

    dialog = BridgeDialog(theme, offer, now.date(), store, page)
    dialog.exec()
    dialog.deleteLater()
    for key, span in planned:
        page.grid.choose(key)
        follow(page, key, span)


def _is_day_off(day: date) -> bool:
    return day_name(day) is not None
