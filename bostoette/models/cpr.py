"""What looks like a CPR number: found and taken out, since the program never keeps one.

Recognised are ``ddmmyy-xxxx`` with any or no joint, dates written with separators, years of four
digits, also before the month, digits with spaces or hyphens between (only where they are the whole
text, else they may be telephone numbers), numbers whose first zero a spreadsheet has eaten, masked
ones (``010180-xxxx``) and replacement numbers (day + 60, or letters among the last four), also with
characters between that nobody sees. A date must be possible, so that telephone numbers of eight
digits, also with +45, and postal codes are left alone. In doubt a number goes: a lost case number
can be typed again, a kept CPR number cannot be unkept.
"""

import re

_HYPHEN = r"[-\u2010-\u2015\u2212]"
_UNSEEN = r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_JOINT = rf"[\s_.:/)\-\u2010-\u2015\u2212{_UNSEEN}]{{0,3}}"
_DOT = rf"[\s./\-\u2010-\u2015\u2212{_UNSEEN}]"
_PATTERNS = (
    re.compile(rf"(?<!\d)(?P<day>\d\d){_DOT}?(?P<month>\d\d){_DOT}?\d\d{_JOINT}\d{{4}}(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<day>\d\d){_DOT}?(?P<month>\d\d){_DOT}?(?:18|19|20)\d\d{_HYPHEN}?\d{{4}}(?!\d)"
    ),
    re.compile(rf"(?<!\d)(?:18|19)\d\d(?P<month>\d\d)(?P<day>\d\d){_HYPHEN}?\d{{4}}(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>\d\d)(?P<month>\d\d)\d\d\s?{_HYPHEN}?\s?(?:\d ?){{3}}\d(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>\d)(?P<month>\d\d)\d\d{_HYPHEN}?\d{{4}}(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<day>\d\d)(?P<month>\d\d)\d\d\s?{_HYPHEN}\s?"
        r"(?:[xX*]{4}|(?=[A-Z]{0,3}\d)[0-9A-Z]{4})(?![0-9A-Za-z*])"
    ),
)
_SPREAD = re.compile(rf"\s*\d(?:{_DOT}?\d){{9}}\s*")
_JOINED = re.compile(r"(?P<day>\d\d)(?P<month>\d\d)\d{6}")
_LAST_DAY = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_REPLACEMENT = 60
_LABEL = re.compile(
    r"\b(?:cpr|personn)(?:ummer)?(?:[-\s.]*n(?:r|ummer))?[.:\s-]*(?=$|[,;)])", re.IGNORECASE
)
_EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]")


def looks_like_cpr(text: str) -> bool:
    """Tell whether the whole text, blanks aside, looks like a CPR number."""
    return _spans(text) == [(0, len(text))] or _spans(text.strip()) == [(0, len(text.strip()))]


def holds_cpr(text: str) -> bool:
    """Tell whether something in the text looks like a CPR number."""
    return bool(_spans(text))


def without_cpr(text: str) -> tuple[str, int]:
    """Return the text without what looks like CPR numbers, and how many were taken out."""
    taken = 0
    while spans := _spans(text):
        taken += len(spans)
        for start, end in reversed(spans):
            text = f"{text[:start]} {text[end:]}"
    return (_tidied(text) if taken else text), taken


def _spans(text: str) -> list[tuple[int, int]]:
    if not text:
        return []
    if _SPREAD.fullmatch(text):
        whole = _JOINED.fullmatch(re.sub(r"\D", "", text))
        if whole and _possible(whole):
            return [(0, len(text))]
    found = sorted(span for pattern in _PATTERNS for span in _possible_spans(pattern, text))
    return _merged(found)


def _possible_spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Find what a pattern knows; an impossible date must not hide one that starts inside it."""
    found, at = [], 0
    while match := pattern.search(text, at):
        possible = _possible(match)
        if possible:
            found.append(match.span())
        at = match.end() if possible else match.start() + 1
    return found


def _possible(match: re.Match[str]) -> bool:
    day, month = int(match["day"]), int(match["month"])
    if not 1 <= month <= len(_LAST_DAY):
        return False
    last = _LAST_DAY[month - 1]
    return 1 <= day <= last or _REPLACEMENT < day <= _REPLACEMENT + last


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _tidied(text: str) -> str:
    """Take away the label and the brackets that stood around a number."""
    text = _EMPTY_BRACKETS.sub("", _LABEL.sub("", text))
    return re.sub(r"[^\S\n]+", " ", text).strip(" ,;-–")
