"""``score``: order, faults, formats and bounded reading."""

import gzip
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from server.cli import jsonlines
from server.core.model import Article
from server.services.assessing import default_engine

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def row(number: int, text: str, **more: Any) -> dict[str, Any]:
    return {"id": f"set:{number}", "title": f"Bridge {number} closes", "text": text, **more}


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    data = "".join(json.dumps(item) + "\n" for item in rows).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def read(path: Path) -> list[dict[str, Any]]:
    data = path.read_bytes()
    return [
        json.loads(line) for line in (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines()
    ]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_every_line_gets_its_assessment_in_order(
    run: Run, tmp_path: Path, text: str, jobs: int, suffix: str
) -> None:
    extra = {"label": 1, "domain": "example.org", "political_bias": None, "url": ""}
    rows = [row(number, text, **extra) for number in range(100)]
    first = write(tmp_path / f"a.jsonl{suffix}", rows[:70])
    second = write(tmp_path / "b.jsonl.gz", rows[70:])
    out = tmp_path / f"out.jsonl{suffix}"
    done = run("score", first, second, "--out", out, "--jobs", jobs)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    found = read(out)
    assert [line["id"] for line in found] == [item["id"] for item in rows]
    expected = default_engine().assess(Article("Bridge 3 closes", text, ""))
    assert (found[3]["content_id"], found[3]["badge"]["score"]) == (expected.id, expected.score)
    assert list(found[3])[:2] == ["id", "content_id"]


def test_more_jobs_change_nothing(run: Run, tmp_path: Path, text: str) -> None:
    given = write(tmp_path / "a.jsonl", [row(number, text * (number % 3)) for number in range(150)])
    for jobs in (1, 3):
        assert run("score", given, "--out", tmp_path / f"{jobs}.jsonl.gz", "--jobs", jobs).returncode == 0
    assert (tmp_path / "1.jsonl.gz").read_bytes() == (tmp_path / "3.jsonl.gz").read_bytes()


def test_bad_lines_are_named_and_left_out(run: Run, tmp_path: Path, text: str) -> None:
    given = tmp_path / "a.jsonl"
    good = json.dumps(row(1, text)).encode()
    bad = [
        b"{",
        b'{"id": "x", "title": "t"}',
        b'{"title": "t", "text": ""}',
        b"\xff",
        b'{"id": 1, "title": 1, "text": ""}',
    ]
    given.write_bytes(b"\n".join([good, *bad, b"", good]))
    done = run("score", given, "--out", tmp_path / "out.jsonl")
    assert done.returncode == 1
    assert [line["id"] for line in read(tmp_path / "out.jsonl")] == ["set:1", "set:1"]
    said = done.stderr.decode().splitlines()
    assert said[:5] == [
        f"{given}:2: not JSON: Expecting property name enclosed in double quotes at line 1, column 2",
        f"{given}:3: text: field required",
        f"{given}:4: id: field required",
        f"{given}:5: not JSON: byte 0 is not UTF-8",
        f"{given}:6: title: input should be a valid string",
    ]
    assert said[5:] == ["left out: 5 bad lines"]


def test_files_of_one_s_own_may_hold_more_than_the_api_takes(run: Run, tmp_path: Path, text: str) -> None:
    rows = [row(1, text * 400, url="www.example.org/a"), row(2, text) | {"title": "t" * 20_000, "id": 7}]
    given = write(tmp_path / "a.jsonl.gz", rows)
    assert run("score", given, "--out", tmp_path / "out.jsonl").returncode == 0
    found = read(tmp_path / "out.jsonl")
    assert [line["id"] for line in found] == ["set:1", 7]
    assert found[0]["source"]["domain"] is None


def test_a_damaged_archive_gives_what_is_left_of_it(run: Run, tmp_path: Path, text: str) -> None:
    whole = write(tmp_path / "a.jsonl.gz", [row(number, text + str(number)) for number in range(3000)])
    broken = tmp_path / "b.jsonl.gz"
    broken.write_bytes(whole.read_bytes()[:-20])
    after = write(tmp_path / "c.jsonl", [row(9999, text)])
    done = run("score", broken, after, "--out", tmp_path / "out.jsonl")
    assert done.returncode == 1
    assert b"the rest is damaged" in done.stderr
    assert [line["id"] for line in read(tmp_path / "out.jsonl")][-1] == "set:9999"


def test_an_archive_that_is_none(run: Run, tmp_path: Path) -> None:
    given = tmp_path / "a.jsonl.gz"
    given.write_bytes(b"not gzip")
    done = run("score", given, "--out", tmp_path / "out.jsonl")
    assert done.returncode == 1
    assert f"{given}:1: the rest is damaged" in done.stderr.decode()


@pytest.mark.parametrize(
    ("given", "out"), [("none.jsonl", "out.jsonl"), ("a.jsonl", "no/such/folder/out.jsonl")]
)
def test_a_file_that_cannot_be_used_is_named(
    run: Run, tmp_path: Path, text: str, given: str, out: str
) -> None:
    write(tmp_path / "a.jsonl", [row(1, text)])
    done = run("score", tmp_path / given, "--out", tmp_path / out)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert b"No such file or directory" in done.stderr


def test_lines_are_read_in_bounded_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonlines, "LONGEST_LINE", 10)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"x" * 35 + b"\nshort\n" + b"y" * 10 + b"\n" + b"0123456789")
    read_back = [
        (given.place.rpartition(":")[2], given.line, bool(given.fault))
        for given in jsonlines.read_lines([path])
    ]
    assert read_back == [
        ("1", b"", True), ("2", b"short", False), ("3", b"", True), ("4", b"0123456789", False),
    ]  # fmt: skip


def test_nothing_is_left_behind_where_writing_fails(tmp_path: Path) -> None:
    def fail() -> None:
        with jsonlines.writing(tmp_path / "out.jsonl") as lines:
            lines.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert list(tmp_path.iterdir()) == []
