"""The fixed words about the life around a contact: judged, tried, phased out, known well."""

from enum import StrEnum


class Triage(StrEnum):
    """Who must be visited when there are too few hands (P89)."""

    MUST_VISIT = "must_visit"
    BY_PHONE = "by_phone"
    ON_DEMAND = "on_demand"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            Triage.MUST_VISIT: "Skal have besøg",
            Triage.BY_PHONE: "Klarer sig på telefon en tid",
            Triage.ON_DEMAND: "Efter behov",
        }[self]


class RelationStrength(StrEnum):
    """How well a worker and a citizen know each other (P15)."""

    NEVER_MET = "never_met"
    MET = "met"
    KNOWS_WELL = "knows_well"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            RelationStrength.NEVER_MET: "har ikke mødt borgeren",
            RelationStrength.MET: "har mødt borgeren",
            RelationStrength.KNOWS_WELL: "kender borgeren godt",
        }[self]


class TrialOutcome(StrEnum):
    """What is decided when a form has been tried (P10)."""

    KEEP = "keep"
    ADJUST = "adjust"
    STOP = "stop"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            TrialOutcome.KEEP: "Behold",
            TrialOutcome.ADJUST: "Ret til",
            TrialOutcome.STOP: "Stop",
        }[self]


class PhaseOutState(StrEnum):
    """Where a phase-out (nedtrapning) stands."""

    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            PhaseOutState.RUNNING: "I gang",
            PhaseOutState.DONE: "Gennemført",
            PhaseOutState.STOPPED: "Stoppet",
        }[self]
