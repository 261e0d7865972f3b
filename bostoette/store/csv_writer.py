"""A table as a CSV file for Danish spreadsheets: semicolons, decimal commas, UTF-8 with its mark.

No cell begins a formula: a text that a spreadsheet would compute gets an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterable, Sequence

Value = str | float | int | None
_COMPUTED = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_bytes(rows: Iterable[Sequence[Value]]) -> bytes:
    """Return the file's content; None is an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_COMPUTED) else value
    if isinstance(value, int) or value == int(value):
        return str(int(value))
    return f"{value:.2f}".rstrip("0").replace(".", ",")
