"""How often a request connects to the records: once, if at all (docs/decisions/0009)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Flask

from server.store.records.database import Database

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment


def install(app: Flask, database: Database) -> None:
    """Let all transactions of a request with ``database`` share one connection, which ends with it."""
    answer = app.wsgi_app

    def sharing(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        with database.sharing():
            return answer(environ, start_response)

    app.wsgi_app = sharing  # type: ignore[method-assign]  # as Flask says to wrap it
