"""Phrase lists, and the one scan that finds all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from server.core.tuples import made_of

_APART = frozenset("'-")
_AFTER = frozenset(" ,.")


class Hit(NamedTuple):
    """A phrase found: code points ``start`` to ``end`` of the analysis form."""

    start: int
    end: int
    phrase: str


_hit = made_of(Hit)


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
        owners: dict[str, list[Phrases]] = {}
        for phrases in lists:
            for phrase in phrases.phrases:
                owners.setdefault(phrase, []).append(phrases)
        # By number of the phrase: the phrase, whose it is, and at which ends a word must not go on.
        self._entries = tuple(
            (phrase, lists_, phrase[0].isalnum(), phrase[-1].isalnum()) for phrase, lists_ in owners.items()
        )
        # As quick as the DFA with a tenth of its memory, so that other work on the machine slows it less.
        self._automaton = AhoCorasick(tuple(owners), implementation=Implementation.ContiguousNFA)

    def scan(self, folded: str) -> Mapping[Phrases, Sequence[Hit]]:
        """Return the hits in ``folded`` by list, in the order of the text; lists without hits are absent."""
        hits: dict[Phrases, list[Hit]] = {}
        entries = self._entries
        around = f" {folded} "
        for number, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            phrase, lists, whole_left, whole_right = entries[number]
            # What commonly stands around a word is the rule; anything else is looked at closely.
            before, after = around[start], around[end + 1]
            if whole_left and before != " " and (before.isalnum() or _joined_before(folded, start)):
                continue
            if whole_right and after not in _AFTER and (after.isalnum() or _joined_after(folded, end)):
                continue
            hit = _hit((start, end, phrase))
            for phrases in lists:
                found = hits.get(phrases)
                if found is None:
                    hits[phrases] = [hit]
                elif start >= found[-1][1]:
                    found.append(hit)
                else:
                    _add(found, hit)
        return hits


def _add(hits: list[Hit], hit: Hit) -> None:
    """Add ``hit``, which overlaps the last and ends no earlier; of such the first and longest stays."""
    while hits and hit.start <= hits[-1].start:
        hits.pop()
    if not hits or hit.start >= hits[-1].end:
        hits.append(hit)


def _joined_before(folded: str, start: int) -> bool:
    """Whether a mark joins a word to what is before it, as in ``after-|shock``."""
    return folded[start - 1 : start] in _APART and folded[start - 2 : start - 1].isalnum()


def _joined_after(folded: str, end: int) -> bool:
    """Whether a mark joins a word to what is behind it; a possessive or closing quote does not count."""
    joined = folded[end : end + 1] in _APART and folded[end + 1 : end + 2].isalnum()
    return joined and folded[end : end + 2] != "'s"
