"""Telling those who send something apart for one day, without keeping who they are."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime
from ipaddress import IPv6Address, ip_address, ip_network

from server.store.records.database import Database
from server.store.records.secrets import Secrets

_NAME = "salt of the day"
_V6_PREFIX = 64  # bits of an IPv6 address that one connection has; the rest a device changes at will


class Senders:
    """Digests of network addresses, with a salt that all processes share and that lasts a UTC day."""

    def __init__(self, database: Database) -> None:
        self._salt = Secrets(database).of_the_day

    def digest(self, purpose: str, address: str | None, now: datetime) -> str:
        """Return 64 hexadecimal digits: for one ``purpose`` and day the same for the same ``address``.

        All whose address is not known count as one.

        Raises:
            RecordsUnavailableError: where the database can't be read or written.
        """
        # With the purpose in it, what is kept in one place can't be joined to what is kept in another.
        told = f"{purpose} {_network(address)}".encode()
        return hmac.new(self._salt(_NAME, now).encode(), told, hashlib.sha256).hexdigest()


def _network(address: str | None) -> str:
    """Return what one connection has to the internet; empty where ``address`` is none."""
    try:
        parsed = ip_address((address or "").partition("%")[0])
    except ValueError:
        return ""
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    if parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return str(ip_network((parsed, _V6_PREFIX), strict=False))
