"""How the cells of a municipality's list are understood: dates, telephones, paragraphs, words.

What cannot be understood raises ``UnreadableValueError`` with a Danish sentence; the sentence
never repeats the cell.
"""

import re
from datetime import date

from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.folded_text import folded, folded_words, one_line
from bostoette.models.wording import MONTHS

_YEARS = range(1950, 2101)
_OPEN_END_YEARS = (2999, 9999)
_SHORT_YEAR_AHEAD = 50
_NOTHING = frozenset({"", "-", "–", "ingen", "intet", "ukendt", "ikke oplyst", "n/a"})
_OPEN_END = frozenset({"indtil videre", "loebende", "uden slutdato", "ingen slutdato"})
_DATE = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})")
_ISO_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_EIGHT = re.compile(r"(\d{2})(\d{2})(\d{4})")
_EIGHT_ISO = re.compile(r"(\d{4})(\d{2})(\d{2})")
_WORD_DATE = re.compile(r"(?:den )?(\d{1,2})\.? ([a-z]{3,9})\.? (\d{4})")
_CLOCK = re.compile(r"[ t]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:z|[+-]\d{2}:?\d{2})?$")
_LABEL = re.compile(r"^(?:tlf|telefon|mobil|mob|m|t)\b[.:\s]*", re.IGNORECASE)
_DANISH_PHONE = re.compile(r"(?:(?:\+|00)?45)?(\d{8})")
_PHONE_DIGITS = range(8, 16)
_MARKED = re.compile(r"§+ ?(\d{1,3}) ?([a-h])?(?!\w)")
_UNMARKED = re.compile(r"(?<!\w)(\d{1,3}) ?([a-h])?(?!\w)")
_PARAGRAPH_TAIL = re.compile(r",? ?\b(?:stk|nr|jf|litra)\b[^§]*")
_POSTAL = re.compile(r"(?:dk[- ]?)?(\d{4})(?:[ ,]+(\D+))?", re.IGNORECASE)
_STATUS_WORDS = {
    CitizenStatus.ACTIVE: (
        "aktiv|aktivt|i gang|igang|igangvaerende|bevilget|visiteret|ivaerksat|godkendt|aaben|ny"
    ),
    CitizenStatus.PAUSED: "pause|paa pause|pauseret|sat paa pause|midlertidigt stoppet|orlov",
    CitizenStatus.ENDED: "afsluttet|ophoert|stoppet|lukket|inaktiv|slut|udskrevet",
    CitizenStatus.DEAD: "doed|afdoed|doedsfald",
    CitizenStatus.MOVED_AWAY: "flyttet|fraflyttet|udrejst",
}
_STATUSES = {word: status for status, words in _STATUS_WORDS.items() for word in words.split("|")}


class UnreadableValueError(ValueError):
    """A cell that cannot be understood; the sentence says how it should be written."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def says_nothing(text: str) -> bool:
    """Tell whether a cell is empty or says so in words: ``-``, ``ingen``, ``ukendt``."""
    return folded(text) in _NOTHING


def read_date(text: str, today: date) -> date:
    """Read a date, day before month: ``01-03-2026``, ``1/3/26``, ``2026-03-01``, ``1. marts 2026``.

    A short year lies at most 50 years ahead of today. A time of day after it is left out.
    """
    return _date_of(*_day_month_year(text, today))


def read_end(text: str, today: date) -> date | None:
    """Read a last day; None for ``indtil videre`` and for years that stand for it (9999)."""
    if folded(text).rstrip(".") in _OPEN_END:
        return None
    day, month, year = _day_month_year(text, today)
    return None if year in _OPEN_END_YEARS else _date_of(day, month, year)


def _day_month_year(text: str, today: date) -> tuple[int, int, int]:
    text = _CLOCK.sub("", folded(text))
    if match := _DATE.fullmatch(text):
        return int(match[1]), int(match[2]), _full_year(match[3], today)
    if match := _ISO_DATE.fullmatch(text):
        return int(match[3]), int(match[2]), int(match[1])
    if (match := _WORD_DATE.fullmatch(text)) and (month := _month(match[2])):
        return int(match[1]), month, int(match[3])
    if (match := _EIGHT.fullmatch(text)) and int(match[3]) in _YEARS:
        return int(match[1]), int(match[2]), int(match[3])
    if match := _EIGHT_ISO.fullmatch(text):
        return int(match[3]), int(match[2]), int(match[1])
    raise UnreadableValueError("Datoen kan ikke læses. Skriv den som dag-måned-år, fx 01-03-2026.")


def _date_of(day: int, month: int, year: int) -> date:
    if year not in _YEARS:
        raise UnreadableValueError("Årstallet kan ikke passe. Skriv datoen som fx 01-03-2026.")
    try:
        return date(year, month, day)
    except ValueError:
        raise UnreadableValueError(
            "Datoen findes ikke i kalenderen. Skriv den som dag-måned-år, fx 01-03-2026."
        ) from None


def _full_year(digits: str, today: date) -> int:
    if len(digits) > len("26"):
        return int(digits)
    century = today.year // 100 * 100
    year = century + int(digits)
    return year - 100 if year > today.year + _SHORT_YEAR_AHEAD else year


def _month(word: str) -> int:
    """Return a month's number from its name or the first three letters; 0 for another word."""
    starts = (at for at, name in enumerate(MONTHS, start=1) if word in {name, name[:3]})
    return next(starts, 0)


def read_phone(text: str) -> str:
    """Read one telephone number or several, Danish ones as ``20 12 34 56`` without +45."""
    parts = [one_line(part) for part in re.split(r"[/;,\n]| og ", text)]
    return " / ".join(_one_phone(part) for part in parts if part)


def _one_phone(text: str) -> str:
    text = _LABEL.sub("", text)
    compact = re.sub(r"[\s.()\-]", "", text)
    danish = _DANISH_PHONE.fullmatch(compact)
    if danish:
        return " ".join(danish[1][at : at + 2] for at in range(0, 8, 2))
    abroad = not compact.startswith(("+45", "0045"))
    if abroad and sum(map(str.isdigit, text)) in _PHONE_DIGITS:
        return text
    raise UnreadableValueError(
        "Telefonnummeret kan ikke læses. Et dansk nummer har 8 cifre, fx 20 12 34 56."
    )


def read_postal_code(text: str) -> tuple[str, str]:
    """Read a Danish postal code, and the town if it stands beside it."""
    match = _POSTAL.fullmatch(one_line(text))
    if not match:
        raise UnreadableValueError(
            "Postnummeret kan ikke læses. Det har 4 cifre, fx 8000 eller 0800."
        )
    return match[1], (match[2] or "").strip(" ,")


def read_paragraph(text: str) -> str:
    """Read a paragraph of the law as ``§85`` or ``§82b``, whatever is written around it."""
    text = _PARAGRAPH_TAIL.sub("", folded(text))
    found = _MARKED.findall(text) or _UNMARKED.findall(text)
    different = {f"§{number}{letter}" for number, letter in found}
    if len(different) > 1:
        raise UnreadableValueError(
            "Der står flere paragraffer. Giv hver bevilling sin egen linje i filen."
        )
    if not different:
        raise UnreadableValueError("Paragraffen kan ikke læses. Skriv den som fx §85.")
    return different.pop()


def read_status(text: str) -> CitizenStatus:
    """Read where the citizen's support stands; an unknown word never passes as active."""
    status = _STATUSES.get(folded_words(text))
    if status is None:
        raise UnreadableValueError(
            "Status kendes ikke. Skriv aktiv, på pause, afsluttet, død eller flyttet."
        )
    return status


def read_language(text: str) -> str:
    """Read a language; Danish is the empty text."""
    return "" if folded(text) in {"dansk", "da", "dk"} else one_line(text)
