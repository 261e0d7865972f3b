"""Which of a citizen's contacts are shown: by form, status, who held them, and goal."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from bostoette.models.citizen_contact import CitizenContact
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.timeline_facts import TimelineChoice, TimelineFacts
from bostoette.ui.naming import Naming

_NAMED = 2
One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class ShownContacts:
    """What is chosen; nothing chosen of a kind shows all of it."""

    forms: frozenset[ContactForm] = frozenset()
    statuses: frozenset[ContactStatus] = frozenset()
    workers: frozenset[TimelineChoice] = frozenset()
    goals: frozenset[TimelineChoice] = frozenset()

    def among(self, contacts: Sequence[CitizenContact]) -> Sequence[CitizenContact]:
        """Return those that are shown."""
        if self == _EVERY_ONE:
            return contacts
        return [one for one in contacts if self.fits(one)]

    def fits(self, contact: CitizenContact) -> bool:
        """Tell whether a contact is shown."""
        return (
            (not self.forms or contact.form in self.forms)
            and (not self.statuses or contact.status in self.statuses)
            and all(
                not chosen or any(contact.id in one.contacts for one in chosen)
                for chosen in (self.workers, self.goals)
            )
        )


_EVERY_ONE = ShownContacts()


class TimelineFilter(QPushButton):
    """Says what is shown, and lets it be chosen; people and goals are asked for as it opens."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.naming = Naming()
        self.value = ShownContacts()
        self._there: tuple[CitizenContact, ...] = ()
        self._ask: Callable[[], TimelineFacts] = TimelineFacts
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self._say()

    def offer(
        self, contacts: Iterable[CitizenContact], facts: Callable[[], TimelineFacts] | None
    ) -> None:
        """Offer what these contacts can be chosen by; what was chosen of others is let go of."""
        self._there = tuple(contacts)
        if facts is not None:
            self._ask = facts
        here = {one.id for one in self._there}
        kept = {
            kind: frozenset(one for one in getattr(self.value, kind) if one.contacts & here)
            for kind in ("workers", "goals")
        }
        self.value = replace(self.value, **kept)
        self._say()

    def choose(self, value: ShownContacts) -> None:
        """Choose."""
        self.value = value
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        now = self.value
        forms = [one.short_name for one in ContactForm if one in now.forms]
        statuses = [one.danish for one in ContactStatus if one in now.statuses]
        parts = [
            _few(forms, "former"),
            _few(statuses, "statusser"),
            _few(sorted(one.words for one in now.workers), "medarbejdere"),
            f"{len(now.goals)} delmål" if now.goals else "",
        ]
        said = " · ".join(part for part in parts if part) or "Filtrér"
        self.setText(said)
        self.setAccessibleName(f"Vis kontakter: {said}")

    def _fill(self) -> None:
        now, facts = self.value, self._ask()
        self._menu.clear()
        everything = self._menu.addAction("Vis alle")
        everything.triggered.connect(partial(self._turn, ShownContacts()))
        forms = {one.form for one in self._there} | now.forms
        self._section("Form", [one for one in ContactForm if one in forms], "forms", _form_words)
        statuses = {one.status for one in self._there} | now.statuses
        self._section(
            "Status", [one for one in ContactStatus if one in statuses], "statuses", _status_words
        )
        self._section("Medarbejder", facts.workers, "workers", self._named)
        self._section("Delmål", facts.goals, "goals", self._named)

    def _section(
        self, title: str, offered: Iterable[One], kind: str, words: Callable[[One], str]
    ) -> None:
        chosen = getattr(self.value, kind)
        found = list(offered)
        if found:
            self._menu.addSection(title)
        for one in found:
            action = QAction(words(one), self._menu)
            action.setCheckable(True)
            action.setChecked(one in chosen)
            turned = replace(self.value, **{kind: chosen ^ {one}})
            action.triggered.connect(partial(self._turn, turned))
            self._menu.addAction(action)

    def _turn(self, value: ShownContacts, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's value
        self.choose(value)

    def _named(self, one: TimelineChoice) -> str:
        return one.discreet_words if self.naming.discreet else one.words


def _form_words(form: ContactForm) -> str:
    return form.full_name.capitalize()


def _status_words(status: ContactStatus) -> str:
    return status.danish.capitalize()


def _few(words: list[str], many: str) -> str:
    """Name one or two things, or say how many."""
    if len(words) > _NAMED:
        return f"{len(words)} {many}"
    return ", ".join(words)
