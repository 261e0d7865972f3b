"""A Relation is how well a worker and a citizen know each other, where somebody has said so."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, refers, words
from bostoette.models.key import Key
from bostoette.models.life_kinds import RelationStrength


class Relation(Base, Edited):
    """Set by hand, it counts instead of what their meetings tell (P15)."""

    __tablename__ = "relation"
    __table_args__ = (UniqueConstraint("citizen_id", "worker_id"),)

    citizen_id: Mapped[Key] = refers("citizen.id")
    worker_id: Mapped[Key] = refers("worker.id")
    strength: Mapped[RelationStrength] = mapped_column(words(RelationStrength))
    set_on: Mapped[date]
    set_by: Mapped[Key] = refers("worker.id")
