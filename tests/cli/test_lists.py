"""``lists``, and the lists that ``serve`` brings along."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from server.services.seeding import bring_lists
from server.store.records.database import Database
from server.store.records.lists import Lists
from server.store.records.migrating import migrate

Run = Callable[..., subprocess.CompletedProcess[bytes]]
SEEDS = Path(__file__).parents[2] / "seeds" / "domains"
ABOUT = ("--id", "mine", "--name", "My list", "--source", "https://x.example", "--licence", "CC0")
DATED = (*ABOUT, "--as-of", "2026-11-01")


@pytest.fixture
def lists(tmp_path: Path) -> Lists:
    url = f"sqlite:///{tmp_path}/records.db"
    migrate(url)
    return Lists(Database(url))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text("\ufeffSite,category\nexample.org,rumor\nde.example.com,\n", encoding="utf-8")
    return path


@pytest.mark.usefixtures("lists")
def test_a_list_is_imported_shown_and_removed(run: Run, file: Path) -> None:
    done = run("lists", "import", file, *DATED, "--column", "domain=Site")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"My list: 2 domains\n", b"")
    shown = run("lists", "show").stdout.decode()
    for part in ("mine", "My list", "2026-11-01", "CC0"):
        assert part in shown
    assert run("lists", "remove", "mine").returncode == 0
    assert b"mine" not in run("lists", "show").stdout
    again = run("lists", "remove", "mine")
    assert (again.returncode, again.stderr) == (1, b"touchstone: there is no list mine\n")


def test_a_wrong_line_is_named_and_nothing_is_imported(run: Run, file: Path, lists: Lists) -> None:
    file.write_text("domain\nexample.org\nno domain\n", encoding="utf-8")
    done = run("lists", "import", file, *DATED)
    assert done.returncode == 1
    assert "  line 3: “no domain” is no domain\n" in done.stderr.decode()
    assert lists.all() == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (ABOUT, "--as-of"),
        ((*ABOUT, "--as-of", "November"), "--as-of"),
        ((*DATED, "--id", "My List"), "small letters, digits and hyphens"),
        ((*DATED, "--name", " "), "must not be blank"),
        ((*DATED, "--column", "kind=Kind"), "must be domain=NAME"),
    ],
)
def test_a_wrong_command_line_is_explained(
    run: Run, file: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = run("lists", "import", file, *arguments)
    assert done.returncode == 2
    assert said in done.stderr.decode()


def test_a_missing_file_or_database_is_said_in_one_line(run: Run, file: Path, tmp_path: Path) -> None:
    for done in (
        run("lists", "import", tmp_path / "none.csv", *DATED),
        run("lists", "import", file, *DATED, "--column", "domain=Site"),  # nobody made the tables
        run("lists", "show"),
    ):
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1


def test_what_comes_along_is_imported_once(lists: Lists) -> None:
    now = datetime(2026, 11, 25, tzinfo=UTC)
    assert bring_lists(lists, SEEDS, now) == ["CRED-1"]
    assert bring_lists(lists, SEEDS, now) == []
    [one] = lists.all()
    assert (one.about.id, one.about.licence, one.entries) == ("cred1", "CC BY 4.0", 2_632)
    assert "ssrn.6448466" in one.about.source
