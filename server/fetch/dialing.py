"""From a host name to a connection with a public address."""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

from server.fetch.addresses import is_public
from server.fetch.deadline import Deadline
from server.fetch.errors import FetchError, Reason

Resolve = Callable[..., Any]
"""``socket.getaddrinfo``, or what answers like it to ``resolve(host, port, type=socket.SOCK_STREAM)``."""


class Dialer:
    """Connects to servers during one fetch.

    Args:
        deadline: when the fetch must be over.
        resolve: looks up names.
        allow_private: whether every address will do.
    """

    def __init__(self, deadline: Deadline, resolve: Resolve, *, allow_private: bool) -> None:
        self.deadline = deadline
        self._resolve = resolve
        self._allow_private = allow_private

    def dial(self, host: str, port: int) -> socket.socket:
        """Return a connection to ``host``.

        The name is looked up once, and what was checked is what is connected
        to, so a name server that changes its answer gains nothing. One
        address that is not public spoils the whole answer: honest sites don't
        mix them, and which one is tried would be left to chance.

        Raises:
            FetchError: ``dns``, ``address``, ``connection`` or ``timeout``.
        """
        places = self._places(host, port)
        if not self._allow_private and not all(is_public(address) for address, _ in places):
            raise FetchError(Reason.ADDRESS, f"“{host}” is not on the public internet.")
        failure: OSError | None = None
        for tried, (address, port_there) in enumerate(places):
            # A share of the time for each: a dead address must not cost the living ones their turn.
            share = self.deadline.remaining() / (len(places) - tried)
            try:
                connection = socket.create_connection((str(address), port_there), share)
            except OSError as error:
                failure = error
            else:
                return self._hurried(connection)
        if isinstance(failure, TimeoutError):
            raise self.deadline.missed() from failure
        raise FetchError(Reason.CONNECTION, f"No connection to “{host}” could be made.") from failure

    def _hurried(self, connection: socket.socket) -> socket.socket:
        """Return ``connection``, with what connecting has left of the time for TLS and the request."""
        try:
            connection.settimeout(self.deadline.remaining())
        except FetchError:
            connection.close()
            raise
        return connection

    def _places(self, host: str, port: int) -> list[tuple[IPv4Address | IPv6Address, int]]:
        """Return where ``host`` is; the port is another one only where tests lead a name elsewhere."""
        unknown = FetchError(Reason.DNS, f"No server was found under the name “{host}”.")
        try:
            found = self._resolve(host, port, type=socket.SOCK_STREAM)
            places = [(ip_address(place[0]), place[1]) for *_, place in found]
        except (OSError, ValueError) as error:  # ValueError: no name at all, or no address in the answer
            raise unknown from error
        if not places:
            raise unknown
        return list(dict.fromkeys(places))
