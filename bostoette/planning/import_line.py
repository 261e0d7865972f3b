"""One line of a municipality's list: its cells become a citizen's draft, or problems."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from bostoette.models.citizen_fields import LONGEST_NAME
from bostoette.models.citizen_import import (
    CitizenDraft,
    GrantDraft,
    ImportField,
    LineProblem,
    ReadRow,
)
from bostoette.models.citizen_kinds import CitizenStatus, GrantPeriod
from bostoette.models.cpr import without_cpr
from bostoette.models.folded_text import folded_words, one_line
from bostoette.planning.citizen_code import dotted, initials_of
from bostoette.planning.granted_time import (
    GrantedTime,
    TimeUnit,
    read_granted,
    read_travel_minutes,
)
from bostoette.planning.import_values import (
    UnreadableValueError,
    read_date,
    read_end,
    read_language,
    read_paragraph,
    read_phone,
    read_postal_code,
    read_status,
    says_nothing,
)
from bostoette.planning.import_workers import turned_name

_Value = TypeVar("_Value")
_LONGEST_TEXT = 200
_SUM_LINES = frozenset({"i alt", "ialt", "total", "sum", "antal", "antal borgere"})
_FULL_ADDRESS = re.compile(r"(.+?),? +(?:DK-?)?(\d{4}) +([^\d,]+)")
_FLOOR_NUMBER = re.compile(r"\d+")
_GRANTED_AS = {
    ImportField.GRANTED_WEEK: (None, GrantPeriod.WEEK),
    ImportField.GRANTED_HOURS_WEEK: (TimeUnit.HOURS, GrantPeriod.WEEK),
    ImportField.GRANTED_MINUTES_WEEK: (TimeUnit.MINUTES, GrantPeriod.WEEK),
    ImportField.GRANTED_MONTH: (None, GrantPeriod.MONTH),
    ImportField.GRANTED_HOURS_MONTH: (TimeUnit.HOURS, GrantPeriod.MONTH),
    ImportField.GRANTED_MINUTES_MONTH: (TimeUnit.MINUTES, GrantPeriod.MONTH),
}


class LineReader:
    """Reads one line; afterwards ``problems`` says why it is left out, if it is."""

    def __init__(
        self, row: ReadRow, columns: Mapping[ImportField, int], headings: tuple[str, ...]
    ) -> None:
        self._row = row
        self._columns = columns
        self._headings = headings
        self.problems: list[LineProblem] = []
        self.notices: list[LineProblem] = []

    def draft(self, today: date) -> CitizenDraft:
        """Return what the line says, without a code and with workers as they are written.

        It counts only where there are no problems.
        """
        if len(self._row.cells) > len(self._headings):
            self._trouble(
                "Linjen har flere felter, end der er overskrifter. Se efter et skilletegn, der "
                "står midt i en tekst."
            )
            return CitizenDraft(self._row.line, "", "", "")
        name = self._name()
        address, postal_code, town = self._place()
        return CitizenDraft(
            line=self._row.line,
            name=name,
            initials=dotted(self._text(ImportField.INITIALS)) or initials_of(name),
            code="",
            address=address,
            postal_code=postal_code,
            town=town,
            phone=self._read(ImportField.PHONE, read_phone) or "",
            language=self._read(ImportField.LANGUAGE, read_language) or "",
            meeting_point=self._text(ImportField.MEETING_POINT),
            primary_worker=self._text(ImportField.PRIMARY_WORKER),
            secondary_worker=self._text(ImportField.SECONDARY_WORKER),
            status=self._read(ImportField.STATUS, read_status) or CitizenStatus.ACTIVE,
            travel_minutes=self._read(ImportField.TRAVEL_MINUTES, read_travel_minutes),
            grants=self._grants(today),
        )

    def refuse(self, field: ImportField, sentence: str) -> None:
        """Add a problem with one field."""
        self.problems.append(self._about(field, sentence))

    def _name(self) -> str:
        name = turned_name(self._text(ImportField.NAME))
        parts = (self._text(ImportField.FIRST_NAME), self._text(ImportField.LAST_NAME))
        name = name or one_line(" ".join(parts)) or dotted(self._text(ImportField.INITIALS))
        name = without_cpr(name)[0]
        if wrong := _wrong_with_name(name):
            self.refuse(self._name_field(), wrong)
        return name

    def _name_field(self) -> ImportField:
        fields = (ImportField.NAME, ImportField.FIRST_NAME, ImportField.LAST_NAME)
        return next((field for field in fields if field in self._columns), ImportField.INITIALS)

    def _place(self) -> tuple[str, str, str]:
        """Return address, postal code and town, also where they stand in one cell."""
        address = self._address()
        code, code_town = self._read(ImportField.POSTAL_CODE, read_postal_code) or ("", "")
        full = _FULL_ADDRESS.fullmatch(address)
        if full and code in {"", full[2]}:
            address, code, code_town = full[1], full[2], full[3]
        town = self._text(ImportField.TOWN) or code_town
        return without_cpr(address)[0], code, town

    def _address(self) -> str:
        street = self._text(ImportField.ADDRESS)
        number = self._text(ImportField.HOUSE_NUMBER)
        floor = self._text(ImportField.FLOOR)
        if _FLOOR_NUMBER.fullmatch(floor):
            floor = f"{floor}."
        home = one_line(f"{floor} {self._text(ImportField.DOOR)}")
        return ", ".join(part for part in (one_line(f"{street} {number}"), home) if part)

    def _grants(self, today: date) -> tuple[GrantDraft, ...]:
        paragraph = self._read(ImportField.PARAGRAPH, read_paragraph)
        time = self._granted()
        start = self._read(ImportField.VALID_FROM, lambda text: read_date(text, today))
        end = self._read(ImportField.VALID_TO, lambda text: read_end(text, today))
        if self.problems:
            return ()
        if not paragraph and not time:
            self._mention_lone_dates(start or end)
            return ()
        self._check_days(start, end, today)
        return (
            GrantDraft(
                paragraph=paragraph or "",
                minutes_from=time.minutes_from if time else None,
                minutes_to=time.minutes_to if time else None,
                period=time.period if time else GrantPeriod.WEEK,
                valid_from=start or today,
                valid_to=end,
                start_assumed=start is None,
            ),
        )

    def _granted(self) -> GrantedTime | None:
        for field, (unit, period) in _GRANTED_AS.items():
            if field in self._columns:
                return self._read(field, lambda text: read_granted(text, unit, period))  # noqa: B023 – called at once
        return None

    def _mention_lone_dates(self, day: date | None) -> None:
        if day:
            field = ImportField.VALID_FROM
            field = field if field in self._columns else ImportField.VALID_TO
            self._mention(
                field,
                "Datoen er ikke taget med, for linjen siger hverken paragraf eller bevilget tid.",
            )

    def _check_days(self, start: date | None, end: date | None, today: date) -> None:
        if end and start and end < start:
            self.refuse(ImportField.VALID_TO, "Slutdatoen ligger før startdatoen.")
        elif end and end < (start or today):
            self.refuse(ImportField.VALID_TO, "Slutdatoen er passeret, og startdatoen mangler.")
        elif end and end < today:
            self._mention(ImportField.VALID_TO, "Bevillingen er udløbet. Den tages med som den er.")

    def _read(self, field: ImportField, reader: Callable[[str], _Value]) -> _Value | None:
        """Read a cell; None where it is empty or could not be read, which is then a problem."""
        cell = self._cell(field)
        if says_nothing(cell):
            return None
        try:
            return reader(cell)
        except UnreadableValueError as error:
            self.refuse(field, error.sentence)
            return None

    def _text(self, field: ImportField) -> str:
        """Return a cell as one line; line breaks inside become commas."""
        lines = [one_line(line).strip(",") for line in self._cell(field).splitlines()]
        text = ", ".join(line for line in lines if line)
        if len(text) > _LONGEST_TEXT:
            self.refuse(field, f"Teksten er for lang. Der er plads til {_LONGEST_TEXT} tegn.")
            return ""
        return "" if says_nothing(text) else text

    def _cell(self, field: ImportField) -> str:
        place = self._columns.get(field, len(self._row.cells))
        return self._row.cells[place] if place < len(self._row.cells) else ""

    def _trouble(self, sentence: str) -> None:
        self.problems.append(LineProblem(self._row.line, "", sentence))

    def _mention(self, field: ImportField, sentence: str) -> None:
        self.notices.append(self._about(field, sentence))

    def _about(self, field: ImportField, sentence: str) -> LineProblem:
        place = self._columns.get(field)
        heading = field.danish if place is None else self._headings[place]
        return LineProblem(self._row.line, heading, sentence, self._cell(field))


def _is_torn(name: str) -> bool:
    """Tell a formula, or what is left where a quote was never closed."""
    return name[0] in "=+-@" or name.count('"') % 2 == 1


def _wrong_with_name(name: str) -> str:
    """Return what is wrong with a name, or nothing."""
    if not name:
        return "Navnet mangler."
    if len(name) > LONGEST_NAME:
        return f"Navnet er for langt; højst {LONGEST_NAME} tegn."
    if folded_words(name) in _SUM_LINES:
        return "Linjen ligner en sum og ikke en borger."
    if not any(map(str.isalpha, name)) or any(map(str.isdigit, name)) or _is_torn(name):
        return "Det ligner ikke et navn. Se efter, om felterne på linjen er forskudt."
    return ""
