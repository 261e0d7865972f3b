"""What happens around template weeks (skabelonuger): saved, laid, renamed, thinned out, deleted."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.listed_template import ListedTemplate
from bostoette.models.plan_error import PlanError
from bostoette.planning.copying import CopyLine
from bostoette.planning.week_templates import LayWish, TemplatePart
from bostoette.services import template_laying, week, week_templates
from bostoette.services.desk import Desk
from bostoette.services.week_templates import SavingWish
from bostoette.ui.naming import Naming
from bostoette.ui.page_action import give_action
from bostoette.ui.settings.list_dialogs import TitleDialog
from bostoette.ui.telling import show_plan_error
from bostoette.ui.theme import Theme
from bostoette.ui.week.lay_template_dialog import LayTemplateDialog
from bostoette.ui.week.save_template_dialog import SaveTemplateDialog
from bostoette.ui.week.templates_dialog import TemplatesDialog
from bostoette.ui.week.week_page import WeekPage


class TemplateWork(QObject):
    """Opens the templates from the week, and does what is asked of them."""

    def __init__(
        self,
        page: WeekPage,
        desk: Desk,
        theme: Theme,
        now: Callable[[], datetime],
        naming: Callable[[], Naming],
    ) -> None:
        super().__init__(page)
        self._page, self._desk, self._theme = page, desk, theme
        self._now, self._naming = now, naming
        page.bar.more.addAction(give_action(page, "Skabelonuger …", self.show, "Ctrl+Shift+K"))

    def show(self) -> None:
        """Show the templates, and stay until they are closed or one is laid."""
        dialog = TemplatesDialog(self._read_parts, self._naming(), self._page)
        dialog.show_templates(self._desk.read(week_templates.listed))
        dialog.save_asked.connect(partial(self._save, dialog))
        dialog.lay_asked.connect(partial(self._lay, dialog))
        dialog.rename_asked.connect(partial(self._rename, dialog))
        dialog.delete_asked.connect(partial(self._delete, dialog))
        dialog.drop_asked.connect(partial(self._drop, dialog))
        dialog.exec()
        dialog.deleteLater()

    def _save(self, dialog: TemplatesDialog) -> None:
        asking = SaveTemplateDialog(
            self._page.week,
            self._desk.read(week.active_workers),
            self._page.planner,
            dialog,
            look=self._look_at_weeks,
            naming=self._naming(),
        )
        if asking.exec() == QDialog.DialogCode.Accepted:

            def save() -> None:
                key = self._desk.do(
                    week_templates.save, asking.wish(), asking.chosen(), asking.name.text()
                )
                self._show_anew(dialog, key)

            self._attempt(dialog, save)
        asking.deleteLater()

    def _lay(self, dialog: TemplatesDialog, template: ListedTemplate) -> None:
        asking = LayTemplateDialog(
            template,
            self._first_week(),
            self._desk.read(week.active_workers),
            dialog,
            look=self._look_at_laying,
            naming=self._naming(),
        )
        if asking.exec() == QDialog.DialogCode.Accepted:
            self._attempt(dialog, partial(self._do_lay, dialog, asking))
        asking.deleteLater()

    def _do_lay(self, dialog: TemplatesDialog, asking: LayTemplateDialog) -> None:
        """Lay it, and show the first week that it was laid in, of whom it was laid for."""
        wish = asking.wish()
        self._desk.do(template_laying.lay, wish, asking.chosen(), self._now().date())
        dialog.accept()
        if wish.worker_id not in self._page.workers:
            self._page.whose.show_worker(wish.worker_id)
        self._page.show_week(IsoWeek.of(wish.first))

    def _rename(self, dialog: TemplatesDialog, template: ListedTemplate) -> None:
        def store(name: str) -> None:
            self._desk.do(week_templates.rename, template.id, template.version, name)
            self._show_anew(dialog)

        TitleDialog(self._theme, "Omdøb skabelonuge", template.name, store, dialog).show_fitting()

    def _delete(self, dialog: TemplatesDialog, template: ListedTemplate) -> None:
        """Delete it at once: *Fortryd* brings it back, and what was laid stays."""

        def delete() -> None:
            self._desk.do(week_templates.delete, template.id, template.version)
            self._show_anew(dialog)

        self._attempt(dialog, delete)

    def _drop(
        self, dialog: TemplatesDialog, template: ListedTemplate, parts: Sequence[Key]
    ) -> None:
        def drop() -> None:
            self._desk.do(week_templates.drop, template.id, parts)
            self._show_anew(dialog)

        self._attempt(dialog, drop)

    def _attempt(self, dialog: TemplatesDialog, do: Callable[[], None]) -> None:
        try:
            do()
        except PlanError as error:
            show_plan_error(dialog, error)

    def _show_anew(self, dialog: TemplatesDialog, chosen: Key | None = None) -> None:
        dialog.show_templates(self._desk.read(week_templates.listed), chosen)

    def _first_week(self) -> IsoWeek:
        """Return the week that is shown where it lies ahead, else the next."""
        here = IsoWeek.of(self._now().date())
        return self._page.week if self._page.week > here else here.plus(1)

    def _read_parts(self, template_id: Key) -> Sequence[TemplatePart]:
        return self._desk.read(week_templates.parts_of, template_id)

    def _look_at_weeks(self, wish: SavingWish) -> tuple[CopyLine, ...]:
        return self._desk.read(week_templates.preview_saving, wish)

    def _look_at_laying(self, wish: LayWish) -> tuple[CopyLine, ...]:
        return self._desk.read(template_laying.preview, wish, self._now().date())
