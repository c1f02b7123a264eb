"""Reading an answer against the clock, and counting its bytes."""

from __future__ import annotations

import io
import socket
from typing import Any

from server.fetch.deadline import Deadline
from server.fetch.errors import FetchError, Reason


class LimitedReader(io.RawIOBase):
    """What a server sends, until it is too late or too much.

    A socket's timeout begins anew with every byte, and not every line of HTTP
    has a limit to its length in http.client and urllib3. So both limits stand
    here, below all parsing.

    Args:
        raw: the reading end that belongs to ``connection``, over TLS or not.
        connection: whose timeout is to be set.
        deadline: when the fetch must be over.
        max_bytes: most bytes on the wire for one answer, headers included.
    """

    def __init__(
        self, raw: io.RawIOBase, connection: socket.socket, deadline: Deadline, max_bytes: int
    ) -> None:
        self._raw = raw
        self._connection = connection
        self._deadline = deadline
        self._bytes_left = max_bytes

    def readable(self) -> bool:
        """Return true."""
        return True

    def readinto(self, buffer: Any) -> int | None:
        """Read what is there into ``buffer`` and return how many bytes it was; 0 at the end.

        Raises:
            FetchError: ``timeout`` or ``too_large``.
            OSError: the connection broke.
        """
        self._connection.settimeout(self._deadline.remaining())
        try:
            count = self._raw.readinto(buffer)
        except TimeoutError as error:
            raise self._deadline.missed() from error
        self._bytes_left -= count or 0
        if self._bytes_left < 0:
            raise FetchError(Reason.TOO_LARGE, "The server sent more than is accepted for one page.")
        return count

    def close(self) -> None:
        """Close the reading end; the connection closes itself."""
        self._raw.close()
        super().close()
