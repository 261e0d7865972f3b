"""From the bytes of a CSV file to its cells: character sets, separators, quotes, line breaks.

Written for what comes out of Excel and of municipal systems, and patient with both: a quote that
is never closed costs its own line and not the rest of the file.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from bostoette.models.plan_error import PlanError

DELIMITERS = (";", "\t", ",", "|")
_SAMPLE = 40
_STRAY_QUOTES = 1_000
_UNTOUCHED = "Intet er ændret."
_SAVE_AS = "Åbn den i dit regneark, gem den som »CSV UTF-8«, og vælg den nye fil."
_NOT_TABLES = (
    (b"PK\x03\x04", "Filen er et regneark eller en zip-fil og ikke en CSV-fil."),
    (b"\xd0\xcf\x11\xe0", "Filen er et regneark i et ældre format og ikke en CSV-fil."),
    (b"%PDF", "Filen er en PDF og ikke en CSV-fil."),
    (b"<", "Filen er en webside og ikke en CSV-fil, også selv om den kan åbnes i Excel."),
    (b"{\\rtf", "Filen er et tekstdokument og ikke en CSV-fil."),
)
_MOJIBAKE = re.compile("Ã[¦¸¥†˜…]")
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?[^\S\n]*\n', re.IGNORECASE)


def decoded(content: bytes) -> tuple[str, str]:
    """Return a file's text, its lines ended alike, and the name of its character set.

    Raises PlanError where the file is no text.
    """
    _refuse_what_is_no_table(content)
    text, encoding = _as_text(content)
    if "\0" in text:
        raise PlanError(f"Filen er ikke en CSV-fil med tekst. {_UNTOUCHED} {_SAVE_AS}")
    if not text.strip():
        raise PlanError(f"Filen er tom. {_UNTOUCHED} Hent listen igen, og vælg den nye fil.")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.endswith("\n") else f"{text}\n", encoding


def without_separator_line(text: str) -> tuple[str, str | None]:
    """Return the text without Excel's first line ``sep=;``, and the separator it named."""
    named = _SEPARATOR_LINE.match(text)
    return (text[named.end() :], named[1]) if named else (text, None)


def guessed_delimiter(text: str) -> str:
    """Return the separator that gives the most even table; a semicolon where none does."""
    return max(DELIMITERS, key=lambda delimiter: _evenness(text, delimiter))


def records(text: str, delimiter: str) -> Iterator[list[str]]:
    """Yield each record's cells, blank records included, as a spreadsheet counts its rows.

    Raises PlanError where quotes stand so wildly that no table can be made out.
    """
    at, stray = 0, 0
    fields = _Fields(text, delimiter)
    while at < len(text):
        end = text.index("\n", at)
        if text.find('"', at, end) < 0:
            yield text[at:end].split(delimiter)
            at = end + 1
            continue
        cells, at, unclosed = fields.record(at)
        stray += unclosed
        if stray > _STRAY_QUOTES:
            raise PlanError(
                f"Filens anførselstegn passer ikke sammen. {_UNTOUCHED} {_SAVE_AS}",
            )
        yield cells


def plain_cell(text: str) -> str:
    """Return a cell as plain text: composed letters, no unseen characters, no blanks around.

    Excel's ``="0800"`` and a leading apostrophe are ways of saying "this is text" and go;
    anything else that looks like a formula stays the text it is, and nothing computes it.
    """
    text = unicodedata.normalize("NFC", text)
    if not text.isprintable():
        text = "".join(map(_seen, text))
    text = text.strip()
    if text.startswith('="') and text.endswith('"') and len(text) > len('=""'):
        text = text[2:-1].strip()
    return text[1:] if re.match(r"'[=+\-@\d]", text) else text


def _seen(character: str) -> str:
    kind = unicodedata.category(character)
    if character == "\n":
        return character
    if character == "\t" or kind in {"Zs", "Zl", "Zp"}:
        return " "
    return "" if kind in {"Cc", "Cf", "Cs", "Co", "Cn"} else character


def _refuse_what_is_no_table(content: bytes) -> None:
    start = content.removeprefix(b"\xef\xbb\xbf")[:64].lstrip()
    for signature, what in _NOT_TABLES:
        if start.startswith(signature):
            raise PlanError(f"{what} {_UNTOUCHED} {_SAVE_AS}")


def _as_text(content: bytes) -> tuple[str, str]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(content, "utf-16"), "UTF-16"
    if _is_bare_utf16(content):
        return _strictly(content, "utf-16-le"), "UTF-16"
    try:
        return content.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        text = _strictly(content, "cp1252")
    if _MOJIBAKE.search(text):
        raise PlanError(f"Filen blander to tegnsæt, så æ, ø og å går tabt. {_UNTOUCHED} {_SAVE_AS}")
    return text, "Windows-1252"


def _is_bare_utf16(content: bytes) -> bool:
    """Tell UTF-16 without its mark: in Danish text every second byte is then mostly zero."""
    sample = content[:1000]
    high, low = sample[1::2], sample[::2]
    return bool(high) and high.count(0) * 2 > len(high) and low.count(0) == 0


def _strictly(content: bytes, codec: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        raise PlanError(
            f"Filen kan ikke læses som tekst. {_UNTOUCHED} {_SAVE_AS}", details=codec
        ) from None


def _evenness(text: str, delimiter: str) -> float:
    """Weigh how well a separator divides the first lines: columns × share of lines squared."""
    sample = islice(records(text, delimiter), _SAMPLE)
    widths = Counter(len(cells) for cells in sample if any(cell.strip() for cell in cells))
    if not widths:
        return 0
    return max((width - 1) * (count / widths.total()) ** 2 for width, count in widths.items())


class _Fields:
    """Takes records with quotes apart, field by field."""

    def __init__(self, text: str, delimiter: str) -> None:
        end = f"{re.escape(delimiter)}\\n"
        self._text = text
        self._quoted = re.compile(rf' *"((?:[^"]++|"")*+)" *(?=[{end}])')
        self._plain = re.compile(rf"[^{end}]*+")

    def record(self, at: int) -> tuple[list[str], int, int]:
        """Return a record's cells, where the next one starts, and how many quotes stay open."""
        cells: list[str] = []
        unclosed = 0
        while True:
            cell, at, closed = self._field(at)
            cells.append(cell)
            unclosed += not closed
            at += 1
            if self._text[at - 1] == "\n":
                return cells, at, unclosed

    def _field(self, at: int) -> tuple[str, int, bool]:
        starts_quoted = self._text[at] in '" '
        quoted = self._quoted.match(self._text, at) if starts_quoted else None
        if quoted:
            return quoted[1].replace('""', '"'), quoted.end(), True
        plain = self._plain.match(self._text, at)
        end = plain.end() if plain else at
        return self._text[at:end], end, not self._text[at:end].lstrip(" ").startswith('"')
