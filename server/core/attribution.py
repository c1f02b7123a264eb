"""Which sentences cite somebody, by their reporting verb."""

from __future__ import annotations

from collections.abc import Sequence

_VERBS = """acknowledged added announced argued confirmed denied estimated explained insisted predicted
reported said says testified told tells tweeted warned writes wrote""".split()
# Words come as white space separates them.
_CITING = frozenset(verb + mark for verb in _VERBS for mark in ("", ",", ".", ":", ";", '."')) | {"according"}


def words_citing_nobody(sentence_words: Sequence[Sequence[str]]) -> int:
    """Count the words in sentences without a reporting verb.

    What a text earns for its own telling is measured against these: whoever
    cites one source more must not thereby have fewer dates or figures a word.
    """
    return sum([len(words) for words in sentence_words if _CITING.isdisjoint(words)])
