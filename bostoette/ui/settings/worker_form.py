"""The form about one worker: values in, values out, and each fault beside its field."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bostoette.models.plan_error import PlanError
from bostoette.models.travel_mode import TravelMode
from bostoette.models.typed_coordinates import read_coordinates, say_coordinates
from bostoette.models.worker_fields import WorkerFields
from bostoette.models.worker_kinds import BaseKind, WorkerRole
from bostoette.planning.danish_date import parse_day
from bostoette.ui.entry.hours_fields import HoursFields
from bostoette.ui.form_parts import Choice, labelled, line, side_by_side
from bostoette.ui.labelled import Labelled
from bostoette.ui.theme import Theme

_NO_POINT = "Skriv to tal, først bredde og så længde, for eksempel 56,15 10,20."
_NO_DAY = "Skriv dagen som 18/12, 181226 eller fredag."
_NOWHERE = (1000.0, 1000.0)
"""Stands for a point that cannot be read, so that it is no value."""


class WorkerForm(QWidget):
    """Fields of one worker; ``with_role`` asks for role and a substitute's last day too."""

    def __init__(self, theme: Theme, fields: WorkerFields, today: date, *, with_role: bool) -> None:
        super().__init__()
        self._known = fields
        self._today = today
        self._with_role = with_role
        self.name = line(fields.name)
        self.initials = line(fields.initials)
        self.job_title = line(fields.job_title)
        self.phone = line(fields.phone)
        self.role = Choice([(role, role.danish) for role in WorkerRole], fields.role)
        self.last_day = line(_day_text(fields.valid_to))
        self.hours = HoursFields(theme, fields.hours)
        self.base_kind = Choice([(kind, kind.danish) for kind in BaseKind], fields.base_kind)
        self.base_address = line(fields.base_address)
        self.base_postal_code = line(fields.base_postal_code)
        self.point = line(_point_text(fields))
        self.travel_mode = Choice([(mode, mode.danish) for mode in TravelMode], fields.travel_mode)
        self._rows = self._make_rows(theme)
        self._lay_out(theme)
        self.role.currentIndexChanged.connect(self._show_last_day)
        self._show_last_day()

    def values(self) -> WorkerFields | None:
        """Give what is filled in, right or wrong, or None while something cannot be read."""
        hours, day, point = self.hours.hours(), self._day(), self._point()
        if hours is None or day == date.max or point == _NOWHERE:
            return None
        return replace(
            self._known,
            name=self.name.text(),
            initials=self.initials.text(),
            job_title=self.job_title.text(),
            role=self.role.value if self._with_role else self._known.role,
            phone=self.phone.text(),
            hours=hours,
            base_kind=self.base_kind.value,
            base_address=self.base_address.text(),
            base_postal_code=self.base_postal_code.text(),
            base_latitude=point[0] if point else None,
            base_longitude=point[1] if point else None,
            travel_mode=self.travel_mode.value,
            valid_to=day,
        )

    def faulty_field(self) -> QWidget | None:
        """Say beside each field what is wrong; give the first one to correct, or None."""
        unread = {
            "base_latitude": _NO_POINT if self._point() == _NOWHERE else "",
            "valid_to": _NO_DAY if self._day() == date.max else "",
        }
        values = self.values()
        faults = values.faults() if values else self._readable().faults()
        first: QWidget | None = None
        for name, (row, field) in self._rows.items():
            if row.say_fault(unread.get(name) or faults.get(name, "")) and first is None:
                first = field
        return first or self.hours.faulty_field()

    def _readable(self) -> WorkerFields:
        """Give the texts alone, to find their faults while something else cannot be read."""
        return replace(
            self._known,
            name=self.name.text(),
            initials=self.initials.text(),
            base_postal_code=self.base_postal_code.text(),
        )

    def _make_rows(self, theme: Theme) -> dict[str, tuple[Labelled, QWidget]]:
        made = {
            "name": ("Navn", self.name, ""),
            "initials": ("Initialer", self.initials, ""),
            "job_title": ("Titel", self.job_title, ""),
            "phone": ("Telefon", self.phone, ""),
            "role": ("Rolle", self.role, ""),
            "valid_to": ("Sidste dag", self.last_day, "For eksempel 18/12."),
            "base_kind": ("Dagen begynder", self.base_kind, ""),
            "travel_mode": ("Rejser med", self.travel_mode, ""),
            "base_address": ("Adresse", self.base_address, "Kan udelades."),
            "base_postal_code": ("Postnummer", self.base_postal_code, "Kan udelades."),
            "base_latitude": (
                "Koordinater",
                self.point,
                "Kan udelades. Giver bedre rejsetider, for eksempel 56,15 10,20.",
            ),
        }
        return {
            name: (labelled(theme, label, field, hint=hint), field)
            for name, (label, field, hint) in made.items()
        }

    def _lay_out(self, theme: Theme) -> None:
        rows = {name: row for name, (row, _field) in self._rows.items()}
        parts = [
            side_by_side(theme, rows["name"], rows["initials"]),
            side_by_side(theme, rows["role"], rows["valid_to"]),
            side_by_side(theme, rows["job_title"], rows["phone"]),
            self.hours,
            side_by_side(theme, rows["base_kind"], rows["travel_mode"]),
            rows["base_address"],
            side_by_side(theme, rows["base_postal_code"], rows["base_latitude"]),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.pixels(12))
        for part in parts:
            column.addWidget(part)
        parts[1].setVisible(self._with_role)

    def _show_last_day(self) -> None:
        substitute = self.role.value is WorkerRole.SUBSTITUTE
        self._rows["valid_to"][0].setVisible(substitute)

    def _day(self) -> date | None:
        """Read the last day; ``date.max`` where it cannot be read."""
        typed = self.last_day.text().strip()
        if self.role.value is not WorkerRole.SUBSTITUTE or not typed:
            return None
        try:
            return parse_day(typed, self._today)
        except PlanError:
            return date.max

    def _point(self) -> tuple[float, float] | None:
        """Read the coordinates; nowhere where they cannot be read."""
        typed = self.point.text().strip()
        if typed == _point_text(self._known):
            return _point_of(self._known)
        return (read_coordinates(typed) or _NOWHERE) if typed else None


def _day_text(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day else ""


def _point_of(fields: WorkerFields) -> tuple[float, float] | None:
    if fields.base_latitude is None or fields.base_longitude is None:
        return None
    return fields.base_latitude, fields.base_longitude


def _point_text(fields: WorkerFields) -> str:
    point = _point_of(fields)
    return say_coordinates(point) if point else ""
