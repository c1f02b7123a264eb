"""Bringing the tables up to date."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from server.store.records.database import open_engine, take_turns, unavailable

_MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x6D696772617465  # any number that no other part of the records uses
_PATIENCE = 60.0  # seconds, for others that do the same
_POLL_SECONDS = 0.02


def migrate(url: str, to: str = "head") -> str:
    """Bring the tables at ``url`` up to date, or ``to`` a version, and return it; several may do so at once.

    All of it is one transaction: the tables are as they were, or as they should be.

    Raises:
        AddressError: where ``url`` names no database of a kind that we know.
        RecordsUnavailableError: where the database fails, or a later release has been at it.
    """
    engine = open_engine(url, _PATIENCE)
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    try:
        if engine.dialect.name == "sqlite":
            _write_ahead(engine)
        with engine.begin() as connection:
            take_turns(connection, _LOCK)
            config.attributes["connection"] = connection
            command.upgrade(config, to)
            return str(ScriptDirectory.from_config(config).as_revision_number(to))
    except (SQLAlchemyError, sqlite3.Error, OSError, CommandError) as error:
        raise unavailable(error) from error


def _write_ahead(engine: Engine) -> None:
    """Let readers and a writer not wait for each other. The file remembers it."""
    deadline = time.monotonic() + _PATIENCE
    with closing(engine.raw_connection()) as connection:
        while True:
            try:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                # The one statement for which SQLite itself may not wait when another is at it.
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(_POLL_SECONDS)
            else:
                return
