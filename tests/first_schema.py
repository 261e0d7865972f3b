"""A file as the first release made it, with people in it."""

from pathlib import Path

from alembic import command
from alembic.config import Config

from bostoette.store.database import Database, make_empty_database, open_database
from bostoette.store.schema import FOLDER

ROWS = (
    """INSERT INTO worker (id, version, initials, name, job_title, role, phone, hours, base_kind,
    base_address, base_postal_code, travel_mode, active) VALUES (x'01', 1, 'M.J.',
    'Mona Jensen', '', 'worker', '', '[null,null,null,null,null,null,null]', 'office', '', '',
    'car', 1)""",
    """INSERT INTO contact (id, version, purpose_id, form, day, "start", minutes, place,
    place_text, phone_number, video_link, meeting_point, bad_weather_plan, plan_b, status,
    status_reason, agreed_with_citizen, unplanned) VALUES (x'02', 7, 'acute', 'phone',
    '2026-11-26', 540, 15, 'home', '', '12 34 56 78', '', '', '', 'Ring til K.L.', 'planned',
    '', 1, 0)""",
    """INSERT INTO contact_worker (contact_id, day, worker_id, position)
    VALUES (x'02', '2026-11-26', x'01', 0)""",
)


def make_first_schema(path: Path, data_key: bytes) -> Database:
    """Make a file as the first release made it, by its own migration, with people in it."""
    make_empty_database(path, data_key)
    database = open_database(path, data_key)
    config = Config()
    config.set_main_option("script_location", FOLDER.as_posix())
    with database.writer.begin() as connection:
        connection.exec_driver_sql("DROP TABLE file_mark")
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql("PRAGMA user_version=1")
        for statement in ROWS:
            connection.exec_driver_sql(statement)
    return database
