"""The schema number and its migrations, run at start on the open connection.

Alembic is loaded only when the stored number differs from the program's, since it costs
start-up time. Migrations never use today's classes.
"""

from pathlib import Path

from sqlalchemy import Connection, Engine

from bostoette.models.plan_error import PlanError
from bostoette.store.faults import told_plainly
from bostoette.store.schema_number import SCHEMA

FOLDER = Path(__file__).parent / "migrations"


class NewerDatabase(PlanError):
    """The file was written by a newer program."""


def stored_schema(engine: Engine) -> int:
    """Read the file's schema number, refusing a file from a newer program."""
    with told_plainly(), engine.connect() as connection:
        number = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if number > SCHEMA:
        raise NewerDatabase(
            "Filen er skrevet af en nyere udgave af programmet, så denne udgave åbner den ikke. "
            "Den er ikke ændret. Opdatér programmet, og prøv igen."
        )
    return number


def migrate(engine: Engine) -> None:
    """Bring the file to today's schema, all or nothing.

    Foreign keys are off while tables are rebuilt, checked before the commit, and on again after.
    """
    with told_plainly(), engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None  # noqa: S101 - an open connection has a driver
        raw.execute("PRAGMA foreign_keys=OFF")
        try:
            connection.exec_driver_sql("DROP TABLE IF EXISTS file_mark")
            _upgrade(connection)
            _check_foreign_keys(connection)
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
            connection.commit()
        finally:
            connection.rollback()
            raw.execute("PRAGMA foreign_keys=ON")


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", FOLDER.as_posix().replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    reached = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if reached != f"{SCHEMA:04d}":
        message = f"the migrations end at {reached}, not at {SCHEMA:04d}"
        raise RuntimeError(message)


def _check_foreign_keys(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise PlanError(
            "Filen kunne ikke bringes til den nye udgave, fordi noget i den ikke hænger sammen. "
            "Den er ikke ændret. Gendan en kopi, eller skriv til os.",
            details=f"foreign_key_check: {len(broken)}",
        )
