"""The form of one citizen: who she is, where she is found, who supports her."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from bostoette.models.citizen_fields import CitizenFields, WorkerName
from bostoette.models.coordinates import Coordinates
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.planning.citizen_code import initials_of
from bostoette.ui.choice_box import ChoiceBox
from bostoette.ui.form_dialog import FormDialog
from bostoette.ui.form_rows import FormRows
from bostoette.ui.theme import Theme


class CitizenDialog(FormDialog):
    """Asks for a citizen and gives what was filled in to ``save``."""

    def __init__(
        self,
        theme: Theme,
        workers: tuple[WorkerName, ...],
        save: Callable[[CitizenFields], object],
        known: CitizenFields | None = None,
        parent: QWidget | None = None,
        *,
        begun: CitizenFields | None = None,
    ) -> None:
        super().__init__(theme, "Ret borger" if known else "Ny borger", (560, 620), parent)
        self._known = known or begun or CitizenFields(name="")
        form = QWidget(self)
        self.name = _line("Navn", form)
        self.initials = _line("Initialer", form, "Laves af navnet")
        self.phone = _line("Telefon", form)
        self.emergency = _line("Nødkontakt", form, "Fx en pårørende, med nummer")
        self.language = _line("Sprog", form, "Dansk")
        self.address = _line("Adresse", form)
        self.postal_code = _line("Postnummer", form)
        self.town = _line("By", form)
        self.meeting_point = _line("Andet mødested", form, "Fx ved biblioteket")
        self.place = _line("Koordinater", form, "56,15 10,20 – kan stå tom")
        self.primary = ChoiceBox[Key | None](
            "Primær medarbejder", _offered(workers, self._known.primary_worker_id), form
        )
        self.secondary = ChoiceBox[Key | None](
            "Sekundær medarbejder", _offered(workers, self._known.secondary_worker_id), form
        )
        given = self._known.initials
        self._initials_by_hand = bool(given) and given != initials_of(self._known.name)
        self._lay_out(form)
        self.hold(form, lambda: self._give(save))
        self._fill()
        self.begin()
        self.name.textEdited.connect(self._propose_initials)
        self.initials.textEdited.connect(self._keep_initials)
        self.name.setFocus()

    def fields(self) -> CitizenFields:
        """Return what is filled in; raises PlanError where it cannot be read."""
        place = _coordinates(self.place.text())
        return replace(
            self._known,
            name=self.name.text().strip(),
            initials=self.initials.text().strip(),
            phone=self.phone.text().strip(),
            emergency_contact=self.emergency.text().strip(),
            language=""
            if self.language.text().strip().casefold() == "dansk"
            else self.language.text().strip(),
            address=self.address.text().strip(),
            postal_code=self.postal_code.text().strip(),
            town=self.town.text().strip(),
            meeting_point=self.meeting_point.text().strip(),
            latitude=place.latitude if place else None,
            longitude=place.longitude if place else None,
            primary_worker_id=self.primary.value,
            secondary_worker_id=self.secondary.value,
        )

    def _give(self, save: Callable[[CitizenFields], object]) -> None:
        fields = self.fields()
        fields.check()
        save(fields)

    def _lay_out(self, form: QWidget) -> None:
        rows = FormRows(self.theme, form)
        rows.row(("Navn", self.name))
        rows.row(("Initialer", self.initials), ("Telefon", self.phone))
        rows.row(("Nødkontakt", self.emergency))
        rows.row(("Adresse", self.address))
        rows.row(("Postnummer", self.postal_code), ("By", self.town))
        rows.row(("Andet mødested", self.meeting_point))
        rows.row(
            ("Primær medarbejder", self.primary.box), ("Sekundær medarbejder", self.secondary.box)
        )
        rows.row(("Sprog", self.language), ("Koordinater", self.place))
        rows.addStretch(1)

    def _fill(self) -> None:
        known = self._known
        self.name.setText(known.name)
        self.initials.setText(known.initials)
        self.phone.setText(known.phone)
        self.emergency.setText(known.emergency_contact)
        self.language.setText(known.language)
        self.address.setText(known.address)
        self.postal_code.setText(known.postal_code)
        self.town.setText(known.town)
        self.meeting_point.setText(known.meeting_point)
        if known.latitude is not None and known.longitude is not None:
            self.place.setText(f"{known.latitude} {known.longitude}".replace(".", ","))
        self.primary.choose(known.primary_worker_id)
        self.secondary.choose(known.secondary_worker_id)

    def _propose_initials(self, name: str) -> None:
        if not self._initials_by_hand:
            self.initials.setText(initials_of(name) if name.strip() else "")

    def _keep_initials(self, typed: str) -> None:
        self._initials_by_hand = bool(typed.strip())


def _line(name: str, parent: QWidget, hint: str = "") -> QLineEdit:
    field = QLineEdit(parent)
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    return field


def _offered(workers: tuple[WorkerName, ...], chosen: Key | None) -> list[tuple[Key | None, str]]:
    """List who can be chosen; somebody who has stopped only where she is chosen already."""
    listed: list[tuple[Key | None, str]] = [(None, "Ingen")]
    for one in workers:
        if one.active:
            listed.append((one.id, f"{one.initials} · {one.name}"))
        elif one.id == chosen:
            listed.append((one.id, f"{one.initials} · {one.name} (stoppet)"))
    return listed


def _coordinates(text: str) -> Coordinates | None:
    """Read ``56,15 10,20``; raises PlanError where it is no point on the map."""
    parts = text.replace(";", " ").replace(", ", " ").split()
    if not parts:
        return None
    try:
        latitude, longitude = (float(part.replace(",", ".")) for part in parts)
    except ValueError:
        raise PlanError(
            "Koordinaterne kan ikke læses. Intet er gemt endnu, og det skrevne står der stadig. "
            "Skriv breddegrad og længdegrad, fx 56,15 10,20, eller lad feltet stå tomt."
        ) from None
    return Coordinates(latitude, longitude)
