"""Proposes when a new contact is: the citizen's usual time, as long as nobody has said another."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from bostoette.models.contact_fields import ContactFields
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.ui.week.contact_dialog import ContactDialog

Usual = Callable[[ContactFields], TimeSpan | None]


class ProposedTime(QObject):
    """Follows one form; a time that was pointed at, typed or kept in a draft stands."""

    def __init__(self, dialog: ContactDialog, proposed: TimeSpan, usual: Usual) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._first = self._proposed = proposed
        self._usual = usual
        dialog.citizens.changed.connect(self._propose)
        dialog.form.chosen.connect(lambda _form: self._propose())
        self._propose()

    def _propose(self) -> None:
        """Show the usual time of whoever is chosen, or what was proposed at first."""
        when = self._dialog.when
        try:
            shown = when.span()
        except PlanError:
            return  # it is being typed
        fields = self._dialog.filled_in()
        if (shown.day, shown.start) != (self._proposed.day, self._proposed.start):
            return
        found = self._usual(fields) if fields is not None else None
        self._proposed = found or self._first
        when.show_span(TimeSpan(self._proposed.day, self._proposed.start, shown.minutes))
