"""What may be handed to another program: a number to call, a link to open, a place on a map.

Only http, https, tel and geo pass. Anything else, such as a file on this computer, is refused.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import quote, urlsplit

from bostoette.models.plan_error import PlanError

ALLOWED = frozenset({"http", "https", "tel", "geo"})
MAP = "https://www.openstreetmap.org/search?query="
_BESIDE_DIGITS = re.compile(r"[\s().\-/]")
_NUMBER = re.compile(r"\+?\d{3,15}")
_WEB = frozenset({"http", "https"})


class Leaving(Enum):
    """What leaves the program."""

    NUMBER = auto()
    LINK = auto()
    PLACE = auto()


@dataclass(frozen=True, slots=True)
class OutsideAddress:
    """Something another program can open, and what of it leaves this one."""

    what: Leaving
    told: str
    """The number, link or address as the person knows it."""
    url: str


def to_call(number: str) -> OutsideAddress:
    """Return how a number is called; raises PlanError where it is none."""
    digits = _BESIDE_DIGITS.sub("", number)
    if not _NUMBER.fullmatch(digits):
        raise PlanError(
            "Telefonnummeret kan ikke ringes op, som det står. Intet er sendt; ret nummeret "
            "på kontakten eller borgeren, og prøv igen."
        )
    return OutsideAddress(Leaving.NUMBER, number, f"tel:{digits}")


def to_open(link: str) -> OutsideAddress:
    """Return a link that may be opened; raises PlanError where it is not one to the web."""
    url = link.strip()
    if scheme_of(url) not in _WEB or not _host(url):
        raise PlanError(
            "Videolinket begynder ikke med https://, så programmet åbner det ikke. "
            "Intet er sendt; ret linket på kontakten, og prøv igen."
        )
    return OutsideAddress(Leaving.LINK, url, url)


def to_find(address: str) -> OutsideAddress:
    """Return where a map shows an address; raises PlanError where there is none."""
    wanted = address.strip()
    if not wanted:
        raise PlanError(
            "Der står ingen adresse at vise vej til. Intet er sendt; skriv den på kontakten "
            "eller borgeren, og prøv igen."
        )
    return OutsideAddress(Leaving.PLACE, wanted, MAP + quote(wanted))


def scheme_of(url: str) -> str:
    """Return a URL's scheme in small letters; empty where it has none or cannot be read."""
    try:
        return urlsplit(url).scheme.lower()
    except ValueError:
        return ""


def refuse_unknown(url: str) -> None:
    """Raise PlanError unless a URL is of a kind that may leave the program."""
    if scheme_of(url) not in ALLOWED:
        raise PlanError(
            "Programmet åbner kun numre, weblinks og kort. Intet er sendt; ret linket, "
            "og prøv igen."
        )


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
