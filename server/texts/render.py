"""Findings in, sentences out: the words of each language, rendered at the edge only.

Assessments and caches hold message keys and data. The words live in one TOML
file a language beside this module; whoever adds ``fr.toml`` with the keys of
``en.toml`` has added French.
"""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

Measured = Mapping[str, int | float | str]

DEFAULT_LANGUAGE = "en"
_HERE = Path(__file__).parent
# Stands for a number that the words ask for and the finding does not give.
_MISSING = "…"


class Words(NamedTuple):
    """A short title and a sentence or two."""

    title: str
    summary: str


class Texts:
    """The words of one language, ``language`` being its tag (``en``)."""

    def __init__(self, language: str, entries: Mapping[str, Any]) -> None:
        self.language = language
        self._entries = entries

    def level(self, level: str) -> Words:
        """Return the badge's label and what it means in plain words."""
        entry = self._entries["levels"][level]
        return Words(entry["label"], entry["plain"])

    def unscored(self, reason: str) -> Words:
        """Return why an article carries no score."""
        return _words(self._entries["unscored"][reason], {})

    def outcome(self, outcome: str) -> Words:
        """Return a decision's label and what it means; one without words goes by its id."""
        entry = self._entries["outcomes"].get(outcome)
        return Words(entry["label"], entry["plain"]) if entry else Words(_spelt(outcome), "")

    def coverage(self, checked: int, of: int) -> str:
        """Return how much could be checked, as a sentence."""
        return _fill(self._entries["coverage"]["summary"], {"checked": checked, "of": of})

    def report(self, part: str, **values: int | str) -> str:
        """Return one of the fixed phrases around the findings of a report."""
        return _fill(self._entries["report"][part], values)

    def name(self, signal_id: str) -> str:
        """Return the signal's name for readers; one without words goes by its id."""
        return str(self._signal(signal_id).get("name") or _spelt(signal_id))

    def limits(self, signal_id: str) -> str:
        """Return what the signal can't tell, or an empty string."""
        return str(self._signal(signal_id).get("limits", ""))

    def finding(self, signal_id: str, message: str, measured: Measured) -> Words:
        """Return the words for one signal's answer, filled with what it measured.

        A message that the signal has no words of its own for is looked up
        among the messages for any signal.
        """
        general = self._entries["messages"]
        entry = self._signal(signal_id).get(message) or general.get(message) or general["other"]
        return _words(entry, {"name": self.name(signal_id), **measured})

    def _signal(self, signal_id: str) -> Mapping[str, Any]:
        entry: Mapping[str, Any] = self._entries.get("signals", {}).get(signal_id, {})
        return entry


class TextsRegistry:
    """Every language there is a file for."""

    def __init__(self, texts: Mapping[str, Texts]) -> None:
        self._texts = dict(texts)

    @classmethod
    def load(cls, folder: Path = _HERE) -> TextsRegistry:
        """Read every ``*.toml`` in ``folder``; the file's name is the language tag."""
        return cls(
            {
                path.stem: Texts(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
                for path in sorted(folder.glob("*.toml"))
            }
        )

    @property
    def languages(self) -> Sequence[str]:
        """The language tags, the default first: what ``best_match`` is given."""
        return sorted(self._texts, key=lambda language: (language != DEFAULT_LANGUAGE, language))

    def get(self, language: str | None) -> Texts:
        """Return the words of ``language``, or the default ones where there are none."""
        return self._texts.get(language or DEFAULT_LANGUAGE, self._texts[DEFAULT_LANGUAGE])


class _Measured(dict[str, Any]):
    """What a finding measured; a number it does not give shows as an ellipsis."""

    def __missing__(self, key: str) -> str:
        return _MISSING


class _Formatter(string.Formatter):
    """``str.format`` with counted nouns: ``{phrases:phrase|phrases}`` is “1 phrase” or “3 phrases”."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if value == _MISSING:
            return _MISSING
        one, bar, many = format_spec.partition("|")
        if bar:
            return f"{value} {one if value == 1 else many}"
        return str(super().format_field(value, format_spec))


_FORMATTER = _Formatter()


def _spelt(identity: str) -> str:
    return identity.replace("_", " ").capitalize()


def _fill(template: str, values: Mapping[str, Any]) -> str:
    return _FORMATTER.vformat(template, (), _Measured(values))


def _words(entry: Mapping[str, str], values: Mapping[str, Any]) -> Words:
    return Words(_fill(entry["title"], values), _fill(entry["summary"], values))
