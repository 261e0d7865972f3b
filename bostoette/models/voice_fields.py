"""What a citizen says about when, where and how to meet, as it is filled in and asked about."""

from dataclasses import dataclass
from typing import Any

from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import WEEKDAYS, clock, listed


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A part of the day, in minutes after midnight, that is good or bad for the citizen (P84)."""

    weekday: int | None
    """0 is Monday; None is every day."""
    start: int
    end: int
    good: bool

    def said(self) -> str:
        """Say it: ``tirsdag 13.00–16.00``, ``alle dage 8.00–10.00``."""
        day = "alle dage" if self.weekday is None else WEEKDAYS[self.weekday]
        return f"{day} {clock(self.start)}–{clock(self.end)}"

    def counts_on(self, span: TimeSpan) -> bool:
        """Tell whether it is about the weekday of a span."""
        return self.weekday is None or self.weekday == span.day.weekday()

    def holds(self, span: TimeSpan) -> bool:
        """Tell whether a span lies wholly within it."""
        return self.counts_on(span) and self.start <= span.start and span.end <= self.end

    def meets(self, span: TimeSpan) -> bool:
        """Tell whether a span touches it."""
        return self.counts_on(span) and self.start < span.end and span.start < self.end


@dataclass(frozen=True, slots=True)
class PlaceWish:
    """A place where the citizen wants, or does not want, to meet (P53)."""

    place: ContactPlace
    wanted: bool


def pack_times(times: tuple[TimeOfDay, ...]) -> list[list[Any]]:
    """Turn times into plain values, to be stored."""
    return [[one.weekday, one.start, one.end, one.good] for one in times]


def unpack_times(stored: list[list[Any]]) -> tuple[TimeOfDay, ...]:
    """Give back times from plain values."""
    return tuple(TimeOfDay(*one) for one in stored)


def pack_places(places: tuple[PlaceWish, ...]) -> list[list[Any]]:
    """Turn places into plain values, to be stored."""
    return [[one.place.value, one.wanted] for one in places]


def unpack_places(stored: list[list[Any]]) -> tuple[PlaceWish, ...]:
    """Give back places from plain values."""
    return tuple(PlaceWish(ContactPlace(place), wanted) for place, wanted in stored)


@dataclass(frozen=True, slots=True)
class VoiceFields:
    """Everything; empty where nobody has asked."""

    what_matters: str = ""
    own_words: str = ""
    times: tuple[TimeOfDay, ...] = ()
    places: tuple[PlaceWish, ...] = ()

    def check(self) -> None:
        """Raise PlanError where a text holds a CPR number or a time ends before it begins."""
        refuse_cpr(self.what_matters, self.own_words)
        for one in self.times:
            if one.end <= one.start:
                raise PlanError(
                    "Et tidsrum slutter, før det begynder. Intet er gemt endnu, og det skrevne "
                    "står der stadig. Ret klokkeslættene."
                )

    @property
    def nothing(self) -> bool:
        """Tell whether nothing is said."""
        return not (self.what_matters or self.own_words or self.times or self.places)

    def unwanted(self, place: ContactPlace) -> bool:
        """Tell whether the citizen does not want to meet at a place (P53)."""
        return any(one.place is place and not one.wanted for one in self.places)

    def against(self, span: TimeSpan) -> str:
        """Say why a time does not fit the citizen, or nothing where it does (P84).

        A bad time speaks against what touches it. Where good times are known for that weekday,
        a contact belongs within one of them.
        """
        bad = [one for one in self.times if not one.good and one.meets(span)]
        if bad:
            return f"Borgeren har ikke kræfter {bad[0].said()}"
        good = [one for one in self.times if one.good]
        on_the_day = [one for one in good if one.counts_on(span)]
        if not good or any(one.holds(span) for one in on_the_day):
            return ""
        return f"Borgerens gode tid er {listed([one.said() for one in on_the_day or good])}"

    def fits(self, span: TimeSpan) -> bool:
        """Tell whether nothing speaks against a time."""
        return not self.against(span)
