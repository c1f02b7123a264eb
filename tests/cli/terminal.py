"""A terminal of our own, to type into."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

_UNLOCK, _OTHER_END = 0x40045431, 0x5441  # TIOCSPTLCK and TIOCGPTPEER of Linux, asm-generic/ioctls.h


def open_terminal() -> tuple[int, int]:
    """Return the descriptors of a pseudo-terminal: ours and the programme's.

    A bare chroot has no ``/dev/pts``. Root mounts one elsewhere for a moment;
    a normal user skips the test and reads why.
    """
    with suppress(OSError):
        return pty.openpty()
    if os.getuid():
        pytest.skip("no pseudo-terminals on this machine: mount devpts on /dev/pts")
    with TemporaryDirectory() as folder:
        options = ["-t", "devpts", "-o", "newinstance,ptmxmode=600"]
        subprocess.run(["mount", *options, "devpts", folder], check=True)
        try:
            ours = os.open(Path(folder, "ptmx"), os.O_RDWR | os.O_NOCTTY)
            fcntl.ioctl(ours, _UNLOCK, struct.pack("i", 0))
            return ours, fcntl.ioctl(ours, _OTHER_END, os.O_RDWR | os.O_NOCTTY)
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)
