"""How hard a passphrase is to guess, said honestly and briefly.

The estimate counts bits as a patient guesser would: a known word, a row of keys, a year or a
repetition is worth little however long it is; an ordinary word is worth about as much as its
place in a dictionary; only what looks random is counted sign by sign. It is an estimate, and
rather too low than too high.
"""

import itertools
import math
import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from bostoette.models.plan_error import PlanError

SHORTEST = 10
_LOOKED_AT = 100  # signs; a page pasted by mistake must not freeze the window
_ADVICE = "Fire–fem tilfældige ord efter hinanden er godt og let at huske."


class PassphraseLevel(IntEnum):
    """How strong, from refused to more than enough."""

    TOO_WEAK = 0
    USABLE = 1
    GOOD = 2
    STRONG = 3

    @property
    def danish(self) -> str:
        """The word for the screen."""
        return ("for svag", "brugbar", "god", "stærk")[self]


@dataclass(frozen=True, slots=True)
class PassphraseStrength:
    """A level, and one sentence about what would help."""

    level: PassphraseLevel
    hint: str

    @property
    def accepted(self) -> bool:
        """Whether the passphrase may be used."""
        return self.level > PassphraseLevel.TOO_WEAK


def assess(passphrase: str) -> PassphraseStrength:
    """Estimate how hard a passphrase is to guess."""
    plain = unicodedata.normalize("NFKC", passphrase)
    if len(plain) < SHORTEST:
        missing = f"Brug mindst {SHORTEST} tegn; her er {len(plain)}. {_ADVICE}"
        return PassphraseStrength(PassphraseLevel.TOO_WEAK, missing if plain else _ADVICE)
    bits, faults = _guessed(plain[:_LOOKED_AT])
    level = PassphraseLevel(sum(bits >= least for least in (35, 50, 70)))
    return PassphraseStrength(level, _hint(level, faults))


def refuse_too_weak(passphrase: str) -> None:
    """Let only a usable passphrase through.

    Raises:
        PlanError: it is shorter than ten signs or too easy to guess.

    """
    strength = assess(passphrase)
    if not strength.accepted:
        raise PlanError(f"Adgangssætningen er for svag og er ikke taget i brug. {strength.hint}")


def _hint(level: PassphraseLevel, faults: list[str]) -> str:
    if level is PassphraseLevel.STRONG:
        return "Den er svær at gætte."
    if level is PassphraseLevel.GOOD:
        return "Den er god. Et ord mere gør den stærk."
    if level is PassphraseLevel.USABLE:
        return " ".join(["Den kan bruges.", *faults[:1], "Et tilfældigt ord mere gør den god."])
    return " ".join([*faults[:1], _ADVICE])


def _guessed(plain: str) -> tuple[float, list[str]]:
    """Take the easy parts out one after the other and count what is left sign by sign."""
    faults: list[str] = []
    left, years = _YEAR.subn(_TAKEN, plain.casefold())
    left, rows = _rows_out(left)
    left, words = _common().subn(_TAKEN, left)
    left, copies = _copied_out(left)
    for found, fault in zip((words, rows, years, copies), _FAULTS, strict=True):
        if found:
            faults.append(fault)
    bits = 5.0 * rows + 6.0 * (words + years) + copies + _capital_bits(plain)
    bits += sum(_word_bits(word) for word in _LETTERS.findall(left))
    bits += sum(_sign_bits(sign) for sign in _LETTERS.sub("", left).replace(_TAKEN, ""))
    return bits, faults


def _rows_out(text: str) -> tuple[str, int]:
    """Take out three or more neighbours on the keyboard or in the alphabet, either way."""
    left, found, at = "", 0, 0
    while at < len(text):
        length = _row_length(text, at)
        found += length >= _LEAST_ROW
        left += _TAKEN if length >= _LEAST_ROW else text[at]
        at += length if length >= _LEAST_ROW else 1
    return left, found


def _row_length(text: str, at: int) -> int:
    length = 1
    while at + length < len(text) and any(text[at : at + length + 1] in row for row in _ROWS):
        length += 1
    return length


def _copied_out(text: str) -> tuple[str, float]:
    """Reduce ``aaaa`` and ``hest hest hest`` to one copy; a copy is worth its count."""
    bits = 0.0
    while copies := list(_COPIES.finditer(text)):
        bits += sum(math.log2(len(copy[0]) / len(copy[1])) for copy in copies)
        text = _COPIES.sub(r"\1", text)
    return text, bits


def _word_bits(word: str) -> float:
    """Count letters: an ordinary word by a dictionary, anything else letter by letter."""
    letters = 4.8 * len(word)
    looks_like_a_word = re.search("[aeiouyæøå]", word) and not re.search(
        "[^aeiouyæøå]{5}|[qwxz]{2}", word
    )
    return min(letters, 11 + 0.5 * len(word)) if looks_like_a_word else letters


def _sign_bits(sign: str) -> float:
    if sign in " -_.,":
        return 1
    return 3.3 if sign.isdigit() else 5


def _capital_bits(plain: str) -> float:
    """Count capitals inside the text; one at the start of a word is what everybody does."""
    inside = sum(sign.isupper() and before.isalnum() for before, sign in itertools.pairwise(plain))
    small = sum(sign.islower() for sign in plain)
    return float(min(inside, small))


_TAKEN = "\0"
_LETTERS = re.compile(r"[^\W\d_]+")
_FAULTS = (
    "Almindelige ord og navne er lette at gætte.",
    "Rækker som 1234 og qwerty er lette at gætte.",
    "Årstal er lette at gætte.",
    "Gentagelser gør den ikke sværere at gætte.",
)
_ONE_WAY = (
    "abcdefghijklmnopqrstuvwxyzæøå",
    "01234567890",
    "qwertyuiopå",
    "asdfghjklæø",
    "zxcvbnm",
    "1q2w3e4r5t6y7u8i9o0p",
    '!"#¤%&/()=',
    "!@#$%^&*()",
)
_ROWS = (*_ONE_WAY, *(row[::-1] for row in _ONE_WAY))
_LEAST_ROW = 3
_COMMON = (
    "adgangskode|adgangssætning|adgang|password|passord|kodeord|kode|hemmelig|hemmeligt|login|"
    "bruger|admin|administrator|velkommen|goddag|hejsa|hej|farvel|computer|telefon|internet|"
    "bostøtte|bostoette|bostotte|støtte|borger|borgere|kommune|kommunen|kontor|arbejde|arbejdet|"
    "leder|team|medarbejder|kollega|plan|kalender|besøg|samtale|danmark|dansk|danske|københavn|"
    "kobenhavn|kbh|aarhus|århus|odense|aalborg|ålborg|esbjerg|randers|kolding|horsens|vejle|"
    "roskilde|odsherred|jylland|sjælland|fyn|brøndby|fck|agf|januar|februar|marts|april|juni|"
    "juli|august|september|oktober|november|december|mandag|tirsdag|onsdag|torsdag|fredag|"
    "lørdag|søndag|forår|sommer|efterår|vinter|ferie|jul|julen|påske|skat|skatter|elsker|"
    "kærlighed|kærester|kæreste|min|mit|mine|din|jeg|dig|mig|elskede|familie|familien|mor|far|"
    "mormor|morfar|farmor|farfar|søster|bror|barn|børn|hund|hunden|kat|katten|mis|hest|heste|"
    "fodbold|håndbold|guld|sol|solskin|blomst|blomster|prinsesse|konge|dronning|drage|tiger|"
    "kaffe|kage|hus|huset|bil|bilen|monkey|dragon|letmein|welcome|iloveyou|master|sunshine|"
    "football|secret|hello|test|tester|gud|djævel|fanden|lort|pis|anders|anne|anna|christian|"
    "emma|freja|frederik|hans|ida|jens|karen|kirsten|lars|lone|louise|magnus|mads|maria|mette|"
    "michael|mikkel|morten|niels|ole|per|peter|rasmus|sofie|susanne|søren|thomas|william|"
    "og|er|et|en|på|til|med|for|det|den|der|som|ikke|har|var|vi|du|de"
)


@cache
def _common() -> re.Pattern[str]:
    """Match common words standing alone among letters, with the usual digits for letters."""
    looks = {"a": "[a4@]", "e": "[e3]", "i": "[i1!]", "o": "[o0]", "s": "[s5$]"}
    longest_first = sorted(_COMMON.split("|"), key=len, reverse=True)
    words = "|".join("".join(looks.get(sign, sign) for sign in word) for word in longest_first)
    return re.compile(rf"(?<![^\W\d_])(?:{words})(?![^\W\d_])")


_COPIES = re.compile(r"(.+?)\1+", re.DOTALL)
_YEAR = re.compile(r"(?:19|20)\d\d")
