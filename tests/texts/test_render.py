"""Words for readers: every language whole, every finding worded."""

import tomllib
from pathlib import Path

import pytest

from server.core.model import Level, Unscored
from server.core.signal import Signal
from server.signals import SIGNALS
from server.texts import render
from server.texts.render import Texts, TextsRegistry

FOLDER = Path(render.__file__).parent
FILES = sorted(FOLDER.glob("*.toml"))


@pytest.fixture(scope="module")
def english() -> Texts:
    return TextsRegistry.load().get("en")


def keys(entry: object, path: str = "") -> set[str]:
    if not isinstance(entry, dict):
        return {path}
    return {key for name, value in entry.items() for key in keys(value, f"{path}.{name}")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_language_has_the_same_keys_as_english(path: Path) -> None:
    english = keys(tomllib.loads((FOLDER / "en.toml").read_text(encoding="utf-8")))
    assert keys(tomllib.loads(path.read_text(encoding="utf-8"))) == english


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_level_and_reason_has_words(path: Path) -> None:
    texts = TextsRegistry.load().get(path.stem)
    for level in Level:
        assert all(texts.level(level))
    for reason in Unscored:
        assert all(texts.unscored(reason))


@pytest.mark.parametrize("level", Level)
def test_labels_judge_neither_truth_nor_authorship(english: Texts, level: Level) -> None:
    words = " ".join(english.level(level)).lower().replace(".", " ").split()
    assert not {"true", "false", "fake", "ai", "lie", "lies", "machine", "generated"} & set(words)


def test_counted_nouns() -> None:
    texts = Texts("xx", {"messages": {"other": {"title": "{n:fox|foxes}", "summary": "{share:.0%} {n}"}}})
    assert texts.finding("a", "b", {"n": 1, "share": 0.25}) == ("1 fox", "25% 1")
    assert texts.finding("a", "b", {"n": 0, "share": 1.0}) == ("0 foxes", "100% 0")


def test_a_number_that_was_not_measured_shows_as_an_ellipsis() -> None:
    texts = Texts("xx", {"messages": {"other": {"title": "{n:fox|foxes}", "summary": "{share:.0%}"}}})
    assert texts.finding("a", "b", {}) == ("…", "…")


@pytest.mark.parametrize("message", ["unknown", "failed", "a message of tomorrow"])
def test_any_signal_has_words_for_any_message(english: Texts, message: str) -> None:
    words = english.finding("a_signal_of_tomorrow", message, {})
    assert "A signal of tomorrow" in words.title
    assert words.summary


def test_what_an_article_says_is_never_taken_for_a_template() -> None:
    texts = Texts("xx", {"messages": {"other": {"title": "{said}", "summary": ""}}})
    assert texts.finding("a", "b", {"said": "{said.__class__}"}).title == "{said.__class__}"


def test_the_default_language_comes_first_and_stands_in_for_others(tmp_path: Path) -> None:
    for language in ("de", "en", "ar"):
        (tmp_path / f"{language}.toml").write_text('[coverage]\nsummary = "{checked}/{of}"', encoding="utf-8")
    registry = TextsRegistry.load(tmp_path)
    assert registry.languages == ["en", "ar", "de"]
    assert registry.get("de").language == "de"
    assert registry.get("fr").language == "en"
    assert registry.get(None).coverage(1, 2) == "1/2"


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.id)
def test_every_signal_says_what_it_cannot_tell(english: Texts, signal: Signal) -> None:
    assert english.limits(signal.id)
