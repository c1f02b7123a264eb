"""``disagreements export``: real pages are read anew, and the evaluation and ``score`` read the file."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from server.extract import extract
from server.store.records.database import Database
from server.store.records.disagreements import Disagreements
from server.store.records.migrating import migrate
from server.store.records.voices import Objection
from tests.evaluation import articles
from tests.fetch.conftest import Site, site  # noqa: F401 - a fixture
from tests.store.people import NOON, PATIENCE, add_assessment, add_user, read_again

Run = Callable[..., subprocess.CompletedProcess[bytes]]

PAGE = """<!doctype html><html lang="en"><head><title>{title}</title><meta name="author" content="Jo Writer">
<meta property="article:published_time" content="2026-11-02T08:00:00Z"></head>
<body><nav><a href="/">Home</a> {more}</nav><article><h1>{title}</h1>{paragraphs}</article></body></html>"""


def page(topic: str, more: str = "") -> str:
    line = "The council said on Monday that {} number {} would be closed for a week while workers mend it."
    paragraphs = "".join(
        f"<p>{line.format(topic, number)} {line.format(topic, number + 50)}</p>" for number in range(9)
    )
    return PAGE.format(title=f"The {topic} closes", more=more, paragraphs=paragraphs)


@pytest.fixture
def url(tmp_path: Path, site: Site) -> str:  # noqa: F811 - the fixture
    """Four verdicts were disagreed with: on a page that stayed, one gone, one rewritten, one that divides."""
    url = f"sqlite:///{tmp_path}/records.db"
    migrate(url)
    users = [add_user(url, name) for name in ("Kim", "Robin")]
    disagreements = Disagreements(Database(url, PATIENCE))
    for number, name in enumerate(("bridge", "tunnel", "harbour", "market")):
        address = f"http://news.example/{name}"
        text = extract(page(name), address).text
        assert text
        verified = add_assessment(url, text, address=address, content_id=str(number) * 64, level="mixed")
        objection = Objection(assessment=verified, label=0, reason="It names the council.")
        disagreements.add(objection, users[0], NOON + timedelta(minutes=number))
    other = Objection(assessment=verified, label=1, reason="It does not.")
    disagreements.add(other, users[1], NOON + timedelta(hours=1))
    rewritten = extract(page("lighthouse of another town"), "http://news.example/harbour").text
    assert rewritten
    read_again(url, rewritten, "http://news.example/harbour")
    site.put("/bridge", page("bridge", more="Other news of the day"))
    site.put("/tunnel", "gone", status="410 Gone")
    site.put("/harbour", page("lighthouse of another town"))
    return url


def test_what_is_still_there_becomes_labelled_articles(
    run: Run,
    url: str,
    site: Site,  # noqa: F811 - the fixture
    tmp_path: Path,
) -> None:
    names = f"*.example=127.0.0.1:{site.port}"
    out = tmp_path / "disagreements.jsonl.gz"
    done = run(
        "disagreements", "export", "--out", out,
        DATABASE_URL=url, FETCH_ALLOW_PRIVATE="true", FETCH_RESOLVE=names,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, b"1 written, 3 left out\n"), done.stderr
    assert done.stderr.decode().splitlines() == [
        "left out: http://news.example/tunnel: the page can't be had any more",
        "left out: http://news.example/harbour: another text is there now",
        "left out: http://news.example/market: moderators are divided",
    ]
    with gzip.open(out, "rt", encoding="utf-8") as lines:
        [row] = map(json.loads, lines)
    assert (row["authors"], row["published"][:10]) == (["Jo Writer"], "2026-11-02")
    [labelled] = articles.read(out)
    assert (labelled.label, labelled.domain, labelled.title) == (0, "news.example", "The bridge closes")
    assert labelled.text.startswith("The council said on Monday that bridge number 0")

    scored = tmp_path / "scored.jsonl"
    done = run("score", out, "--out", scored)
    assert (done.returncode, done.stderr) == (0, b"")
    [answer] = map(json.loads, scored.read_text(encoding="utf-8").splitlines())
    assert (answer["id"], answer["badge"]["score"] is not None) == (labelled.id, True)


def test_what_is_wrong_is_said_in_one_line_and_leaves_no_file(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = run("disagreements", "export", "--out", out)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.splitlines()[-1].startswith(b"touchstone: can't read the records: ")
    migrate(f"sqlite:///{tmp_path}/records.db")
    done = run("disagreements", "export", "--out", tmp_path / "nowhere" / "out.jsonl")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert not out.exists()
