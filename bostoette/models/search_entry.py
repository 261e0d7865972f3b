"""A SearchEntry says which written thing a number in the index of words stands for.

The index is made from the rows and can be made anew from them at any time, so it lies outside the
journal and every machine numbers its own.
"""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, KeyColumn, words
from bostoette.models.key import Key
from bostoette.models.search_kinds import SearchKind


class SearchEntry(Base):
    """One indexed row: its number goes by day, the newest has the lowest."""

    __tablename__ = "search_entry"
    __table_args__ = (UniqueConstraint("row_id"),)

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[SearchKind] = mapped_column(words(SearchKind))
    row_id: Mapped[Key] = mapped_column(KeyColumn)
    checksum: Mapped[int]
    """Of the words that were indexed: they alone can be taken out again."""
