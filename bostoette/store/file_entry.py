"""A FileEntry is one entry of a data file, read field by field; a fault is told with its place."""

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from bostoette.models.plan_error import PlanError
from bostoette.models.wording import listed

One = TypeVar("One")
Word = TypeVar("Word", bound=StrEnum)
_MISSING = object()


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One table of the file; what it is called in a fault, and its raw fields."""

    file: str
    """The file's Danish name: ``Filen med teamets rammer``."""
    place: str
    """Where in the file: ``purpose nr. 3 (acute)``; empty for the file itself."""
    raw: dict[str, Any]

    def fault(self, field: str, what: str) -> PlanError:
        """Return the sentence that tells a fault with its place."""
        where = f"{self.place}, feltet {field}" if self.place else f"feltet {field}"
        return PlanError(f"{self.file} har en fejl i {where}: {what}. Intet er ændret; ret filen.")

    def entries(self, field: str) -> list["FileEntry"]:
        """Return the tables of a list, in their order; an absent list is empty."""
        given = self.raw.get(field, [])
        if not isinstance(given, list) or not all(isinstance(raw, dict) for raw in given):
            raise self.fault(field, "der skal stå en liste af afsnit")
        return [self._inner(f"{field} nr. {n}", raw) for n, raw in enumerate(given, start=1)]

    def named_entries(self, field: str) -> dict[str, "FileEntry"]:
        """Return the tables inside a table by their names; an absent table is empty."""
        given = self.raw.get(field, {})
        if not isinstance(given, dict) or not all(isinstance(raw, dict) for raw in given.values()):
            raise self.fault(field, "der skal stå navngivne afsnit")
        return {name: self._inner(f"{field} {name}", raw) for name, raw in given.items()}

    def text(self, field: str) -> str:
        """Return a text that is not empty."""
        return self._text(field, self._given(field))

    def optional_text(self, field: str) -> str:
        """Return a text, empty where the field is absent."""
        given = self.raw.get(field, "")
        if not isinstance(given, str):
            raise self.fault(field, "der skal stå en tekst")
        return given

    def texts(self, field: str) -> tuple[str, ...]:
        """Return a list of texts; an absent list is empty."""
        return tuple(self._text(field, one) for one in self._list(field))

    def whole(self, field: str) -> int:
        """Return a whole number of 0 or more."""
        given = self._given(field)
        if not isinstance(given, int) or isinstance(given, bool) or given < 0:
            raise self.fault(field, "der skal stå et helt tal på 0 eller mere")
        return given

    def flag(self, field: str, *, absent: bool | None = None) -> bool:
        """Return true or false."""
        given = self._given(field) if absent is None else self.raw.get(field, absent)
        if not isinstance(given, bool):
            raise self.fault(field, "der skal stå true eller false")
        return given

    def word(self, field: str, words: type[Word]) -> Word:
        """Return one of a fixed set of words."""
        return self._word(field, self._given(field), words)

    def words(self, field: str, words: type[Word]) -> tuple[Word, ...]:
        """Return several of a fixed set of words; an absent list is empty."""
        return tuple(self._word(field, one, words) for one in self._list(field))

    def allow_only(self, *fields: str) -> None:
        """Refuse a field that nobody reads: most often a misspelt one."""
        for field in self.raw:
            if field not in fields:
                raise self.fault(field, "feltet er ukendt")

    def _inner(self, place: str, raw: dict[str, Any]) -> "FileEntry":
        own_id = raw.get("id")
        place = f"{place} ({own_id})" if isinstance(own_id, str) else place
        return FileEntry(self.file, f"{self.place}, {place}" if self.place else place, raw)

    def _given(self, field: str) -> Any:
        given = self.raw.get(field, _MISSING)
        if given is _MISSING:
            raise self.fault(field, "feltet mangler")
        return given

    def _list(self, field: str) -> list[Any]:
        given = self.raw.get(field, [])
        if not isinstance(given, list):
            raise self.fault(field, "der skal stå en liste")
        return given

    def _text(self, field: str, given: Any) -> str:
        if not isinstance(given, str) or not given.strip():
            raise self.fault(field, "der skal stå en tekst")
        return given

    def _word(self, field: str, given: Any, words: type[Word]) -> Word:
        try:
            return words(given)
        except ValueError as fault:
            allowed = listed([word.value for word in words])
            raise self.fault(field, f"»{given}« kendes ikke; vælg mellem {allowed}") from fault


def read_file(path: Path, file: str) -> FileEntry:
    """Read a TOML file; raises PlanError naming the line where it is no TOML."""
    try:
        return FileEntry(file, "", tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise PlanError(f"{file} kan ikke læses: {fault}. Intet er ændret; ret filen.") from fault


def by_id(entries: Iterable[FileEntry], make: Callable[[FileEntry], One]) -> dict[str, One]:
    """Make every entry and return them by id; the same id twice is a fault."""
    made: dict[str, One] = {}
    for entry in entries:
        key = entry.text("id")
        if key in made:
            raise entry.fault("id", f"»{key}« står to gange")
        made[key] = make(entry)
    return made
