"""What all commands have in common, and ``signals``."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from server import __version__
from server.signals import SIGNALS

ROOT = Path(__file__).parent.parent.parent
Run = Callable[..., subprocess.CompletedProcess[bytes]]


def test_help_names_the_commands(run: Run) -> None:
    done = run("--help")
    assert done.returncode == 0
    for command in (b"serve", b"migrate", b"check", b"score", b"signals"):
        assert command in done.stdout


def test_help_loads_nothing_heavy() -> None:
    heavy = {"flask", "trafilatura", "pydantic", "redis", "sqlalchemy", "alembic"}
    asked = f"import sys, server.cli; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True)
    assert done.stdout == "set()\n"


def test_the_version(run: Run) -> None:
    assert run("--version").stdout.decode() == f"Touchstone {__version__}\n"


def test_a_wrong_command_line_is_status_2(run: Run) -> None:
    for arguments in ((), ("paint",), ("check",), ("score", "a.jsonl"), ("check", "a.txt", "--lang", "tlh"),
                      ("score", "a.jsonl", "--out", "b.jsonl", "--jobs", "0")):  # fmt: skip
        assert run(*arguments).returncode == 2, arguments


def test_wrong_settings_are_all_named_with_status_2(run: Run) -> None:
    done = run("serve", PORT="http", WORKERS="many")
    assert done.returncode == 2
    assert [line.split()[0] for line in done.stderr.decode().splitlines()] == [
        "touchstone:",
        "PORT",
        "WORKERS",
    ]


def test_an_address_of_redis_that_makes_no_sense_is_a_wrong_setting(run: Run) -> None:
    done = run("serve", REDIS_URL="redis://localhost:http", PORT=0)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1] == "  REDIS_URL must be the address of a Redis"


def test_an_address_of_a_database_that_makes_no_sense_is_a_wrong_setting(run: Run) -> None:
    for command in ("serve", "migrate"):
        done = run(command, DATABASE_URL="postgresql://localhost:hunter2/x", PORT=0)
        assert done.returncode == 2
        assert done.stderr.decode().splitlines()[-1] == (
            "  DATABASE_URL must be the address of a PostgreSQL, or sqlite:/// and the path of a file"
        )


def test_a_port_in_use_is_said_in_one_line(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", PORT=port)
    assert done.returncode == 1
    assert done.stdout == b""
    said = f"touchstone: can't listen on 127.0.0.1 port {port}: Address already in use\n"
    assert done.stderr.decode() == said


def test_an_address_that_is_not_ours_is_said_in_one_line(run: Run) -> None:
    done = run("serve", HOST="no.such.host.invalid", PORT=0)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_signals_lists_the_register_in_order(run: Run) -> None:
    shown = run("signals").stdout.decode()
    places = [shown.index(f"│ {signal.id} ") for signal in SIGNALS]
    assert places == sorted(places)


def test_a_reader_that_goes_away_is_no_crash() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        for arguments in (["check", "-", "--json"], ["check", "-"], ["signals"]):
            command = [sys.executable, "-m", "server", *arguments]
            done = subprocess.run(
                command, cwd=ROOT, input=b"T", stdout=gone, stderr=subprocess.PIPE, check=False
            )
            assert (done.returncode, done.stderr) == (1, b"")
