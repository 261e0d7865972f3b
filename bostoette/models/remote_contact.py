"""What is shown around one contact at a distance, and of a citizen's way to video."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bostoette.models.checklist import Ticked
from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.note_kinds import GivenHow
from bostoette.models.remote_kinds import CheckPoint, StartStep, TechOutcome, TechPart
from bostoette.models.timespan import TimeSpan

REMOTE_TALKS = (ContactForm.PHONE, ContactForm.VIDEO)
"""The forms that expectations, a checklist and plan B belong to."""


@dataclass(frozen=True, slots=True)
class CheckedPoint:
    """One point of the checklist before a contact at a distance."""

    point: CheckPoint
    text: str
    why: str
    """Why the practice rule asks for it."""
    done: bool
    said: str
    """What it is ticked from, or what is missing."""
    by_hand: bool
    """Whether a person may tick it, or take the tick away."""


@dataclass(frozen=True, slots=True)
class NotedSummary:
    """What the citizen's note says of the summary (P70)."""

    due: bool
    """Whether something was agreed that she is to have in writing or read aloud."""
    how: GivenHow | None
    """How she was given it; None while she was not."""
    given: Ticked | None
    """When, and by whom."""


@dataclass(frozen=True, slots=True)
class RemoteFacts:
    """What is known about a contact at a distance when its checklist is made."""

    form: ContactForm
    held: bool
    today: date
    profile: ProfileFields
    talked: Ticked | None = None
    """The expectation talk about this form (P04)."""
    meetings: int = 0
    """How often the one who holds it has met the citizen before, planned ones counted (P11)."""
    begins_at_a_distance: bool = False
    """Whether a reason for that is chosen (P14)."""
    superuser_along: bool = False
    steps_left: int = 0
    """Of the start-up package."""
    agreed: bool = False
    points_on_agenda: int = 0
    ticks: Mapping[CheckPoint, Ticked] = field(default_factory=dict)
    summary: NotedSummary | None = None
    """None while no note is signed."""


@dataclass(frozen=True, slots=True)
class FreeSuperuser:
    """A superuser who could come along, and what keeps her from it; empty where she is free."""

    id: Key
    initials: str
    busy: str


@dataclass(frozen=True, slots=True)
class SuperuserProposal:
    """That a superuser should be with the citizen at this video contact (P64)."""

    said: str
    free: FreeSuperuser | None
    """The first who is free."""


@dataclass(frozen=True, slots=True)
class NotedTech:
    """What was noted of the technology in one contact (P65)."""

    outcome: TechOutcome
    part: TechPart | None


@dataclass(frozen=True, slots=True)
class RemoteContact:
    """Everything the panel says of a contact at a distance besides its usual fields."""

    id: Key
    form: ContactForm
    first: bool
    """Whether it is the citizen's first one in this form."""
    points: tuple[CheckedPoint, ...]
    talk_missing: str
    """That expectations are to be talked about first; empty where they have been (P04)."""
    plan_b_missing: str
    """Why plan B is wanted here; empty where nothing has to be said (P32)."""
    superuser: SuperuserProposal | None
    along: str
    """Initials of the superuser who is with the citizen; empty where none is (P64)."""
    may_note_tech: bool
    tech: NotedTech | None
    instead: str
    """What to do when the technology fails: whom to ring, and plan B."""

    @property
    def done(self) -> int:
        """How many points are ticked."""
        return sum(point.done for point in self.points)


@dataclass(frozen=True, slots=True)
class PackageLine:
    """One step of a citizen's start-up package; practice calls are numbered from 1."""

    step: StartStep
    number: int
    text: str
    how: str
    done: bool
    said: str
    """When and by whom, or what is missing."""
    by_hand: bool


@dataclass(frozen=True, slots=True)
class NextVisit:
    """The visit that the package can be taken along to, or is (P12)."""

    id: Key
    span: TimeSpan
    points: int = 0
    """How many of the open steps stand on its agenda."""


@dataclass(frozen=True, slots=True)
class StartupPackage:
    """How far a citizen is on the way to video (P63)."""

    lines: tuple[PackageLine, ...]
    begun: bool
    ready: bool
    """Whether video counts as practised."""
    known: bool
    """Whether anybody has asked about equipment and video."""
    paused_on: date | None
    """Since when video holds a pause (P65)."""
    next_visit: NextVisit | None
    """The next one that is long enough for it."""
    taken_to: NextVisit | None = None
    """The visit whose agenda the open steps, or some of them, stand on."""

    @property
    def can_be_taken(self) -> bool:
        """Tell whether there is a visit that it could be taken along to, and is not yet."""
        all_taken = self.taken_to is not None and self.taken_to.points >= self.left
        return self.next_visit is not None and bool(self.left) and not all_taken

    @property
    def left(self) -> int:
        """How many steps are still open."""
        return sum(not line.done for line in self.lines)


@dataclass(frozen=True, slots=True)
class AskedWish:
    """One answer about a form: what, when and to whom (P04)."""

    wish: FormWish
    asked_on: date
    asked_by: str
    """Initials; empty where that is not known."""


@dataclass(frozen=True, slots=True)
class FormWishes:
    """What a citizen thinks of one form, and has thought before."""

    form: ContactForm
    wish: FormWish
    answers: tuple[AskedWish, ...]
    """The newest first."""
    ask_again: date | None
    """None where nobody has asked yet."""

    def is_due(self, today: date) -> bool:
        """Tell whether it is time to ask, for the first time or again."""
        return self.ask_again is None or self.ask_again <= today
