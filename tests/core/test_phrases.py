from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.core.phrases import Phrases, Scanner

SHOCK = Phrases.of("shock", "shock", "stunning", "(video)")
OTHER = Phrases.of("other", "stunning\nstunning new\n")


def found(phrases: Phrases, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in Scanner([SHOCK, OTHER]).scan(text).get(phrases, ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a shock today", ["shock"]),
        ("shock", ["shock"]),
        ("'shock'", ["shock"]),
        ("the shock's size", ["shock"]),
        ("aftershock, after-shock, shocked, shock-proof, o'shock", []),
        ("(video)now", ["(video)"]),
    ],
)
def test_phrases_match_as_whole_words(text: str, expected: list[str]) -> None:
    assert found(SHOCK, text) == expected


def test_each_list_gets_its_own_hits() -> None:
    assert found(SHOCK, "a stunning new shock") == ["stunning", "shock"]
    assert found(OTHER, "a stunning new shock") == ["stunning new"]


def test_of_overlapping_phrases_the_first_and_longest_stays() -> None:
    phrases = Phrases.of("time", "only time will tell\ntime will tell\ntell us")
    text = "only time will tell us"
    hits = Scanner([phrases]).scan(text)[phrases]
    assert [text[hit.start : hit.end] for hit in hits] == ["only time will tell"]


WORDS = st.lists(st.sampled_from(["a", "b", "ab", "ba", "c"]), max_size=12)


@given(WORDS, st.lists(st.sampled_from(["a b", "b", "ab c", "c a b"]), min_size=1, unique=True))
def test_hits_are_what_a_regular_expression_finds(words: list[str], wanted: list[str]) -> None:
    text = " ".join(words)
    phrases = Phrases("wanted", tuple(wanted))
    hits = Scanner([phrases]).scan(text).get(phrases, [])
    alternatives = "|".join(map(re.escape, sorted(wanted, key=len, reverse=True)))
    for hit in hits:
        assert re.fullmatch(alternatives, text[hit.start : hit.end])
    starts = [hit.start for hit in hits]
    assert starts == sorted(starts)
    assert all(before.end <= after.start for before, after in pairwise(hits))
    assert bool(hits) == bool(re.search(rf"\b(?:{alternatives})\b", text))
