"""What all mapped classes share: keys as plain bytes, local days, UTC moments, words for values."""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Dialect, ForeignKey, Integer, MetaData, Text, TypeDecorator
from sqlalchemy import Enum as SqlEnum
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import UserDefinedType

from bostoette.models.key import Key, new_key

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class KeyColumn(UserDefinedType[Key]):
    """A key as a 16-byte BLOB, handed through untouched."""

    cache_ok = True

    def get_col_spec(self, **_kw: Any) -> str:
        """Name the column type."""
        return "BLOB"


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, stored as microseconds since 1970."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Store as a whole number."""
        return None if value is None else (value - EPOCH) // timedelta(microseconds=1)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Give back an aware moment."""
        return None if value is None else EPOCH + timedelta(microseconds=value)


class Packed(TypeDecorator[Any]):
    """A small frozen value kept as JSON text, packed and unpacked by two functions."""

    impl = Text
    cache_ok = True

    def __init__(self, pack: Callable[[Any], Any], unpack: Callable[[Any], Any]) -> None:
        super().__init__()
        self.pack = pack
        self.unpack = unpack

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Store as compact JSON."""
        if value is None:
            return None
        return json.dumps(self.pack(value), ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002 - SQLAlchemy's signature
        """Give back the value."""
        return None if value is None else self.unpack(json.loads(value))


def words(kind: type[StrEnum]) -> SqlEnum:
    """Make a column of a StrEnum that stores the value (SQLAlchemy would store the name)."""
    return SqlEnum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )


class Base(DeclarativeBase):
    """The mapped classes' common ground."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def next_version(previous: int | None) -> int:
    """Make a version that no earlier save of the row had, not even before an undone deletion."""
    return max(time.time_ns() // 1000, (previous or 0) + 1)


class Keyed:
    """A row with a key that travels."""

    id: Mapped[Key] = mapped_column(KeyColumn, primary_key=True, default=new_key)


class Edited(Keyed):
    """A row that people edit: a stale save is noticed by its version."""

    version: Mapped[int] = mapped_column(Integer, nullable=False)
    __mapper_args__ = {  # noqa: RUF012 - SQLAlchemy reads it once
        "version_id_col": version,
        "version_id_generator": next_version,
    }


def refers(target: str, **kw: Any) -> Mapped[Key]:
    """Refer to another row's key; nothing is ever deleted behind the journal's back."""
    return mapped_column(KeyColumn, ForeignKey(target), **kw)


def may_refer(target: str, **kw: Any) -> Mapped[Key | None]:
    """Refer to another row's key, or to none."""
    return mapped_column(KeyColumn, ForeignKey(target), nullable=True, **kw)
