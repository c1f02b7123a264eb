"""A terminal of our own, to type into."""

from __future__ import annotations

import os
import pty
import socket
import subprocess
import sys
from contextlib import suppress

import pytest

# Mounted where no other process sees it. What was opened there stays when the place is gone.
_ASIDE = ["unshare", "--mount", "sh", "-ec", 'mount -t devpts devpts /dev/pts; exec "$@"', "sh"]
_HAND_OVER = """
import pty, socket, sys
socket.send_fds(socket.socket(fileno=int(sys.argv[1])), [b"!"], pty.openpty())
"""


def open_terminal() -> tuple[int, int]:
    """Return the descriptors of a pseudo-terminal: ours and the programme's.

    A bare chroot has no ``/dev/pts``. Root makes one; a normal user skips the test and reads why.
    """
    with suppress(OSError):
        return pty.openpty()
    if os.getuid():
        pytest.skip("no pseudo-terminals on this machine: mount devpts on /dev/pts")
    ours, theirs = socket.socketpair()
    with ours, theirs:
        number = theirs.fileno()
        subprocess.run(
            [*_ASIDE, sys.executable, "-c", _HAND_OVER, str(number)], pass_fds=[number], check=True
        )
        _, (mine, its), _, _ = socket.recv_fds(ours, 1, 2)
    return mine, its
