"""An ExportedEvent remembers what left as a calendar event, so that later exports fit it."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, KeyColumn, Moment
from bostoette.models.key import Key


class ExportedEvent(Base):
    """The state of one event the last time it left; an act's memory, never undone."""

    __tablename__ = "exported_event"

    uid: Mapped[str] = mapped_column(primary_key=True)
    reader: Mapped[str] = mapped_column(primary_key=True)
    """Whose calendar it went to: a worker, a citizen, a participant."""
    contact_id: Mapped[Key | None] = mapped_column(KeyColumn, index=True)
    series_id: Mapped[Key | None] = mapped_column(KeyColumn, index=True)
    sequence: Mapped[int]
    fingerprint: Mapped[str]
    """A digest of the exported properties, none of them readable from it."""
    cancelled: Mapped[bool] = mapped_column(default=False)
    exported_at: Mapped[datetime] = mapped_column(Moment)
    shadow: Mapped[str] = mapped_column(default="")
    """Day, start and minutes, so that a deleted contact can go out as cancelled."""
