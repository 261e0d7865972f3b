"""Reads a municipality's list of citizens from a CSV file; CPR numbers stay behind at the door."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bostoette.models.citizen_import import ReadRow, ReadTable
from bostoette.models.cpr import looks_like_cpr, without_cpr
from bostoette.models.plan_error import PlanError
from bostoette.store.csv_text import (
    decoded,
    guessed_delimiter,
    plain_cell,
    records,
    without_separator_line,
)
from bostoette.store.regular_file import open_regular

LARGEST_FILE = 10 * 1024 * 1024
MOST_LINES = 5_000
MOST_COLUMNS = 100
LONGEST_CELL = 10_000
_LINES_BEFORE_HEADINGS = 10
_TELLING_COUNT = 3
_UNTOUCHED = "Intet er ændret."
_CPR_HEADING = re.compile(r"cpr|personn(?:r|ummer|o)|personidentifikation")
_WORDS_BESIDE_CPR = re.compile(
    r"borger(?:ens|s)?|klient(?:ens|s)?|person(?:ens|s)?|dansk|id|nr|nummer|numre|no"
    r"|cpr|personn(?:r|ummer|o)|personidentifikation|kort|fuld|uden|bindestreg|cifre|10|\W|_"
)
_BIRTH_HEADING = re.compile(r"f(?:ø|oe|o)ds", re.IGNORECASE)
_LAST_FOUR_HEADING = re.compile(r"l(?:ø|oe|o)be|kontrol|sidste|cpr|cifre", re.IGNORECASE)
_LAST_FOUR = re.compile(r"\d{4}")


def read_citizen_file(path: Path) -> ReadTable:
    """Read a CSV file from disk; raises PlanError where it cannot be read or is no table."""
    try:
        with open_regular(path) as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise PlanError(
            f"Filen kan ikke læses. {_UNTOUCHED} Se efter, om den er flyttet eller åben i et "
            "andet program, og prøv igen.",
            details=type(error).__name__,
        ) from error
    return read_citizen_csv(content)


def read_citizen_csv(content: bytes) -> ReadTable:
    """Read a CSV file's bytes as a table of text without CPR numbers.

    The first line that fills most columns gives the headings; lines above it are titles and go.
    Raises PlanError where the file is no table, or beyond 10 MB, 5,000 lines, 100 columns or
    10,000 characters in a cell.
    """
    if len(content) > LARGEST_FILE:
        raise _too_large()
    text, encoding = decoded(content)
    text, named = without_separator_line(text)
    delimiter = named or guessed_delimiter(text)
    lines, blank_lines = _filled_lines(text, delimiter)
    headings, rows = _headings_and_rows(lines)
    columns = _Columns.sorted_out(headings, rows)
    cleaned = [(row.line, [without_cpr(cell) for cell in columns.kept(row.cells)]) for row in rows]
    return ReadTable(
        encoding=encoding,
        delimiter=delimiter,
        headings=columns.kept_headings,
        rows=tuple(ReadRow(line, tuple(cell for cell, _ in cells)) for line, cells in cleaned),
        cpr_columns=columns.dropped_headings,
        cpr_removed=columns.removed + sum(taken for _, cells in cleaned for _, taken in cells),
        blank_lines=blank_lines,
    )


def _too_large() -> PlanError:
    return PlanError(
        f"Filen er større end 10 MB. {_UNTOUCHED} Tag kun de kolonner og borgere med, som du "
        "skal bruge, og prøv igen."
    )


def _filled_lines(text: str, delimiter: str) -> tuple[list[ReadRow], int]:
    """Return the lines that hold something, and how many blank ones stand among them."""
    filled: list[ReadRow] = []
    for line, record in enumerate(records(text, delimiter), start=1):
        cells = _trimmed(record)
        if not cells:
            continue
        _check_limits(line, cells)
        filled.append(ReadRow(line, tuple(cells)))
        if len(filled) > MOST_LINES + _LINES_BEFORE_HEADINGS:
            raise _too_many_lines()
    if not filled:
        raise PlanError(f"Filen har ingen linjer. {_UNTOUCHED} Hent listen igen.")
    return filled, filled[-1].line - len(filled)


def _trimmed(record: list[str]) -> list[str]:
    """Return plain cells without the empty ones at the end."""
    last = len(record)
    while last and not record[last - 1].strip():
        last -= 1
    cells = [plain_cell(cell) if cell else "" for cell in record[:last]]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _check_limits(line: int, cells: list[str]) -> None:
    if len(cells) > MOST_COLUMNS:
        raise PlanError(
            f"Linje {line} har over {MOST_COLUMNS} kolonner. {_UNTOUCHED} "
            "Slet de kolonner, du ikke skal bruge, og prøv igen."
        )
    if any(len(cell) > LONGEST_CELL for cell in cells):
        raise PlanError(
            f"En celle i linje {line} har over 10.000 tegn. {_UNTOUCHED} "
            "Forkort den, eller se efter et anførselstegn, der mangler sin makker."
        )


def _too_many_lines() -> PlanError:
    return PlanError(
        f"Filen har over 5.000 linjer. {_UNTOUCHED} Del den i mindre filer, og prøv igen."
    )


def _headings_and_rows(lines: list[ReadRow]) -> tuple[tuple[str, ...], list[ReadRow]]:
    """Take the first line that fills most columns as headings, since titles may stand above."""
    first = lines[:_LINES_BEFORE_HEADINGS]
    counts = [sum(map(bool, row.cells)) for row in first]
    usual = sorted(counts)[-2:][0]  # a single line that is too wide is a broken one
    at = next(place for place, count in enumerate(counts) if count * 10 >= usual * 6)
    rows = lines[at + 1 :]
    if not rows:
        raise PlanError(
            f"Filen har ingen borgere under overskrifterne. {_UNTOUCHED} Hent listen igen."
        )
    if len(rows) > MOST_LINES:
        raise _too_many_lines()
    return _padded(first[at].cells, rows), rows


def _padded(headings: tuple[str, ...], rows: list[ReadRow]) -> tuple[str, ...]:
    """Give last columns without a heading an empty one, where most lines fill them."""
    width = sorted(len(row.cells) for row in rows)[(len(rows) - 1) // 2]
    return headings + ("",) * (width - len(headings))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns stay, and which hold CPR numbers and go."""

    kept_headings: tuple[str, ...]
    dropped_headings: tuple[str, ...]
    dropped: frozenset[int]
    removed: int

    @classmethod
    def sorted_out(cls, headings: Sequence[str], rows: Sequence[ReadRow]) -> "_Columns":
        """Look at headings and cells; a heading that is itself a CPR number loses it."""
        dropped = frozenset(
            place
            for place, heading in enumerate(headings)
            if _is_cpr_heading(heading)
            or _holds_mostly_cpr(rows, place)
            or _holds_last_four(headings, rows, place)
        )
        cleaned = [without_cpr(heading) for heading in headings]
        named = [text or f"Kolonne {_letter(place)}" for place, (text, _) in enumerate(cleaned)]
        return cls(
            tuple(name for place, name in enumerate(named) if place not in dropped),
            tuple(named[place] for place in sorted(dropped)),
            dropped,
            sum(taken for _, taken in cleaned)
            + sum(bool(cell) for place in dropped for cell in _column(rows, place)),
        )

    def kept(self, cells: Sequence[str]) -> list[str]:
        """Return a line's cells without the dropped columns'."""
        return [cell for place, cell in enumerate(cells) if place not in self.dropped]


def _column(rows: Sequence[ReadRow], place: int) -> list[str]:
    return [row.cells[place] for row in rows if place < len(row.cells) and row.cells[place]]


def _is_cpr_heading(heading: str) -> bool:
    """Tell »Borgers CPR-nr.« from »Adresse fra CPR«, which is an address."""
    words = heading.casefold()
    return bool(_CPR_HEADING.search(words)) and not _WORDS_BESIDE_CPR.sub("", words)


def _holds_mostly_cpr(rows: Sequence[ReadRow], place: int) -> bool:
    cells = _column(rows, place)
    found = sum(looks_like_cpr(cell) for cell in cells)
    return found >= _TELLING_COUNT and found * 2 > len(cells)


def _holds_last_four(headings: Sequence[str], rows: Sequence[ReadRow], place: int) -> bool:
    """Tell the last four digits in a file that also has the date of birth."""
    if not any(map(_BIRTH_HEADING.search, headings)):
        return False
    if not _LAST_FOUR_HEADING.search(headings[place]):
        return False
    cells = _column(rows, place)
    return bool(cells) and all(_LAST_FOUR.fullmatch(cell) for cell in cells)


def _letter(place: int) -> str:
    """Return a column's letter as spreadsheets name it: A … Z, AA …."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
