"""A Review (gennemgang) is a team's week as whoever reviews it sees it: a line for each worker.

Only exceptions are opened (P88); the figures show that the rest was looked at too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.models.worker_fields import AbsenceFields


class MatterKind(StrEnum):
    """Why something is shown to the reviewer."""

    RULE = "rule"
    """Something clashes, does not fit, or a plan lacks something."""
    REASON = "reason"
    """A form was chosen although it is advised against, with a reason (P07, P14)."""
    RED = "red"
    """A citizen's risk is red (P42)."""
    CHANGED = "changed"
    """The plan was changed after it was approved, or since the reviewer last looked."""
    NOTE = "note"
    """A contact was held and its note is overdue (P90)."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing to look at in a worker's week."""

    kind: MatterKind
    text: str
    rule: str = ""
    lift: str = ""
    """What would take it away; "" where nothing simple would."""
    contacts: tuple[Key, ...] = ()
    day: date | None = None
    citizen: Key | None = None
    """Whom it is about, where it is about one citizen's plan or state."""
    typed: str = ""
    """What somebody typed, at the end of the text; it may name people."""

    def said(self, *, names: bool) -> str:
        """Say it, with what was typed only where names may be told."""
        if names or not self.typed:
            return self.text
        return self.text.removesuffix(self.typed).rstrip(" :;")


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question about a week or one contact in it, and where it stands."""

    id: Key
    version: int
    contact_id: Key | None
    about: str
    """Which contact, in words: ``A.M. tor. 26. nov. kl. 9.00``; "" for the whole week."""
    asked_by: str
    """Initials."""
    text: str
    answer: str
    closed: bool


@dataclass(frozen=True, slots=True)
class Minutes:
    """A number of minutes, and whether any of them was estimated."""

    number: int
    certain: bool = True


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One worker's week."""

    worker_id: Key
    initials: str
    name: str
    counts: Mapping[ContactForm, int]
    """Contacts with citizens that stand, by form; meetings among workers are none."""
    planned: int
    """Minutes with citizens."""
    granted: int | None
    """Minutes granted in the week to the citizens she is primary for; None where none says."""
    travel: Minutes
    saved: Minutes
    matters: tuple[Matter, ...]
    status: WeekPlanStatus
    comment: str = ""
    reason: str = ""
    """Why the week was approved although somebody is not met face to face in it (P01)."""
    sent_at: datetime | None = None
    """In UTC."""
    questions: tuple[AskedQuestion, ...] = ()
    away: tuple[date, ...] = ()
    """Days of the week on which she is away."""

    @property
    def contacts(self) -> int:
        """How many contacts stand."""
        return sum(self.counts.values())

    @property
    def open_questions(self) -> int:
        """How many questions are not closed."""
        return sum(not one.closed for one in self.questions)

    @property
    def changed(self) -> bool:
        """Tell whether the plan was changed after it was approved; nothing forbids that."""
        return self.status is WeekPlanStatus.APPROVED and any(
            one.kind is MatterKind.CHANGED for one in self.matters
        )

    @property
    def needs_reason(self) -> bool:
        """Tell whether approving it asks for a reason: somebody is not met in 28 days (P01)."""
        return any(one.kind is MatterKind.RULE and one.rule == "P01" for one in self.matters)

    @property
    def undecided(self) -> bool:
        """Tell whether it waits for the reviewer: sent, or changed since it was approved."""
        return self.status is WeekPlanStatus.SENT or self.changed

    @property
    def without_remarks(self) -> bool:
        """Tell whether it was sent and there is nothing to look at or open in it."""
        sent = self.status is WeekPlanStatus.SENT
        return sent and not self.matters and not self.open_questions


@dataclass(frozen=True, slots=True)
class SilentToo:
    """A citizen nobody has heard from for longer than her rhythm allows."""

    id: Key
    name: str
    initials: str
    days: int
    on_demand: bool = False
    """Whether she makes contact herself, so that it is time to do it instead (P77)."""


@dataclass(frozen=True, slots=True)
class AwayToday:
    """A worker who is away today, until when, and what she has planned in it."""

    worker_id: Key
    name: str
    initials: str
    absence: AbsenceFields
    contacts: int
    """Planned contacts from today to its end that nobody else is in."""


@dataclass(frozen=True, slots=True)
class Review:
    """A team's week."""

    week: IsoWeek
    lines: tuple[ReviewLine, ...]
    citizens: int
    """Citizens who are supported now."""
    met: int
    """Those of them who are met face to face within the days of P01."""
    met_days: int
    silent: tuple[SilentToo, ...] = field(default=())
    """Citizens nobody has heard from for too long by their own rhythm (P43)."""
    away: tuple[AwayToday, ...] = field(default=())
    """Workers who are away today, whatever week is shown."""

    @property
    def planned(self) -> int:
        """Minutes planned with citizens."""
        return sum(line.planned for line in self.lines)

    @property
    def granted(self) -> int:
        """Minutes granted, as far as grants say a number."""
        return sum(line.granted or 0 for line in self.lines)

    @property
    def not_sent(self) -> tuple[ReviewLine, ...]:
        """Return those who have planned something and not sent it."""
        return tuple(
            line
            for line in self.lines
            if line.status in {WeekPlanStatus.DRAFT, WeekPlanStatus.RETURNED} and line.contacts
        )


@dataclass(frozen=True, slots=True)
class StandIn:
    """Somebody who reviews in the leader's place, her last day included."""

    worker_id: Key
    initials: str
    until: date


@dataclass(frozen=True, slots=True)
class OwnReview:
    """One worker's week as she sees it on its way through review."""

    week: IsoWeek
    own: bool
    """Whether it is the week of the person who looks."""
    status: WeekPlanStatus
    comment: str
    decided_by: str
    """Initials; "" where nobody has decided."""
    questions: tuple[AskedQuestion, ...]
