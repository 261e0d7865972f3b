"""Rows as plain JSON values and back: what the journal keeps of a row's values."""

from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, cast

from sqlalchemy import Column, Date
from sqlalchemy import Enum as SqlEnum
from sqlalchemy.orm import Mapper

from bostoette.models.base import KeyColumn, Moment, Packed
from bostoette.models.tables import Base

PlainRow = dict[str, Any]
_ANY_DIALECT: Any = None  # our column types do not look at it


def plain(column: Column[Any], value: Any) -> Any:
    """Turn one column's Python value into a JSON value."""
    if value is None:
        return None
    kind = column.type
    if isinstance(kind, KeyColumn):
        return value.hex()
    if isinstance(kind, Packed):
        return kind.pack(value)
    if isinstance(kind, Moment):
        return kind.process_bind_param(value, _ANY_DIALECT)
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def lively(column: Column[Any], value: Any) -> Any:  # noqa: PLR0911 - one line a type
    """Turn a JSON value back into the column's Python value."""
    if value is None:
        return None
    kind = column.type
    if isinstance(kind, KeyColumn):
        return bytes.fromhex(value)
    if isinstance(kind, Packed):
        return kind.unpack(value)
    if isinstance(kind, Moment):
        return kind.process_result_value(value, _ANY_DIALECT)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, SqlEnum) and kind.enum_class is not None:
        return kind.enum_class(value)
    return value


@cache
def columns_of(kind: type[Base]) -> tuple[tuple[str, Column[Any]], ...]:
    """List a mapped class's columns under their attribute names."""
    mapper: Mapper[Any] = kind.__mapper__
    return tuple((attr.key, cast("Column[Any]", attr.columns[0])) for attr in mapper.column_attrs)


@cache
def kind_of_table(name: str) -> type[Base]:
    """Find the mapped class of a table."""
    for mapper in Base.registry.mappers:
        if getattr(mapper.local_table, "name", None) == name:
            return mapper.class_
    raise LookupError(name)


@cache
def table_places() -> dict[str, int]:
    """Return the tables numbered so that each comes after those it refers to."""
    return {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}


def _attribute(mapper: Mapper[Any], column: Any) -> str:
    return mapper.get_property_by_column(column).key


def row_key(row: Base) -> str:
    """Write a row's primary key as text: keys as hex, parts joined by "/"."""
    mapper = type(row).__mapper__
    return "/".join(
        str(plain(cast("Column[Any]", column), getattr(row, _attribute(mapper, column))))
        for column in mapper.primary_key
    )


def key_from_text(kind: type[Base], text: str) -> tuple[Any, ...]:
    """Read a primary key back from its text."""
    columns = kind.__mapper__.primary_key
    return tuple(
        bytes.fromhex(part) if isinstance(column.type, KeyColumn) else part
        for column, part in zip(columns, text.split("/"), strict=True)
    )
