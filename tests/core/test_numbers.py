from __future__ import annotations

import pytest

from server.core.numbers import in_words, shares


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("thirteen to nineteen boats", {13, 19}),
        ("thirty-two boats, or thirty two", {32}),
        ("three hundred workers", {300}),
        ("two thousand", {2000}),
        ("fifteen-hundred", {1500}),
        ("three million dollars", {3_000_000}),
        ("three hundred thousand", {300_000}),
        ("two hundred and fifty, or three hundred ten", {250, 310}),
        ("two hundred and fifty thousand", {250_000}),
        ("between two hundred and three hundred", {200, 300}),
        ("between twenty and thirty", {20, 30}),
        ("a hundred, half a million, a dozen and three dozen", {100, 500_000, 12, 36}),
        ("one hundred", {100}),
        ("hundreds, several hundred, a few thousand, the million", set()),
        ("twofold, someone, tenth, fiftyish, a half", set()),
        ("sixty percent", {60}),
    ],
)
def test_numbers_in_words(text: str, numbers: set[float]) -> None:
    assert in_words(text) == numbers


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("half of them, or one-half", {50}),
        ("a quarter, but not the last quarter", {25}),
        ("three quarters and three-quarters", {75}),
        ("two thirds, and a third of the rest", {200 / 3, 100 / 3}),
        ("halfway, behalf, a third boat, quarters", set()),
    ],
)
def test_shares_in_words(text: str, parts: set[float]) -> None:
    assert shares(text) == parts
