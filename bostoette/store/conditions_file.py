"""Reads the delivered conditions; a faulty file is told with its place."""

from functools import cache
from pathlib import Path

from bostoette.models.conditions import (
    Conditions,
    DeliveredPurpose,
    FormLength,
    FormLine,
    LineAbout,
    ListEntry,
)
from bostoette.models.contact_form import ContactForm
from bostoette.models.resource_folder import resource_folder
from bostoette.store.file_entry import FileEntry, by_id, read_file


@cache
def delivered_conditions() -> Conditions:
    """Return the conditions that come with the program."""
    return read_conditions(resource_folder() / "conditions.toml")


def read_conditions(path: Path) -> Conditions:
    """Read a conditions file; raises PlanError naming the place of a fault."""
    file = read_file(path, "Filen med teamets rammer")
    lengths = by_id(file.entries("form"), _length).values()
    return Conditions(
        lengths={length.form: length for length in lengths},
        purposes=tuple(by_id(file.entries("purpose"), _purpose).values()),
        paragraphs=tuple(by_id(file.entries("paragraph"), _list_entry).values()),
        platforms=tuple(by_id(file.entries("platform"), _list_entry).values()),
        delete_after_months=_ending(file).whole("delete_after_months"),
        lines=tuple(by_id(file.entries("form_line"), _form_line).values()),
    )


def _ending(file: FileEntry) -> FileEntry:
    for entry in file.entries("ending"):
        return entry
    raise file.fault("ending", "feltet mangler")


def _length(entry: FileEntry) -> FormLength:
    return FormLength(
        entry.word("id", ContactForm),
        entry.whole("default_minutes"),
        entry.whole("cap_minutes"),
        entry.text("rule"),
    )


def _purpose(entry: FileEntry) -> DeliveredPurpose:
    return DeliveredPurpose(
        entry.text("id"), entry.text("title"), entry.words("order", ContactForm), entry.text("rule")
    )


def _form_line(entry: FileEntry) -> FormLine:
    return FormLine(
        entry.text("id"),
        entry.word("form", ContactForm),
        entry.word("about", LineAbout),
        entry.text("text"),
        entry.texts("rules"),
    )


def _list_entry(entry: FileEntry) -> ListEntry:
    return ListEntry(entry.text("id"), entry.text("title"), entry.optional_text("link"))
