"""How values lie in Redis: one byte that names the format, then the compressed value."""

from __future__ import annotations

import zlib

_FORMAT = b"\x01"
_LEVEL = 6


def encode(value: bytes) -> bytes:
    """Return ``value`` as it is stored."""
    return _FORMAT + zlib.compress(value, _LEVEL)


def decode(stored: bytes) -> bytes | None:
    """Return the value, or ``None`` for what another version or another program has stored."""
    if stored[:1] != _FORMAT:
        return None
    try:
        return zlib.decompress(stored[1:])
    except zlib.error:
        return None
