"""The fixed words of notes: sure or not, how the home was, the relation, what became of agreements.

Each knows its Danish word, as the note form and everything printed say it.
"""

from enum import StrEnum


class Certainty(StrEnum):
    """How sure the worker is of what she was told at a distance (P36)."""

    SURE = "sure"
    UNSURE = "unsure"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {Certainty.SURE: "Sikker", Certainty.UNSURE: "Usikker"}[self]


class HomeImpression(StrEnum):
    """How the home was at a visit (P37); one not seen leaves its clock where it stood."""

    OK = "ok"
    WORSE = "worse"
    WORRYING = "worrying"
    NOT_SEEN = "not_seen"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            HomeImpression.OK: "Som det plejer",
            HomeImpression.WORSE: "Værre",
            HomeImpression.WORRYING: "Bekymrende",
            HomeImpression.NOT_SEEN: "Ikke set",
        }[self]


class RelationMark(StrEnum):
    """How the relation is after a run of contacts at a distance (P16)."""

    STRONGER = "stronger"
    SAME = "same"
    THINNER = "thinner"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            RelationMark.STRONGER: "Stærkere",
            RelationMark.SAME: "Uændret",
            RelationMark.THINNER: "Tyndere",
        }[self]


class AgreementDoer(StrEnum):
    """Who does what was agreed."""

    CITIZEN = "citizen"
    WORKER = "worker"
    BOTH = "both"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            AgreementDoer.CITIZEN: "Borgeren",
            AgreementDoer.WORKER: "Medarbejderen",
            AgreementDoer.BOTH: "Sammen",
        }[self]


class AgreementOutcome(StrEnum):
    """What became of an agreement so far (P33); partly done is still to be followed up."""

    OPEN = "open"
    PARTLY = "partly"
    DONE = "done"
    NOT_DONE = "not_done"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            AgreementOutcome.OPEN: "åben",
            AgreementOutcome.PARTLY: "delvist gjort",
            AgreementOutcome.DONE: "gjort",
            AgreementOutcome.NOT_DONE: "ikke gjort",
        }[self]

    @property
    def goes_on(self) -> bool:
        """Tell whether the next contact asks for it again."""
        return self in {AgreementOutcome.OPEN, AgreementOutcome.PARTLY}


class SeenOrTold(StrEnum):
    """Whether somebody saw it or was told (P33, P36)."""

    SEEN = "seen"
    TOLD = "told"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {SeenOrTold.SEEN: "set", SeenOrTold.TOLD: "fortalt"}[self]


class GivenHow(StrEnum):
    """How the citizen got the summary (P70)."""

    SENT = "sent"
    HANDED_OVER = "handed_over"
    READ_ALOUD = "read_aloud"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            GivenHow.SENT: "sendt",
            GivenHow.HANDED_OVER: "givet i hånden",
            GivenHow.READ_ALOUD: "læst højt",
        }[self]
