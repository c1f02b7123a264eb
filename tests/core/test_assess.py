"""The engine with the house's own signals: the same answer always, and an answer to anything."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.core.assess import MOST_QUOTATIONS, Engine
from server.core.model import Article, Assessment, Finding, Level, Link, Media, Status, Unscored
from server.core.signal import Signal
from server.scorecard import RULESET, SCORECARD
from server.signals import SIGNALS

ROOT = Path(__file__).parents[2]
ENGINE = Engine(SIGNALS, SCORECARD, RULESET)
SEED = (ROOT / "seeds" / "articles" / "000_8b099efbd90d4261.txt").read_text(encoding="utf-8")
TITLE, _, BODY = SEED.partition("\n")
ARTICLE = Article(TITLE, BODY.strip(), links=(), media=(), authors=(), published="", publisher={})


def strengths(assessment: Assessment) -> dict[str, tuple[Status, float | None]]:
    return {signal.id: (signal.status, signal.strength) for signal in assessment.signals}


def test_the_same_article_gives_the_same_bytes_in_every_process() -> None:
    command = [sys.executable, "-m", "server", "check", "seeds/articles/wire-report.html", "--json"]
    outputs = {
        subprocess.run(
            command, cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize(
    "respelled",
    [
        BODY.replace("’", "'").replace("“", '"').replace("”", '"'),
        BODY.replace("\n", "\r\n"),
        unicodedata.normalize("NFD", BODY),
        BODY.replace(" of ", "\u00a0of "),
    ],
    ids=["straight quotes", "line ends", "decomposed", "no-break spaces"],
)
def test_spelling_that_readers_do_not_see_changes_nothing(respelled: str) -> None:
    other = ENGINE.assess(replace(ARTICLE, text=respelled.strip()))
    assert other.score == ENGINE.assess(ARTICLE).score
    assert strengths(other) == strengths(ENGINE.assess(ARTICLE))


def test_title_case_changes_nothing() -> None:
    calm = replace(ARTICLE, title="Council votes to close the harbour library")
    assert strengths(ENGINE.assess(replace(calm, title=calm.title.title()))) == strengths(ENGINE.assess(calm))


def test_one_strong_word_never_turns_a_badge() -> None:
    wire = (ROOT / "seeds" / "articles" / "plain-wire.txt").read_text(encoding="utf-8")
    title, _, text = wire.partition("\n")
    before = ENGINE.assess(Article(title, text))
    for word in ("shocking", "idiots", "only time will tell", "experts say", "More news"):
        after = ENGINE.assess(Article(title, f"{text}\n\nThe {word}."))
        assert after.score is not None
        assert before.score is not None
        assert abs(after.score - before.score) <= 3, word


def test_a_source_more_never_lowers_the_score() -> None:
    more = (
        ARTICLE.text
        + "\n\n“We saw the call end,” said Ingrid Vass, a spokeswoman for the organisers of the forum."
    )
    before, after = ENGINE.assess(ARTICLE).score, ENGINE.assess(replace(ARTICLE, text=more)).score
    assert before is not None
    assert after is not None
    assert after >= before


def test_quotations_are_bounded_and_counted() -> None:
    assessment = ENGINE.assess(
        Article("Title of some kind", "It speaks volumes, only time will tell. " * 200)
    )
    filler = next(signal for signal in assessment.signals if signal.id == "generic_filler")
    assert len(filler.evidence) == MOST_QUOTATIONS
    assert filler.measured["phrases"] == 400


def test_repetitions_without_end_in_one_sentence_are_all_counted() -> None:
    # To look through the sentence anew for each of them would take minutes.
    endless = " ".join(f"the and of to in a that x{number}" for number in range(10_000))
    assessment = ENGINE.assess(Article("Title of some kind", f"It is so. {endless} and so on."))
    repetition = next(signal for signal in assessment.signals if signal.id == "self_repetition")
    assert repetition.measured["repeated"] == 7 * 9_999


def test_untitled_text_is_too_little_known() -> None:
    assessment = ENGINE.assess(
        replace(ARTICLE, title=" ", links=None, media=None, authors=None, publisher=None)
    )
    assert assessment.unscored_reason is Unscored.TOO_LITTLE_KNOWN
    assert assessment.signals
    assert all(signal.points == 0 for signal in assessment.signals)


def test_a_signal_that_fails_is_unknown_and_the_others_answer() -> None:
    def broken(**_: object) -> Finding:
        raise ZeroDivisionError

    signals = [*SIGNALS[:-1], Signal("x.shouting", "", 1, broken, needs=("body",))]
    signals = [signal for signal in signals if signal.id != "shouting" or signal.evaluate is broken]
    results = {signal.id: signal for signal in Engine(signals, SCORECARD, RULESET).assess(ARTICLE).signals}
    assert (results["shouting"].status, results["shouting"].message) == (Status.UNKNOWN, "failed")
    assert results["generic_filler"].status is Status.CONCERN


PIECES = st.sampled_from(
    [
        *(BODY.split()[:60]),
        *(
            "“",
            "”",
            '"',
            "'",
            "!",
            "?!",
            "…",
            ".",
            ",",
            "\n\n",
            "\r\n",
            "é",
            "e\u0301",
            "İ",
            "ß",
            "日本",
            "🙂",
            "\u202e",
        ),
        *(
            "SHOUTING",
            "NEVER",
            "never",
            "said",
            "Ingrid Vass,",
            "director",
            "experts say",
            "(VIDEO)",
            "July 4,",
            "$3",
        ),
        *(
            "captured on video",
            "speaks volumes",
            "More news",
            "By Ingrid Vass",
            "http://",
            "12",
            "km",
            "Inc.",
            "U.S.",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=400).map(" ".join) | st.text(max_size=200)
ARTICLES = st.builds(
    Article,
    title=TEXTS,
    text=TEXTS.map(lambda text: "The council said that it is what they voted for. " * 15 + text),
    url=st.none()
    | st.sampled_from(["https://a.example/x", "not a url", "http://[", "https://www.b.example"]),
    links=st.none()
    | st.lists(st.builds(Link, st.text(max_size=30), st.text(max_size=9)), max_size=5).map(tuple),
    media=st.none()
    | st.lists(st.builds(Media, st.sampled_from(["video", "image"]), st.text()), max_size=3).map(tuple),
    authors=st.none() | st.lists(st.text(max_size=20), max_size=3).map(tuple),
    published=st.none() | st.sampled_from(["", "2025-07-04", "soon"]),
    publisher=st.none() | st.dictionaries(st.sampled_from(["name", "masthead"]), st.text(max_size=9)),
)


@given(ARTICLES)
@settings(max_examples=300, deadline=None)
def test_any_article_gets_an_answer_that_holds_together(article: Article) -> None:
    assessment = ENGINE.assess(article)
    texts = {"title": article.title, "text": article.text}
    assert assessment == ENGINE.assess(article)
    points = sum(signal.points for signal in assessment.signals)
    if assessment.score is None:
        assert assessment.level is Level.UNSCORED
        assert points == 0
    else:
        assert assessment.base + points == assessment.score
        assert 0 <= assessment.score <= 100
    for signal in assessment.signals:
        assert signal.message != "failed", signal.id
        assert (signal.strength is not None) == (signal.status in {Status.CONCERN, Status.PASS})
        assert signal.strength is None or 0 <= signal.strength <= 1
        for quote in signal.evidence:
            assert texts[quote.target][quote.start : quote.end] == quote.exact != ""
