"""Host names that lead elsewhere than the name servers say: for development and for tests."""

from __future__ import annotations

import socket
from fnmatch import fnmatchcase
from typing import Any

from server.fetch.dialing import Resolve


def resolver(overrides: str) -> Resolve:
    """Return the system's resolver, but for names such as ``*.example=127.0.0.1,a.test=127.0.0.1:81``.

    With a port, every port of the name leads to that one.
    """
    pairs = [pair.split("=") for pair in overrides.split(",") if pair]

    def resolve(host: str, port: int, **kwargs: Any) -> Any:
        for name, place in pairs:
            if fnmatchcase(host.lower(), name):
                host, _, other = place.partition(":")
                return socket.getaddrinfo(host, int(other or port), **kwargs)
        return socket.getaddrinfo(host, port, **kwargs)

    return resolve if pairs else socket.getaddrinfo
