"""The tables: made from nothing, brought up to date once, and by many at once."""

from __future__ import annotations

import logging
import os
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, select, text

from server.store.records.database import Database, open_engine
from server.store.records.migrating import migrate
from server.store.records.model import AddressError, RecordsUnavailableError
from server.store.records.tables import ASSESSMENTS, DISAGREEMENTS, METADATA

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds, for what takes a moment on any machine
INSERT = (
    "INSERT INTO reports (id, received, assessment, ruleset, level, kind) "
    "VALUES ('5f2c0a4e8d3b4c6f9a1e7b2d4c8f0a63', '2026-11-23 10:00:00', 'a', '1', 'weak', 'satire')"
)

EARLIER = (
    "INSERT INTO domains (domain, known) VALUES ('news.example', '2026-11-23 10:00:00')",
    """
    INSERT INTO assessments (id, domain, url, path, content_id, ruleset, title, verified, origin, level,
                             score, digest, sketch, findings)
    VALUES ('6a2c0a4e8d3b4c6f9a1e7b2d4c8f0a63', 'news.example', 'https://news.example/a', '/a', 'c', '2026.2',
            'A title', '2026-11-23 10:00:00', 'reader', 'weak', 12, 'd', '', '{}')
    """,
    "INSERT INTO contents (content_id, assessment) VALUES ('c', '6a2c0a4e8d3b4c6f9a1e7b2d4c8f0a63')",
    """
    INSERT INTO users (id, name, role, added)
    VALUES ('7b2c0a4e8d3b4c6f9a1e7b2d4c8f0a63', 'Kim', 'moderator', '2026-11-23 10:00:00')
    """,
    """
    INSERT INTO disagreements (id, assessment, author, made, label, reason)
    VALUES ('8c2c0a4e8d3b4c6f9a1e7b2d4c8f0a63', '6a2c0a4e8d3b4c6f9a1e7b2d4c8f0a63',
            '7b2c0a4e8d3b4c6f9a1e7b2d4c8f0a63', '2026-11-23 10:00:00', 0, 'It names its sources.')
    """,
)


def test_up_from_empty_gives_the_tables_that_the_code_expects(empty_url: str) -> None:
    migrate(empty_url)
    with open_engine(empty_url, PATIENCE).begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
        assert set(inspect(connection).get_table_names()) == {"alembic_version", *METADATA.tables}


def test_up_again_changes_nothing(empty_url: str) -> None:
    version = migrate(empty_url)
    with open_engine(empty_url, PATIENCE).begin() as connection:
        connection.execute(text(INSERT))
    assert migrate(empty_url) == version
    with open_engine(empty_url, PATIENCE).begin() as connection:
        assert connection.scalar(text("SELECT count(*) FROM reports")) == 1


def test_up_from_the_first_version_keeps_what_is_there(empty_url: str) -> None:
    migrate(empty_url, to="0001")
    with open_engine(empty_url, PATIENCE).begin() as connection:
        connection.execute(text(INSERT))
    migrate(empty_url)
    with open_engine(empty_url, PATIENCE).begin() as connection:
        kept = connection.execute(text("SELECT assessment, level, kind, domain, state FROM reports")).one()
        assert tuple(kept) == ("a", "weak", "satire", None, "open")
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_articles_and_disagreements_of_an_earlier_release_get_what_is_known(empty_url: str) -> None:
    migrate(empty_url, to="0010")
    with open_engine(empty_url, PATIENCE).begin() as connection:
        for statement in EARLIER:
            connection.execute(text(statement))
    migrate(empty_url)
    with open_engine(empty_url, PATIENCE).begin() as connection:
        [kept] = connection.execute(select(ASSESSMENTS)).all()
        assert kept.first_verified == kept.verified == datetime(2026, 11, 23, 10, tzinfo=UTC)
        assert connection.scalar(text("SELECT count(*) FROM contents")) == 1
        [said] = connection.execute(select(DISAGREEMENTS)).all()
        assert (said.assessment, said.label, said.reason) == (kept.id, 0, "It names its sources.")
        assert (said.url, said.title, said.ruleset) == ("https://news.example/a", "A title", "2026.2")
        assert (said.level, said.score, said.digest, said.sketch) == ("weak", 12, "d", kept.sketch)
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_many_processes_may_do_it_at_once(empty_url: str) -> None:
    code = (
        "import sys; from server.store.records.migrating import migrate\n"
        "print('ready', flush=True); sys.stdin.readline(); migrate(sys.argv[1])"
    )
    crowd = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", code, empty_url],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(8)
    ]
    for process in crowd:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
    for process in crowd:  # all of them first: communicate() would wait for each
        assert process.stdin
        process.stdin.write(b"go\n")
        process.stdin.flush()
    assert [(process.communicate(timeout=PATIENCE)[1], process.returncode) for process in crowd] == [
        (b"", 0)
    ] * 8
    with open_engine(empty_url, PATIENCE).begin() as connection:
        assert connection.scalar(text("SELECT count(*) FROM alembic_version")) == 1


def test_tables_of_a_later_release_are_left_alone(empty_url: str) -> None:
    migrate(empty_url)
    with open_engine(empty_url, PATIENCE).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(RecordsUnavailableError, match="9999"):
        migrate(empty_url)


def test_what_fails_leaves_nothing_behind(empty_url: str) -> None:
    with open_engine(empty_url, PATIENCE).begin() as connection:
        connection.execute(text("CREATE TABLE ix_reports_assessment_received (id int)"))  # in the index's way
    with pytest.raises(RecordsUnavailableError, match="already"):
        migrate(empty_url)
    with open_engine(empty_url, PATIENCE).begin() as connection:
        assert inspect(connection).get_table_names() == ["ix_reports_assessment_received"]


def test_the_log_keeps_what_it_was_set_to(tmp_path: Path) -> None:
    levels = {name: logging.getLogger(name).level for name in ("", "alembic", "sqlalchemy")}
    handlers = list(logging.getLogger().handlers)
    migrate(f"sqlite:///{tmp_path}/records.db")
    assert {name: logging.getLogger(name).level for name in levels} == levels
    assert logging.getLogger().handlers == handlers


def test_sqlite_is_set_up_for_several_processes(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/records.db"
    migrate(url)
    with open_engine(url, 7.5).begin() as connection:
        asked = ("journal_mode", "busy_timeout", "foreign_keys")
        said = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
    assert said == ["wal", 7500, 1]


def test_the_folder_is_made_on_first_use_and_not_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Database("sqlite:///var/100%/touchstone.db")
    assert list(tmp_path.iterdir()) == []
    migrate("sqlite:///var/100%/touchstone.db")
    assert (tmp_path / "var" / "100%" / "touchstone.db").exists()


@pytest.mark.parametrize(
    "what", ["a file in the folder's place", "a folder in the file's place", "no database"]
)
def test_a_file_that_cannot_be_is_said_so(tmp_path: Path, what: str) -> None:
    if what == "a file in the folder's place":
        (tmp_path / "var").write_text("")
    elif what == "a folder in the file's place":
        (tmp_path / "var" / "records.db").mkdir(parents=True)
    else:
        (tmp_path / "var").mkdir()
        (tmp_path / "var" / "records.db").write_text("Dear diary, " * 1000)
    with pytest.raises(RecordsUnavailableError) as caught:
        migrate(f"sqlite:///{tmp_path}/var/records.db")
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_written_is_said_at_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/records.db"
    migrate(url)
    (tmp_path / "records.db").chmod(stat.S_IRUSR)
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(RecordsUnavailableError):
            migrate(url)
    finally:
        tmp_path.chmod(stat.S_IRWXU)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "records.db",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite:///file:records?mode=memory",
        "sqlite://host/records.db",
        "mysql://localhost/records",
        "postgresql+asyncpg://localhost/records",
        "postgresql://me:hunter2@localhost:port/records",
    ],
)
def test_an_address_that_makes_no_sense_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(AddressError) as caught:
        Database(url)
    assert "hunter2" not in str(caught.value)
