"""Reads the delivered conditions; a faulty file is told with its place."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from bostoette.models.conditions import Conditions, DeliveredPurpose, FormLength, ListEntry
from bostoette.models.contact_form import ContactForm
from bostoette.models.plan_error import PlanError
from bostoette.models.resource_folder import resource_folder


@cache
def delivered_conditions() -> Conditions:
    """Return the conditions that come with the program."""
    return read_conditions(resource_folder() / "conditions.toml")


def read_conditions(path: Path) -> Conditions:
    """Read a conditions file; raises PlanError naming the place of a fault."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as fault:
        raise PlanError(
            f"Filen med teamets rammer kan ikke læses: {fault}. Intet er ændret; ret filen."
        ) from fault
    lengths = [_entry("form", n, raw, _length) for n, raw in _numbered(content, "form")]
    return Conditions(
        lengths={length.form: length for length in lengths},
        purposes=tuple(
            _entry("purpose", n, raw, _purpose) for n, raw in _numbered(content, "purpose")
        ),
        paragraphs=tuple(
            _entry("paragraph", n, raw, _list_entry) for n, raw in _numbered(content, "paragraph")
        ),
        platforms=tuple(
            _entry("platform", n, raw, _list_entry) for n, raw in _numbered(content, "platform")
        ),
    )


def _numbered(content: dict[str, Any], section: str) -> list[tuple[int, dict[str, Any]]]:
    return list(enumerate(content.get(section, []), start=1))


def _entry(section: str, number: int, raw: dict[str, Any], make: Any) -> Any:
    try:
        return make(raw)
    except (KeyError, ValueError, TypeError) as fault:
        raise PlanError(
            f"Filen med teamets rammer har en fejl i {section} nr. {number}: {fault}. "
            "Intet er ændret; ret filen."
        ) from fault


def _length(raw: dict[str, Any]) -> FormLength:
    return FormLength(ContactForm(raw["id"]), int(raw["default_minutes"]), int(raw["cap_minutes"]))


def _purpose(raw: dict[str, Any]) -> DeliveredPurpose:
    order = tuple(ContactForm(form) for form in raw["order"])
    return DeliveredPurpose(raw["id"], raw["title"], order, raw["rule"])


def _list_entry(raw: dict[str, Any]) -> ListEntry:
    return ListEntry(raw["id"], raw["title"], raw.get("link", ""))
