"""The dialogs about a team: a worker, her last day at work, an absence."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.wording import listed, short_day, when
from bostoette.models.worker_fields import (
    AbsenceFields,
    NamedCitizen,
    PlannedContact,
    WorkerFields,
    WorkerStop,
)
from bostoette.models.worker_kinds import AbsenceKind
from bostoette.planning.danish_date import parse_day
from bostoette.ui.field_dialog import FieldDialog
from bostoette.ui.form_parts import Choice, labelled, line, side_by_side
from bostoette.ui.naming import Naming
from bostoette.ui.settings.worker_form import WorkerForm
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_MOST_LISTED = 6


class WorkerDialog(FieldDialog):
    """Asks for a worker, or shows one to be changed."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        title: str,
        fields: WorkerFields,
        today: date,
        store: Callable[[WorkerFields], object],
    ) -> None:
        super().__init__(theme, title, "", "Gem", parent)
        self._store = store
        self.form = WorkerForm(theme, fields, today, with_role=True)
        self.column.addWidget(self.form)

    def submit(self) -> None:
        """Store the worker, or say beside the fields what is wrong."""
        faulty, values = self.form.faulty_field(), self.form.values()
        if faulty is not None or values is None:
            self.focus_on(faulty or self.form.name)
            return
        self._store(values)
        self.finish()


class StopDialog(FieldDialog):
    """Shows what waits for somebody else before a worker stops."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        whom: str,
        waits: WorkerStop,
        naming: Naming,
        store: Callable[[], object],
    ) -> None:
        lead = (
            f"{whom} kan ikke længere vælges, når der planlægges. Intet forsvinder: aftaler, "
            "afholdte kontakter og loggen bliver stående."
        )
        super().__init__(theme, f"Stop {whom}", lead, f"Stop {whom}", parent)
        self._store = store
        for words in waiting_in_words(waits, naming):
            self.column.addWidget(Words(words))

    def submit(self) -> None:
        """Let the worker stop."""
        self._store()
        self.finish()


class AbsenceDialog(FieldDialog):
    """Asks for an absence, and shows as it is typed which planned contacts it hits."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        title: str,
        people: Sequence[tuple[Key, str]],
        fields: AbsenceFields,
        today: date,
        hits: Callable[[Key, date, date], Sequence[PlannedContact]],
        store: Callable[[Key, AbsenceFields], object],
    ) -> None:
        super().__init__(theme, title, "", "Gem", parent)
        self._today, self._hits, self._store = today, hits, store
        self.people = Choice(people)
        self.kind = Choice([(kind, kind.danish) for kind in AbsenceKind], fields.kind)
        self.first_day = line(fields.first_day.strftime("%d/%m/%Y"))
        self.last_day = line(fields.last_day.strftime("%d/%m/%Y"))
        self._first_row = labelled(theme, "Første dag", self.first_day, hint="26/11 eller torsdag")
        self._last_row = labelled(theme, "Sidste dag", self.last_day, hint="Den er med.")
        self.preview = quiet("")
        who = labelled(theme, "Hvem", self.people)
        who.setVisible(len(people) > 1)
        self.column.addWidget(who)
        self.column.addWidget(labelled(theme, "Hvorfor", self.kind))
        self.column.addWidget(side_by_side(theme, self._first_row, self._last_row))
        self.column.addWidget(self.preview)
        for field in (self.first_day, self.last_day):
            field.textChanged.connect(self._look)
        self.people.activated.connect(lambda _place: self._look())
        self._look()

    def submit(self) -> None:
        """Store the absence, or say beside the days what cannot be read."""
        faulty: QWidget | None = None
        for row, field in ((self._last_row, self.last_day), (self._first_row, self.first_day)):
            wrong = self._day(field.text()) is None
            if row.say_fault("Skriv dagen som 26/11, 261126 eller torsdag." if wrong else ""):
                faulty = field
        first, last = self._day(self.first_day.text()), self._day(self.last_day.text())
        if faulty is not None or first is None or last is None:
            self.focus_on(faulty or self.first_day)
            return
        self._store(self.people.value, AbsenceFields(first, last, self.kind.value))
        self.finish()

    def _look(self) -> None:
        first, last = self._day(self.first_day.text()), self._day(self.last_day.text())
        if first is None or last is None or last < first:
            self.preview.setText("")
            return
        days = short_day(first) if first == last else f"{short_day(first)} – {short_day(last)}"
        self.preview.setText(f"{days}\n{hits_in_words(self._hits(self.people.value, first, last))}")
        self.grow()

    def _day(self, typed: str) -> date | None:
        try:
            return parse_day(typed, self._today)
        except PlanError:
            return None


def hits_in_words(hit: Sequence[PlannedContact]) -> str:
    """Say which planned contacts lie in an absence."""
    if not hit:
        return "Der ligger ingen planlagte kontakter i dagene."
    many = (
        "Én planlagt kontakt ligger" if len(hit) == 1 else f"{len(hit)} planlagte kontakter ligger"
    )
    return (
        f"{many} i dagene: {_cut([_contact_in_words(one) for one in hit])}. Når fraværet er gemt, "
        "får du dem på en liste med forslag, de mest sårbare først."
    )


def waiting_in_words(waits: WorkerStop, naming: Naming) -> tuple[str, ...]:
    """Say who and what waits for somebody else when a worker stops."""
    if waits.nothing:
        return ("Ingen borgere og ingen planlagte kontakter venter på en anden.",)
    said = []
    for word, citizens in (("Primær", waits.primary), ("Sekundær", waits.secondary)):
        if citizens:
            said.append(f"{word} for {_citizens_in_words(citizens, naming)}.")
    if waits.contacts:
        many = len(waits.contacts)
        count = "Én planlagt kontakt" if many == 1 else f"{many} planlagte kontakter"
        told = _cut([_contact_in_words(one) for one in waits.contacts])
        said.append(f"{count} fra i dag: {told}.")
    return (*said, "Giv dem til en anden bagefter, på borgerens side og i ugen.")


def _citizens_in_words(citizens: Sequence[NamedCitizen], naming: Naming) -> str:
    names = [naming.name_of(one.name, one.initials) for one in citizens]
    many = "én borger" if len(names) == 1 else f"{len(names)} borgere"
    return f"{many}: {_cut(names)}"


def _contact_in_words(contact: PlannedContact) -> str:
    return f"{contact.initials} {when(contact.span)}"


def _cut(words: list[str]) -> str:
    """Join the words, and say how many there are beyond those told."""
    rest = len(words) - _MOST_LISTED
    return listed([*words[:_MOST_LISTED], *([f"{rest} til"] if rest > 0 else [])])
