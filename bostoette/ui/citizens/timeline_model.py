"""A citizen's contacts as a list: those to come first, then the past, a page at a time."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bostoette.models.attendance import Attendance
from bostoette.models.citizen_contact import CitizenContact, Exchanged
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.key import Key
from bostoette.models.wording import clock, duration, listed, long_day, short_day
from bostoette.ui.naming import Naming

AnyIndex = QModelIndex | QPersistentModelIndex
Complete = Callable[[Sequence[CitizenContact]], tuple[CitizenContact, ...]]
"""Adds to contacts what is told of them in full."""
_ROOT = QModelIndex()
PAGE = 16
"""How many contacts are laid out at a time; more come while scrolling."""
FEW = 4
"""How many to come are shown at first, so that a long series does not hide the past."""


class TimelineRole(IntEnum):
    """What a row knows beside its texts."""

    CONTACT = Qt.ItemDataRole.UserRole + 1
    STATUS = Qt.ItemDataRole.UserRole + 2
    THIRD = Qt.ItemDataRole.UserRole + 3
    SECTION = Qt.ItemDataRole.UserRole + 4


class TimelineModel(QAbstractListModel):
    """Adapts one tuple of contacts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._contacts: list[CitizenContact] = []
        self._complete: Complete = tuple
        self.naming = Naming()
        """In discretion what was typed is not told, since it may name people."""
        self._known: tuple[CitizenContact, ...] = ()
        self._coming = 0
        self._hidden = 0
        self._all_coming = False
        self._fetched = 0
        self._today = date.min

    @property
    def contacts(self) -> tuple[CitizenContact, ...]:
        """All contacts in the order they are shown; in full as far as they are fetched."""
        return tuple(self._contacts)

    @property
    def hidden(self) -> int:
        """How many to come are not shown."""
        return self._hidden

    def show_all_coming(self, shown: bool) -> None:  # noqa: FBT001 - meant for toggled(bool)
        """Show all that are to come, or only the next few."""
        self._all_coming = shown
        self.replace(self._known, self._today)

    def complete_with(self, complete: Complete) -> None:
        """Ask this for what is told of contacts in full, as they come into sight."""
        self._complete = complete

    def replace(self, contacts: Iterable[CitizenContact], today: date) -> None:
        """Show other contacts, given in order of time."""
        self.beginResetModel()
        self._known = tuple(contacts)
        coming = list[CitizenContact]()
        past = list[CitizenContact]()
        for one in self._known:
            (coming if is_coming(one, today) else past).append(one)
        shown = coming if self._all_coming else coming[:FEW]
        self._hidden = len(coming) - len(shown)
        self._contacts = [*shown, *reversed(past)]
        self._coming = len(shown)
        self._today = today
        self._fetched = 0
        self._take_in(min(PAGE, len(self._contacts)))
        self.endResetModel()

    def index_of(self, key: Key) -> QModelIndex:
        """Return the index of a contact, fetching as far as it stands; else an invalid one."""
        row = next((row for row, one in enumerate(self._contacts) if one.id == key), None)
        if row is None:
            return QModelIndex()
        while row >= self._fetched:
            self.fetchMore(_ROOT)
        return self.index(row)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the contacts fetched so far."""
        return 0 if parent.isValid() else self._fetched

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Tell whether there are more."""
        return not parent.isValid() and self._fetched < len(self._contacts)

    def fetchMore(self, _parent: AnyIndex) -> None:
        """Take in another page."""
        last = min(self._fetched + PAGE, len(self._contacts))
        if last > self._fetched:
            self.beginInsertRows(_ROOT, self._fetched, last - 1)
            self._take_in(last)
            self.endInsertRows()

    def _take_in(self, last: int) -> None:
        fresh = slice(self._fetched, last)
        told = self._complete(self._contacts[fresh])
        self._contacts[fresh] = [_discreet(one, self.naming) for one in told]
        self._fetched = last

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer with a contact's texts or the contact."""
        if not index.isValid() or index.row() >= self._fetched:
            return None
        contact = self._contacts[index.row()]
        if role == TimelineRole.STATUS:
            return status_words(contact, self._today)
        if role == TimelineRole.SECTION:
            return self._section(index.row())
        tell = _TOLD.get(role)
        return tell(contact) if tell else None

    def _section(self, row: int) -> str:
        """Return the heading above a row; empty where none begins."""
        if row == 0 and self._coming:
            every = self._coming + self._hidden
            return f"Kommende: de næste {self._coming} af {every}" if self._hidden else "Kommende"
        return "Tidligere" if row == self._coming else ""


def _discreet(contact: CitizenContact, naming: Naming) -> CitizenContact:
    if not naming.discreet:
        return contact
    agenda = tuple(naming.hidden(point) for point in contact.agenda[:1])
    return contact._replace(
        reason=naming.hidden(contact.reason),
        agenda=agenda,
        note=naming.hidden(contact.note),
        note_answers="",
    )


def is_coming(contact: CitizenContact, today: date) -> bool:
    """Tell whether a contact belongs to those to come: planned today counts."""
    if contact.day == today:
        return contact.status is ContactStatus.PLANNED
    return contact.day > today


def when_words(contact: CitizenContact) -> str:
    """Say when: ``Tor. 26. nov. 09.00``."""
    return f"{short_day(contact.day).capitalize()} {clock(contact.start)}"


def status_words(contact: CitizenContact, today: date) -> str:
    """Say where it stands; a planned one whose day is gone asks what became of it."""
    if contact.status is ContactStatus.PLANNED and contact.day < today:
        return "Planlagt – hvordan gik det?"
    if contact.stayed_away:
        return "Kom ikke"
    if contact.unplanned and contact.status is ContactStatus.HELD:
        return "Afholdt, ikke planlagt"
    return contact.status.danish.capitalize()


def second_line(contact: CitizenContact) -> str:
    """Say form, purpose, length and who: ``Hjemmebesøg · Støttesamtale · 60 min · M.J.``."""
    parts = [_form_name(contact.form), _what(contact)]
    held = contact.status is ContactStatus.HELD
    parts.append(duration(contact.held_minutes if held else contact.minutes))
    parts.append(listed(list(contact.initials)))
    if contact.others:
        parts.append(f"sammen med {contact.others} {'anden' if contact.others == 1 else 'andre'}")
    return " · ".join(part for part in parts if part)


def third_line(contact: CitizenContact) -> str:
    """Say what it was exchanged with, why it did not take place, and its note or agenda."""
    parts = []
    if contact.came_from:
        parts.append(f"Omlagt fra {_exchanged(contact.came_from)}")
    if contact.became:
        parts.append(f"Omlagt til {_exchanged(contact.became)}")
    if contact.reason:
        parts.append(contact.reason)
    if contact.note:
        return " · ".join([*parts, contact.note])
    if contact.agenda:
        parts.append(f"Dagsorden: {', '.join(contact.agenda)}")
    return " · ".join(parts)


def spoken(contact: CitizenContact) -> str:
    """Say all of it, for who hears it."""
    parts = [
        _form_name(contact.form),
        f"{long_day(contact.day)} klokken {clock(contact.start)}",
        "kom ikke" if contact.stayed_away else contact.status.danish,
        _what(contact),
        duration(contact.minutes),
        listed(list(contact.initials)),
        third_line(contact),
        contact.note_answers,
    ]
    return ", ".join(part for part in parts if part)


def _what(contact: CitizenContact) -> str:
    """Say what it was for; a delivery, a webinar or a meeting by its own word."""
    if contact.variant is ContactVariant.ORDINARY:
        return contact.purpose
    words = contact.variant.danish
    if contact.variant is ContactVariant.DELIVERY and contact.status is ContactStatus.HELD:
        seen = contact.attendance is Attendance.CAME
        return f"{words}, {'set og talt med' if seen else 'ikke set'}"
    return words


def _form_name(form: ContactForm) -> str:
    name = form.full_name
    return name[0].upper() + name[1:]


def _exchanged(other: Exchanged) -> str:
    return f"{other.form.full_name} {short_day(other.day)} {clock(other.start)}"


_TOLD: dict[int, Callable[[CitizenContact], object]] = {
    Qt.ItemDataRole.DisplayRole: when_words,
    Qt.ItemDataRole.ToolTipRole: lambda _: "Åbn kontakten (Enter)",
    Qt.ItemDataRole.AccessibleTextRole: spoken,
    TimelineRole.THIRD: third_line,
    TimelineRole.CONTACT: lambda contact: contact,
}
