"""A search typed in one line: words, and what it is narrowed to said by a word and a colon.

``kaffe borger:søren form:telefon af:MK fra:1/10 til:31/10`` – or ``uge:48``. What holds a blank
stands in quotes: ``borger:"anna m"``.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bostoette.models.contact_form import ContactForm
from bostoette.models.folded_text import search_folded
from bostoette.planning.danish_date import typed_date, typed_week

EXAMPLE = "kaffe borger:søren form:telefon af:MK fra:1/10 til:31/10 uge:48"
_LIMIT = re.compile(r'(?<!\S)(borger|form|af|fra|til|uge):(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class TypedSearch:
    """What was understood; people as they were typed."""

    words: str
    citizen: str = ""
    author: str = ""
    form: ContactForm | None = None
    first: date | None = None
    last: date | None = None
    unclear: str = ""
    """A limit that says nothing that is known, as typed."""


def typed_search(typed: str, today: date) -> TypedSearch:
    """Read what was typed, seen from today; days lie in the past."""
    said: dict[str, str] = {}
    for found in _LIMIT.finditer(typed):
        said[found[1].lower()] = (found[2] or found[3] or "").strip()
    words = " ".join(_LIMIT.sub(" ", typed).split())
    first, last = _past(said.get("fra", ""), today), _past(said.get("til", ""), today)
    week = typed_week(f"uge {said['uge']}", today) if "uge" in said else None
    if week is not None:
        first, last = week.monday, week.sunday
    form = _form(said["form"]) if "form" in said else None
    read = {"form": form, "fra": first, "til": last, "uge": week}
    unclear = next((f"{key}:{said[key]}" for key in read if key in said and read[key] is None), "")
    return TypedSearch(
        words, said.get("borger", ""), said.get("af", ""), form, first, last, unclear
    )


def _past(typed: str, today: date) -> date | None:
    """Read a day; one that would lie ahead is the same day last week, or last year."""
    day = typed_date(typed, today) if typed else None
    if day is None or day <= today:
        return day
    if (day - today).days < _DAYS_A_WEEK:
        return day - timedelta(days=_DAYS_A_WEEK)
    return day.replace(day=min(day.day, 28), year=day.year - 1)


def _form(typed: str) -> ContactForm | None:
    wanted = search_folded(typed)
    names = ((form, (form.short_name, form.full_name)) for form in ContactForm)
    fitting = (
        form for form, said in names if any(search_folded(one).startswith(wanted) for one in said)
    )
    return next(fitting, None) if wanted else None
