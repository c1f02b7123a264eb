"""Sketches: small, the same for the same words, and near the truth."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.core.sketch import KEPT, SAME, digest, similarity, sketch


def words(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 - no secret
    return [f"w{chance.randrange(10_000)}" for _ in range(count)]


ARTICLE = words(800, 1)


def with_changed(share: float) -> str:
    """Return the article with a run of its words replaced."""
    changed = round(len(ARTICLE) * share)
    return " ".join([*words(changed, 2), *ARTICLE[changed:]])


def test_case_punctuation_and_space_do_not_count() -> None:
    one, other = "The bridge, “they said”, is CLOSED today.", "the bridge they\n\nsaid is closed — today"
    assert sketch(one) == sketch(other)
    assert digest(one) == digest(other)


@given(st.text())
def test_it_is_small_for_any_text(text: str) -> None:
    made = sketch(text)
    assert len(made) <= 4 + 4 * KEPT
    assert similarity(made, made) == (1.0 if len(made) > 4 else 0.0)
    assert len(digest(text)) == 64


@pytest.mark.parametrize("share", [0.0, 0.1, 0.25, 0.5])
def test_similarity_is_near_the_share_that_is_left(share: float) -> None:
    found = similarity(sketch(" ".join(ARTICLE)), sketch(with_changed(share)))
    assert found == pytest.approx(1 - share, abs=0.1)


def test_a_page_with_more_or_less_around_it_is_the_same() -> None:
    whole, part = (
        sketch(" ".join([*words(200, 3), *ARTICLE, *words(100, 4)])),
        sketch(" ".join(ARTICLE[:400])),
    )
    assert similarity(whole, part) > SAME


def test_a_short_item_is_not_the_long_page_that_quotes_it() -> None:
    long_page = " ".join([*words(4_000, 5), *ARTICLE[:200]])
    assert similarity(sketch(long_page), sketch(" ".join(ARTICLE[:200]))) == 0


@pytest.mark.parametrize("junk", [b"", b"x", b"junk", b"\0\0\0\0", sketch("too few words")])
def test_nothing_is_like_nothing(junk: bytes) -> None:
    assert similarity(junk, junk) == 0
    assert similarity(junk, sketch(" ".join(ARTICLE))) == 0
