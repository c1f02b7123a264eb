from __future__ import annotations

import zlib

import pytest

from server.store.codec import decode, encode


@pytest.mark.parametrize("value", [b"", b"{}", b"\x00\xff" * 1000, "Häuser".encode() * 5000])
def test_what_is_stored_is_what_is_read(value: bytes) -> None:
    assert decode(encode(value)) == value


def test_values_are_compressed_behind_a_byte_for_the_format() -> None:
    stored = encode(b"the same words " * 200)
    assert stored[0] == 1
    assert zlib.decompress(stored[1:]) == b"the same words " * 200
    assert len(stored) < 200


@pytest.mark.parametrize(
    "stored",
    [b"", b"\x01", b"junk", b"\x01junk", encode(b"cut off" * 50)[:-3], b"\x02" + zlib.compress(b"newer")],
)
def test_what_another_version_or_program_has_stored_is_not_read(stored: bytes) -> None:
    assert decode(stored) is None
