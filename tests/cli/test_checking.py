"""``check``: every kind of source, the report and the faults."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from server.core.model import Article
from server.services.assessing import default_engine

Run = Callable[..., subprocess.CompletedProcess[bytes]]
TITLE = "Bridge closes for a week"


@pytest.fixture
def plain(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(f"\n\n{TITLE}\n\n{text}", encoding="utf-8")
    return path


def test_the_first_line_of_a_text_is_its_title(run: Run, plain: Path, text: str) -> None:
    done = run("check", plain, "--json")
    assert done.returncode == 0
    expected = default_engine().assess(Article(TITLE, text.strip()))
    found = json.loads(done.stdout)
    assert (found["id"], found["badge"]["score"]) == (expected.id, expected.score)


def test_standard_input_is_read_as_text(run: Run, plain: Path) -> None:
    assert (
        run("check", "-", "--json", given=plain.read_bytes()).stdout == run("check", plain, "--json").stdout
    )


def test_a_byte_order_mark_is_no_part_of_the_title(run: Run, plain: Path) -> None:
    marked = b"\xef\xbb\xbf" + plain.read_bytes()
    assert run("check", "-", "--json", given=marked).stdout == run("check", plain, "--json").stdout


def test_a_request_of_the_api_is_read_from_json(run: Run, tmp_path: Path, text: str) -> None:
    request = {"title": TITLE, "text": text, "url": "https://www.example.org/x", "authors": []}
    path = tmp_path / "bridge.json"
    path.write_text(json.dumps(request), encoding="utf-8")
    found = json.loads(run("check", path, "--json").stdout)
    assert found["id"] == default_engine().assess(Article(TITLE, text, "https://example.org", authors=())).id
    assert found["source"]["domain"] == "example.org"


def test_a_page_is_read_from_html(run: Run, tmp_path: Path, text: str) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
    head = f'<html><head><meta charset="windows-1252"><title>{TITLE}</title></head>'
    path = tmp_path / "bridge.html"
    path.write_text(f"{head}<body><article><h1>{TITLE}</h1>{paragraphs}</article></body></html>", "cp1252")
    found = json.loads(run("check", path, "--json").stdout)
    assert found["badge"]["score"] is not None
    assert "\ufffd" not in str(found)


def test_the_points_of_the_report_add_up(run: Run, plain: Path) -> None:
    report = run("check", plain).stdout.decode()
    assert report.startswith(TITLE)
    column = [int(match.replace("−", "-")) for match in re.findall(r"^ *([+−]?\d+)  ", report, re.MULTILINE)]
    *points, score = column
    assert sum(points) == score
    assert f"{score} of 100" in report


def test_the_report_quotes_the_article(run: Run, plain: Path) -> None:
    assert "Ann Reed" in run("check", plain).stdout.decode()


def test_the_report_is_german_as_a_whole(run: Run, plain: Path) -> None:
    german, english = (run("check", plain, "--lang", lang).stdout.decode() for lang in ("de", "en"))
    assert "von 100" in german
    assert "Personen werden namentlich zitiert" in german
    for phrase in ("of 100", "where every article starts", "score", "more", "ruleset"):
        assert phrase in english
        assert phrase not in german


def test_an_article_that_cannot_be_scored_is_no_fault(run: Run) -> None:
    done = run("check", "-", given=b"Hello\n\nToo short.")
    assert done.returncode == 0
    assert "Not scored" in done.stdout.decode()


def test_an_article_cannot_steer_the_terminal(run: Run, text: str) -> None:
    given = f"A \x1b]0;owned\x07\x1b[31m [bold]title[/bold] \u202egnp\n\n{text}".encode()
    shown = run("check", "-", given=given).stdout.decode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)
    assert "[bold]title[/bold]" in shown


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"T\n\n\xff", "not UTF-8 (byte 3)"),
        ("a.json", b"{", "not JSON: Expecting property name enclosed in double quotes at line 1, column 2"),
        ("a.json", b'{"title": "", "text": "", "url": "x"}', "url must be an absolute http or https address"),
        ("a.json", b"[]", "must be an object"),
        ("a.txt", b"T\n\na\0b", "text must not contain the character U+0000"),
        ("a.txt", b"T" * 2_000, "title string should have at most 1000 characters"),
    ],
)
def test_a_fault_is_said_in_one_line(run: Run, tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = run("check", path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == f"touchstone: {path}: {said}\n"


def test_a_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    done = run("check", path)
    assert done.returncode == 1
    assert done.stderr.decode() == f"touchstone: {path}: No such file or directory\n"


def test_a_page_that_cannot_be_fetched(run: Run) -> None:
    done = run("check", "http://127.0.0.1:9/")
    assert done.returncode == 1
    assert done.stderr.startswith(b"touchstone: http://127.0.0.1:9/: ")
    assert b"Traceback" not in done.stderr
