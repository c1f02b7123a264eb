"""One connection for each transaction, or one for all that belong together; none outlives them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError


class Connections:
    """Gives transactions of ``engine``. Safe to share between threads, and to fork outside of blocks."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._shared: ContextVar[_Shared | None] = ContextVar("shared", default=None)

    @contextmanager
    def sharing(self) -> Iterator[None]:
        """Let transactions that this thread begins in the block use one connection, one after the other."""
        shared = _Shared(self._engine)
        token = self._shared.set(shared)
        try:
            yield
        finally:
            self._shared.reset(token)
            shared.end()

    @contextmanager
    def begin(self, *, reading: bool) -> Iterator[Connection]:
        """Give one transaction, and commit it unless its block raises; the engine learns of ``reading``."""
        shared = self._shared.get()
        with (
            # One within another can't share.
            self._engine.connect() if shared is None or shared.lent else shared.lend() as connection,
            connection.execution_options(reading=reading).begin(),
        ):
            yield connection


class _Shared:
    """A connection that is made when first needed. It is not used again after a fault of the database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._over = False
        self.lent = False

    @contextmanager
    def lend(self) -> Iterator[Connection]:
        self.lent = True
        try:
            self._connection = self._connection or self._engine.connect()
            yield self._connection
        except (SQLAlchemyError, OSError):
            self._close()
            raise
        finally:
            self.lent = False
            if self._over:
                self._close()

    def end(self) -> None:
        """Close it, or let who still reads from it do so at the end: an answer may be sent piece by piece."""
        self._over = True
        if not self.lent:
            self._close()

    def _close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
