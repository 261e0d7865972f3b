"""The fixed words about goals: where they stand, why, and how far the citizen does it alone."""

from enum import StrEnum


class GoalStatus(StrEnum):
    """Where a goal stands (P45); only an active one is in play."""

    ACTIVE = "active"
    PAUSED = "paused"
    REACHED = "reached"
    DROPPED = "dropped"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            GoalStatus.ACTIVE: "i gang",
            GoalStatus.PAUSED: "på pause",
            GoalStatus.REACHED: "nået",
            GoalStatus.DROPPED: "opgivet",
        }[self]

    @property
    def reasons(self) -> tuple["GoalReason", ...]:
        """The reasons that fit, in the order of choice; the free one last."""
        return _REASONS[self]


class GoalReason(StrEnum):
    """Why a goal was paused, reached or dropped."""

    OTHER_FIRST = "other_first"
    NEEDS_CALM = "needs_calm"
    ILLNESS = "illness"
    WAITING = "waiting"
    DOES_IT_ALONE = "does_it_alone"
    CONTENT = "content"
    NOT_WISHED = "not_wished"
    TOO_MUCH = "too_much"
    REPLACED = "replaced"
    OTHER = "other"

    @property
    def danish(self) -> str:
        """The Danish sentence without its full stop."""
        return {
            GoalReason.OTHER_FIRST: "Noget andet fylder mere lige nu",
            GoalReason.NEEDS_CALM: "Der er brug for ro",
            GoalReason.ILLNESS: "Sygdom eller indlæggelse",
            GoalReason.WAITING: "Vi venter på andre",
            GoalReason.DOES_IT_ALONE: "Borgeren klarer det alene",
            GoalReason.CONTENT: "Borgeren er tilfreds med, hvor det er",
            GoalReason.NOT_WISHED: "Borgeren ønsker det ikke længere",
            GoalReason.TOO_MUCH: "Det var for meget på én gang",
            GoalReason.REPLACED: "Et andet mål er kommet i stedet",
            GoalReason.OTHER: "Andet",
        }[self]


_REASONS = {
    GoalStatus.ACTIVE: (),
    GoalStatus.PAUSED: (
        GoalReason.OTHER_FIRST,
        GoalReason.NEEDS_CALM,
        GoalReason.ILLNESS,
        GoalReason.WAITING,
        GoalReason.OTHER,
    ),
    GoalStatus.REACHED: (GoalReason.DOES_IT_ALONE, GoalReason.CONTENT, GoalReason.OTHER),
    GoalStatus.DROPPED: (
        GoalReason.NOT_WISHED,
        GoalReason.TOO_MUCH,
        GoalReason.REPLACED,
        GoalReason.OTHER,
    ),
}


class Independence(StrEnum):
    """How far the citizen did it herself in one contact (P44), from help to alone."""

    WITH_HELP = "with_help"
    WITH_PROMPT = "with_prompt"
    ALONE = "alone"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            Independence.WITH_HELP: "med hjælp",
            Independence.WITH_PROMPT: "med et lille puf",
            Independence.ALONE: "alene",
        }[self]

    @property
    def step(self) -> int:
        """Its place on the way to doing it alone: 1, 2 or 3."""
        return tuple(Independence).index(self) + 1
