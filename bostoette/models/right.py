"""A Right is something that not every role may do; what is no right, everybody may."""

from enum import StrEnum


class Right(StrEnum):
    """What a team leader may, or also whoever stands in for her."""

    CONDITIONS = "conditions"
    LISTS = "lists"
    WORKERS = "workers"
    ENTRIES = "entries"
    STAND_INS = "stand_ins"
    DELETE_CITIZENS = "delete_citizens"
    RESTORE = "restore"
    RECOVERY_KEY = "recovery_key"
    REVIEW = "review"
    ALL_FIGURES = "all_figures"

    @property
    def danish(self) -> str:
        """What it lets somebody do, for a list."""
        return {
            Right.CONDITIONS: "rette teamets rammer",
            Right.LISTS: "rette teamets lister, eksport, papir og frister",
            Right.WORKERS: "oprette og rette kolleger, deres rolle og fravær",
            Right.ENTRIES: "give og fjerne adgang",
            Right.STAND_INS: "vælge en stedfortræder",
            Right.DELETE_CITIZENS: "slette borgere for altid",
            Right.RESTORE: "gå tilbage til en kopi",
            Right.RECOVERY_KEY: "lave en ny gendannelsesnøgle",
            Right.REVIEW: "gennemgå og godkende uger",
            Right.ALL_FIGURES: "se hele teamets tal",
        }[self]

    @property
    def lent(self) -> bool:
        """Whether a stand-in has it too, until her last day."""
        return self in {Right.REVIEW, Right.ALL_FIGURES}
