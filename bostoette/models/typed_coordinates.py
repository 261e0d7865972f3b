"""Coordinates as people type or paste them: ``56,15 10,20``, ``56.1500, 10.2000``."""

import re

_NUMBER = r"[-+]?\d{1,3}(?:[.,]\d+)?"
_APART = r"\s*°?(?:\s*[,;]\s+|\s*;\s*|\s+)"
_TYPED = re.compile(rf"\s*({_NUMBER}){_APART}({_NUMBER})\s*°?\s*")
_POINTS = re.compile(r"\s*([-+]?\d{1,3}\.\d+),([-+]?\d{1,3}\.\d+)\s*")
Degrees = tuple[float, float]
"""Latitude and longitude in degrees."""


def read_coordinates(typed: str) -> Degrees | None:
    """Read latitude and longitude in degrees, or None where they are not two numbers."""
    found = _TYPED.fullmatch(typed) or _POINTS.fullmatch(typed)
    if found is None:
        return None
    latitude, longitude = (float(part.replace(",", ".")) for part in found.groups())
    return latitude, longitude


def say_coordinates(degrees: Degrees) -> str:
    """Write them as the program writes numbers: ``56,15 10,2``."""
    return " ".join(f"{part:.6f}".rstrip("0").rstrip(".").replace(".", ",") for part in degrees)
