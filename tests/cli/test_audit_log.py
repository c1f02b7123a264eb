"""``audit-log`` on the command line: verified, exported, and its end printed to keep elsewhere."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from sqlalchemy import text

from server.cli import main
from server.store.records.database import Database, open_engine
from server.store.records.log import append
from server.store.records.migrating import migrate
from tests.records import NOON

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "  =1",
    "＝1",
    "plain",
    "1-1",
    "“quoted”, with a comma\nand a line",
]


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite:///{tmp_path}/records.db"
    monkeypatch.setenv("DATABASE_URL", url)
    migrate(url)
    return url


def fill(url: str) -> None:
    with Database(url).transaction(7) as connection:
        for subject in FORMULAS:
            append(connection, NOON, "mia", "user.added", subject, reason=subject)


def tamper(url: str, statement: str) -> None:
    with open_engine(url, 60).begin() as connection:
        for event in ("UPDATE", "DELETE"):
            connection.execute(text(f"DROP TRIGGER IF EXISTS log_is_kept_from_{event}"))
        connection.execute(text(statement))


def test_a_log_that_holds(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit-log", "verify"]) == 0
    assert "is empty" in capsys.readouterr().out
    assert main(["audit-log", "head"]) == 1
    fill(url)
    assert main(["audit-log", "head"]) == 0
    head = capsys.readouterr().out.strip()
    assert main(["audit-log", "verify", "--expect", head]) == 0
    assert capsys.readouterr().out == f"The audit log holds up to entry {len(FORMULAS)}, {head}\n"


def test_a_log_that_somebody_was_at(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    fill(url)
    tamper(url, "UPDATE log SET actor = 'eve' WHERE number = 2")
    tamper(url, "DELETE FROM log WHERE number = 4")
    assert main(["audit-log", "verify"]) == 1
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "entry 2 has been changed",
        "entry 4 is missing",
        "entry 5 does not follow the one before it",
    ]
    assert said.err == "touchstone: the audit log does not hold\n"


def test_a_log_whose_end_is_gone(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    fill(url)
    main(["audit-log", "head"])
    head = capsys.readouterr().out.strip()
    tamper(url, "DELETE FROM log WHERE number = 10")
    assert main(["audit-log", "verify"]) == 0
    assert main(["audit-log", "verify", "--expect", head]) == 1
    assert "entry 10 was expected, and the log ends with 9" in capsys.readouterr().out


@pytest.mark.parametrize("expected", ["", "5", "5:abc", f"x:{'a' * 64}"])
def test_what_is_no_end_of_a_log_is_refused(expected: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["audit-log", "verify", "--expect", expected])
    assert caught.value.code == 2


def test_as_lines_of_json(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(url)
    assert main(["audit-log", "export"]) == 0
    printed = capsys.readouterr().out
    assert main(["audit-log", "export", "--format", "jsonl", "--out", str(tmp_path / "log")]) == 0
    assert (tmp_path / "log").read_text(encoding="utf-8") == printed
    entries = [json.loads(line) for line in printed.splitlines()]
    assert [entry["subject"] for entry in entries] == FORMULAS
    assert [entry["details"]["reason"] for entry in entries] == FORMULAS


def test_as_csv_that_no_spreadsheet_computes(url: str, tmp_path: Path) -> None:
    fill(url)
    path = tmp_path / "log.csv"
    assert main(["audit-log", "export", "--format", "csv", "--out", str(path)]) == 0
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["number", "at", "actor", "action", "subject", "details", "previous", "hash"]
    assert [row["subject"] for row in rows] == [f"'{one}" for one in FORMULAS[:7]] + FORMULAS[7:]
    assert not any(cell.lstrip().startswith(tuple("=+-@＝")) for row in rows for cell in row.values())
    assert rows[0]["at"] == "2026-11-23T12:00:00+00:00"


def test_what_cannot_be_read_or_written_is_said(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit-log", "export", "--out", str(tmp_path / "no" / "log")]) == 1
    assert "can't write" in capsys.readouterr().err
    tamper(url, "ALTER TABLE log RENAME TO elsewhere")
    assert main(["audit-log", "verify"]) == 1
    assert "can't read the audit log" in capsys.readouterr().err
