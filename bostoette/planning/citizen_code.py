"""A citizen's initials (``A.M.``) and code (``AM``, ``AM2``), the name on exported files (P94)."""

from collections.abc import Collection, Iterable

_PARTICLES = frozenset(
    {"af", "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "el", "la"}
    | {"van", "von", "zu", "zur"}
)
_NO_LETTERS = "X"


def initials_of(name: str) -> str:
    """Return the first letters of the first and the last name with dots: ``A.S.``.

    Middle names and particles (von, de) do not count; a single name gives a single letter.
    """
    words = [word for word in map(_letters, name.split()) if word]
    telling = [word for word in words if word.casefold() not in _PARTICLES]
    chosen = telling or words or [_NO_LETTERS]
    ends = chosen if len(chosen) == 1 else [chosen[0], chosen[-1]]
    return "".join(f"{word[0].upper()[0]}." for word in ends)


def dotted(initials: str) -> str:
    """Return typed initials as they are shown: ``am`` and ``A. M.`` become ``A.M.``."""
    return "".join(f"{letter.upper()[0]}." for letter in _letters(initials))


def unique_code(initials: str, taken: Collection[str]) -> str:
    """Return a code that nobody has: the initials' letters, and a number where they are taken."""
    return unique_codes([initials], taken)[0]


def unique_codes(initials: Iterable[str], taken: Collection[str]) -> tuple[str, ...]:
    """Return a code for each in turn, all different from each other and from those taken."""
    used = {code.casefold() for code in taken}
    reached: dict[str, int] = {}
    codes = []
    for each in initials:
        stem = "".join(letter.upper()[0] for letter in _letters(each)) or _NO_LETTERS
        number = reached.get(stem, 0) + 1
        while _numbered(stem, number).casefold() in used:
            number += 1
        reached[stem] = number
        codes.append(_numbered(stem, number))
        used.add(codes[-1].casefold())
    return tuple(codes)


def _numbered(stem: str, number: int) -> str:
    return stem if number == 1 else f"{stem}{number}"


def _letters(word: str) -> str:
    return "".join(character for character in word if character.isalpha())
