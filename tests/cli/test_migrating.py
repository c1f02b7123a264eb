"""``migrate``, and what ``serve`` does without a database."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def test_migrate_makes_the_file_and_may_be_run_again(run: Run, tmp_path: Path) -> None:
    for _ in range(2):
        done = run("migrate", DATABASE_URL=f"sqlite:///{tmp_path}/new/records.db")
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.startswith(b"The records are at version ")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["records.db"]


@pytest.mark.postgresql
def test_migrate_with_postgresql(run: Run, postgres_url: str) -> None:
    done = run("migrate", DATABASE_URL=postgres_url)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "url", ["postgresql://me:hunter2@localhost:1/records", "sqlite:////dev/null/records.db"]
)
def test_what_cannot_be_is_said_in_one_line(run: Run, url: str) -> None:
    done = run("migrate", DATABASE_URL=url)
    assert done.returncode == 1
    assert done.stdout == b""
    assert len(done.stderr.splitlines()) == 1
    assert b"hunter2" not in done.stderr
