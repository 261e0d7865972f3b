"""A CitizenVoice is what a citizen says of being met: what matters, when, where, her own words."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, Packed, refers
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.key import Key
from bostoette.models.voice_fields import PlaceWish, TimeOfDay


def _pack_times(times: tuple[TimeOfDay, ...]) -> list[list[Any]]:
    return [[one.weekday, one.start, one.end, one.good] for one in times]


def _unpack_times(stored: list[list[Any]]) -> tuple[TimeOfDay, ...]:
    return tuple(TimeOfDay(*one) for one in stored)


def _pack_places(places: tuple[PlaceWish, ...]) -> list[list[Any]]:
    return [[one.place.value, one.wanted] for one in places]


def _unpack_places(stored: list[list[Any]]) -> tuple[PlaceWish, ...]:
    return tuple(PlaceWish(ContactPlace(place), wanted) for place, wanted in stored)


class CitizenVoice(Base, Edited):
    """One citizen's; nobody has asked where there is none."""

    __tablename__ = "citizen_voice"

    citizen_id: Mapped[Key] = refers("citizen.id", unique=True)
    what_matters: Mapped[str] = mapped_column(default="")
    """When we meet and part (P30)."""
    own_words: Mapped[str] = mapped_column(default="")
    times: Mapped[tuple[TimeOfDay, ...]] = mapped_column(
        Packed(_pack_times, _unpack_times), default=()
    )
    """Good and bad times of the week (P84)."""
    places: Mapped[tuple[PlaceWish, ...]] = mapped_column(
        Packed(_pack_places, _unpack_places), default=()
    )
    """Wanted and unwanted places (P53)."""
