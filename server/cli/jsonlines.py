"""Files of JSON lines, gzipped or not: read with bounded memory, written whole or not at all."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

BinaryFile = BinaryIO | gzip.GzipFile

LONGEST_LINE = 16 * 1024 * 1024  # bytes


class Given(NamedTuple):
    """A line as read.

    ``place`` is ``file:line``, ``position`` the bytes read of all files so
    far; ``fault`` says why ``line`` could not be read, or is empty.
    """

    place: str
    position: int
    line: bytes
    fault: str = ""


def read_lines(paths: Iterable[Path]) -> Iterator[Given]:
    """Yield every line that is not blank. What can't be read is yielded as a fault.

    Raises:
        OSError: where a file can't be opened.
    """
    before = 0
    for path in paths:
        number = 0
        with path.open("rb") as raw:
            try:
                for number, line in enumerate(_lines(_unzipped(raw, path)), 1):
                    place, position = f"{path}:{number}", before + raw.tell()
                    if len(line) > LONGEST_LINE:
                        yield Given(place, position, b"", f"the line is longer than {LONGEST_LINE} bytes")
                    elif line.strip():
                        yield Given(place, position, line.rstrip())
            except (EOFError, gzip.BadGzipFile, zlib.error) as error:
                yield Given(f"{path}:{number + 1}", before + raw.tell(), b"", f"the rest is damaged: {error}")
            before += path.stat().st_size


@contextmanager
def writing(path: Path) -> Iterator[BinaryFile]:
    """Open ``path`` for writing under a passing name, which becomes its own when all went well.

    Raises:
        OSError: where the file can't be written.
    """
    passing = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with passing.open("wb") as raw:
            if _zipped(path):
                # Without a name and time in it, the same lines give the same file.
                with gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as lines:
                    yield lines
            else:
                yield raw
        passing.replace(path)
    finally:
        passing.unlink(missing_ok=True)


def _zipped(path: Path) -> bool:
    return path.suffix == ".gz"


def _unzipped(raw: BinaryIO, path: Path) -> BinaryFile:
    return gzip.GzipFile(fileobj=raw) if _zipped(path) else raw


def _lines(file: BinaryFile) -> Iterator[bytes]:
    """Yield lines; of one that is too long, a beginning that is still too long."""
    while line := file.readline(LONGEST_LINE + 1):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE + 1)
