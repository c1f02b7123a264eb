"""Phrase lists, and the one scan that finds all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

_APART = frozenset("'-")


class Hit(NamedTuple):
    """A phrase found: code points ``start`` to ``end`` of the analysis form."""

    start: int
    end: int
    phrase: str


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """A named list of phrases, lower-case with straight quotes, each matched as whole words.

    Two lists are the same only when they are the same object: a signal asks
    for the hits of the very list it declared.
    """

    name: str
    phrases: tuple[str, ...]

    @classmethod
    def of(cls, name: str, *blocks: str) -> Phrases:
        """Make a list from blocks of text, one phrase a line; blank lines are passed over."""
        lines = (line.strip() for block in blocks for line in block.splitlines())
        return cls(name, tuple(line for line in lines if line))


class Scanner:
    """Finds every phrase of every list in one pass (Aho & Corasick 1975)."""

    def __init__(self, lists: Iterable[Phrases]) -> None:
        self._owners: dict[str, list[Phrases]] = {}
        for phrases in lists:
            for phrase in phrases.phrases:
                self._owners.setdefault(phrase, []).append(phrases)
        self._phrases = tuple(self._owners)
        self._automaton = AhoCorasick(self._phrases)

    def scan(self, folded: str) -> Mapping[Phrases, Sequence[Hit]]:
        """Return the hits in ``folded`` by list, in the order of the text; lists without hits are absent."""
        hits: dict[Phrases, list[Hit]] = {}
        size = len(folded)
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            phrase = self._phrases[index]
            if start and phrase[0].isalnum() and _joins(folded, start):
                continue
            if end < size and phrase[-1].isalnum() and _continues(folded, end):
                continue
            hit = Hit(start, end, phrase)
            for owner in self._owners[phrase]:
                hits.setdefault(owner, []).append(hit)
        return hits


def _joins(folded: str, start: int) -> bool:
    """Whether a word goes on to the left, as in ``un|shocking`` or ``after-|shock``."""
    before = folded[start - 1]
    return before.isalnum() or (before in _APART and folded[start - 2 : start - 1].isalnum())


def _continues(folded: str, end: int) -> bool:
    """Whether a word goes on to the right; a possessive or closing quote does not count."""
    after = folded[end]
    if after.isalnum():
        return True
    return after in _APART and folded[end + 1 : end + 2].isalnum() and folded[end : end + 2] != "'s"
