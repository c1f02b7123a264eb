"""The golden inputs give the golden results, and the results mean what we say they mean."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from server.core.model import Article
from server.extract import extract
from tests.golden.golden import ARTICLES, INPUTS, check, golden_path, load

SEED = ARTICLES / "000_8b099efbd90d4261.txt"
EXPECTED = {
    "000_8b099efbd90d4261": "weak",
    "wire-report": "strong",
    "linked-investigation": "strong",
    "plain-wire": "strong",
    "video-delivered": "strong",
    "opinion-column": "mixed",
    "satire": "mixed",
    "press-release": "mixed",
    "listicle": "mixed",
    "health-scare": "weak",
    "brief": "too_short",
    "foreign": "language_not_supported",
    "live-page": "no_article",
    "consent-wall": "no_article",
}
EACH = pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)


def article_of(path: Path) -> Article:
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        return extract(source, None)
    title, _, text = source.partition("\n")
    return Article(title.strip(), text.strip())


def signals_of(path: Path) -> dict[str, dict[str, Any]]:
    return {signal["id"]: signal for signal in load(path)["signals"]}  # type: ignore[attr-defined]


def test_every_input_has_an_expectation() -> None:
    assert {path.stem for path in INPUTS} == EXPECTED.keys()


@EACH
def test_result_is_the_golden_one(path: Path) -> None:
    assert check(path) == golden_path(path).read_text(encoding="utf-8"), (
        "The result differs from the golden one. If that is meant, move the ruleset on and run make golden."
    )


@EACH
def test_level_or_reason_is_what_we_say(path: Path) -> None:
    result: dict[str, Any] = load(path)
    assert (result["unscored_reason"] or result["badge"]["level"]) == EXPECTED[path.stem]


@EACH
def test_base_and_points_add_up(path: Path) -> None:
    result: dict[str, Any] = load(path)
    points = sum(signal["points"] for signal in result["signals"])
    if result["badge"]["score"] is None:
        assert result["badge"]["level"] == "unscored"
        assert points == 0
    else:
        assert result["base"] + points == result["badge"]["score"]


@EACH
def test_evidence_stands_where_it_says(path: Path) -> None:
    article = article_of(path)
    texts = {"title": article.title, "text": article.text}
    for signal in load(path)["signals"]:  # type: ignore[attr-defined]
        for evidence in signal["evidence"]:
            text = texts[evidence["target"]]
            assert text[evidence["start"] : evidence["end"]] == evidence["exact"] != ""
            assert text[: evidence["start"]].endswith(evidence["prefix"])
            assert text[evidence["end"] :].startswith(evidence["suffix"])


def test_the_seed_article_draws_the_signals_it_was_made_for() -> None:
    signals = signals_of(SEED)
    for id_ in (
        "sensational_headline",
        "missing_citations",
        "unlinked_video",
        "generic_filler",
        "headline_quote_missing",
        "vague_attribution",
        "self_repetition",
    ):
        assert signals[id_]["status"] == "concern", id_
        assert signals[id_]["evidence"], id_
        assert signals[id_]["points"] < 0, id_


def test_a_video_that_is_there_keeps_the_headlines_promise() -> None:
    assert signals_of(ARTICLES / "video-delivered.html")["unlinked_video"]["status"] == "pass"


def test_results_are_plain_json() -> None:
    for path in INPUTS:
        json.loads(golden_path(path).read_text(encoding="utf-8"), parse_constant=pytest.fail)
