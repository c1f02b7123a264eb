"""requests and urllib3 with another way to begin a connection and to read from it.

urllib3 keeps everything else: TLS with the host's name for SNI and for the
certificate, HTTP, chunks and decompression.
"""

from __future__ import annotations

import http.client
import io
import socket
from contextlib import ExitStack
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection

from server.fetch.dialing import Dialer
from server.fetch.reading import LimitedReader


class GuardedAdapter(HTTPAdapter):
    """A requests adapter for one fetch.

    Args:
        dialer: makes the connections.
        max_bytes: most bytes on the wire for one answer, headers included.
    """

    def __init__(self, dialer: Dialer, max_bytes: int) -> None:
        self._readers = ExitStack()
        self._guards = {"dialer": dialer, "max_bytes": max_bytes, "readers": self._readers}
        super().__init__()

    def init_poolmanager(
        self, connections: int, maxsize: int, block: bool = False, **pool_kwargs: Any
    ) -> None:
        """Make the pools; requests calls this once."""
        self.poolmanager = _Pools(
            self._guards, num_pools=connections, maxsize=maxsize, block=block, **pool_kwargs
        )

    def close(self) -> None:
        """Close whatever is still open; urllib3 forgets a connection whose headers it refuses."""
        super().close()
        self._readers.close()


class _Pools(PoolManager):
    def __init__(self, guards: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._guards = guards

    def _new_pool(
        self, scheme: str, host: str, port: int, request_context: dict[str, Any] | None = None
    ) -> HTTPConnectionPool:
        pool = super()._new_pool(scheme, host, port, request_context)
        pool.ConnectionCls = _SecureConnection if scheme == "https" else _Connection
        pool.conn_kw.update(self._guards)
        return pool


class _Connection(HTTPConnection):
    def __init__(self, *args: Any, dialer: Dialer, max_bytes: int, readers: ExitStack, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._dialer = dialer
        self._max_bytes = max_bytes
        self._readers = readers

    def _new_conn(self) -> socket.socket:
        return self._dialer.dial(self.host.strip("[]"), self.port)

    def response_class(  # type: ignore[override]  # a class in http.client, which only ever calls it
        self, connection: socket.socket, *args: Any, **kwargs: Any
    ) -> http.client.HTTPResponse:
        """Return what http.client reads the answer with."""
        response = http.client.HTTPResponse(connection, *args, **kwargs)
        reader = LimitedReader(response.fp.detach(), connection, self._dialer.deadline, self._max_bytes)
        response.fp = io.BufferedReader(self._readers.enter_context(reader))
        return response


class _SecureConnection(_Connection, HTTPSConnection):
    """TLS is put over what ``_new_conn`` returns."""
