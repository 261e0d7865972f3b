"""A Draft is text being typed: bound to one thing by its key, outside the journal."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, KeyColumn, Moment
from bostoette.models.key import Key


class Draft(Base):
    """One person's unfinished fields about one thing; nothing else can receive it."""

    __tablename__ = "draft"

    kind: Mapped[str] = mapped_column(primary_key=True)
    subject_id: Mapped[Key] = mapped_column(KeyColumn, primary_key=True)
    worker_id: Mapped[Key] = mapped_column(KeyColumn, primary_key=True)
    fields: Mapped[str]
    """JSON."""
    saved_at: Mapped[datetime] = mapped_column(Moment)
