"""German: complete, with English's placeholders, in German."""

import re
import string
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.core.model import Level
from server.texts import render
from server.texts.render import Texts, TextsRegistry

FOLDER = Path(render.__file__).parent
# Where both languages rightly say the same: nothing but a placeholder.
SAME = {"messages.other.title"}


def strings(entry: dict[str, object], path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    for name, value in entry.items():
        if isinstance(value, dict):
            yield from strings(value, (*path, name))
        else:
            yield ".".join((*path, name)), str(value)


def language(tag: str) -> dict[str, str]:
    return dict(strings(tomllib.loads((FOLDER / f"{tag}.toml").read_text(encoding="utf-8"))))


ENGLISH, GERMAN = language("en"), language("de")
BOTH = sorted(set(ENGLISH) & set(GERMAN))


@pytest.fixture(scope="module")
def german() -> Texts:
    return TextsRegistry.load().get("de")


def placeholders(template: str) -> dict[str, Counter[str]]:
    """Return the names, those with a counted noun, and the formats in ``template``."""
    fields = [(name, spec or "") for _, name, spec, _ in string.Formatter().parse(template) if name]
    return {
        "names": Counter(name for name, _ in fields),
        "counted": Counter(name for name, spec in fields if "|" in spec),
        "formats": Counter(f"{name}:{spec}" for name, spec in fields if spec and "|" not in spec),
    }


def test_german_is_complete() -> None:
    assert list(GERMAN) == list(ENGLISH)
    assert [path for path, words in GERMAN.items() if not words.strip()] == []


@pytest.mark.parametrize("path", BOTH)
def test_each_string_has_the_placeholders_of_the_english_one(path: str) -> None:
    english, german = placeholders(ENGLISH[path]), placeholders(GERMAN[path])
    assert german["names"] == english["names"]
    assert german["formats"] == english["formats"]
    # German may count where English needs no noun: an adjective bends with the number.
    assert german["counted"] >= english["counted"]


def test_each_string_is_translated() -> None:
    assert {path for path in BOTH if GERMAN[path] == ENGLISH[path]} == SAME


@pytest.mark.parametrize("path", BOTH)
def test_quotation_marks_and_apostrophes_are_german(path: str) -> None:
    words = GERMAN[path]
    assert not set("\"'”’«»") & set(words)
    assert re.sub("[^„“]", "", words) == "„“" * words.count("„")


@pytest.mark.parametrize("level", Level)
def test_labels_judge_neither_truth_nor_authorship(german: Texts, level: Level) -> None:
    words = re.findall(r"\w+", " ".join(german.level(level)).lower())
    judging = {"wahr", "unwahr", "falsch", "richtig", "fake", "ki", "lüge", "lügen", "maschine", "autor"}
    assert not judging & set(words)


@pytest.mark.parametrize(
    ("signal", "message", "measured", "said"),
    [
        (
            "headline_quote_missing",
            "pass",
            {"quotes": 1},
            "1 Zitat der Überschrift findet sich im Artikel wieder.",
        ),
        (
            "headline_quote_missing",
            "concern",
            {"missing": 2},
            "2 Zitate der Überschrift waren im Artikel nicht zu finden.",
        ),
        ("named_sources", "pass", {"people": 1}, "1 Person wird mit Name und Funktion zitiert."),
        (
            "named_sources",
            "pass",
            {"people": 4},
            "4 verschiedene Personen werden mit Name und Funktion zitiert.",
        ),
        (
            "leftover_boilerplate",
            "concern",
            {"phrases": 3},
            "3 Formulierungen gehören zum Rahmen einer Seite und nicht in einen Artikel.",
        ),
        (
            "loaded_language",
            "concern",
            {"phrases": 1, "words": 640},
            "1 Wort der Übertreibung oder Empörung außerhalb von Zitaten auf insgesamt 640 Wörter.",
        ),
        (
            "self_repetition",
            "pass",
            {"repeated": 0, "words": 512},
            "Passagen, die im Artikel schon einmal vorkamen, machen 0 von 512 Wörtern aus.",
        ),
    ],
)
def test_verbs_and_cases_follow_the_number(
    german: Texts, signal: str, message: str, measured: dict[str, int], said: str
) -> None:
    assert german.finding(signal, message, measured).summary == said


def test_coverage_is_in_the_dative(german: Texts) -> None:
    assert german.coverage(1, 1) == "Die Seite ließ sich an 1 von 1 Merkmal prüfen."
    assert german.coverage(13, 16) == "Die Seite ließ sich an 13 von 16 Merkmalen prüfen."
