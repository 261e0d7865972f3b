"""Asks an open connection without SQLAlchemy, in the words in which a session's is asked."""

from typing import Any, Self


class PlainReader:
    """Stands where the questions of `weeks` and `week_people` expect a session."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def connection(self) -> Self:
        """Give what statements are run on."""
        return self

    def exec_driver_sql(self, statement: str, values: tuple[object, ...] = ()) -> Any:
        """Run a statement as it stands, and give its rows."""
        return self._connection.execute(statement, values)
