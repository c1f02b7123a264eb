"""The records' database: a file of SQLite's, or a PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from psycopg import IsolationLevel
from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from server.breaker import Breaker
from server.store.records.connections import Connections
from server.store.records.model import AddressError, RecordsUnavailableError

_CONNECT_SECONDS = 3  # that a PostgreSQL may take to answer at all
_RETRY_SECONDS = 1.0  # that the database is left alone after a fault


class Database:
    """Transactions with the records. Safe to share between threads, and to fork.

    Every statement, waiting for others included, may take ``patience``
    seconds. Nothing is connected to before it is needed.

    Raises:
        AddressError: where ``url`` names no database of a kind that we know.
    """

    def __init__(self, url: str, patience: float = 5.0, retry_seconds: float = _RETRY_SECONDS) -> None:
        self._engine = open_engine(url, patience)
        self._connections = Connections(self._engine)
        self._breaker = Breaker("the database of records", retry_seconds)

    @contextmanager
    def transaction(self, lock: int) -> Iterator[Connection]:
        """Give one transaction, and commit it unless its block raises.

        Those with the same ``lock`` come one after the other, so that what
        one has read stays true until it has written.

        Raises:
            RecordsUnavailableError: where the database fails, or is left alone just now.
        """
        with self._guarded() as connection:
            take_turns(connection, lock)
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give one transaction to read in, which sees one state throughout and waits for no writer.

        Raises:
            RecordsUnavailableError: where the database fails, or is left alone just now.
        """
        with self._guarded(reading=True) as connection:
            yield connection

    def sharing(self) -> AbstractContextManager[None]:
        """Let the transactions within a block share one connection, which is closed at its end.

        One that begins within another still has a connection of its own.
        """
        return self._connections.sharing()

    @contextmanager
    def _guarded(self, *, reading: bool = False) -> Iterator[Connection]:
        ticket = self._breaker.admit()
        if ticket is None:
            raise RecordsUnavailableError("left alone after a fault")
        try:
            with self._connections.begin(reading=reading) as connection:
                yield connection
        except (SQLAlchemyError, OSError) as error:
            fault = unavailable(error)
            self._breaker.failed(fault)
            raise fault from error
        self._breaker.succeeded(ticket)


def open_engine(url: str, patience: float) -> Engine:
    """Return an engine that keeps no connection (docs/decisions/0009).

    Raises:
        AddressError: where ``url`` names no database of a kind that we know;
            the message does not repeat it, since it may hold a password.
    """
    try:
        parsed = make_url(url)
        if parsed.drivername == "sqlite" and _names_a_file(parsed):
            return _sqlite(parsed, patience)
        if parsed.drivername == "postgresql":
            return _postgresql(parsed, patience)
    except (ArgumentError, ValueError):
        pass
    raise AddressError("must be the address of a PostgreSQL, or sqlite:/// and the path of a file")


def take_turns(connection: Connection, lock: int) -> None:
    """Wait until no other transaction holds ``lock``, and hold it to the end of this one."""
    # In SQLite every transaction waits for every other from its beginning.
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (lock,))


def unavailable(error: Exception) -> RecordsUnavailableError:
    """Return what is to be said of ``error``: not the statement, nor any values that the database repeats."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    said = str(cause).strip().partition("\n")[0]
    return RecordsUnavailableError(f"{type(cause).__name__}: {said}")


def _names_a_file(url: URL) -> bool:
    return bool(url.database) and not str(url.database).startswith((":memory:", "file:")) and not url.host


def _sqlite(url: URL, patience: float) -> Engine:
    engine = create_engine(url, poolclass=NullPool, hide_parameters=True, connect_args={"timeout": patience})

    @event.listens_for(engine, "do_connect")
    def make_folder(_dialect: Any, _record: Any, args: list[Any], _parameters: Any) -> None:
        Path(args[0]).parent.mkdir(parents=True, exist_ok=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # sqlite3 shall begin no transactions; SQLAlchemy does
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # Who begins by reading and then wants to write would fail at once where another writes.
        reading = connection.get_execution_options().get("reading")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _postgresql(url: URL, patience: float) -> Engine:
    url = url.set(drivername="postgresql+psycopg")
    if "connect_timeout" not in url.query:
        url = url.update_query_dict({"connect_timeout": str(_CONNECT_SECONDS)})
    engine = create_engine(url, poolclass=NullPool, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get("reading")
        # The driver says so when it begins: one message less for each transaction.
        driver: Any = connection.connection.dbapi_connection
        driver.isolation_level = IsolationLevel.REPEATABLE_READ if reading else None
        driver.read_only = True if reading else None
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = {round(1000 * patience)}")

    return engine
