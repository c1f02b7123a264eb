"""``users``, as administrators of the machine run it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from server.store.records.database import Database
from server.store.records.log import AuditLog
from server.store.records.migrating import migrate
from server.store.records.model import Role
from tests.accounts import OTHER_PASSWORD, PASSWORD, PATIENCE, House
from tests.cli.terminal import open_terminal

ROOT = Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[bytes]]
FROM_INPUT = ("--password-file", "-")


def test_from_the_first_user_to_the_last_change(run: Run, tmp_path: Path) -> None:
    (tmp_path / "password").write_text(f"{PASSWORD}\nnot this line\n", encoding="utf-8")
    given = f"{OTHER_PASSWORD}\r\n".encode()
    for arguments, said in (
        (("add", "Root", "--role", "administrator", *FROM_INPUT), "root is added as administrator"),
        (
            ("add", "ann", "--role", "reader", "--password-file", tmp_path / "password"),
            "ann is added as reader",
        ),
        (("role", "ann", "moderator"), "ann is moderator from now on"),
        (("disable", "ann"), "ann may not sign in any more, and is signed out"),
        (("enable", "ann"), "ann may sign in again"),
        (("password", "ann", *FROM_INPUT), "ann has another password, and is signed out"),
    ):
        done = run("users", *arguments, given=given)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.decode() == f"{said}\n"
    listed = run("users", "list").stdout.decode()
    assert [line.split()[1:4:2] for line in listed.splitlines() if "20" in line] == [
        ["ann", "moderator"],
        ["root", "administrator"],
    ]
    entries = AuditLog(Database(f"sqlite:///{tmp_path}/records.db")).entries()
    assert [(entry.actor, entry.action, entry.subject) for entry in entries] == [
        ("command line", "user added", "root"),
        ("command line", "user added", "ann"),
        ("command line", "role changed", "ann"),
        ("command line", "user disabled", "ann"),
        ("command line", "user enabled", "ann"),
        ("command line", "password changed", "ann"),
    ]


@pytest.mark.parametrize(
    ("arguments", "given", "said"),
    [
        (("disable", "root"), "", "root is the last administrator"),
        (("role", "root", "reader"), "", "root is the last administrator"),
        (("enable", "nobody"), "", "there is no user nobody"),
        (("add", "root", "--role", "reader", *FROM_INPUT), PASSWORD, "there is a user root already"),
        (("add", "a b", "--role", "reader", *FROM_INPUT), PASSWORD, "a name has at most 64 letters"),
        (("add", "ann", "--role", "reader", *FROM_INPUT), "short", "it must have at least 12 characters"),
        (("add", "ann", "--role", "reader"), PASSWORD, "use --password-file"),
        (("add", "ann", "--role", "reader", "--password-file", "/nowhere"), "", "can't read the password"),
        (("add", "ann", "--role", "reader", "--oidc", "7"), "", "set OIDC_ISSUER"),
    ],
)
def test_what_cannot_be_is_said_in_one_line_and_nothing_done(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], given: str, said: str
) -> None:
    url = f"sqlite:///{tmp_path}/records.db"
    migrate(url)
    people = House(url).people
    before = people.add("root", Role.ADMINISTRATOR, "test", password=PASSWORD)
    done = run("users", *arguments, given=given.encode())
    assert (done.returncode, done.stdout) == (1, b"")
    assert len(done.stderr.splitlines()) == 1
    assert said in done.stderr.decode()
    assert PASSWORD.encode() not in done.stderr
    assert people.all() == [before]


def test_a_user_of_openid_connect_needs_no_password(run: Run) -> None:
    done = run("users", "add", "ann", "--role", "reader", "--oidc", "7", OIDC_ISSUER="https://id.example")
    assert (done.returncode, done.stdout) == (0, b"ann is added as reader\n")


def test_without_a_database_it_says_so(run: Run) -> None:
    done = run("users", "list", DATABASE_URL="sqlite:////dev/null/records.db")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [((PASSWORD, PASSWORD), 0, "ann is added"), ((PASSWORD, OTHER_PASSWORD), 1, "the two passwords differ")],
)
def test_a_password_is_asked_for_twice_and_never_shown(
    tmp_path: Path, typed: tuple[str, str], status: int, said: str
) -> None:
    terminal, theirs = open_terminal()
    process = subprocess.Popen(
        [sys.executable, "-m", "server", "users", "add", "ann", "--role", "reader"],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path}/records.db"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,  # so that this terminal is the only one it has
    )
    os.close(theirs)
    shown = ""
    for prompt, password in zip(("Password for ann: ", "once more: "), typed, strict=True):
        while not shown.endswith(prompt):
            shown += os.read(terminal, 1024).decode()
        os.write(terminal, f"{password}\n".encode())
    with suppress(OSError):  # the terminal's end, as Linux tells it
        while more := os.read(terminal, 1024).decode():
            shown += more
    os.close(terminal)
    assert process.wait(PATIENCE) == status
    assert said in shown
    assert PASSWORD not in shown
