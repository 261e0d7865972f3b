"""A CitizenVoice is what a citizen says of being met: what matters, when, where, her own words."""

from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, Packed, refers
from bostoette.models.key import Key
from bostoette.models.voice_fields import (
    PlaceWish,
    TimeOfDay,
    pack_places,
    pack_times,
    unpack_places,
    unpack_times,
)


class CitizenVoice(Base, Edited):
    """One citizen's; nobody has asked where there is none."""

    __tablename__ = "citizen_voice"

    citizen_id: Mapped[Key] = refers("citizen.id", unique=True)
    what_matters: Mapped[str] = mapped_column(default="")
    """When we meet and part (P30)."""
    own_words: Mapped[str] = mapped_column(default="")
    times: Mapped[tuple[TimeOfDay, ...]] = mapped_column(
        Packed(pack_times, unpack_times), default=()
    )
    """Good and bad times of the week (P84)."""
    places: Mapped[tuple[PlaceWish, ...]] = mapped_column(
        Packed(pack_places, unpack_places), default=()
    )
    """Wanted and unwanted places (P53)."""
