"""A SheetChange is one thing that the team decided otherwise than delivered, as name and value.

The team's sheet (teamets rammer, P09) is the delivered conditions with these upon them, so that a
new release's rules and texts still arrive. Names:

    P01.on                       a rule switched on or off
    P01.face_to_face_days        a rule's number
    length.video.cap_minutes     how long a form's contact is, or may be (P71)
    line.video_far               a delivered line of a form's card, empty where put away
    own.video.good_for.01ab…     a line of the team's own
"""

from dataclasses import dataclass
from enum import StrEnum

from bostoette.models.conditions import LineAbout
from bostoette.models.contact_form import ContactForm
from bostoette.models.practice_rule import NumberName

SheetValue = bool | int | str
SheetChanges = tuple[tuple[str, SheetValue], ...]
"""All of a team's changes in the order of their names; empty where it uses what is delivered."""

ON = "on"
"""Where a number's name stands: the rule's switch."""
LENGTH = "length"
LINE = "line"
OWN = "own"


class LengthPart(StrEnum):
    """The two lengths of a form's contact, in minutes."""

    DEFAULT = "default_minutes"
    CAP = "cap_minutes"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {LengthPart.DEFAULT: "Normal længde", LengthPart.CAP: "Højst"}[self]


@dataclass(frozen=True, slots=True)
class Pending:
    """One change that is thought of; ``value`` None goes back to what is delivered."""

    name: str
    value: SheetValue | None


def switch_name(rule_id: str) -> str:
    """Name a rule's switch."""
    return f"{rule_id}.{ON}"


def number_name(number: NumberName) -> str:
    """Name a rule's number."""
    return str(number)


def length_name(form: ContactForm, part: LengthPart) -> str:
    """Name one of a form's lengths."""
    return f"{LENGTH}.{form.value}.{part.value}"


def line_name(line_id: str) -> str:
    """Name a line of a form's card; a line of the team's own is its own name."""
    return line_id if line_id.startswith(f"{OWN}.") else f"{LINE}.{line_id}"


def own_line_name(form: ContactForm, about: LineAbout, key: str) -> str:
    """Name a line of the team's own."""
    return f"{OWN}.{form.value}.{about.value}.{key}"


def with_change(changes: SheetChanges, change: Pending) -> SheetChanges:
    """Return the changes with one more, or without it where it goes back."""
    known = dict(changes)
    if change.value is None:
        known.pop(change.name, None)
    else:
        known[change.name] = change.value
    return tuple(sorted(known.items()))
