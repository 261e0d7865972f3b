"""Whose car was driven: the worker's own, or one of the employer's."""

from enum import StrEnum


class CarKind(StrEnum):
    """Own or service car."""

    OWN = "own"
    SERVICE = "service"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {CarKind.OWN: "Egen bil", CarKind.SERVICE: "Tjenestebil"}[self]
