"""A PostgreSQL of the tests' own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url

_DEBIAN = Path("/usr/lib/postgresql")
_USER = "postgres"
# What is lost when the machine fails is of no matter here.
_HURRY = "-c fsync=off -c full_page_writes=off"


class PostgreSQL:
    """A server on a socket in a folder of its own, which tests may stop, pause and start again."""

    def __init__(self) -> None:
        self._programs = _programs()
        # Not pytest's folder: PostgreSQL refuses to run as root, and its own user may not go in there.
        self._folder = Path(tempfile.mkdtemp(prefix="touchstone-pg-"))
        self._data = self._folder / "data"
        self._as: dict[str, Any] = {"cwd": self._folder}
        if os.geteuid() == 0:
            shutil.chown(self._folder, _USER, _USER)
            self._as |= {"user": _USER, "group": _USER, "extra_groups": []}
        self._numbers = count()
        self._run(
            "initdb", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", f"--username={_USER}"
        )

    def start(self, settings: str = _HURRY) -> None:
        """Run it, and wait until it answers."""
        options = f"-k {self._folder} -c listen_addresses= {settings}"
        self._run("pg_ctl", "start", "--wait", f"--log={self._folder}/log", f"--options={options}")

    def stop(self) -> None:
        """End it at once."""
        self.resume()
        self._run("pg_ctl", "stop", "--wait", "--mode=immediate")

    def pause(self) -> None:
        """Let it answer nobody who comes from now on."""
        os.kill(self._process(), signal.SIGSTOP)

    def resume(self) -> None:
        os.kill(self._process(), signal.SIGCONT)

    def remove(self) -> None:
        """End it if it runs, and leave nothing."""
        with suppress(FileNotFoundError):
            self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def new_database(self, like: str = "") -> str:
        """Return the address of a new database: a copy of that at the address ``like``, or an empty one."""
        name = f"test_{next(self._numbers)}"
        template = make_url(like).database if like else "template1"
        with psycopg.connect(host=str(self._folder), user=_USER, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
        return f"postgresql://{_USER}@/{name}?host={self._folder}"

    def _process(self) -> int:
        return int((self._data / "postmaster.pid").read_text(encoding="utf-8").split()[0])

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), f"--pgdata={self._data}", *arguments]
        # To a file and not a pipe, which the server would keep open.
        with (self._folder / "output").open("w+", encoding="utf-8") as output:
            done = subprocess.run(command, stdout=output, stderr=output, check=False, **self._as)
            output.seek(0)
            assert done.returncode == 0, output.read()


def _programs() -> Path:
    """Return the folder of the server's programs, which Debian keeps off the PATH."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else sorted(_DEBIAN.glob("*/bin"))
    for folder in reversed(folders):
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    pytest.fail("PostgreSQL is missing: apt-get install postgresql")
