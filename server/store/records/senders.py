"""Telling those who send something apart for one day, without keeping who they are."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime

from server.networks import CONNECTION, network_of
from server.store.records.database import Database
from server.store.records.secrets import Secrets

_NAME = "salt of the day"


class Senders:
    """Digests of network addresses, with a salt that all processes share and that lasts a UTC day.

    Addresses of IPv6 with the same first ``v6_bits`` count as one.
    """

    def __init__(self, database: Database, v6_bits: int = CONNECTION) -> None:
        self._salt = Secrets(database).of_the_day
        self._v6_bits = v6_bits

    def digest(self, purpose: str, address: str | None, now: datetime) -> str:
        """Return 64 hexadecimal digits: for one ``purpose`` and day the same for the same ``address``.

        All whose address is not known count as one.

        Raises:
            RecordsUnavailableError: where the database can't be read or written.
        """
        # With the purpose in it, what is kept in one place can't be joined to what is kept in another.
        told = f"{purpose} {network_of(address, self._v6_bits)}".encode()
        return hmac.new(self._salt(_NAME, now).encode(), told, hashlib.sha256).hexdigest()
