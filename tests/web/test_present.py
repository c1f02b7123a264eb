"""The wire document: complete, in its order, and readable without colour."""

import json

import pytest

from server.core.model import Article, Assessment, Level, Status, Unscored
from server.services.assessing import Assessed, default_engine
from server.texts.render import Texts, TextsRegistry
from server.web import present

PROSE = "The council said on Monday that the bridge would be closed for a week, and that buses would run. "


@pytest.fixture(scope="module")
def words() -> Texts:
    return TextsRegistry.load().get("en")


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return default_engine().assess(
        Article("Bridge “closed”", PROSE * 12, url="https://www.Example.org/a?b=c")
    )


def test_the_document_has_its_keys_in_order(assessment: Assessment, words: Texts) -> None:
    document = json.loads(present.assessment(Assessed(assessment, False), words).model_dump_json())
    assert list(document) == [
        "id", "ruleset", "cached", "badge", "unscored_reason", "base", "coverage", "signals", "source",
    ]  # fmt: skip
    assert list(document["badge"]) == ["level", "score", "label", "summary", "color", "symbol"]
    assert list(document["signals"][0]) == [
        "id", "version", "status", "strength", "points", "title", "summary", "limits", "evidence", "measured",
        "track_record", "help",
    ]  # fmt: skip
    assert list(document["source"]) == ["domain", "listed", "record", "decision", "replies", "page"]
    assert list(document["source"].values()) == ["example.org", [], None, None, 0, None]


def test_base_and_points_add_up_to_the_score(assessment: Assessment, words: Texts) -> None:
    document = present.assessment(Assessed(assessment, True), words)
    assert document.cached is True
    assert document.badge.score == document.base + sum(signal.points for signal in document.signals)


def test_every_signal_is_explained_in_words(assessment: Assessment, words: Texts) -> None:
    document = present.assessment(Assessed(assessment, False), words)
    assert [signal.id for signal in document.signals] == [signal.id for signal in default_engine().signals]
    for signal in document.signals:
        assert signal.title
        assert signal.summary
        assert signal.limits
        assert "…" not in signal.title + signal.summary, f"{signal.id} lacks a number"
        assert signal.help == f"/signals/{signal.id}"


@pytest.mark.parametrize(
    ("article", "reason"),
    [
        (Article("", ""), Unscored.NO_ARTICLE),
        (Article("", PROSE), Unscored.TOO_SHORT),
        (
            Article("", "Der Rat sagte am Montag, dass die Brücke geschlossen bleibe. " * 30),
            Unscored.LANGUAGE,
        ),
    ],
)
def test_an_unscored_badge_says_why(article: Article, reason: Unscored, words: Texts) -> None:
    document = present.assessment(Assessed(default_engine().assess(article), False), words)
    assert document.unscored_reason is reason
    assert (document.badge.level, document.badge.score) == (Level.UNSCORED, None)
    assert document.badge.summary == words.unscored(reason).summary


@pytest.mark.parametrize("level", Level)
def test_white_on_each_colour_can_be_read(level: Level) -> None:
    channels = (int(present.COLORS[level][place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    luminance = sum(share * value for share, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    assert 1.05 / (luminance + 0.05) >= 4.5


def test_symbols_tell_the_levels_apart() -> None:
    assert set(present.SYMBOLS) == set(Level)
    assert len(set(present.SYMBOLS.values())) == len(Level)


def test_the_register_gives_what_each_signal_may_cost_and_earn(words: Texts) -> None:
    engine = default_engine()
    register = present.register(engine, words)
    assert [entry.id for entry in register.signals] == [signal.id for signal in engine.signals]
    for entry in register.signals:
        weight = engine.scorecard.weights.get(entry.id)
        if weight:
            given = (entry.group, entry.most_lost, entry.most_earned, entry.because)
            assert given == (weight.group, weight.concern, weight.merit, weight.because)
        else:
            assert (entry.group, entry.most_lost, entry.most_earned, entry.because) == (None, 0, 0, None)


def test_statuses_are_those_of_the_engine(assessment: Assessment, words: Texts) -> None:
    document = present.assessment(Assessed(assessment, False), words)
    assert {signal.status for signal in document.signals} <= set(Status)
    assert Status.UNKNOWN in {signal.status for signal in document.signals}
