"""Lists in CSV: what is wrong is said by line, and then nothing of it counts."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.services.listing import ListError, read_list
from server.store.records.lists import Entry

SEED = Path(__file__).parents[2] / "seeds" / "domains" / "cred1.csv"


def read(text: str, **columns: str) -> list[Entry]:
    return read_list(io.StringIO(text, newline=""), columns)


def faults(text: str, **columns: str) -> list[str]:
    with pytest.raises(ListError) as caught:
        read(text, **columns)
    return caught.value.faults


def test_entries_are_kept_as_listed_with_their_domain() -> None:
    text = "domain,category,score\nDE.Example.org,rumor,0.5\nwww.bücher.example,,\n"
    assert read(text) == [
        Entry(host="de.example.org", domain="example.org", category="rumor", score=0.5),
        Entry(host="xn--bcher-kva.example", domain="xn--bcher-kva.example", category="", score=None),
    ]


def test_columns_may_be_called_otherwise_and_others_are_passed_over() -> None:
    text = 'Note,Site,Rating\r\n"a, b",example.org,7\r\n'
    assert read(text, domain="Site", score="Rating") == [
        Entry(host="example.org", domain="example.org", category="", score=7.0)
    ]


def test_every_wrong_line_is_named() -> None:
    text = (
        "domain,category,score\n"
        "example.org,a,0.1\n"
        "no domain,a,0.1\n"
        "192.0.2.7,a,0.1\n"
        "one.example,a,much\n"
        "two.example,a,nan\n"
        "three.example\n"
        "four.example,a,1,2\n"
        "www.example.org,b,0.2\n"
        f"five.example,{'x' * 101},1\n"
        "six.example,a\0b,1\n"
    )
    assert faults(text) == [
        "line 3: “no domain” is no domain",
        "line 4: “192.0.2.7” is no domain",
        "line 5: the score “much” is no number",
        "line 6: the score “nan” is no number",
        "line 7: it has not as many columns as the heading",
        "line 8: it has not as many columns as the heading",
        "line 9: example.org stands in line 2 already",
        "line 10: a category has at most 100 characters, all of them printable",
        "line 11: a category has at most 100 characters, all of them printable",
    ]


@pytest.mark.parametrize(
    ("text", "columns", "said"),
    [
        ("", {}, "line 1: there is no column domain"),
        ("site\nexample.org\n", {}, "line 1: there is no column domain"),
        (
            "domain\nexample.org\n",
            {"category": "Kind", "score": "Rating"},
            "line 1: there is no column Kind nor Rating",
        ),
        ("domain\n", {}, "there is no line with a domain"),
        ('domain\n"exam', {}, "line 2: unexpected end of data"),
    ],
)
def test_what_is_no_list_is_refused(text: str, columns: dict[str, str], said: str) -> None:
    assert faults(text, **columns) == [said]


def test_of_very_many_faults_the_first_are_named() -> None:
    found = faults("domain\n" + "no domain\n" * 50)
    assert len(found) == 21
    assert found[-1] == "and 30 more"


def test_other_encodings_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("domain\nbücher.example\n".encode("latin-1"))
    with path.open(encoding="utf-8", newline="") as file, pytest.raises(ListError, match="not UTF-8"):
        read_list(file)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    said: list[str] = []
    entries: list[Entry] = []
    try:
        entries = read(f"domain,category,score\n{text}")
    except ListError as error:
        said = error.faults
    assert bool(said) != bool(entries)
    assert all(one.host.endswith(one.domain) for one in entries)


def test_the_list_that_comes_along_is_whole() -> None:
    with SEED.open(encoding="utf-8", newline="") as file:
        entries = read_list(file)
    assert len(entries) == 2_632
    assert {entry.category for entry in entries} == {
        "unreliable", "fake", "mixed", "conspiracy", "satire", "rumor", "reliable",
    }  # fmt: skip
    assert all(entry.score is not None and 0 <= entry.score <= 1 for entry in entries)
